import { byText, type Claim, type Edtf, type Entity, type Finding, type Proposal } from '../model/index.ts';
import { byDate } from '../text/index.ts';
import type { Told } from '../weigh/index.ts';
import { authorshipOf, WROTE } from './authorship.ts';
import { clausesOf } from './clauses.ts';
import { isPartOfPlan, isPlanWords, tellingWords } from './plan-words.ts';
import { makePlan, type Plan, Plans } from './plans.ts';
import { changesOf, isWriting, versionsOf } from './proposal-versions.ts';
import { entitiesIn, fillingClaims, mostToldFiller, rowOf } from './rows.ts';

/** What is told of a plan elsewhere than where it is told that there is one. */
interface Around {
  readonly leaks: Claim[];
  readonly clauses: Claim[];
  readonly noClauses: Claim[];
  readonly views: Claim[];
  readonly denials: Claim[];
  readonly handovers: Claim[];
  readonly changes: Claim[];
}

/** The proposals of a case and how words in a claim are traced to them. */
export interface ProposalLedger {
  readonly proposals: readonly Proposal[];
  /** The plan that a stance is on, by what it is about and by the clause that it names. */
  readonly planOf: (claim: Claim) => Plan | null;
}

/**
 * Plans with their versions and what changed between them, who is said to have made them and who denies it, their clauses, and
 * from whom to whom they went; ordered by id.
 */
export const listProposals = (
  told: readonly Told[],
  findings: ReadonlyMap<string, Finding>,
  entities: ReadonlyMap<string, Entity>,
): ProposalLedger => {
  const own = told.filter((one) => one.happening.type === 'proposal' && one.favour.length > 0);
  const plans = new Plans(
    own.map((one) => makePlan(one.happening.id, [...one.favour, ...one.against])),
    castOf(told),
  );
  const planOf = (claim: Claim): Plan | null => planOfView(claim, plans);
  const around = gather(told, plans, planOf);
  const proposals = own.map((one): Proposal => {
    const claims = fillingClaims(one);
    const { leaks, clauses, noClauses, views, denials, handovers, changes } = around.get(one.happening.id) ?? NOTHING;
    const plan = mostToldFiller(claims, 'proposal');
    const points = [...new Set(claims.flatMap((claim) => claim.properties.points ?? []))].map(Number);
    const named = plan?.entity == null ? undefined : entities.get(plan.entity)?.name;
    const versions = versionsOf([...claims, ...leaks]);
    return {
      ...rowOf(one, findings),
      name: named ?? plan?.text ?? claims[0]?.text ?? '',
      entity: plan?.entity ?? null,
      points: points.filter(Number.isFinite).sort((a, b) => a - b),
      by: entitiesIn(claims.filter(isWriting), 'author'),
      to: entitiesIn(claims, 'recipient'),
      versions,
      authorship: authorshipOf([...claims, ...one.against], denials),
      clauses: clausesOf(clauses, views, noClauses, versions),
      handed: handedOf([...claims, ...one.against], handovers),
      changes: changesOf(versions, claims, changes),
    };
  });
  return { proposals, planOf };
};

const NOTHING: Around = { leaks: [], clauses: [], noClauses: [], views: [], denials: [], handovers: [], changes: [] };

const gather = (
  told: readonly Told[],
  plans: Plans,
  planOf: (claim: Claim) => Plan | null,
): ReadonlyMap<string, Around> => {
  const found = new Map<string, Around>();
  const put = (plan: Plan | null, list: keyof Around, claim: Claim): void => {
    if (plan === null) return;
    const known = found.get(plan.id) ?? {
      leaks: [],
      clauses: [],
      noClauses: [],
      views: [],
      denials: [],
      handovers: [],
      changes: [],
    };
    found.set(plan.id, known);
    known[list].push(claim);
  };
  for (const { happening, favour, against } of told) {
    switch (happening.type) {
      case 'leak':
        for (const claim of favour) put(plans.called(claim.roles.proposal?.[0], claim), 'leaks', claim);
        break;
      case 'clause':
        for (const claim of favour) {
          const plan = planOfClause(claim, plans);
          if (claim.properties.change !== undefined) put(plan, 'changes', claim);
          // What a version dropped is none of its clauses.
          put(plan, claim.properties.change === 'dropped' ? 'noClauses' : 'clauses', claim);
        }
        for (const claim of against) put(planOfClause(claim, plans), 'noClauses', claim);
        break;
      case 'stance':
        for (const claim of favour) if (claim.roles.clause !== undefined) put(planOf(claim), 'views', claim);
        break;
      case 'denial':
        for (const claim of favour) put(planDenied(claim, plans), 'denials', claim);
        break;
      case 'handover':
        for (const claim of [...favour, ...against]) put(planHanded(claim, plans), 'handovers', claim);
        break;
      default:
        break;
    }
  }
  return found;
};

/** A clause is of the plan that its claim calls so, or of the one that its report is about. */
const planOfClause = (claim: Claim, plans: Plans): Plan | null => {
  const [plan] = claim.roles.proposal ?? [];
  if (plan === undefined) return plans.spokenOf(claim, new Set());
  return plans.called(plan, claim) ?? (isPartOfPlan(plan.text) ? plans.spokenOf(claim, new Set()) : null);
};

/** A view is of the plan that it is about; one of a clause is of the plan that its report is about. */
const planOfView = (claim: Claim, plans: Plans): Plan | null => {
  const [about] = claim.roles.about ?? [];
  const called = about === undefined ? null : plans.called(about, claim);
  return called ?? (claim.roles.clause === undefined ? null : plans.spokenOf(claim, new Set()));
};

/** "Denied having written the paper". */
const planDenied = (claim: Claim, plans: Plans): Plan | null => {
  const text = (claim.roles.about ?? []).map((one) => one.text).join(' ');
  return WROTE.test(text) ? plans.spokenOf(claim, tellingWords(text)) : null;
};

/** Only what is called a plan: a letter that was handed over is none. */
const planHanded = (claim: Claim, plans: Plans): Plan | null => {
  const [thing] = claim.roles.thing ?? [];
  if (thing === undefined || (thing.entity === null && !isPlanWords(thing.text))) return null;
  return plans.called(thing, claim);
};

/** Persons and bodies of each document, as its claims name them. */
const castOf = (told: readonly Told[]): ((document: string) => ReadonlySet<string>) => {
  let casts: Map<string, Set<string>> | undefined;
  return (document) => {
    if (casts === undefined) {
      casts = new Map();
      for (const { favour, against, supposed } of told) {
        for (const claim of [...favour, ...against, ...supposed]) {
          const cast = casts.get(claim.document) ?? new Set<string>();
          casts.set(claim.document, cast);
          for (const fillers of Object.values(claim.roles))
            for (const { entity } of fillers) if (entity !== null) cast.add(entity);
        }
      }
    }
    return casts.get(document) ?? new Set();
  };
};

type Handed = Proposal['handed'][number];

/** From whom to whom it went and when, once each, in order of date. */
const handedOf = (claims: readonly Claim[], handovers: readonly Claim[]): readonly Handed[] => {
  const steps = new Map<
    string,
    { from: readonly string[]; to: readonly string[]; date: Edtf | null; claims: Claim[] }
  >();
  const told = [...claims.filter(({ properties }) => properties.act === 'handed over'), ...handovers];
  for (const claim of [...told].sort((a, b) => byText(a.id, b.id))) {
    const [giver, taker] =
      claim.type === 'handover' ? (['giver', 'recipient'] as const) : (['author', 'recipient'] as const);
    const [from, to] = [entitiesIn([claim], giver), entitiesIn([claim], taker)];
    if (from.length + to.length === 0) continue;
    const key = JSON.stringify([from, to, claim.date, claim.polarity]);
    const known = steps.get(key);
    if (known === undefined) steps.set(key, { from, to, date: claim.date, claims: [claim] });
    else known.claims.push(claim);
  }
  return [...steps]
    .sort(([a, one], [b, other]) => byDate(one.date, other.date) || byText(a, b))
    .map(([, { claims: own, ...step }]) => ({
      ...step,
      polarity: own[0]?.polarity ?? 'positive',
      claims: own.map((claim) => claim.id),
      evidence: own.flatMap((claim) => claim.evidence),
    }));
};
