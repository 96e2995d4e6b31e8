import { type MessagePort, parentPort } from 'node:worker_threads';
import { type Acquired, type AcquireWatch, acquireFile, type Files, localFiles } from './acquire/index.ts';
import type { AcquireJob, FileAnswer, FromAcquireThread, Resume, ToAcquireThread } from './acquire-messages.ts';
import { openOcr } from './ocr.ts';
import { receiveError } from './sent-error.ts';

/** What one thread does: it acquires one file after the other, and gives one thing each time it is asked. */
class AcquireWorker {
  readonly #port: MessagePort;
  readonly #calls = new Map<number, (answer: FileAnswer) => void>();
  #given: AsyncGenerator<Acquired> | null = null;
  #last = 0;

  constructor(port: MessagePort) {
    this.#port = port;
  }

  take(message: ToAcquireThread): void {
    if (message.kind === 'file') {
      this.#calls.get(message.call)?.(message.answer);
      this.#calls.delete(message.call);
    } else if (message.kind === 'acquire') this.#given = this.#acquire(message);
    else void this.#next();
  }

  #tell(message: FromAcquireThread, transfer: readonly ArrayBuffer[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  async #next(): Promise<void> {
    const next = await this.#given?.next();
    if (next === undefined || next.done === true) {
      this.#tell({ kind: 'end' });
      return;
    }
    const acquired = next.value;
    if (acquired.kind === 'refused') {
      this.#tell({ kind: 'given', acquired });
      return;
    }
    // A copy of just these bytes: they may be a part of what is still being read, which sending would take away or send as a whole.
    const bytes = new Uint8Array(acquired.bytes);
    this.#tell({ kind: 'given', acquired: { ...acquired, bytes } }, [bytes.buffer]);
  }

  async *#acquire({ path, limitBytes, asksForFiles, knownOf, resume }: AcquireJob): AsyncGenerator<Acquired> {
    const options = { ...(limitBytes !== null && { limitBytes }), watch: this.#watch(resume), ocr: openOcr };
    let before = resume.given;
    const files = asksForFiles ? this.#askedFiles() : localFiles;
    for await (const acquired of acquireFile(path, files, options, knownOf ?? undefined))
      if (before > 0) before--;
      else yield acquired;
  }

  #watch({ inside, without }: Resume): AcquireWatch {
    const closed = new Set(without);
    let nth = 0;
    let level = 0;
    return {
      enter: (path) => {
        if (level === 0 && ++nth <= inside) return false;
        if (closed.has(path)) return false;
        level++;
        this.#tell({ kind: 'enter', path });
        return true;
      },
      left: () => {
        level--;
        this.#tell({ kind: 'left' });
      },
      goesOn: () => this.#tell({ kind: 'goes-on' }),
    };
  }

  #askedFiles(): Files {
    return {
      ...localFiles,
      stat: async (path) => {
        const answer = await this.#ask((call) => ({ kind: 'ask-stat', call, path }));
        if (answer.kind !== 'stat') throw new Error('Expected what stands at a path, found something else.');
        return answer.stat;
      },
      read: (path, limit) => this.#askBytes(path, 0, limit),
      readAt: (path, start, length) => this.#askBytes(path, start, length),
    };
  }

  async #askBytes(path: string, start: number, length: number): Promise<Uint8Array> {
    const answer = await this.#ask((call) => ({ kind: 'ask-bytes', call, path, start, length }));
    if (answer.kind !== 'bytes') throw new Error('Expected the bytes of a file, found something else.');
    return answer.bytes;
  }

  async #ask(message: (call: number) => FromAcquireThread): Promise<FileAnswer> {
    const call = ++this.#last;
    const answer = await new Promise<FileAnswer>((resolve) => {
      this.#calls.set(call, resolve);
      this.#tell(message(call));
    });
    if (answer.kind !== 'error') return answer;
    const error = receiveError(answer.error);
    throw answer.systemCode === null ? error : Object.assign(error, { code: answer.systemCode });
  }
}

if (parentPort !== null) {
  const worker = new AcquireWorker(parentPort);
  parentPort.on('message', (message: ToAcquireThread) => worker.take(message));
  parentPort.postMessage({ kind: 'ready' } satisfies FromAcquireThread);
}
