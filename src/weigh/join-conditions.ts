import type { Claim } from '../model/index.ts';
import type { Told } from './group-claims.ts';

/** How far behind a deal's sentence "it" and "that" may still mean it, in code units. */
const NEAR = 700;

/** Words by which a later sentence refers back to a deal, and the kinds of deal that they may mean; null for any. */
const NOUNS: readonly (readonly [words: RegExp, kinds: ReadonlySet<string> | null])[] = [
  [
    /\b(?:sales?|stakes?|shares|percents?|per cent|transfers?|swaps?|acquisitions?|takeovers?|purchases?|bids?)\b/i,
    new Set(['stake', 'purchase']),
  ],
  [/\b(?:concessions?|licen[cs]es?|permits?)\b/i, new Set(['concession'])],
  [/\b(?:leases?)\b/i, new Set(['lease'])],
  [/\b(?:loans?|credits?)\b/i, new Set(['loan'])],
  [/\b(?:investments?)\b/i, new Set(['investment'])],
  [
    /\b(?:deals?|agreements?|transactions?|contracts?|offers?|ventures?|projects?|arrangements?|deliver(?:y|ies))\b/i,
    null,
  ],
];
const PRONOUN =
  /^(?:(?:it|that|this|both|all of (?:it|this)|none of (?:it|this|that)|(?:the|this|that) (?:whole )?(?:thing|lot))(?: (?:only|all|would|will|could|can|cannot))*(?: (?:happens?|goes?|go|proceeds?|closes?|takes?|comes?|stands?|begins?|starts?|holds?)(?: (?:ahead|through|effect|about|forward))?)?)$/i;

/** What is done under a deal: of the one told near by before it. */
const PART =
  /^(?:the|its|their)\s+(?:(?:first|second|next|last|final|initial|remaining|whole)\s+)?(?:cargo(?:es)?|shipments?|deliver(?:y|ies)|instal{1,2}ments?|tranches?|payments?|money)\b/i;
const EXCHANGE = /\b(?:exchang\w+|swap\w*)\b/i;

/** A free-standing "it depends on …" goes with the deal that it takes up. */
export interface JoinedConditions {
  /** Condition claims by the id of the deal's happening. */
  readonly byDeal: ReadonlyMap<string, readonly Claim[]>;
  /** Ids of the conditions' happenings that have found their deal: no things of their own. */
  readonly joined: ReadonlySet<string>;
}

interface DealClaim {
  readonly deal: Told;
  readonly claim: Claim;
}

/**
 * Finds the deal that each free-standing condition speaks of (SPEC.md, rule W25): in its document the nearest before it that
 * its words may mean, near by for a pronoun; or one that names the same entity; else the only deal of that kind that rests on
 * the same origin.
 */
export const joinConditions = (told: readonly Told[]): JoinedConditions => {
  const deals = told.filter(({ happening }) => happening.type === 'deal' || happening.type === 'offer');
  const inDocument = new Map<string, DealClaim[]>();
  const byOrigin = new Map<string, Set<Told>>();
  for (const deal of deals) {
    for (const claim of [...deal.favour, ...deal.supposed]) {
      const known = inDocument.get(claim.document);
      if (known === undefined) inDocument.set(claim.document, [{ deal, claim }]);
      else known.push({ deal, claim });
      for (const origin of claim.origins) byOrigin.set(origin, (byOrigin.get(origin) ?? new Set()).add(deal));
    }
  }
  const byDeal = new Map<string, Claim[]>();
  const joined = new Set<string>();
  for (const condition of told.filter(({ happening }) => happening.type === 'condition')) {
    let isWhole = true;
    for (const claim of condition.favour) {
      const deal = nearest(claim, inDocument.get(claim.document) ?? []) ?? onlyOne(claim, byOrigin);
      if (deal === null) isWhole = false;
      else byDeal.set(deal.happening.id, [...(byDeal.get(deal.happening.id) ?? []), claim]);
    }
    if (isWhole && condition.favour.length > 0) joined.add(condition.happening.id);
  }
  return { byDeal, joined };
};

const kindsOf = (claim: Claim): ReadonlySet<string> =>
  new Set(claim.properties.kind === undefined || claim.properties.kind === 'other' ? [] : [claim.properties.kind]);

/** "The peace deal", "the lifting of sanctions": what hangs is no business deal, whatever its noun. */
const NO_BUSINESS = /\b(?:peace|truce|cease-?fire|armistice|sanctions?|restrictions?|embargo)\b/i;

/** Whether the words for what hangs may mean a deal of that kind. */
const mayMean = (words: string, kinds: ReadonlySet<string>): boolean =>
  !NO_BUSINESS.test(words) &&
  NOUNS.some(
    ([noun, meant]) =>
      noun.test(words) && (meant === null || kinds.size === 0 || [...kinds].some((kind) => meant.has(kind))),
  );

const nearest = (condition: Claim, inDocument: readonly DealClaim[]): Told | null => {
  const dependent = condition.roles.dependent?.[0];
  const place = condition.evidence[0];
  if (dependent === undefined || place === undefined) return null;
  let best: { readonly distance: number; readonly deal: Told } | null = null;
  for (const { deal, claim } of inDocument) {
    const isSame =
      dependent.entity !== null &&
      Object.values(claim.roles).some((fillers) => fillers.some(({ entity }) => entity === dependent.entity));
    const isPronoun = PRONOUN.test(dependent.text.trim());
    // what the condition itself speaks of: "the sale depends on … an agreement"
    if (claim.status === 'hypothetical' && claim.roles.asset === undefined) continue;
    const isPart = PART.test(dependent.text.trim()) && (claim.roles.asset ?? claim.roles.amount) !== undefined;
    const isExchange = EXCHANGE.test(dependent.text) && EXCHANGE.test(claim.evidence[0]?.quote ?? '');
    if (!isSame && !isPronoun && !isPart && !isExchange && !mayMean(dependent.text, kindsOf(claim))) continue;
    for (const { start } of claim.evidence) {
      const distance = place.start - start;
      if (distance < 0 || ((isPronoun || isPart) && distance > NEAR)) continue;
      if (best === null || distance < best.distance) best = { distance, deal };
    }
  }
  return best?.deal ?? null;
};

/** "The transfer" in a rewrite: the one such deal that its source tells of. */
const onlyOne = (condition: Claim, byOrigin: ReadonlyMap<string, ReadonlySet<Told>>): Told | null => {
  const words = condition.roles.dependent?.[0]?.text ?? '';
  const meant = NOUNS.find(([noun]) => noun.test(words))?.[1] ?? null;
  if (meant === null || NO_BUSINESS.test(words)) return null;
  const found = new Set<Told>();
  for (const origin of condition.origins) {
    for (const deal of byOrigin.get(origin) ?? []) {
      if ([...deal.favour, ...deal.supposed].some((claim) => meant.has(claim.properties.kind ?? ''))) found.add(deal);
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
};
