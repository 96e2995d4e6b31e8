import type { FetchedPage, Received } from './acquire/index.ts';
import { contentId, type Notice, type NoticeKind, type Refusal } from './model/index.ts';
import type { Watched } from './store/index.ts';
import {
  type FileState,
  type ItemState,
  type Kind,
  type PageState,
  rowName,
  type SourceMemory,
  type SourceState,
} from './watch-state.ts';

/** Something to be read into the case: a file of this machine, what a server answered, or the text that a feed carries of an item. */
export type Taking =
  | { readonly kind: 'file'; readonly source: string; readonly path: string }
  | {
      readonly kind: 'page';
      readonly source: string;
      readonly page: FetchedPage;
      /** Read where nothing readable is in the page. */
      readonly otherwise: Received | null;
    }
  | { readonly kind: 'text'; readonly source: string; readonly received: Received };

/** What is told of a source itself. */
export interface SourceNews {
  readonly kind: Extract<NoticeKind, 'withdrawn' | 'removed' | 'silent' | 'back'>;
  readonly source: string;
  readonly place: string;
  readonly text: string;
  /** Tells this time from another. */
  readonly turn: string;
}

/** What one round comes to: what is to be read, what is remembered once that is committed, and what is told besides. */
export class Round {
  readonly at: string;
  readonly takings: Taking[] = [];
  readonly refusals: Refusal[] = [];
  readonly notices: Notice[] = [];
  readonly #rows = new Map<string, Watched>();
  readonly #changes: (() => void)[] = [];

  /** @param at When it is held: an instant in UTC. */
  constructor(at: string) {
    this.at = at;
  }

  get rows(): readonly Watched[] {
    return [...this.#rows.values()];
  }

  /** Nothing is to be read, told or remembered. */
  get isEmpty(): boolean {
    return this.takings.length + this.refusals.length + this.notices.length + this.#rows.size === 0;
  }

  source(memory: SourceMemory, change: Partial<SourceState>): void {
    const state = { ...memory.state, ...change };
    this.#row(memory.source, '', state);
    this.#changes.push(() => {
      memory.state = state;
    });
  }

  file(memory: SourceMemory, name: string, state: FileState | null): void {
    this.#thing(memory, 'file', memory.files, name, state);
  }

  item(memory: SourceMemory, name: string, state: ItemState): void {
    this.#thing(memory, 'item', memory.items, name, state);
  }

  page(memory: SourceMemory, name: string, state: PageState | null): void {
    this.#thing(memory, 'page', memory.pages, name, state);
  }

  #thing<T>(memory: SourceMemory, kind: Kind, map: Map<string, T>, name: string, state: T | null): void {
    this.#row(memory.source, rowName(kind, name), state);
    this.#changes.push(() => {
      if (state === null) map.delete(name);
      else map.set(name, state);
    });
  }

  #row(source: string, item: string, state: unknown): void {
    const json = state === null ? null : JSON.stringify(state);
    this.#rows.set(JSON.stringify([source, item]), { source, item, json });
  }

  tell({ kind, source, place, text, turn }: SourceNews): void {
    this.notices.push({
      id: contentId('notice', kind, source, place, turn),
      at: this.at,
      kind,
      text,
      source,
      place,
      list: null,
      item: null,
      from: null,
      to: null,
      documents: [],
      origins: [],
    });
  }

  /** To be called when all of it stands in the store: only then it is remembered. */
  committed(): void {
    for (const change of this.#changes) change();
  }
}
