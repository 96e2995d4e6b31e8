import type { CaseBuilder } from './build-case.ts';
import { engineFingerprint } from './engine-fingerprint.ts';
import { BackchannelError, CASE_LISTS, type Case, type CaseList, type Decision } from './model/index.ts';
import type { ReadDocument } from './resolve/index.ts';
import { type CaseStore, type DocumentEntry, inputsDigest } from './store/index.ts';

/** The case of a store, one list or item at a time, so that a large one need not be held in memory. */
export interface CaseView {
  counts(): Promise<Readonly<Record<CaseList, number>>>;
  /** Ordered by id. */
  items<List extends CaseList>(list: List): AsyncIterable<Case[List][number]>;
  item<List extends CaseList>(list: List, id: string): Promise<Case[List][number] | null>;
}

const viewOf = (made: Case): CaseView => ({
  counts: async () =>
    Object.fromEntries(CASE_LISTS.map((list) => [list, made[list].length])) as Record<CaseList, number>,
  items: async function* <List extends CaseList>(list: List) {
    yield* made[list] as readonly Case[List][number][];
  },
  item: async <List extends CaseList>(list: List, id: string) =>
    (made[list] as readonly Case[List][number][]).find((item) => item.id === id) ?? null,
});

const parse = <T>(store: CaseStore, list: CaseList, id: string, json: string): T => {
  try {
    return JSON.parse(json) as T;
  } catch (cause) {
    throw new BackchannelError('store/damaged', `Expected an item of ${list} at ${id}, found broken JSON.`, {
      place: store.place,
      next: 'Make the case again from the documents into a new file: `backchannel read PATH... --case NEW-FILE`.',
      cause,
    });
  }
};

const viewOfStore = (store: CaseStore): CaseView => ({
  counts: () => store.counts(),
  items: async function* <List extends CaseList>(list: List) {
    for await (const { id, json } of store.items(list)) yield parse<Case[List][number]>(store, list, id, json);
  },
  item: async <List extends CaseList>(list: List, id: string) => {
    const found = await store.item(list, id);
    return found ? parse<Case[List][number]>(store, list, id, found.json) : null;
  },
});

/** Codes with which a case may still be looked at, though what was derived cannot be kept. */
const CANNOT_KEEP: ReadonlySet<string> = new Set(['store/read-only', 'store/locked', 'store/full', 'store/io']);

/** What derives a case from readings; handed in so that a store can be tried with a small one. */
export type Derive = (inputs: readonly ReadDocument[], decisions: readonly Decision[]) => Case;

/** The case of a store, and how it came about. */
export interface Derived {
  readonly view: CaseView;
  /** It had to be derived. */
  readonly isFresh: boolean;
  readonly isKept: boolean;
}

/**
 * Keeps the case of a store up to date for as long as a process lives: what was worked out of the readings is held in memory,
 * and only documents that are new, or were read again, are loaded and looked at.
 */
export class CaseKeeper {
  readonly #store: CaseStore;
  readonly #derive: Derive | null;
  #builder: CaseBuilder | null = null;
  /** What the builder was given: of each document what the store says of it. */
  #given: ReadonlyMap<string, string> = new Map();

  constructor(store: CaseStore, derive: Derive | null = null) {
    this.#store = store;
    this.#derive = derive;
  }

  /** As {@link deriveCase}. */
  async derive(): Promise<Derived> {
    const store = this.#store;
    const [entries, decisions] = [await store.entries(), await store.decisions()];
    const digest = inputsDigest(
      entries,
      decisions.map(({ id }) => id),
      engineFingerprint(),
    );
    if ((await store.derivation())?.digest === digest)
      return { view: viewOfStore(store), isFresh: false, isKept: true };
    const made = await this.#make(entries, decisions);
    try {
      await store.replaceCase(digest, made);
      return { view: viewOfStore(store), isFresh: true, isKept: true };
    } catch (error) {
      if (!(error instanceof BackchannelError && CANNOT_KEEP.has(error.code))) throw error;
      return { view: viewOf(made), isFresh: true, isKept: false };
    }
  }

  async #make(entries: readonly DocumentEntry[], decisions: readonly Decision[]): Promise<Case> {
    if (this.#derive !== null) return this.#derive(await this.#load(), decisions);
    // Loaded only now: most commands find the case as it is.
    this.#builder ??= new (await import('./build-case.ts')).CaseBuilder();
    const now = new Map(entries.map((entry) => [entry.id, JSON.stringify(entry)]));
    this.#builder.remove([...this.#given.keys()].filter((id) => !now.has(id)));
    const changed = [...now].flatMap(([id, entry]) => (this.#given.get(id) === entry ? [] : [id]));
    this.#builder.replace(await this.#load(changed.length === now.size ? undefined : changed));
    this.#given = now;
    return this.#builder.case(decisions);
  }

  async #load(ids?: readonly string[]): Promise<readonly ReadDocument[]> {
    const inputs: ReadDocument[] = [];
    for await (const input of this.#store.inputs(ids)) inputs.push(input);
    return inputs;
  }
}

/**
 * Gives the case of a store, and derives it first when documents, readings or the program have changed since it was: after a
 * process was killed, or after an update.
 *
 * What was derived is stored. Where that cannot be done (a read-only file, a full disk) it is given from memory. A process that
 * derives again and again holds a {@link CaseKeeper} instead.
 */
export const deriveCase = (store: CaseStore, derive?: Derive): Promise<Derived> =>
  new CaseKeeper(store, derive).derive();

/** The whole case in memory. */
export const wholeCase = async (view: CaseView): Promise<Case> => {
  const lists: Record<string, readonly unknown[]> = {};
  for (const list of CASE_LISTS) {
    const items: unknown[] = [];
    for await (const item of view.items(list)) items.push(item);
    lists[list] = items;
  }
  return { format: 'backchannel-case/1', ...lists } as unknown as Case;
};

/** The export: one JSON object, one item a line, the same bytes for the same case. */
export async function* exportCase(view: CaseView): AsyncGenerator<string> {
  yield '{"format":"backchannel-case/1"';
  for (const list of CASE_LISTS) {
    yield `,\n"${list}":[`;
    let separator = '\n';
    for await (const item of view.items(list)) {
      yield `${separator}${JSON.stringify(item)}`;
      separator = ',\n';
    }
    yield separator === '\n' ? ']' : '\n]';
  }
  yield '}\n';
}
