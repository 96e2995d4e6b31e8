import {
  byText,
  type Claim,
  type Condition,
  contentId,
  type Deal,
  type Evidence,
  type Finding,
} from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { entitiesIn, fillingClaims, mostTold, mostToldFiller, rowOf } from './rows.ts';

const STAGES = ['floated', 'offered', 'in talks', 'agreed', 'done', 'dropped'] as const;
/** Deals and offers with what they hang on, ordered by id. */
export const listDeals = (
  told: readonly Told[],
  findings: ReadonlyMap<string, Finding>,
  hanging: ReadonlyMap<string, readonly Claim[]>,
): readonly Deal[] => {
  const dealt = told.filter(
    (one) => (one.happening.type === 'deal' || one.happening.type === 'offer') && fillingClaims(one).length > 0,
  );
  return dealt.map((one): Deal => {
    const claims = fillingClaims(one);
    const asset = mostToldFiller(claims, 'asset');
    const amount = mostToldFiller(claims, 'amount');
    const loose = hanging.get(one.happening.id) ?? [];
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

/** Shared words above which two wordings are one condition: a rewrite drops or changes a word in five. */
const ALIKE = 0.8;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** One wording within the other, or all but the same. */
const isAlike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared / Math.min(a.size, b.size) >= (Math.min(a.size, b.size) > 3 ? ALIKE : 1);
};

/** What a deal hangs on, each condition once in its fullest wording. */
const conditionsOf = (claims: readonly Claim[], loose: readonly Claim[]): readonly Condition[] => {
  const told = [
    ...claims.flatMap((claim) => claim.conditions),
    ...loose.flatMap((claim) =>
      (claim.roles.condition ?? []).map(({ text }) => ({ text, form: 'stated' as const, evidence: claim.evidence })),
    ),
  ].sort((a, b) => b.text.length - a.text.length || byText(a.text, b.text));
  const found: { words: ReadonlySet<string>; condition: Condition }[] = [];
  for (const { text, form, evidence } of told) {
    const words = wordsOf(text);
    const known = found.find((one) => isAlike(one.words, words));
    if (known === undefined) {
      const condition = { id: contentId('condition', [...words].join(' ')), text, form, on: null, evidence };
      found.push({ words, condition });
    } else {
      known.condition = {
        ...known.condition,
        form: known.condition.form === 'stated' ? 'stated' : form,
        evidence: [...known.condition.evidence, ...evidence.filter((one) => !isSaid(known.condition, one))],
      };
    }
  }
  return found.map(({ condition }) => condition).sort((a, b) => byText(a.id, b.id));
};

const isSaid = ({ evidence }: Condition, { document, start }: Evidence): boolean =>
  evidence.some((one) => one.document === document && one.start === start);
