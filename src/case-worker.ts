import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type {
  CaseAsk,
  CaseAsks,
  CaseThreadData,
  CaseThreadStart,
  FromCaseThread,
  ToCaseThread,
} from './case-messages.ts';
import { CaseKeeper, wholeCase } from './case-view.ts';
import { placeDropped } from './dropped-files.ts';
import { type Progress, type ReadSummary, readInto } from './read-into.ts';
import { sendError } from './sent-error.ts';
import { settleBeat } from './settle-beat.ts';
import { type CaseStore, openSqliteCase } from './store/index.ts';
import { guardStore } from './store-guard.ts';

/** What an eye can follow. */
const TELL_EVERY_MS = 100;

/** Hands on what is new to an eye: every change of phase, the end of one, and else one in a while. */
const throttled = (tell: (progress: Progress) => void): ((progress: Progress) => void) => {
  let phase: Progress['phase'] | null = null;
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (progress.phase === phase && progress.done < progress.total && now - last < TELL_EVERY_MS) return;
    phase = progress.phase;
    last = now;
    tell(progress);
  };
};

/** What one thread does for a case for as long as it lives: it holds the store, and what was worked out of the readings. */
class CaseWorker {
  readonly #data: CaseThreadData;
  readonly #store: CaseStore;
  readonly #keeper: CaseKeeper;
  readonly #port: MessagePort;
  readonly #underWay = new Map<number, { readonly stop: AbortController; readonly done: Promise<void> }>();
  #isClosing = false;

  constructor(data: CaseThreadData, store: CaseStore, port: MessagePort) {
    this.#data = data;
    this.#store = store;
    this.#keeper = new CaseKeeper(store);
    this.#port = port;
  }

  take(message: ToCaseThread): void {
    if (message.kind === 'close') void this.#close();
    else if (message.kind === 'stop') this.#underWay.get(message.id)?.stop.abort();
    else {
      const stop = new AbortController();
      const done = this.#answer(message.id, message.ask, stop.signal).finally(() => this.#underWay.delete(message.id));
      this.#underWay.set(message.id, { stop, done });
    }
  }

  #tell(message: FromCaseThread): void {
    this.#port.postMessage(message);
  }

  async #answer(id: number, ask: CaseAsk, signal: AbortSignal): Promise<void> {
    const onProgress = throttled((progress) => this.#tell({ kind: 'progress', id, progress }));
    try {
      this.#tell({ kind: 'answer', id, answer: await this.#do(ask, signal, onProgress) });
    } catch (error) {
      this.#tell({ kind: 'failed', id, error: sendError(error) });
    }
  }

  async #do(
    ask: CaseAsk,
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
  ): Promise<CaseAsks[keyof CaseAsks]['answer']> {
    const onLoaded = (done: number, total: number): void => onProgress({ phase: 'deriving', done, total, path: null });
    switch (ask.what) {
      case 'derive': {
        const { view, digest, isFresh, isKept } = await this.#keeper.derive(onLoaded);
        return { digest, isFresh, made: isKept ? null : await wholeCase(view) };
      }
      case 'warm':
        await this.#keeper.warm(onLoaded);
        return null;
      case 'read':
        return this.#read(ask, signal, onProgress);
      case 'whatIf': {
        const { answerWhatIf } = await import('./what-if-answer.ts');
        return answerWhatIf(await this.#keeper.whole(onLoaded), ask.without);
      }
      case 'suppose': {
        const { answerSuppose } = await import('./what-if-answer.ts');
        return answerSuppose(await this.#keeper.whole(onLoaded), ask.conditions, ask.without);
      }
    }
  }

  async #read(
    { inputs, how }: CaseAsks['read']['ask'],
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
  ): Promise<ReadSummary> {
    const store = this.#store;
    const { reader, cores, keepOriginals } = this.#data;
    const { beat } = await settleBeat(store, reader.beat);
    const dropped = inputs.filter((input) => typeof input !== 'string');
    const named = inputs.filter((input) => typeof input === 'string');
    const custody = { keepOriginals, ...(how && { how }) };
    const settings = { ...reader, ...custody, beat, workers: cores, keeper: this.#keeper, signal, onProgress };
    let summary: ReadSummary;
    if (dropped.length === 0) summary = await readInto(store, named, settings);
    else {
      const { localFiles } = await import('./acquire/index.ts');
      const { paths, files } = placeDropped(dropped, await store.entries(), localFiles);
      summary = await readInto(store, [...named, ...paths], { ...settings, files });
    }
    if (!summary.isComplete && !this.#isClosing) {
      onProgress({ phase: 'deriving', done: 0, total: 0, path: null });
      await this.#keeper.derive();
    }
    return summary;
  }

  async #close(): Promise<void> {
    this.#isClosing = true;
    const underWay = [...this.#underWay.values()];
    for (const { stop } of underWay) stop.abort();
    await Promise.all(underWay.map(({ done }) => done));
    await this.#store.close();
    this.#port.close();
  }
}

const serve = (data: CaseThreadStart, port: MessagePort): void => {
  let opened: Promise<CaseWorker> | null = null;
  // A file that cannot be opened now is tried again when the next thing is asked.
  const open = (): Promise<CaseWorker> => {
    opened ??= openSqliteCase(data.place, { create: false }).then(
      (store) => new CaseWorker(data, guardStore(store, data.guard), port),
      (error: unknown) => {
        opened = null;
        throw error;
      },
    );
    return opened;
  };
  port.on('message', (message: ToCaseThread) => {
    if (message.kind === 'close' && opened === null) port.close();
    else
      open().then(
        (worker) => worker.take(message),
        (error: unknown) => {
          if (message.kind === 'close') port.close();
          else if (message.kind === 'ask')
            port.postMessage({ kind: 'failed', id: message.id, error: sendError(error) } satisfies FromCaseThread);
        },
      );
  });
};

if (parentPort !== null) serve(workerData as CaseThreadStart, parentPort);
