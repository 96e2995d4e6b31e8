import { byText, type ChainLink, type Claim } from '../model/index.ts';

/** Claims of one thing reduced to what can count as independent. */
export interface Independence {
  /** Known origins, ordered. */
  readonly origins: readonly string[];
  /** How many of them count: two outlets that quote the same named speaker are one voice. */
  readonly voices: number;
  readonly reasons: readonly string[];
}

/** One who says a thing independently of the others, with all that it says of it. */
export interface Voice {
  /** Id of the named speaker on whose word alone its origins rest, else of its one origin. */
  readonly id: string;
  /** Known origins, ordered. */
  readonly origins: readonly string[];
  /** In the order given; a claim of two origins may be of two voices. */
  readonly claims: readonly Claim[];
}

/** The independent voices behind claims (SPEC.md, rules W1 to W4), ordered by id. Claims of unknown origin have none. */
export const voicesOf = (claims: readonly Claim[]): readonly Voice[] => {
  const byOrigin = new Map<string, { readonly speakers: Set<string | null>; readonly claims: Claim[] }>();
  for (const claim of claims)
    for (const origin of new Set(claim.origins)) {
      const known = byOrigin.get(origin) ?? { speakers: new Set(), claims: [] };
      known.speakers.add(innermostSpeaker(claim));
      known.claims.push(claim);
      byOrigin.set(origin, known);
    }
  const voices = new Map<string, { readonly origins: string[]; readonly claims: Set<Claim> }>();
  for (const [origin, { speakers, claims: own }] of byOrigin) {
    const [only = null] = speakers;
    const id = speakers.size === 1 && only !== null ? only : origin;
    const voice = voices.get(id) ?? { origins: [], claims: new Set<Claim>() };
    voice.origins.push(origin);
    for (const claim of own) voice.claims.add(claim);
    voices.set(id, voice);
  }
  return [...voices]
    .map(([id, { origins, claims: own }]) => ({
      id,
      origins: origins.sort(byText),
      claims: claims.filter((claim) => own.has(claim)),
    }))
    .sort((a, b) => byText(a.id, b.id));
};

/**
 * Counts independent origins behind claims (SPEC.md, rules W1 to W4).
 *
 * An unknown origin counts for nothing. Origins whose claims all rest on the word of one and the same named speaker are one
 * voice: five outlets that quote one spokesman have heard one spokesman.
 */
export const countIndependence = (claims: readonly Claim[]): Independence => {
  const origins = [...new Set(claims.flatMap((claim) => claim.origins))].sort(byText);
  const voices = voicesOf(claims).length;
  const unknown = claims.filter((claim) => claim.origins.length === 0).length;
  const reasons = [
    `${claims.length} ${plural(claims.length, 'claim')} in ${count(new Set(claims.map((claim) => claim.document)).size, 'document')}`,
    `${count(origins.length, 'known origin')}`,
    ...(voices < origins.length
      ? [`${origins.length} origins rest on ${count(voices, 'voice')}: the same speaker is quoted (W3)`]
      : []),
    ...(unknown > 0 ? [`${count(unknown, 'claim')} of unknown origin, not counted (W2)`] : []),
  ];
  return { origins, voices, reasons };
};

const plural = (n: number, noun: string): string => (n === 1 ? noun : `${noun}s`);
const count = (n: number, noun: string): string => `${n} ${plural(n, noun)}`;

/** The named person or body at the inner end of a chain, when there is one behind the outlet. */
const innermostSpeaker = (claim: Claim): string | null => {
  const [first, ...rest] = claim.chain;
  return first !== undefined && rest.length > 0 && isNamedSpeaker(first) ? first.entity : null;
};

const isNamedSpeaker = (link: ChainLink): boolean => link.kind === 'named' && link.entity !== null;
