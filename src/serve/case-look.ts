import { type CaseView, ledgersOf, linesOf, wholeCase } from '../backchannel.ts';
import type { CaseHost } from '../case-host.ts';
import {
  CASE_LISTS,
  type Case,
  type CaseList,
  type Evidence,
  type LedgerDefinitions,
  type Line,
} from '../model/index.ts';
import { sayPlace } from '../publish/index.ts';

type Items<List extends CaseList> = readonly Case[List][number][];

/** What an id is called, for pages that show it. */
export interface Named {
  readonly list: CaseList;
  readonly text: string;
  readonly kind: string | null;
}

/** A case as it stood at one moment: what is asked of it is looked up once and kept. */
export class Snapshot {
  readonly digest: string;
  readonly view: CaseView;
  readonly #host: CaseHost;
  readonly #worked = new Map<string, Promise<unknown>>();

  constructor(host: CaseHost, digest: string, view: CaseView) {
    this.#host = host;
    this.digest = digest;
    this.view = view;
  }

  counts(): Promise<Readonly<Record<CaseList, number>>> {
    return this.work('counts', () => this.view.counts());
  }

  ledgers(): Promise<LedgerDefinitions> {
    return this.work('ledgers', () => ledgersOf(this.#host.store));
  }

  /** The light rows of a list, ordered by id. */
  lines(list: CaseList): Promise<readonly Line[]> {
    return this.work(`lines of ${list}`, () =>
      linesOf(this.#host.store, this.digest, list, () => wholeCase(this.view)),
    );
  }

  /** The light row of any item; null when the case has none with this id. */
  async line(id: string): Promise<Line | null> {
    // Claims are by far the most: they are looked at only where one is asked for.
    const lists: readonly CaseList[] = id.startsWith('claim-')
      ? ['claims']
      : CASE_LISTS.filter((one) => one !== 'claims');
    const byId = await this.work(`lines by id, ${lists.length === 1}`, async () => {
      const all = await Promise.all(lists.map((list) => this.lines(list)));
      return new Map(all.flat().map((line) => [line.id, line]));
    });
    return byId.get(id) ?? null;
  }

  /** A whole list, held from then on: for short lists, or where all of it is needed. */
  list<List extends CaseList>(list: List): Promise<Items<List>> {
    const load = async (): Promise<Items<List>> => {
      const items: Case[List][number][] = [];
      for await (const item of this.view.items(list)) items.push(item);
      return items;
    };
    return this.work(`list ${list}`, load);
  }

  item<List extends CaseList>(list: List, id: string): Promise<Case[List][number] | null> {
    return this.view.item(list, id);
  }

  /** The items with these ids that there are, in their order. */
  async items<List extends CaseList>(list: List, ids: readonly string[]): Promise<Items<List>> {
    const found = await Promise.all([...new Set(ids)].map((id) => this.view.item(list, id)));
    return found.flatMap((item) => item ?? []);
  }

  /** What all ids in a value, however deep, are called; claims and decisions are left out, and what is no id. */
  async names(value: unknown): Promise<Readonly<Record<string, Named>>> {
    const ids = new Set<string>();
    collectIds(value, ids);
    const found: Record<string, Named> = {};
    for (const id of ids) {
      const line = await this.line(id);
      if (line !== null) found[id] = { list: line.list as CaseList, text: line.text, kind: line.kind };
    }
    return found;
  }

  /** Where a quote stands in the file that its document came in as, in words; null where offsets are the way back. */
  async place({ document, start, end }: Evidence): Promise<string | null> {
    const anchors = await this.work(
      `anchors of ${document}`,
      async () => (await this.#host.store.document(document))?.anchors ?? [],
    );
    return sayPlace(anchors, start, end);
  }

  /** Something worked out of the case, once for as long as the case stays as it is. */
  work<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#worked.get(key);
    if (known !== undefined) return known as Promise<T>;
    const made = make();
    this.#worked.set(key, made);
    // What failed may go well the next time.
    made.catch(() => this.#worked.delete(key));
    return made;
  }
}

const ID = /^(?!claim-|decision-)[a-z][a-z-]*-[0-9a-f]{8,}/;

const collectIds = (value: unknown, found: Set<string>): void => {
  if (typeof value === 'string') {
    if (ID.test(value)) found.add(value);
  } else if (Array.isArray(value)) for (const one of value) collectIds(one, found);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) collectIds(one, found);
};

/** Looks at a case that grows: gives it as it was last derived. */
export class CaseLook {
  readonly #host: CaseHost;
  #now: Snapshot | null = null;

  constructor(host: CaseHost) {
    this.#host = host;
  }

  /**
   * The case as it stands in the file, whatever was added or decided since: whoever adds or decides has it derived and tells
   * the pages. One look at a digest where nothing has changed.
   */
  async now(): Promise<Snapshot> {
    // What is put together of a file that cannot be written is held by the host alone: what stands in the file may be old.
    const stored = this.#host.store.isReadOnly ? null : ((await this.#host.store.derivation())?.digest ?? null);
    if (stored !== null && stored === this.#now?.digest) return this.#now;
    if (stored !== null) this.#now = new Snapshot(this.#host, stored, this.#host.stored());
    else {
      const { digest, view } = await this.#host.view();
      if (this.#now?.digest !== digest) this.#now = new Snapshot(this.#host, digest, view);
    }
    return this.#now;
  }
}
