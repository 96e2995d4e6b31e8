import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Job } from '../../src/serve/index.ts';
import { type Dropped, filesDropped, filesPicked } from '../core/dropped.ts';
import { addDocuments, stopJob, useJobs } from '../core/jobs.ts';
import { useKeys } from '../core/keys.ts';
import './add-documents.css';

/** The job whose report was closed: it is not shown again when the page is loaded anew. */
const SEEN = 'backchannel-job-seen';

const PHASES = { looking: 'Looking', reading: 'Reading', deriving: 'Putting the case together' } as const;

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;

/** How far a job is, or what came of it: each file that was refused with its reason. */
const JobReport = ({ job }: { readonly job: Job }): ReactNode => {
  const { progress, summary, error } = job;
  if (job.state === 'running') {
    const share = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
    return (
      <div className="job" role="status">
        <div className="line">
          <span>
            {progress === null ? 'Beginning' : PHASES[progress.phase]}{' '}
            {progress !== null && progress.total > 0 ? `${progress.done} of ${progress.total}` : ''}
          </span>
          <span className="dim small path">{progress?.path ?? ''}</span>
          <button type="button" className="quiet" onClick={() => void stopJob(job.id)}>
            Stop
          </button>
        </div>
        <progress className="share" value={share} max={1} aria-label="How far it is" />
      </div>
    );
  }
  const parts =
    summary === null
      ? []
      : [
          summary.added > 0 ? `${counted(summary.added, 'document')} added` : null,
          summary.paths + summary.known > 0 ? `${summary.paths + summary.known} already in the case` : null,
          summary.reread > 0 ? `${summary.reread} read again` : null,
          summary.refusals.length > 0 ? `${summary.refusals.length} refused` : null,
        ].filter((part) => part !== null);
  return (
    <div className="job" role="status">
      <p>
        {error === null ? (
          <>
            {job.state === 'stopped' ? 'Stopped; what was read is kept. ' : ''}
            {parts.length === 0 ? 'Nothing to read' : parts.join(', ')}.
          </>
        ) : (
          <span role="alert">
            {error.message} {error.next}
          </span>
        )}
      </p>
      {summary !== null && summary.refusals.length > 0 ? (
        <details open={summary.refusals.length <= 5}>
          <summary>What was refused, and why</summary>
          <ul>
            {summary.refusals.map(({ path, reason, code }) => (
              <li key={`${path} ${code}`}>
                <b>{path.replace(/^dropped\//, '')}</b> {reason}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
};

/**
 * Takes files into the case: dropped anywhere on the page, or picked. Shows the latest job while it runs and what came of it.
 * Stands in the frame, so that a drop is taken on every view.
 */
export const AddDocuments = ({
  isOpen,
  close,
}: {
  readonly isOpen: boolean;
  readonly close: () => void;
}): ReactNode => {
  const client = useQueryClient();
  const [job] = useJobs();
  const [isOver, setOver] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [seen, setSeen] = useState<string | null>(() => sessionStorage.getItem(SEEN));
  const picker = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const add = useCallback(
    async (files: readonly Dropped[]) => {
      setFailure(null);
      if (files.length === 0) return;
      try {
        await addDocuments(files);
        await client.invalidateQueries({ queryKey: ['jobs'] });
      } catch (error) {
        setFailure(error instanceof Error ? error.message : 'The files could not be handed over.');
      }
    },
    [client],
  );
  useEffect(() => {
    const isFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent): void => {
      if (!isFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!isFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setOver(false);
      void filesDropped(event.dataTransfer).then(add);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [add]);
  useKeys([{ keys: 'a', does: 'add documents', act: () => picker.current?.click() }]);
  const take = (input: HTMLInputElement): void => {
    if (input.files !== null) void add(filesPicked(input.files));
    input.value = '';
  };
  const isShown = isOpen || failure !== null || (job !== undefined && (job.state === 'running' || job.id !== seen));
  return (
    <>
      {isOver ? (
        <div className="drop-here" aria-hidden="true">
          <p>Drop them here: text, pages, PDF, Word, mail, transcripts, tables, archives of them, or folders</p>
        </div>
      ) : null}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => take(event.currentTarget)}
        aria-label="Files to add"
      />
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        onChange={(event) => take(event.currentTarget)}
        aria-label="A folder to add"
      />
      {isShown ? (
        <section className="add-documents no-print fade" aria-label="Add documents">
          <div className="head">
            <b>Add documents</b>
            <button type="button" className="button" onClick={() => picker.current?.click()}>
              Files
            </button>
            <button type="button" className="button" onClick={() => folder.current?.click()}>
              A folder
            </button>
            <button
              type="button"
              className="quiet"
              aria-label="Close"
              disabled={job?.state === 'running'}
              onClick={() => {
                setFailure(null);
                setSeen(job?.id ?? null);
                sessionStorage.setItem(SEEN, job?.id ?? '');
                close();
              }}
            >
              ×
            </button>
          </div>
          {failure === null ? null : <p role="alert">{failure}</p>}
          {job === undefined ? (
            <p className="dim small">Drop documents of any kind anywhere on the page. They are read on this machine.</p>
          ) : (
            <JobReport job={job} />
          )}
        </section>
      ) : null}
    </>
  );
};
