import { byText, type ChainLink, type Claim } from '../model/index.ts';

/** Claims of one thing reduced to what can count as independent. */
export interface Independence {
  /** Known origins, ordered. */
  readonly origins: readonly string[];
  /** How many of them count: two outlets that quote the same named speaker are one voice. */
  readonly voices: number;
  readonly reasons: readonly string[];
}

/**
 * Counts independent origins behind claims (SPEC.md, rules W1 to W4).
 *
 * An unknown origin counts for nothing. Origins whose claims all rest on the word of one and the same named speaker are one
 * voice: five outlets that quote one spokesman have heard one spokesman.
 */
export const countIndependence = (claims: readonly Claim[]): Independence => {
  const origins = [...new Set(claims.flatMap((claim) => claim.origins))].sort(byText);
  const speakers = new Map<string, Set<string>>();
  for (const claim of claims) {
    const speaker = innermostSpeaker(claim);
    for (const origin of claim.origins) {
      const set = speakers.get(origin) ?? new Set<string>();
      set.add(speaker === null ? `own word of ${origin}` : speaker);
      speakers.set(origin, set);
    }
  }
  const keys = origins.map((origin) => {
    const voices = [...(speakers.get(origin) ?? [])];
    const only = voices.length === 1 ? voices[0] : undefined;
    return only ?? origin;
  });
  const voices = new Set(keys).size;
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
