import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Acquired, Files } from './acquire/index.ts';
import type { FileAnswer, FromAcquireThread, KnownOf, Resume, ToAcquireThread } from './acquire-messages.ts';
import type { Refusal } from './model/index.ts';
import { sendError } from './sent-error.ts';

/** What the thread runs: the compiled file beside this one, or in a checkout, where that is TypeScript, a script that loads it. */
const WORKER = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../scripts/acquire-worker.mjs' : './acquire-worker.js', import.meta.url),
);

/** What a thread may take. */
export interface ThreadLimits {
  /** Time for one thing in a file, or for going from one to the next. */
  readonly timeLimitMs: number;
  /** What the thread may hold of objects and strings. */
  readonly heapMegabytes: number;
  /** What the process may grow by while the thread is at one thing: buffers and WebAssembly count here alone. */
  readonly growthMegabytes: number;
}

/** How often it is looked how long and how large; a moment in which this thread could not look does not count. */
const TICK_MS = 250;

/** A thread that has not loaded what it needs by then has another fault than the file. */
const START_LIMIT_MS = 60_000;

/** A thread that keeps ending is not started for ever for one file. */
const MAX_FAILURES = 20;

/** Why the thread gave no answer. */
type Failure = { readonly kind: 'too-long' } | { readonly kind: 'crashed'; readonly why: string };
type Answer = { readonly kind: 'given'; readonly acquired: Acquired } | { readonly kind: 'end' } | Failure;

const megabytes = (): number => process.memoryUsage.rss() / 2 ** 20;

const whyEnded = (error: unknown, code: number): string => {
  if (!(error instanceof Error)) return `what takes it in ended by itself (exit code ${code})`;
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? 'it needed more memory than it may have' : `what takes it in failed: ${error.message}`;
};

/** How far a file is, so that another thread can go on behind what ended the one before. */
class Position {
  readonly #without: string[] = [];
  /** What is being read, outermost first, without the file itself. */
  readonly #stack: string[] = [];
  #inside = 0;
  #direct = 0;
  /** What was given of the thing right inside of the file that is being read; null between two such. */
  #within: string[] | null = null;

  /** What is being read inside of the file; null when it is the file itself. */
  get at(): string | null {
    return this.#stack.at(-1) ?? null;
  }

  get resume(): Resume {
    return { inside: this.#inside, given: this.#direct + (this.#within?.length ?? 0), without: [...this.#without] };
  }

  enter(path: string): void {
    this.#stack.push(path);
    this.#within ??= [];
  }

  left(): void {
    this.#stack.pop();
    if (this.#stack.length === 0) this.#leaveInside();
  }

  give(path: string): void {
    if (this.#within === null) this.#direct++;
    else this.#within.push(path);
  }

  /** Leaves out what is being read. What came out of it is kept, and will not come again. */
  leaveOut(): void {
    const failed = this.#stack.at(-1);
    if (this.#stack.length === 1) this.#leaveInside();
    else if (failed !== undefined) {
      this.#without.push(failed);
      this.#within = (this.#within ?? []).filter((path) => path !== failed && !path.startsWith(`${failed}!/`));
    }
    this.#stack.length = 0;
  }

  #leaveInside(): void {
    this.#inside++;
    this.#within = null;
    this.#without.length = 0;
  }
}

/** What is to be acquired. */
interface Job {
  readonly path: string;
  /** Where the file is, unless it is on the machine's own disk. */
  readonly files: Files | null;
  readonly limitBytes: number | null;
  readonly knownOf: KnownOf | null;
}

/** A thread at work on one file. */
class Running {
  readonly worker: Worker;
  readonly #limits: ThreadLimits;
  #waiting: ((answer: Answer) => void) | null = null;
  readonly #answers: Answer[] = [];
  #position = new Position();
  #files: Files | null = null;
  #ticks = 0;
  #base = 0;
  #ticking: NodeJS.Timeout | undefined;
  #isEnded = false;
  #isReady = false;

  constructor(limits: ThreadLimits) {
    this.#limits = limits;
    this.worker = new Worker(WORKER, {
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
      stdout: true,
      stderr: true,
    });
    // What libraries say of broken files is no part of what a command prints.
    this.worker.stdout.resume();
    this.worker.stderr.resume();
    this.worker.unref();
    let died: unknown = null;
    this.worker.on('message', (message: FromAcquireThread) => this.#take(message));
    this.worker.on('error', (error) => {
      died = error;
    });
    this.worker.on('exit', (code) => {
      this.#isEnded = true;
      this.#answer({ kind: 'crashed', why: whyEnded(died, code) });
    });
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  start({ path, files, limitBytes, knownOf }: Job, position: Position, limitMs: number): void {
    this.#position = position;
    this.#files = files;
    const { resume } = position;
    this.#send({ kind: 'acquire', path, limitBytes, asksForFiles: files !== null, knownOf, resume });
    this.ask(limitMs);
  }

  /** Asks for the next thing, with its time counted from now, or from when the thread last told that it has come further. */
  ask(limitMs: number): void {
    this.#send({ kind: 'next' });
    this.#begin();
    this.worker.ref();
    clearInterval(this.#ticking);
    this.#ticking = setInterval(() => this.#tick(limitMs), TICK_MS);
    this.#ticking.unref();
  }

  /** What came of what was asked for first. */
  async answer(): Promise<Answer> {
    return this.#answers.shift() ?? new Promise((resolve) => (this.#waiting = resolve));
  }

  #begin(): void {
    this.#ticks = 0;
    this.#base = megabytes();
  }

  #tick(limitMs: number): void {
    this.#ticks++;
    const growth = megabytes() - this.#base;
    if (this.#isReady && growth > this.#limits.growthMegabytes)
      this.#answer({ kind: 'crashed', why: `it needed more than ${this.#limits.growthMegabytes} MB of memory` });
    else if (this.#ticks * TICK_MS > (this.#isReady ? limitMs : limitMs + START_LIMIT_MS))
      this.#answer({ kind: 'too-long' });
  }

  #answer(answer: Answer): void {
    clearInterval(this.#ticking);
    this.worker.unref();
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null) this.#answers.push(answer);
    else waiting(answer);
  }

  #send(message: ToAcquireThread): void {
    this.worker.postMessage(message);
  }

  #take(message: FromAcquireThread): void {
    // What only asks for bytes may do so for ever.
    if (message.kind !== 'ask-stat' && message.kind !== 'ask-bytes') this.#begin();
    if (message.kind === 'ready') this.#isReady = true;
    else if (message.kind === 'enter') this.#position.enter(message.path);
    else if (message.kind === 'left') this.#position.left();
    else if (message.kind === 'goes-on') return;
    else if (message.kind === 'ask-stat' || message.kind === 'ask-bytes') void this.#readFile(message);
    else {
      if (message.kind === 'given') {
        const { acquired } = message;
        this.#position.give(acquired.kind === 'refused' ? acquired.refusal.path : acquired.document.path);
      }
      this.#answer(message);
    }
  }

  async #readFile(ask: Extract<FromAcquireThread, { readonly call: number }>): Promise<void> {
    let answer: FileAnswer;
    try {
      if (this.#files === null) throw new Error('Expected files to be handed over, found none.');
      if (ask.kind === 'ask-stat') answer = { kind: 'stat', stat: await this.#files.stat(ask.path) };
      else {
        const bytes = await this.#files.readAt(ask.path, ask.start, ask.length);
        // A view would be sent with all that it is a view of.
        answer = { kind: 'bytes', bytes: new Uint8Array(bytes) };
      }
    } catch (error) {
      const systemCode =
        error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
      answer = { kind: 'error', error: sendError(error), systemCode };
    }
    this.#send({ kind: 'file', call: ask.call, answer });
  }
}

/** What is to be told of what ended a thread. */
export interface Refuse {
  tookTooLong(path: string, seconds: number): Refusal;
  crashed(path: string, why: string): Refusal;
}

/**
 * A thread that acquires files, one at a time. What never ends in it or ends it (memory) is refused by name; the thread is started
 * anew and goes on behind it. Does not keep the process alive unless something is asked of it.
 */
export class AcquireThread {
  readonly #limits: ThreadLimits;
  readonly #refuse: Refuse;
  #running: Running | null = null;

  constructor(limits: ThreadLimits, refuse: Refuse) {
    this.#limits = limits;
    this.#refuse = refuse;
  }

  /** @param files Where the file is, unless it is on the machine's own disk. One file at a time: the one before must have ended. */
  async *acquire(
    path: string,
    size: number,
    files: Files | null,
    limitBytes: number | null,
    knownOf: KnownOf | null = null,
  ): AsyncGenerator<Acquired> {
    const job = { path, files, limitBytes, knownOf };
    // A millisecond a kilobyte: the slowest formats take about a tenth of this.
    const limitMs = this.#limits.timeLimitMs + size / 1024;
    const position = new Position();
    let isWhole = false;
    try {
      for (let failures = 0; !isWhole; failures++) {
        const failure = yield* this.#run(job, position, limitMs);
        isWhole = failure === null;
        if (failure === null) return;
        await this.close();
        const at = position.at;
        const refusal =
          failure.kind === 'too-long'
            ? this.#refuse.tookTooLong(at ?? path, Math.round(limitMs / 1000))
            : this.#refuse.crashed(at ?? path, failure.why);
        yield { kind: 'refused', refusal };
        if (at === null) return;
        if (failures >= MAX_FAILURES) {
          const why = 'too many of the things in it did not end or needed too much memory; what came before is kept';
          yield { kind: 'refused', refusal: this.#refuse.crashed(path, why) };
          return;
        }
        position.leaveOut();
      }
    } finally {
      if (!isWhole) await this.close();
    }
  }

  /** Gives what the thread gives, until it ends or fails. */
  async *#run(job: Job, position: Position, limitMs: number): AsyncGenerator<Acquired, Failure | null> {
    // One that ended while nothing was asked of it.
    if (this.#running?.isEnded === true) this.#running = null;
    this.#running ??= new Running(this.#limits);
    const running = this.#running;
    running.start(job, position, limitMs);
    for (;;) {
      const answer = await running.answer();
      if (answer.kind === 'end') return null;
      if (answer.kind !== 'given') return answer;
      // Asked for before this one is made use of, so that the thread works meanwhile.
      running.ask(limitMs);
      yield answer.acquired;
    }
  }

  /** Ends the thread, whatever it is at. The next file starts another. */
  async close(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.worker.terminate();
  }
}
