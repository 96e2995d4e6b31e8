import type { Clock } from './clock.ts';

/** Leave to visit a host. To be given back in any case. */
export interface Turn {
  /** Waits from now on until the next visit, at least. */
  widen(gapMs: number): void;
  /** Nobody visits before this moment. */
  block(until: number): void;
  release(): void;
}

interface Host {
  /** Ends when those who came before have had their turns. */
  tail: Promise<void>;
  gapMs: number;
  notBefore: number;
}

/** Lets one visit at a time come to each host, with a pause between two; hosts do not wait for each other. */
export class HostTurns {
  readonly #hosts = new Map<string, Host>();
  readonly #clock: Clock;
  readonly #gapMs: number;
  readonly #longestWaitMs: number;

  constructor(clock: Clock, gapMs: number, longestWaitMs: number) {
    this.#clock = clock;
    this.#gapMs = gapMs;
    this.#longestWaitMs = longestWaitMs;
  }

  /**
   * Waits for a turn.
   *
   * @returns When to come again, in milliseconds since 1970, where the pause is longer than what is waited for.
   * @throws The reason of `signal` when that is aborted.
   */
  async take(name: string, signal?: AbortSignal): Promise<Turn | number> {
    let host = this.#hosts.get(name);
    if (host === undefined) {
      host = { tail: Promise.resolve(), gapMs: this.#gapMs, notBefore: 0 };
      this.#hosts.set(name, host);
    }
    const mine = host;
    const before = mine.tail;
    let free = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      free = resolve;
    });
    mine.tail = before.then(() => done);
    try {
      await before;
      signal?.throwIfAborted();
      const waitMs = mine.notBefore - this.#clock.now();
      if (waitMs > this.#longestWaitMs) {
        free();
        return mine.notBefore;
      }
      if (waitMs > 0) await this.#clock.wait(waitMs, signal);
    } catch (error) {
      free();
      throw error;
    }
    return {
      widen: (gapMs) => {
        mine.gapMs = Math.max(this.#gapMs, gapMs);
      },
      block: (until) => {
        mine.notBefore = Math.max(mine.notBefore, until);
      },
      release: () => {
        mine.notBefore = Math.max(mine.notBefore, this.#clock.now() + mine.gapMs);
        free();
      },
    };
  }
}
