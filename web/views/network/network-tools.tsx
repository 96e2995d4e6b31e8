import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { NetworkAnswer } from '../../../src/serve/index.ts';
import { LAYER_WORDS, shapeOf, TYPE_WORDS } from './draw-network.ts';
import type { NetworkPictureProps } from './network-picture.tsx';
import type { NetworkSearchUse } from './network-search.ts';
import { NodeSearch } from './node-search.tsx';
import { ShapeSign } from './shape-sign.tsx';

/** Takes a value into a choice, or out of it; all of them is no choice. */
const toggled = (chosen: string | undefined, value: string, all: readonly string[]): string | undefined => {
  const now = new Set(chosen === undefined ? all : chosen.split(','));
  if (now.has(value)) now.delete(value);
  else now.add(value);
  return now.size === all.length ? undefined : all.filter((one) => now.has(one)).join(',');
};

const isOn = (chosen: string | undefined, value: string): boolean =>
  chosen === undefined || chosen.split(',').includes(value);

/** What the network is narrowed by, and how it is moved. */
export const NetworkTools = ({
  base,
  use,
  field,
  picture,
  isTable,
  pick,
}: {
  /** The network as it is when nothing of this is narrowed. */
  readonly base: NetworkAnswer;
  readonly use: NetworkSearchUse;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly picture: NetworkPictureProps['handle'];
  readonly isTable: boolean;
  readonly pick: (place: number) => void;
}): ReactNode => {
  const { search, put } = use;
  const types = Object.keys(base.types).sort();
  const layers = Object.keys(LAYER_WORDS).filter((layer) => (base.layers[layer] ?? 0) > 0);
  const heaviest = base.edges.reduce((most, { weight }) => Math.max(most, weight), 0);
  const least = Number(search.least ?? 0) || 0;
  // On a narrow page they are folded, so that the picture is seen.
  const [isWide] = useState(() => matchMedia('(min-width: 761px)').matches);
  const [moved, setMoved] = useState(least);
  useEffect(() => setMoved(least), [least]);
  return (
    <div className="net-tools no-print">
      <div className="row">
        <button
          type="button"
          className="button"
          aria-pressed={isTable}
          onClick={() => put({ as: isTable ? undefined : 'table' })}
        >
          Table
        </button>
        {isTable ? null : (
          <fieldset className="zoom">
            <legend className="hidden">Nearer and farther</legend>
            <button type="button" className="button" aria-label="Farther" onClick={() => picture.current?.farther()}>
              −
            </button>
            <button type="button" className="button" aria-label="Nearer" onClick={() => picture.current?.nearer()}>
              +
            </button>
            <button type="button" className="button" onClick={() => picture.current?.fit()}>
              Fit
            </button>
          </fieldset>
        )}
        <NodeSearch data={base} field={field} label="Find somebody or something" pick={pick} />
        <label className="least">
          Least weight
          <input
            type="range"
            min={0}
            max={Math.max(1, heaviest)}
            value={moved}
            aria-valuetext={`${moved} points`}
            onChange={(event) => {
              setMoved(Number(event.target.value));
              put({ least: Number(event.target.value) || undefined });
            }}
          />
          <output>{moved}</output>
        </label>
      </div>
      <details className="fold" open={isWide}>
        <summary>Kinds of nodes and edges</summary>
        <fieldset className="row kinds">
          <legend className="hidden">What is shown of it</legend>
          {types.map((type) => (
            <label key={type} className="kind">
              <input
                type="checkbox"
                checked={isOn(search.types, type)}
                onChange={() => put({ types: toggled(search.types, type, types) })}
              />
              <ShapeSign shape={shapeOf(type)} />
              {TYPE_WORDS[type] ?? type} <span className="dim">{base.types[type]?.toLocaleString('en-GB')}</span>
            </label>
          ))}
        </fieldset>
        <fieldset className="row kinds">
          <legend className="hidden">What ties it together</legend>
          {layers.map((layer) => (
            <label key={layer} className="kind">
              <input
                type="checkbox"
                checked={isOn(search.layers, layer)}
                onChange={() => put({ layers: toggled(search.layers, layer, layers) })}
              />
              <svg width="22" height="10" aria-hidden="true" className={`line-sign ${layer}`}>
                <path d="M1 5h20" />
              </svg>
              {LAYER_WORDS[layer]} <span className="dim">{base.layers[layer]?.toLocaleString('en-GB')}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
};
