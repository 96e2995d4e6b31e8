import type { ReactNode } from 'react';
import type { FilterUse } from '../../core/filter.ts';
import type { ZoomUse } from './use-zoom.ts';

/** What can be done with the picture by mouse; each has a key, too. */
export const TimeTools = ({
  filter,
  zoom,
  fit,
  isTable,
  toggleTable,
}: {
  readonly filter: FilterUse;
  readonly zoom: ZoomUse;
  readonly fit: () => void;
  readonly isTable: boolean;
  readonly toggleTable: () => void;
}): ReactNode => {
  const { from, to } = filter.filter;
  return (
    <div className="time-tools no-print">
      <button type="button" className="button" aria-pressed={isTable} onClick={toggleTable}>
        Table
      </button>
      <fieldset className="zoom">
        <legend className="hidden">Nearer and farther</legend>
        <button type="button" className="button" aria-label="Farther" onClick={() => zoom.nearer(1 / 1.6)}>
          −
        </button>
        <button type="button" className="button" aria-label="Nearer" onClick={() => zoom.nearer(1.6)}>
          +
        </button>
        <button type="button" className="button" onClick={fit}>
          Fit
        </button>
      </fieldset>
      <div className="stretch">
        <label>
          From{' '}
          <input
            type="date"
            className="field"
            value={from ?? ''}
            max={to}
            onChange={(event) => filter.set({ from: event.target.value || undefined })}
          />
        </label>
        <label>
          to{' '}
          <input
            type="date"
            className="field"
            value={to ?? ''}
            min={from}
            onChange={(event) => filter.set({ to: event.target.value || undefined })}
          />
        </label>
        {from === undefined && to === undefined ? (
          <span className="dim small">Draw along the days to narrow every view</span>
        ) : (
          <button type="button" className="quiet" onClick={() => filter.set({ from: undefined, to: undefined })}>
            all of it
          </button>
        )}
      </div>
    </div>
  );
};
