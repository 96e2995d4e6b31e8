import type { Case, Evidence, Filler } from '../../src/model/index.ts';
import type { KnownClaim, Place } from './answers.ts';
import { fold, type Ground, locate, matchEntities } from './ground.ts';

const WORDS = 'words:';
/** Words that tell nobody apart. */
const COMMON = new Set(
  'a an and at by for from in its of on or our some that the their they to two three who with'.split(' '),
);

export const isWords = (told: string): boolean => told.startsWith(WORDS);

export const contentWords = (text: string): readonly string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word.length > 1 && !COMMON.has(word));

/** Half of the fewer words of the two are the other's, too. */
export const isAlike = (a: string, b: string): boolean => {
  const [one, other] = [new Set(contentWords(a)), new Set(contentWords(b))];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared > 0 && shared >= Math.min(one.size, other.size) / 2;
};

interface Span {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** Tells whether what a case says is what is known: the same entity, the same words, the same day. */
export class Matcher {
  readonly ground: Ground;
  readonly #matched: ReadonlyMap<string, readonly string[]>;
  readonly #names: ReadonlyMap<string, readonly string[]>;
  readonly #knownNames: ReadonlyMap<string, readonly string[]>;
  readonly #spans = new Map<string, Span | null>();
  readonly #claims: readonly KnownClaim[];

  constructor(ground: Ground) {
    this.ground = ground;
    const ids = new Set(ground.case.entities.map(({ id }) => id));
    const byNames = matchEntities(ground);
    // A case that was made of known claims keeps the ids of the answers: no name need be asked.
    this.#matched = new Map([...byNames].map(([id, made]) => [id, ids.has(id) ? [id] : made]));
    this.#names = new Map(
      ground.case.entities.map((one) => [one.id, [one.name, ...one.names.map(({ text }) => text)]]),
    );
    this.#knownNames = new Map(
      ground.answers.entities.map((one) => [one.id, [one.name, ...one.names.map(({ text }) => text)]]),
    );
    this.#claims = ground.answers.claims ?? [];
  }

  is(known: string | null | undefined, id: string | null | undefined): boolean {
    return known != null && id != null && (this.#matched.get(known) ?? []).includes(id);
  }

  anyOf(known: readonly string[], ids: readonly string[]): boolean {
    return known.some((one) => ids.some((id) => this.is(one, id)));
  }

  /** How many of the known are among the ids. */
  countOf(known: readonly string[], ids: readonly string[]): number {
    return new Set(known.filter((one) => ids.some((id) => this.is(one, id)))).size;
  }

  isFiller(known: string, made: Filler): boolean {
    if (!isWords(known) && this.is(known, made.entity)) return true;
    const names = isWords(known) ? [known.slice(WORDS.length)] : (this.#knownNames.get(known) ?? []);
    const told = [made.text, ...(made.entity === null ? [] : (this.#names.get(made.entity) ?? []))];
    return names.some((name) =>
      told.some((text) => (isWords(known) ? isAlike(name, text) : fold(name) === fold(text))),
    );
  }

  /** A name or words for a known entity or words. */
  isNamed(known: string, text: string): boolean {
    const names = isWords(known) ? [known.slice(WORDS.length)] : (this.#knownNames.get(known) ?? [known]);
    return names.some((name) => isAlike(name, text));
  }

  #span(place: Place): Span | null {
    const key = `${place.document}\n${place.quote}`;
    const held = this.#spans.get(key);
    if (held !== undefined) return held;
    const at = locate(this.ground, place);
    const span = at === null ? null : { document: at.id, start: at.start, end: at.end };
    this.#spans.set(key, span);
    return span;
  }

  /** Whether any evidence touches any of the places. */
  touches(evidence: readonly Evidence[], places: readonly Place[]): boolean {
    return this.shared(evidence, places) > 0;
  }

  /** How many of the places are touched. */
  shared(evidence: readonly Evidence[], places: readonly Place[]): number {
    return places.filter((place) => {
      const at = this.#span(place);
      return (
        at !== null && evidence.some((one) => one.document === at.document && one.start < at.end && at.start < one.end)
      );
    }).length;
  }

  /** The known claims that stand on the same words. */
  claimsAt(evidence: readonly Evidence[], types: readonly string[]): readonly KnownClaim[] {
    return this.#claims.filter((claim) => types.includes(claim.type) && this.touches(evidence, [claim]));
  }

  /** Where a known row may be told: its own quotes, and the claims of it. */
  placesOf(id: string | undefined, evidence: readonly Place[], types: readonly string[]): readonly Place[] {
    const own = this.#claims.filter((claim) => claim.event === id && id !== undefined && types.includes(claim.type));
    return [...evidence, ...own];
  }

  /** Dates that known claims of a thing give. */
  datesOf(id: string | undefined): readonly string[] {
    return this.#claims.flatMap((claim) => (claim.event === id && claim.date !== null ? [claim.date] : []));
  }

  get case(): Case {
    return this.ground.case;
  }
}
