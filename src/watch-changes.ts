import type { CaseKeeper } from './case-view.ts';
import type { Notice } from './model/index.ts';
import { CaseSight, NO_SIGHT, sightOf, tellChanges } from './publish/index.ts';
import type { CaseStore, Watched } from './store/index.ts';

const ROW = { source: '', item: 'sight' };

/** What was told last, as it is remembered. */
interface Kept {
  readonly sight: CaseSight;
  /** What becomes otherwise now is not told: a first look at a source is under way. */
  readonly isQuiet: boolean;
}

/** What has changed since it was told last. */
export interface Changes {
  readonly notices: readonly Notice[];
  /** To be kept together with the notices, so that each is told once; none where nothing has changed. */
  readonly rows: readonly Watched[];
  /** To be called once they are kept. */
  readonly committed: () => void;
}

/**
 * Holds the case against how it stood when it was last told of. That is remembered in the case file, so that what came in while
 * nobody watched, or before a process was killed, is told all the same.
 */
export class CaseChanges {
  readonly #keeper: CaseKeeper;
  #kept: Kept;

  private constructor(keeper: CaseKeeper, kept: Kept) {
    this.#keeper = keeper;
    this.#kept = kept;
  }

  /** A case that was never told of is taken as it stands. */
  static async open(store: CaseStore, keeper: CaseKeeper, rows: readonly Watched[]): Promise<CaseChanges> {
    const row = rows.find(({ item }) => item === ROW.item);
    const kept = row === undefined ? null : parse(row.json);
    return new CaseChanges(keeper, kept ?? { sight: NO_SIGHT, isQuiet: (await store.entries()).length > 0 });
  }

  /** @param at An instant in UTC. @param isQuiet Whether what has changed is to be passed over. */
  async since(at: string, isQuiet: boolean): Promise<Changes> {
    const { digest } = await this.#keeper.derive();
    const before = this.#kept.sight;
    const isTold = !isQuiet && !this.#kept.isQuiet;
    if (digest === before.digest && !this.#kept.isQuiet) return { notices: [], rows: [], committed: () => undefined };
    const made = await this.#keeper.whole();
    return this.#changes(isTold ? tellChanges(before, made, at) : [], sightOf(digest, made));
  }

  /** What is to be kept before a first look at a source: if that is cut short, what it has brought so far is not told either. */
  quietly(): Changes {
    return this.#changes([], this.#kept.sight, true);
  }

  #changes(notices: readonly Notice[], sight: CaseSight, isQuiet = false): Changes {
    const kept = { sight, isQuiet };
    const committed = (): void => {
      this.#kept = kept;
    };
    return { notices, rows: [{ ...ROW, json: JSON.stringify(kept) }], committed };
  }
}

const parse = (json: string | null): Kept | null => {
  try {
    const { sight, isQuiet } = JSON.parse(json ?? '');
    const { data } = CaseSight.safeParse(sight);
    return data === undefined ? null : { sight: data, isQuiet: isQuiet === true };
  } catch {
    return null;
  }
};
