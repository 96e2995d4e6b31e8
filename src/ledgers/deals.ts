import { byText, type Claim, type Condition, contentId, type Deal, type Finding } from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { entitiesIn, fillingClaims, mostTold, mostToldFiller, rowOf } from './rows.ts';

/** How far behind a deal's sentence words may stand that say what "it" hangs on, in code units. */
const NEAR = 700;
const STAGES = ['floated', 'offered', 'in talks', 'agreed', 'done', 'dropped'] as const;
/** Words by which a later sentence refers back to a deal. */
const REFERS_TO_DEAL =
  /\b(?:deals?|agreements?|purchases?|sales?|stakes?|concessions?|transactions?|acquisitions?|contracts?|takeovers?|investments?|leases?|offers?|bids?|ventures?|projects?|arrangements?|it|that|this|both|all of (?:it|this))\b/i;

/** Deals and offers with what they hang on, ordered by id. */
export const listDeals = (told: readonly Told[], findings: ReadonlyMap<string, Finding>): readonly Deal[] => {
  const dealt = told.filter(
    (one) => (one.happening.type === 'deal' || one.happening.type === 'offer') && fillingClaims(one).length > 0,
  );
  const hanging = told.filter((one) => one.happening.type === 'condition').flatMap((one) => one.favour);
  const byDocument = indexClaims(dealt);
  const loosely = new Map<Told, Claim[]>();
  for (const claim of hanging) {
    const owner = dealOf(claim, byDocument.get(claim.document) ?? []);
    if (owner !== null) loosely.set(owner, [...(loosely.get(owner) ?? []), claim]);
  }
  return dealt.map((one): Deal => {
    const claims = fillingClaims(one);
    const asset = mostToldFiller(claims, 'asset');
    const amount = mostToldFiller(claims, 'amount');
    const loose = loosely.get(one) ?? [];
    return {
      ...rowOf(one, findings),
      parties: entitiesIn(claims, 'party', 'offerer', 'recipient'),
      asset: asset?.text ?? null,
      assetEntity: asset?.entity ?? null,
      kind: mostTold(claims, (claim) => claim.properties.kind ?? null),
      stage: stageOf(claims, one.happening.type),
      amount: amount?.text ?? null,
      conditions: conditionsOf(claims, loose),
    };
  });
};

/** The latest stage that is told; a deal that is only offered is offered. */
const stageOf = (claims: readonly Claim[], type: string): Deal['stage'] => {
  const told = STAGES.filter((stage) => claims.some((claim) => claim.properties.stage === stage));
  return told.at(-1) ?? (type === 'offer' ? 'offered' : null);
};

interface DealClaim {
  readonly told: Told;
  readonly claim: Claim;
}

/** What documents say of deals, in the order of the deals. */
const indexClaims = (dealt: readonly Told[]): ReadonlyMap<string, readonly DealClaim[]> => {
  const byDocument = new Map<string, DealClaim[]>();
  for (const told of dealt) {
    for (const claim of fillingClaims(told)) {
      const known = byDocument.get(claim.document);
      if (known === undefined) byDocument.set(claim.document, [{ told, claim }]);
      else known.push({ told, claim });
    }
  }
  return byDocument;
};

/** The deal that a free-standing "it depends on …" speaks of: the nearest before it in its document. */
const dealOf = (condition: Claim, inDocument: readonly DealClaim[]): Told | null => {
  const dependent = condition.roles.dependent?.[0];
  const place = condition.evidence[0];
  if (dependent === undefined || place === undefined) return null;
  let best: { distance: number; told: Told } | null = null;
  for (const { told, claim } of inDocument) {
    const same =
      dependent.entity !== null &&
      Object.values(claim.roles).some((fillers) => fillers.some((f) => f.entity === dependent.entity));
    if (!same && !REFERS_TO_DEAL.test(dependent.text)) continue;
    for (const { start } of claim.evidence) {
      const distance = place.start - start;
      if (distance >= 0 && distance < NEAR && (best === null || distance < best.distance)) best = { distance, told };
    }
  }
  return best?.told ?? null;
};

const conditionsOf = (claims: readonly Claim[], loose: readonly Claim[]): readonly Condition[] => {
  const found = new Map<string, Condition>();
  const add = (text: string, form: Condition['form'], evidence: Condition['evidence']): void => {
    const key = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const known = found.get(key);
    if (known === undefined) found.set(key, { id: contentId('condition', key), text, form, on: null, evidence });
    else found.set(key, { ...known, evidence: [...known.evidence, ...evidence] });
  };
  for (const claim of claims) for (const { text, form, evidence } of claim.conditions) add(text, form, evidence);
  for (const claim of loose) for (const { text } of claim.roles.condition ?? []) add(text, 'stated', claim.evidence);
  return [...found.values()].sort((a, b) => byText(a.id, b.id));
};
