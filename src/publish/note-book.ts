import { BackchannelError, type Claim, type Evidence } from '../model/index.ts';
import type { Note } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { LIMITS } from './limits.ts';
import type { NoteRefs } from './note-refs.ts';
import { sayPlace } from './say-place.ts';
import { printable } from './words.ts';

/** Quotes shorter than this are given with the words around them, so that a bare name can be judged. */
const SHORT_QUOTE = 60;
const AROUND = 60;

/** A place that could be quoted, with the claim whose chain it came by, if any. */
export interface Quotable {
  readonly evidence: Evidence;
  readonly claim: Claim | null;
}

/**
 * Numbers the quotes of a brief in the order in which they are called for. The same place by the same chain is one note,
 * however many sentences stand on it.
 */
export class NoteBook {
  readonly #lookup: CaseLookup;
  readonly #numbers = new Map<string, number>();
  readonly #notes: Note[] = [];

  constructor(lookup: CaseLookup) {
    this.#lookup = lookup;
  }

  get notes(): readonly Note[] {
    return this.#notes;
  }

  /** Notes for the claims given, a quote of each origin and each document first. Null when there is nothing to quote. */
  ofClaims(claims: readonly Claim[], limit: number = LIMITS.notes): NoteRefs | null {
    return this.of(
      claims.flatMap((claim) => claim.evidence.map((evidence) => ({ evidence, claim }))),
      limit,
    );
  }

  /** Notes for places that no claim covers: names, roles, what a document says of itself. */
  ofPlaces(evidence: readonly Evidence[], limit: number = LIMITS.notes): NoteRefs | null {
    return this.of(
      evidence.map((one) => ({ evidence: one, claim: null })),
      limit,
    );
  }

  of(places: readonly Quotable[], limit: number = LIMITS.notes): NoteRefs | null {
    const distinct = new Map<string, Quotable>();
    for (const place of places) {
      const key = placeKey(place.evidence);
      if (!distinct.has(key)) distinct.set(key, place);
    }
    if (distinct.size === 0) return null;
    const chosen = this.#spread([...distinct.values()], limit);
    const numbers = chosen.map((place) => this.#number(place)).sort((a, b) => a - b);
    return { numbers, more: distinct.size - chosen.length };
  }

  /** One place of each origin, then one of each document, then the rest; within each as they came. */
  #spread(places: readonly Quotable[], limit: number): readonly Quotable[] {
    if (places.length <= limit) return places;
    const chosen = new Set<Quotable>();
    const keys = [(one: Quotable) => this.#originKey(one), (one: Quotable) => one.evidence.document, placeKeyOf];
    for (const key of keys) {
      const seen = new Set([...chosen].map(key));
      for (const place of places) {
        if (chosen.size >= limit) break;
        if (chosen.has(place) || seen.has(key(place))) continue;
        seen.add(key(place));
        chosen.add(place);
      }
    }
    return places.filter((place) => chosen.has(place));
  }

  #originKey({ evidence, claim }: Quotable): string {
    const origins = claim === null ? this.#lookup.originsOf(evidence.document) : claim.origins;
    return `${claim?.polarity ?? ''} ${origins.join(' ')}`;
  }

  #number({ evidence, claim }: Quotable): number {
    const links = claim === null ? [this.#lookup.outlet(evidence.document)] : this.#lookup.links(claim);
    const key = JSON.stringify([placeKey(evidence), links]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#notes.length + 1;
    this.#numbers.set(key, number);
    this.#notes.push({
      number,
      ...this.#quoted(evidence),
      outlet: this.#lookup.outlet(evidence.document),
      document: evidence.document,
      path: this.#lookup.path(evidence.document),
      place: sayPlace(this.#lookup.texts.get(evidence.document)?.anchors ?? [], evidence.start, evidence.end),
      start: evidence.start,
      end: evidence.end,
      links,
      origins: claim === null ? this.#lookup.originsOf(evidence.document) : this.#lookup.inOrder(claim.origins),
    });
    return number;
  }

  #quoted(evidence: Evidence): Pick<Note, 'quote' | 'before' | 'after'> {
    const { document, start, end, quote } = evidence;
    const text = this.#lookup.texts.get(document)?.text;
    if (text === undefined || text.slice(start, end) !== quote) {
      const path = this.#lookup.path(document);
      throw new BackchannelError(
        'publish/quote-not-found',
        text === undefined
          ? `Expected the text of ${path} beside the case, found none.`
          : `Expected the quote at [${start}–${end}) of ${path} as the case gives it, found other words.`,
        { place: path, next: 'Run `backchannel verify` on the case: it names every row that rests on changed text.' },
      );
    }
    if (quote.length >= SHORT_QUOTE) return { quote: printable(quote), before: '', after: '' };
    const before = /[^\n\r]*$/.exec(text.slice(Math.max(0, start - AROUND), start))?.[0] ?? '';
    const after = /^[^\n\r]*/.exec(text.slice(end, end + AROUND))?.[0] ?? '';
    const isCutBefore = before.length === AROUND;
    const isCutAfter = after.length === AROUND;
    return {
      quote: printable(quote),
      before: printable(isCutBefore ? `…${before.replace(/^\S*\s/, '')}` : before),
      after: printable(isCutAfter ? `${after.replace(/\s\S*$/, '')}…` : after),
    };
  }
}

const placeKey = (evidence: Evidence): string => `${evidence.document} ${evidence.start} ${evidence.end}`;
const placeKeyOf = ({ evidence }: Quotable): string => placeKey(evidence);
