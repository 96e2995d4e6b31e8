import { randomUUID } from 'node:crypto';
import type { CaseHost } from '../case-host.ts';
import type { DroppedFile } from '../dropped-files.ts';
import { BackchannelError } from '../model/index.ts';
import type { Events } from './events.ts';
import type { Job } from './job.ts';
import { errorBody } from './serve-error.ts';

/** Jobs that have ended and are still told of. */
const KEPT = 50;

type Running = { -readonly [Field in keyof Job]: Job[Field] };

/** Long work on a case: what is under way, how far it is, and what came of it. It is told of for as long as the desk is open. */
export class Jobs {
  readonly #host: CaseHost;
  readonly #events: Events;
  readonly #now: () => Date;
  readonly #jobs = new Map<string, Running>();
  readonly #stops = new Map<string, AbortController>();

  constructor(host: CaseHost, events: Events, now: () => Date) {
    this.#host = host;
    this.#events = events;
    this.#now = now;
  }

  /** Whether any runs. */
  get isBusy(): boolean {
    return this.#stops.size > 0;
  }

  /** The latest first. */
  all(): readonly Job[] {
    return [...this.#jobs.values()].reverse();
  }

  job(id: string): Job | null {
    return this.#jobs.get(id) ?? null;
  }

  /** Stops a job in good order; what was read is kept. False when there is none that runs. */
  stop(id: string): boolean {
    const stop = this.#stops.get(id);
    stop?.abort();
    return stop !== undefined;
  }

  /** Begins to read dropped files into the case. */
  read(files: readonly DroppedFile[], by: string): Job {
    const job: Running = {
      id: randomUUID(),
      state: 'running',
      files: files.length,
      progress: null,
      summary: null,
      error: null,
      started: this.#now().toISOString(),
      ended: null,
    };
    this.#jobs.set(job.id, job);
    for (const old of [...this.#jobs.keys()].slice(0, -KEPT)) if (!this.#stops.has(old)) this.#jobs.delete(old);
    const stop = new AbortController();
    this.#stops.set(job.id, stop);
    void this.#run(job, files, by, stop.signal);
    return job;
  }

  async #run(job: Running, files: readonly DroppedFile[], by: string, signal: AbortSignal): Promise<void> {
    const tell = (): void => this.#events.tell({ kind: 'job', job: job.id });
    try {
      job.summary = await this.#host.read(files, {
        signal,
        how: { kind: 'desk', by },
        onProgress: (progress) => {
          job.progress = progress;
          tell();
        },
      });
      job.state = job.summary.isComplete ? 'done' : 'stopped';
    } catch (error) {
      job.state = 'failed';
      job.error = (
        error instanceof BackchannelError
          ? errorBody(error.code, error.message, error.next)
          : errorBody('serve/failed', 'Expected the documents to be read, found a fault of the program.')
      ).error;
    }
    job.ended = this.#now().toISOString();
    this.#stops.delete(job.id);
    tell();
    const digest = (await this.#host.store.derivation())?.digest;
    if (digest !== undefined) this.#events.tell({ kind: 'case', digest });
  }
}
