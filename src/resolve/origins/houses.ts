import { byText, type Reading, type Span } from '../../model/index.ts';
import {
  FUNCTION_WORDS,
  isCommonWord,
  isGivenName,
  isSurname,
  nameTokens,
  OUTLET_WORDS,
  outletByName,
  outletTokens,
  placesByName,
} from '../../text/index.ts';
import type { OutletsOf } from '../find-outlets.ts';
import { type Leaf, wordsAt } from '../pile.ts';
import type { Bearer, Bearers } from '../resolve-entities.ts';
import type { Word } from './words-of.ts';

/** What sort of house an outlet is, as far as documents call it one: what "the agency" and "the paper" are told by. */
export type HouseSort = 'agency' | 'newspaper' | 'magazine' | 'broadcaster' | 'site';

const SORT_WORDS: readonly (readonly [HouseSort, RegExp])[] = [
  ['agency', /\b(?:news agency|press agency|agency|news ?wire|wire service|wire|news service)\b/i],
  ['newspaper', /\b(?:newspaper|paper|daily|tabloid|broadsheet)\b/i],
  ['magazine', /\b(?:magazine|weekly|monthly|quarterly|journal)\b/i],
  ['broadcaster', /\b(?:broadcaster|television|tv|radio|channel|station|network)\b/i],
  ['site', /\b(?:website|web site|news site|site|portal|outlet)\b/i],
];

/** The sort that a word for an outlet names; null for one that names none. */
export const sortOf = (words: string): HouseSort | null =>
  SORT_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

/** An outlet that documents of the pile are from or cite. */
export interface House {
  readonly bearer: Bearer;
  /** Its documents. */
  readonly leaves: ReadonlySet<number>;
  /** Stories that it reports or is cited on. */
  readonly stories: ReadonlySet<number>;
  readonly sorts: ReadonlySet<HouseSort>;
}

/** A name of a house in a document. */
export interface HouseMention {
  readonly house: House;
  readonly span: Span;
}

interface Draft {
  readonly bearer: Bearer;
  readonly leaves: Set<number>;
  readonly stories: Set<number>;
  readonly names: Set<string>;
  readonly sorts: Set<HouseSort>;
}

/** Words beside a name that say what sort of house it is. */
const BESIDE = 30;

/** A single word that may as well be something else: only a longer name, or a list of outlets, tells it for an outlet's. */
const isWeak = (tokens: readonly string[], name: string): boolean => {
  const [only = ''] = tokens;
  if (tokens.length !== 1) return false;
  if (only.length < 3 || isCommonWord(only) || OUTLET_WORDS.has(only)) return true;
  const known = outletByName(name);
  if (known !== null && !known.ambiguous) return false;
  return placesByName(only).length > 0 || isGivenName(only) || isSurname(only);
};

const balances = new WeakMap<Reading, ReadonlyMap<string, number>>();

/** By single word that a document reads as a name: how much oftener as a place or person than as anything else; counted once. */
const balanceOf = (leaf: Leaf): ReadonlyMap<string, number> => {
  const known = balances.get(leaf.reading);
  if (known !== undefined) return known;
  const balance = new Map<string, number>();
  for (const one of leaf.reading.mentions) {
    if (one.form !== 'name') continue;
    const name = wordsAt(leaf, one.head);
    if (/\s/.test(name)) continue;
    const isOther = one.type === 'place' || one.type === 'facility' || one.type === 'person';
    balance.set(name, (balance.get(name) ?? 0) + (isOther ? 1 : -1));
  }
  balances.set(leaf.reading, balance);
  return balance;
};

/** Single words that the pile mostly reads as places or people: cited once by mistake, they must not be looked for elsewhere. */
const readOtherwise = (pile: readonly Leaf[]): ReadonlySet<string> => {
  const balance = new Map<string, number>();
  for (const leaf of pile)
    for (const [name, count] of balanceOf(leaf)) balance.set(name, (balance.get(name) ?? 0) + count);
  return new Set(
    [...balance].filter(([name, count]) => count >= 0 && outletByName(name) === null).map(([name]) => name),
  );
};

const initials = (tokens: readonly string[]): string =>
  tokens
    .filter((token) => !FUNCTION_WORDS.has(token))
    .map((token) => token[0] ?? '')
    .join('');

/** What was found in the words of a document, and with which names. */
const lastFound = new WeakMap<
  readonly Word[],
  { readonly names: string; readonly found: readonly { readonly bearer: string; readonly span: Span }[] }
>();

/**
 * The outlets that documents of the pile are from or cite, found by their names wherever a document writes them.
 *
 * A house is looked for only in documents of a story that it reports or is cited on elsewhere.
 */
export class Houses {
  /** By the first word of a name: the rest of the words, and whose it is. */
  readonly #byWord = new Map<
    string,
    { readonly tokens: readonly string[]; readonly house: House; readonly isAcronym: boolean }[]
  >();
  /** Short forms ("the Ledger") by their words. */
  readonly #short = new Map<string, House[]>();
  readonly #stories: readonly number[];
  readonly #byBearer = new Map<string, House>();
  readonly #named = new Map<string, { readonly house: House; readonly names: ReadonlySet<string> }>();
  readonly #namesByStory = new Map<number, string>();

  /** @param stories The story of each document. */
  constructor(
    pile: readonly Leaf[],
    outlets: readonly OutletsOf[],
    bearers: Pick<Bearers, 'ofChain' | 'ofLocal'>,
    stories: readonly number[],
  ) {
    this.#stories = stories;
    const drafts = new Map<string, Draft>();
    const otherwise = readOtherwise(pile);
    const put = (bearer: Bearer | null, name: string, index: number, isOwn: boolean): Draft | null => {
      if (bearer === null) return null;
      const draft = drafts.get(bearer.id) ?? {
        bearer,
        leaves: new Set(),
        stories: new Set(),
        names: new Set(),
        sorts: new Set(),
      };
      drafts.set(bearer.id, draft);
      draft.names.add(name);
      draft.stories.add(stories[index] ?? index);
      if (isOwn) draft.leaves.add(index);
      return draft;
    };
    outlets.forEach((one, index) => {
      const leaf = pile[index];
      if (leaf === undefined) return;
      for (const local of [one.own, one.copyOf])
        if (local !== null && one.statementOf === null)
          put(bearers.ofLocal(local), local.names[0]?.text ?? '', index, true);
      if (one.copyPlace !== null && one.copyOf !== null) {
        const bearer = bearers.ofLocal(one.copyOf);
        if (
          bearer !== null &&
          leaf.document.found.some((fact) => fact.field === 'syndicated' && fact.by === 'dateline')
        )
          drafts.get(bearer.id)?.sorts.add('agency');
      }
      for (const { citation, outlet } of one.cited) {
        if (citation.kind === 'own' || outlet.kind === 'unnamed' || otherwise.has(wordsAt(leaf, citation.outlet)))
          continue;
        const bearer =
          outlet.kind === 'chain' ? bearers.ofChain(leaf.document.id, outlet.chain) : bearers.ofLocal(outlet.local);
        const draft = put(bearer, wordsAt(leaf, citation.outlet), index, false);
        const [start, end] = citation.outlet;
        const sort =
          sortOf(
            wordsAt(leaf, [Math.max(0, start - BESIDE), start])
              .split(/[.!?,;]/)
              .at(-1) ?? '',
          ) ??
          sortOf(
            wordsAt(leaf, [end, end + BESIDE])
              .split(/[.!?;]/)[0]
              ?.split(/\s+/)
              .slice(0, 4)
              .join(' ') ?? '',
          );
        if (sort !== null) draft?.sorts.add(sort);
      }
    });
    for (const draft of [...drafts.values()].sort((a, b) => byText(a.bearer.id, b.bearer.id))) this.#index(draft);
  }

  #index({ bearer, leaves, stories, names, sorts }: Draft): void {
    for (const name of [bearer.name, ...names]) {
      const kind = outletByName(name);
      if (kind !== null && !kind.ambiguous) sorts.add(kind.outlet.kind);
    }
    const house: House = { bearer, leaves, stories, sorts };
    this.#byBearer.set(bearer.id, house);
    this.#named.set(bearer.id, { house, names: new Set([bearer.name, ...names]) });
    const known = new Set<string>();
    const add = (tokens: readonly string[], isAcronym: boolean): void => {
      const key = tokens.join(' ');
      const [first, ...rest] = tokens;
      if (first === undefined || known.has(key)) return;
      known.add(key);
      const list = this.#byWord.get(first) ?? [];
      list.push({ tokens: rest, house, isAcronym });
      this.#byWord.set(first, list);
    };
    for (const name of new Set([bearer.name, ...names])) {
      const all = nameTokens(name).filter((token, at) => !(at === 0 && token === 'the'));
      if (all.length === 0 || all.length > 8) continue;
      const isFull = all.length > 1 || !isWeak(all, name);
      if (isFull) add(all, false);
      const core = outletTokens(name);
      if (core.length > 0 && !isWeak(core, name)) add(core, false);
      if (all.length > 2 && initials(all).length > 2) add([initials(all)], true);
      // "The Ledger", "the Evening Post": what is left of a name without its place.
      for (let from = 1; from < all.length; from++) {
        const tail = all.slice(from);
        // Where the pile has its own reports, "the Notebook" is known for it too.
        const isKind =
          OUTLET_WORDS.has(tail.at(-1) ?? '') || (leaves.size > 0 && tail.length === 1 && (tail[0] ?? '').length > 4);
        if (!isKind || FUNCTION_WORDS.has(tail[0] ?? '')) continue;
        const key = tail.join(' ');
        const list = this.#short.get(key) ?? [];
        if (!list.includes(house)) list.push(house);
        this.#short.set(key, list);
      }
    }
  }

  /** The house that a bearer is; null for one that is no outlet of the pile. */
  of(bearer: Bearer): House | null {
    return this.#byBearer.get(bearer.id) ?? null;
  }

  /** Houses of a sort on a document's story, other than those it is from. */
  ofSort(sort: HouseSort, index: number): readonly House[] {
    const story = this.#stories[index] ?? index;
    return [...this.#byBearer.values()].filter(
      (house) => house.sorts.has(sort) && house.stories.has(story) && !house.leaves.has(index),
    );
  }

  /**
   * Where a document names houses of its own story, in text order, not overlapping. Found again only where the story has other
   * houses, or houses of other names, than when the document was looked through last.
   */
  mentionsIn(leaf: Leaf, index: number, words: readonly Word[]): readonly HouseMention[] {
    const names = this.#namesOn(this.#stories[index] ?? index);
    const known = lastFound.get(words);
    const found =
      known?.names === names
        ? known.found
        : this.#findIn(leaf, index, words).map(({ house, span }) => ({ bearer: house.bearer.id, span }));
    lastFound.set(words, { names, found });
    return found.flatMap(({ bearer, span }) => {
      const house = this.#byBearer.get(bearer);
      return house === undefined ? [] : [{ house, span }];
    });
  }

  /** All that finding names in a document of a story depends on. */
  #namesOn(story: number): string {
    if (this.#namesByStory.size === 0)
      for (const [id, { house, names }] of this.#named) {
        const line = `${id} ${house.leaves.size > 0} ${[...names].sort(byText).join('|')}\n`;
        for (const one of house.stories) this.#namesByStory.set(one, (this.#namesByStory.get(one) ?? '') + line);
      }
    return this.#namesByStory.get(story) ?? '';
  }

  #findIn(leaf: Leaf, index: number, words: readonly Word[]): readonly HouseMention[] {
    const story = this.#stories[index] ?? index;
    const isHere = (house: House): boolean => house.stories.has(story);
    const full: HouseMention[] = [];
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      if (word === undefined || !word.isCapital) continue;
      let best: { readonly house: House; readonly end: number; readonly length: number } | null = null;
      for (const { tokens, house, isAcronym } of this.#byWord.get(word.text) ?? []) {
        if (!isHere(house) || (isAcronym && !/^\p{Lu}{3,}$/u.test(wordsAt(leaf, [word.start, word.end])))) continue;
        if (best !== null && tokens.length + 1 <= best.length) continue;
        const run = words.slice(at + 1, at + 1 + tokens.length);
        if (run.length !== tokens.length || !run.every((one, nth) => one.text === tokens[nth])) continue;
        const end = run.at(-1)?.end ?? word.end;
        // A name does not run over the end of a sentence.
        if (/[.!?\n]\s/.test(wordsAt(leaf, [word.start, end]))) continue;
        best = { house, end, length: tokens.length + 1 };
      }
      if (best === null) continue;
      full.push({ house: best.house, span: [word.start, best.end] });
      at += best.length - 1;
    }
    return [...full, ...this.#shortForms(leaf, words, full, isHere)].sort((a, b) => a.span[0] - b.span[0]);
  }

  #shortForms(
    leaf: Leaf,
    words: readonly Word[],
    full: readonly HouseMention[],
    isHere: (house: House) => boolean,
  ): readonly HouseMention[] {
    const named = new Set(full.map(({ house }) => house));
    const found: HouseMention[] = [];
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      if (word === undefined || !word.isCapital) continue;
      for (let length = Math.min(3, words.length - at); length > 0; length--) {
        const run = words.slice(at, at + length);
        const houses = this.#short.get(run.map((one) => one.text).join(' '));
        const end = run.at(-1)?.end ?? word.end;
        if (houses === undefined || !run.every((one) => one.isCapital)) continue;
        if (full.some(({ span }) => span[0] < end && span[1] > word.start)) continue;
        const before = wordsAt(leaf, [Math.max(0, word.start - 20), word.start]);
        const after = wordsAt(leaf, [end, end + 3]);
        const isArticled = /\b[Tt]he ["“«]?[*_]*$/.test(before);
        // "Courier: envoy met twice", "Courier's banker": what only outlets are called needs no article.
        const isCalled = isArticled || (OUTLET_WORDS.has(run.at(-1)?.text ?? '') && /^[’']s\b|^:/.test(after));
        const isPartOfName = (!isArticled && /\p{Lu}[\p{L}’'-]* $/u.test(before)) || /^ \p{Lu}\p{Ll}/u.test(after);
        if (!isCalled || isPartOfName) continue;
        const here = houses.filter(isHere);
        const said = here.filter((house) => named.has(house));
        const only = said.length > 0 ? said : here;
        const [house] = only;
        if (house === undefined || only.length > 1) continue;
        found.push({ house, span: [word.start, end] });
        at += length - 1;
        break;
      }
    }
    return found;
  }
}
