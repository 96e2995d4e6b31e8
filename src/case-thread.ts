import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type {
  CaseAsk,
  CaseAsks,
  CaseThreadData,
  CaseThreadStart,
  FromCaseThread,
  ToCaseThread,
} from './case-messages.ts';
import { BackchannelError } from './model/index.ts';
import type { Progress } from './read-into.ts';
import { receiveError } from './sent-error.ts';
import { type GuardState, newGuardState, quiet } from './store-guard.ts';

/** What the thread runs: the compiled file beside this one, or in a checkout, where that is TypeScript, a script that loads it. */
const WORKER = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../scripts/case-worker.mjs' : './case-worker.js', import.meta.url),
);

/**
 * What Node gives a thread by itself, or more where the machine has it: a case of 10,000 documents takes about four gigabytes, and a
 * thread that has too little can end the process with it.
 */
const roomyMemory = (): number => Math.max(4096, Math.floor((totalmem() / 2 ** 20) * 0.6));

/** How an ask is followed and stopped. */
export interface Follow {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface Pending {
  readonly resolve: (answer: CaseAsks[keyof CaseAsks]['answer']) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

interface Running {
  readonly worker: Worker;
  readonly guard: GuardState;
  readonly pending: Map<number, Pending>;
  readonly ended: Promise<void>;
}

/**
 * The thread that works on a case: started when something is asked, and anew after it died. Keeps the process alive only while
 * something is asked of it.
 */
export class CaseThread {
  readonly #data: CaseThreadData;
  readonly #memoryMegabytes: number;
  #running: Running | null = null;
  #last = 0;
  #isClosed = false;

  /** @param memoryMegabytes The most that the thread may hold; that of {@link roomyMemory} by default. */
  constructor(data: CaseThreadData, memoryMegabytes?: number) {
    this.#data = data;
    this.#memoryMegabytes = memoryMegabytes ?? roomyMemory();
  }

  /** @throws BackchannelError what the thread met; `host/thread-ended` when it died; `host/closed`. */
  ask<What extends keyof CaseAsks>(
    ask: Extract<CaseAsk, { readonly what: What }>,
    { onProgress, signal }: Follow = {},
  ): Promise<CaseAsks[What]['answer']> {
    if (this.#isClosed) return Promise.reject(closedError(this.#data.place));
    this.#running ??= this.#start();
    const { worker, pending } = this.#running;
    const id = ++this.#last;
    const stop = (): void => worker.postMessage({ kind: 'stop', id } satisfies ToCaseThread);
    const answer = new Promise<CaseAsks[keyof CaseAsks]['answer']>((resolve, reject) => {
      pending.set(id, { resolve, reject, onProgress });
    });
    worker.ref();
    worker.postMessage({ kind: 'ask', id, ask } satisfies ToCaseThread);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
    return answer.finally(() => signal?.removeEventListener('abort', stop)) as Promise<CaseAsks[What]['answer']>;
  }

  #start(): Running {
    const guard = newGuardState();
    const worker = new Worker(WORKER, {
      workerData: { ...this.#data, guard } satisfies CaseThreadStart,
      resourceLimits: { maxOldGenerationSizeMb: this.#memoryMegabytes },
    });
    const pending = new Map<number, Pending>();
    let died: unknown = null;
    worker.on('message', (message: FromCaseThread) => {
      const asked = pending.get(message.id);
      if (asked === undefined) return;
      if (message.kind === 'progress') {
        asked.onProgress?.(message.progress);
        return;
      }
      pending.delete(message.id);
      if (pending.size === 0) worker.unref();
      if (message.kind === 'answer') asked.resolve(message.answer);
      else asked.reject(receiveError(message.error));
    });
    worker.on('error', (error) => {
      died = error;
    });
    const ended = new Promise<void>((resolve) => {
      worker.on('exit', (code) => {
        if (this.#running?.worker === worker) this.#running = null;
        const error = this.#isClosed ? closedError(this.#data.place) : this.#endedError(died, code);
        for (const { reject } of pending.values()) reject(error);
        pending.clear();
        resolve();
      });
    });
    return { worker, guard, pending, ended };
  }

  #endedError(died: unknown, code: number): BackchannelError {
    const isMemory = died instanceof Error && 'code' in died && died.code === 'ERR_WORKER_OUT_OF_MEMORY';
    const why = isMemory
      ? 'it needed more memory than it may have'
      : died instanceof Error
        ? died.message
        : `it was stopped (exit code ${code})`;
    return new BackchannelError(
      'host/thread-ended',
      `Expected an answer of the thread that works on ${this.#data.place}, but it ended: ${why}.`,
      {
        place: this.#data.place,
        next: isMemory
          ? 'Ask again, it is started anew and the case file is whole; or work where there is more memory.'
          : 'Ask again: it is started anew, and what was committed is kept.',
        cause: died,
      },
    );
  }

  /** Ends the thread whatever it is doing, but for a call of the store, which is let end; the next ask starts another. */
  async kill(): Promise<void> {
    if (this.#running === null) return;
    const { worker, guard, ended } = this.#running;
    await quiet(guard);
    await worker.terminate();
    await ended;
  }

  /** Lets the thread end what is under way in good order, for so long at most; nothing can be asked any more. */
  async close(graceMs: number): Promise<void> {
    this.#isClosed = true;
    const running = this.#running;
    if (running === null) return;
    running.worker.ref();
    running.worker.postMessage({ kind: 'close' } satisfies ToCaseThread);
    const timer = setTimeout(() => void this.kill(), graceMs);
    await running.ended;
    clearTimeout(timer);
  }
}

export const closedError = (place: string): BackchannelError =>
  new BackchannelError('host/closed', `Expected the case ${place} to be open, found it closed.`, {
    place,
    next: 'Open it again.',
  });
