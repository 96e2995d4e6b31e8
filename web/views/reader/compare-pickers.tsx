import type { ReactNode } from 'react';
import type { CompareAnswer } from '../../../src/serve/index.ts';

const called = ({ outlet, title, when }: CompareAnswer['documents'][number]): string =>
  [outlet, title.length > 60 ? `${title.slice(0, 58)}…` : title, when].filter(Boolean).join(' · ');

/** Which event, which two documents: only those that tell it. */
export const ComparePickers = ({
  data,
  set,
  swap,
}: {
  readonly data: CompareAnswer;
  readonly set: (change: Readonly<Record<string, string | undefined>>) => void;
  readonly swap: () => void;
}): ReactNode => {
  const { event, events, documents, moreDocuments, a, b, shared } = data;
  const listed = event === null || events.some(({ id }) => id === event.id) ? events : [event, ...events];
  return (
    <div className="pickers no-print">
      <label className="event">
        On
        <select
          className="field"
          value={event?.id ?? ''}
          onChange={({ target }) => set({ event: target.value === '' ? undefined : target.value })}
        >
          <option value="">all that both tell ({events.length})</option>
          {listed.map(({ id, list, text, when }) => (
            <option key={id} value={id}>
              {list}: {text.length > 90 ? `${text.slice(0, 88)}…` : text}
              {when === null ? '' : ` (${when})`}
            </option>
          ))}
        </select>
      </label>
      {(['a', 'b'] as const).map((side) => {
        const [own, other] = side === 'a' ? [a, b] : [b, a];
        return (
          <label key={side}>
            {side === 'a' ? 'Left' : 'Right'}
            <select className="field" value={own?.id ?? ''} onChange={({ target }) => set({ [side]: target.value })}>
              {documents
                .filter(({ id }) => id !== other?.id)
                .map((document) => (
                  <option key={document.id} value={document.id}>
                    {called(document)}
                  </option>
                ))}
            </select>
          </label>
        );
      })}
      <button type="button" className="button" onClick={swap}>
        <kbd>s</kbd> swap
      </button>
      <p className="small dim">
        {shared.length > 0
          ? 'Both derive from the same origin: what they share is said once, not twice.'
          : 'No origin that is known is behind both.'}
        {moreDocuments > 0 ? ` ${moreDocuments} more documents tell of it: open them from the reader.` : ''}
      </p>
    </div>
  );
};
