import type { ReactNode } from 'react';
import { LAYER_WORDS, LAYERS, type Layer, TYPE_LETTERS } from './marks.ts';

/** Switches the layers of a text; the number is the key that does the same. */
export const LayerBar = ({
  layers,
  toggle,
}: {
  readonly layers: ReadonlySet<Layer>;
  readonly toggle: (layer: Layer) => void;
}): ReactNode => (
  <div className="layers no-print">
    <fieldset>
      <legend className="hidden">Layers over the text</legend>
      {LAYERS.map((layer, at) => (
        <button
          key={layer}
          type="button"
          className="switch"
          aria-pressed={layers.has(layer)}
          aria-keyshortcuts={String(at + 1)}
          onClick={() => toggle(layer)}
        >
          <kbd>{at + 1}</kbd> {LAYER_WORDS[layer]}
        </button>
      ))}
    </fieldset>
    {layers.has('mentions') ? (
      <p className="legend small dim">
        {Object.entries(TYPE_LETTERS).map(([type, [letter, words]]) => (
          <span key={type}>
            <span className={`mention ${type}`}>{words}</span> <i className="label of-mentions" data-label={letter} />
          </span>
        ))}
      </p>
    ) : null}
    {layers.has('attribution') ? (
      <p className="legend small dim">
        <span>
          <span className="source">source</span>, in the colour of its origin
        </span>
        <span>
          <span className="cue">cue</span>
        </span>
        <span>
          <span className="content depth-0">what is said</span>, <span className="content depth-1">said within it</span>
        </span>
      </p>
    ) : null}
  </div>
);
