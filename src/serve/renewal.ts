import type { CaseHost } from '../case-host.ts';
import type { Events } from './events.ts';

/**
 * Has the case put together again after something was decided, and tells the pages.
 *
 * Whoever decides does not wait for it. What is decided while it is under way is put together by the next turn, all at once.
 */
export class Renewal {
  readonly #host: CaseHost;
  readonly #events: Events;
  #isAsked = false;
  #running: Promise<void> | null = null;

  constructor(host: CaseHost, events: Events) {
    this.#host = host;
    this.#events = events;
  }

  ask(): void {
    this.#isAsked = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when nothing is under way. */
  async done(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isAsked) {
      this.#isAsked = false;
      try {
        const { digest } = await this.#host.derive();
        this.#events.tell({ kind: 'case', digest });
      } catch (error) {
        this.#events.tell({ kind: 'trouble', message: error instanceof Error ? error.message : String(error) });
      }
    }
  }
}
