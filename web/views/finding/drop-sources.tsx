import type { ReactNode } from 'react';
import type { SourceMark } from '../../../src/serve/index.ts';
import { colourClass, useCase } from '../../core/case.ts';
import { counted } from '../../core/signed.ts';
import type { Without } from './without.ts';

const KIND: Readonly<Record<SourceMark['kind'], string>> = {
  origin: 'origin',
  outlet: 'passes it on',
  named: 'speaks',
  unnamed: 'unnamed',
};

/** Everybody through whom a finding came, each to be left out. */
export const DropSources = ({
  sources,
  without,
}: {
  readonly sources: readonly SourceMark[];
  readonly without: Without;
}): ReactNode => {
  const head = useCase();
  if (sources.length === 0) return null;
  const known = new Set(sources.map(({ ask }) => ask));
  const elsewhere = without.sources.filter((one) => !known.has(one));
  return (
    <fieldset className="drop">
      <legend>Leave a source out, and see what would stand</legend>
      {sources.map(({ ask, name, kind, origin, claims }) => (
        <label key={ask} className={origin === null ? '' : colourClass(head, origin)}>
          <input type="checkbox" checked={!without.sources.includes(ask)} onChange={() => without.toggle(ask)} />
          {origin === null ? null : <span className="swatch" aria-hidden="true" />}
          <span className="who">{kind === 'unnamed' ? `“${name}”` : name}</span>
          <span className="small dim">
            {KIND[kind]}, {counted(claims, 'claim')}
          </span>
        </label>
      ))}
      {elsewhere.length === 0 ? null : (
        <p className="small dim">and {counted(elsewhere.length, 'source')} elsewhere in the case</p>
      )}
      {without.sources.length === 0 ? null : (
        <button type="button" className="button no-print" onClick={without.clear}>
          Count them all again
        </button>
      )}
    </fieldset>
  );
};
