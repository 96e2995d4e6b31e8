import { hostname } from 'node:os';
import { BackchannelError, type Notice } from './model/index.ts';
import type { CaseStore, KeptNotice, Watched } from './store/index.ts';

/** Whoever watches says so this often; one who has not for longer than `STALE_MS` is taken to be gone. */
export const BEAT_MS = 20_000;
const STALE_MS = 90_000;

interface Holder {
  readonly host: string;
  readonly pid: number;
  readonly since: string;
}

const parse = (json: string): Holder | null => {
  try {
    return JSON.parse(json) as Holder;
  } catch {
    return null;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** The right to watch a case: one process at a time has it, and loses it when it is killed. */
export class WatchHolder {
  readonly #store: CaseStore;
  readonly #me: string;
  readonly #now: () => number;

  private constructor(store: CaseStore, me: string, now: () => number) {
    this.#store = store;
    this.#me = me;
    this.#now = now;
  }

  /** @throws BackchannelError `watch/held` when another process watches the case. */
  static async take(store: CaseStore, now: () => number): Promise<WatchHolder> {
    const since = new Date(now()).toISOString();
    const me = JSON.stringify({ host: hostname(), pid: process.pid, since } satisfies Holder);
    const beat = (await store.watched('')).find(({ item }) => item === 'beat')?.json ?? '';
    const mayTake = (other: string): boolean => {
      const holder = parse(other);
      if (holder === null || (holder.host === hostname() && !isAlive(holder.pid))) return true;
      return !(now() - Date.parse(beat) < STALE_MS);
    };
    const other = await store.holdWatch(me, mayTake);
    if (other !== null) {
      const { host, pid, since: begun } = parse(other) ?? { host: 'another machine', pid: 0, since: '' };
      throw new BackchannelError(
        'watch/held',
        `Expected nobody to watch ${store.place}, found process ${pid} on ${host}, since ${begun}.`,
        { place: store.place, next: 'Stop that one, or let it go on and look at the case with `desk` or `show`.' },
      );
    }
    const holder = new WatchHolder(store, me, now);
    await holder.beat();
    return holder;
  }

  beat(): Promise<readonly KeptNotice[]> {
    return this.note([{ source: '', item: 'beat', json: new Date(this.#now()).toISOString() }], []);
  }

  /**
   * Keeps what is remembered with what was noticed.
   *
   * @returns The notices that are new.
   * @throws BackchannelError `watch/held` when another process has taken over.
   */
  async note(rows: readonly Watched[], notices: readonly Notice[]): Promise<readonly KeptNotice[]> {
    const kept = await this.#store.noteWatch(this.#me, rows, notices);
    if (kept !== null) return kept;
    throw new BackchannelError(
      'watch/held',
      `Expected to go on watching ${this.#store.place}, but another process has taken over.`,
      {
        place: this.#store.place,
        next: 'It does so when this one gives no sign for a while, as on a sleeping machine.',
      },
    );
  }

  async release(): Promise<void> {
    await this.#store.holdWatch('', (other) => other === this.#me);
  }
}
