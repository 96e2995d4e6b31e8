import {
  type CaseDocument,
  type Claim,
  type Condition,
  type Deal,
  type DealStage,
  type Finding,
  DealStage as Stages,
} from '../model/index.ts';
import { byDate, datesOverlap } from '../text/index.ts';
import type { Told } from '../weigh/index.ts';
import { amountsOf } from './amounts.ts';
import { entitiesIn, fillingClaims, mostTold, mostToldFiller, rowOf } from './rows.ts';

/** What is told as deals: offers are a stage of one. */
export const isDeal = ({ happening }: Told): boolean => happening.type === 'deal' || happening.type === 'offer';

/** Deals and offers with how far they came, their sums and what they hang on, ordered by id. */
export const listDeals = (
  told: readonly Told[],
  findings: ReadonlyMap<string, Finding>,
  documents: ReadonlyMap<string, CaseDocument>,
): readonly Deal[] => withoutTwins(dealsOf(told, findings, documents));

const dealsOf: typeof listDeals = (told, findings, documents) =>
  told
    .filter((one) => isDeal(one) && isTold(one) && !onlyPoints(one))
    .map((one): Deal => {
      const claims = fillingClaims(one);
      const asset = mostToldFiller(claims, 'asset');
      const stages = stagesOf(one.favour, documents);
      const parties = entitiesIn(claims, 'party', 'offerer', 'recipient');
      return {
        ...rowOf(one, findings),
        parties,
        asset: asset?.text ?? null,
        assetEntity: asset?.entity ?? null,
        kind: mostTold(claims, (claim) => claim.properties.kind ?? null),
        stage: latestOf(stages),
        stages,
        amount: mostToldFiller(one.favour, 'amount')?.text ?? null,
        amounts: amountsOf(one.favour),
        gains: one.favour.length === 0 ? [] : parties.filter((id) => id !== asset?.entity),
        denials: one.against.map(({ id }) => id),
        conditions: [],
      };
    });

/** "The offer to supply coal" read as an offer and as a supply, in the same places: one row, that which tells more. */
const withoutTwins = (deals: readonly Deal[]): readonly Deal[] => {
  const byPlace = new Map<string, Deal>();
  for (const deal of deals) {
    const key = placesOf(deal);
    const known = byPlace.get(key);
    if (known === undefined || fullness(deal) > fullness(known)) byPlace.set(key, deal);
  }
  return deals.filter((deal) => byPlace.get(placesOf(deal)) === deal);
};

const placesOf = ({ id, asset, evidence }: Deal): string =>
  asset === null
    ? id
    : [asset.toLowerCase(), ...evidence.map(({ document, start, end }) => `${document} ${start} ${end}`).sort()].join(
        '|',
      );

const fullness = ({ parties, amounts, claims }: Deal): number => parties.length + amounts.length + claims.length / 1000;

/** That somebody has no agreement with somebody is no deal; that one of something is denied is, with its denial. */
const isTold = ({ favour, against }: Told): boolean =>
  favour.some((claim) => !isOfItself(claim)) || against.some(({ roles }) => (roles.asset ?? []).length > 0);

/** "He bought that stake": of a thing that is only pointed at, by one alone, a row would not tell which deal it is. */
const onlyPoints = ({ favour, against }: Told): boolean =>
  [...favour, ...against].every(({ roles }) => {
    const assets = roles.asset ?? [];
    const parties = ['party', 'offerer', 'recipient'].flatMap((role) => roles[role] ?? []);
    return (
      parties.length < 2 &&
      assets.length > 0 &&
      (roles.amount ?? []).length === 0 &&
      assets.every(({ text, entity }) => entity === null && POINTS.test(text))
    );
  });
const POINTS = /^(?:that|this|those|these|such|it|them)\b(?:\s+[\p{L}-]+){0,2}$/iu;

/** "Lawyers for Linden Gas agreed": who deals is described by what it would deal in, so it deals in something else. */
const isOfItself = ({ roles }: Claim): boolean => {
  const assets = (roles.asset ?? []).map(({ text }) => text);
  const parties = ['party', 'offerer', 'recipient'].flatMap((role) => roles[role] ?? []);
  return (
    parties.length > 0 &&
    parties.every(({ text, entity }) => entity === null && assets.some((asset) => text.includes(asset)))
  );
};

/** Deals with what they hang on, out of the list of all conditions. */
export const withConditions = (deals: readonly Deal[], conditions: readonly Condition[]): readonly Deal[] => {
  const hanging = new Map<string, Condition[]>();
  for (const condition of conditions)
    for (const deal of condition.deals) hanging.set(deal, [...(hanging.get(deal) ?? []), condition]);
  return deals.map((deal) => {
    const own = hanging.get(deal.id);
    if (own === undefined) return deal;
    const documents = new Set(deal.evidence.map(({ document }) => document));
    return {
      ...deal,
      conditions: own.map(({ id, text, form, links, evidence }) => {
        // Of one that several deals hang on: the quotes from where this deal is told.
        const near = evidence.filter(({ document }) => documents.has(document));
        const on = links.find(({ kind }) => kind === 'denotes')?.to ?? null;
        return { id, text, form, on, evidence: near.length > 0 ? near : evidence };
      }),
    };
  });
};

type Step = Deal['stages'][number];

const stageOf = (claim: Claim): DealStage | null => {
  const found = Stages.safeParse(claim.properties.stage);
  return found.success ? found.data : claim.type === 'offer' ? 'offered' : null;
};

/** Each stage with when it came to that and since when it is told. */
const stagesOf = (claims: readonly Claim[], documents: ReadonlyMap<string, CaseDocument>): readonly Step[] => {
  const told = new Map<DealStage, Claim[]>();
  for (const claim of claims) {
    const stage = stageOf(claim);
    if (stage !== null) told.set(stage, [...(told.get(stage) ?? []), claim]);
  }
  return [...told]
    .map(([stage, own]): Step => {
      const dates = own.flatMap(({ date }) => date ?? []).sort(byDate);
      const out = own.flatMap(({ document }) => documents.get(document)?.published ?? []).sort(byDate);
      return {
        stage,
        date: dates[0] ?? null,
        told: out[0] ?? null,
        claims: own.map(({ id }) => id),
        evidence: own.flatMap(({ evidence }) => evidence),
      };
    })
    .sort((a, b) => byDate(timeOf(a), timeOf(b)) || rankOf(a.stage) - rankOf(b.stage));
};

/**
 * How far a deal has come: the furthest stage that is told, since a later report that "the two are in talks" takes back no
 * signature. What was dropped is dropped unless something is told of a later time. Of what has no date, nor a document that has
 * one, it cannot be told when it was so; it counts where nothing else does.
 */
const latestOf = (stages: readonly Step[]): DealStage | null => {
  const dated = stages.filter((step) => timeOf(step) !== null);
  const counted = dated.length > 0 ? dated : stages;
  const dropped = counted.find(({ stage }) => stage === 'dropped');
  const others = counted.filter(({ stage }) => stage !== 'dropped');
  const left = dropped === undefined ? others : others.filter((step) => isLater(step, dropped));
  if (dropped !== undefined && left.length === 0) return 'dropped';
  return left.map(({ stage }) => stage).sort((a, b) => rankOf(b) - rankOf(a))[0] ?? null;
};

const rankOf = (stage: DealStage): number => Stages.options.indexOf(stage);
const timeOf = ({ date, told }: Step): string | null => date ?? told;

const isLater = (step: Step, than: Step): boolean => {
  const [one, other] = [timeOf(step), timeOf(than)];
  return one !== null && other !== null && datesOverlap(one, other) === false && byDate(one, other) > 0;
};
