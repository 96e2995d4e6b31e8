import { byText, type Claim, type Finding, type Tie } from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { dateOf, entitiesIn, fillingClaims, mostTold, rowOf } from './rows.ts';

const KINDS: ReadonlySet<string> = new Set([
  'family',
  'friendship',
  'employment',
  'directorship',
  'donation',
  'membership',
  'business',
]);

/** Roles of each frame that makes a tie: who is tied, to whom. */
const ENDS: Readonly<Record<string, readonly [string, string]>> = {
  tie: ['from', 'to'],
  ownership: ['owner', 'owned'],
  appointment: ['person', 'body'],
};

/** Ties between two entities, a row a pair, ordered by id. A tie that is only denied is listed as negative. */
export const listTies = (told: readonly Told[], findings: ReadonlyMap<string, Finding>): readonly Tie[] =>
  told
    .flatMap((one): Tie[] => {
      const ends = ENDS[one.happening.type];
      if (ends === undefined) return [];
      const claims = fillingClaims(one);
      const kind = kindOf(one, claims);
      if (kind === null) return [];
      return entitiesIn(claims, ends[0]).flatMap((from) =>
        entitiesIn(claims, ends[1])
          .filter((to) => to !== from)
          .map((to) => ({
            ...rowOf(one, findings, `-${from}-${to}`),
            kind,
            from,
            to,
            words: mostTold(claims, (claim) => claim.properties.words ?? null) ?? wordsOf(kind, claims),
            polarity: one.favour.length > 0 ? ('positive' as const) : ('negative' as const),
            date: dateOf(claims),
          })),
      );
    })
    .sort((a, b) => byText(a.id, b.id));

const kindOf = (told: Told, claims: readonly Claim[]): Tie['kind'] | null => {
  if (told.happening.type === 'ownership') return 'ownership';
  if (told.happening.type === 'appointment') return 'appointment';
  const kind = mostTold(claims, (claim) => claim.properties.kind ?? null);
  return kind !== null && KINDS.has(kind) ? (kind as Tie['kind']) : null;
};

const wordsOf = (kind: Tie['kind'], claims: readonly Claim[]): string => {
  if (kind === 'ownership') {
    const share = claims.flatMap((claim) => claim.roles.share ?? [])[0]?.text;
    return share === undefined ? 'owns' : `owns ${share} of`;
  }
  if (kind === 'appointment') return claims.flatMap((claim) => claim.roles.post ?? [])[0]?.text ?? 'appointed to';
  return kind;
};
