import type { CaseBuilder } from './build-case.ts';
import { keepLines } from './case-lines.ts';
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

/** A case in memory as a view of it. */
export const viewOf = (made: Case): CaseView => ({
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

/** The case that stands in a store, whatever it was derived from. */
export const viewOfStore = (store: CaseStore): CaseView => ({
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
  /** Of all that it was derived from: the same for as long as nothing of that changes. */
  readonly digest: string;
  /** It had to be derived. */
  readonly isFresh: boolean;
  readonly isKept: boolean;
}

/** Documents loaded of those that are needed; working out the case comes after the last. */
export type OnLoaded = (loaded: number, needed: number) => void;

interface Inputs {
  readonly entries: readonly DocumentEntry[];
  readonly decisions: readonly Decision[];
  readonly digest: string;
}

const inputsOf = async (store: CaseStore): Promise<Inputs> => {
  const [entries, decisions] = [await store.entries(), await store.decisions()];
  const ids = decisions.map(({ id }) => id);
  return { entries, decisions, digest: inputsDigest(entries, ids, engineFingerprint()) };
};

/** Of all that the case of a store is derived from, as it stands there now; the case is up to date when it was derived from that. */
export const digestOf = async (store: CaseStore): Promise<string> => (await inputsOf(store)).digest;

/**
 * Keeps the case of a store up to date for as long as a process lives: what was worked out of the readings is held in memory,
 * and only documents that are new, or were read again, are loaded and looked at. What is asked for at once is done in turn.
 */
export class CaseKeeper {
  readonly #store: CaseStore;
  readonly #derive: Derive | null;
  #builder: CaseBuilder | null = null;
  /** What the builder was given: of each document what the store says of it. */
  #given: ReadonlyMap<string, string> = new Map();
  #whole: { readonly digest: string; readonly made: Case } | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: CaseStore, derive: Derive | null = null) {
    this.#store = store;
    this.#derive = derive;
  }

  /** As {@link deriveCase}. */
  derive(onLoaded?: OnLoaded): Promise<Derived> {
    return this.#inTurn(() => this.#upToDate(onLoaded));
  }

  /** The whole case in memory, derived first when it is not up to date; the same object for as long as it is. */
  whole(onLoaded?: OnLoaded): Promise<Case> {
    return this.#inTurn(async () => {
      const { view, digest } = await this.#upToDate(onLoaded);
      if (this.#whole?.digest !== digest) this.#whole = { digest, made: await wholeCase(view) };
      return this.#whole.made;
    });
  }

  /** Loads all that deriving needs, so that the next time costs only what has changed. Writes nothing. */
  warm(onLoaded?: OnLoaded): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#builder === null) await this.#make(await inputsOf(this.#store), onLoaded);
    });
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(run);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #upToDate(onLoaded?: OnLoaded): Promise<Derived> {
    const store = this.#store;
    const inputs = await inputsOf(store);
    const { digest } = inputs;
    if ((await store.derivation())?.digest === digest)
      return { view: viewOfStore(store), digest, isFresh: false, isKept: true };
    const made = await this.#make(inputs, onLoaded);
    try {
      await store.replaceCase(digest, made);
      await keepLines(store, digest, made);
      return { view: viewOfStore(store), digest, isFresh: true, isKept: true };
    } catch (error) {
      if (!(error instanceof BackchannelError && CANNOT_KEEP.has(error.code))) throw error;
      return { view: viewOf(made), digest, isFresh: true, isKept: false };
    }
  }

  async #make({ entries, decisions, digest }: Inputs, onLoaded?: OnLoaded): Promise<Case> {
    if (this.#derive !== null) return this.#derive(await this.#load(entries.length, undefined, onLoaded), decisions);
    // Loaded only now: most commands find the case as it is.
    this.#builder ??= new (await import('./build-case.ts')).CaseBuilder();
    const now = new Map(entries.map((entry) => [entry.id, JSON.stringify(entry)]));
    this.#builder.remove([...this.#given.keys()].filter((id) => !now.has(id)));
    const changed = [...now].flatMap(([id, entry]) => (this.#given.get(id) === entry ? [] : [id]));
    const ids = changed.length === now.size ? undefined : changed;
    this.#builder.replace(await this.#load(changed.length, ids, onLoaded));
    this.#given = now;
    const made = this.#builder.case(decisions);
    this.#whole = { digest, made };
    return made;
  }

  async #load(count: number, ids?: readonly string[], onLoaded?: OnLoaded): Promise<readonly ReadDocument[]> {
    const inputs: ReadDocument[] = [];
    onLoaded?.(0, count);
    for await (const input of this.#store.inputs(ids)) {
      inputs.push(input);
      onLoaded?.(inputs.length, count);
    }
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
