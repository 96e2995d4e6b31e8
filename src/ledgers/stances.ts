import { byText, type Claim, type Clause, type Finding, type Proposal, type Stance } from '../model/index.ts';
import { byDate, datesOverlap } from '../text/index.ts';
import type { Told } from '../weigh/index.ts';
import { isSameMatter } from './plan-words.ts';
import type { ProposalLedger } from './proposals.ts';
import { dateOf, entitiesIn, mostToldFiller, rowOf } from './rows.ts';

const STANCES: readonly Stance['stance'][] = ['accepts', 'rejects', 'on-condition', 'silent'];

/**
 * The view that a claim tells of. Acceptance that hangs on something is on condition; so is a refusal that is denied on a condition
 * ("does not reject it, provided that"). A refusal that is only denied is no view.
 */
const stanceOf = (claim: Claim): Stance['stance'] | null => {
  const told = STANCES.find((stance) => stance === claim.properties.stance) ?? null;
  const hangs = claim.conditions.length > 0;
  if (claim.polarity === 'negative') return told === 'rejects' && hangs ? 'on-condition' : null;
  return told === 'accepts' && hangs ? 'on-condition' : told;
};

/** One view of one party, as the claims that leave room for one date tell it. */
interface View {
  readonly stance: Stance['stance'];
  readonly claims: Claim[];
}

/**
 * Who takes which view of what and when: a row a party and view, and another where the same view is told of another day; ordered
 * by id. Each is on a plan or on a clause of one, where it can be told on which.
 */
export const listStances = (
  told: readonly Told[],
  findings: ReadonlyMap<string, Finding>,
  { proposals, planOf }: ProposalLedger,
): readonly Stance[] => {
  const byPlan = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  return told
    .filter((one) => one.happening.type === 'stance')
    .flatMap((one) => {
      const parties = entitiesIn([...one.favour, ...one.against], 'party');
      return parties.flatMap((party) => rowsOf(one, party, findings, byPlan, planOf));
    })
    .sort((a, b) => byText(a.id, b.id));
};

const rowsOf = (
  told: Told,
  party: string,
  findings: ReadonlyMap<string, Finding>,
  byPlan: ReadonlyMap<string, Proposal>,
  planOf: ProposalLedger['planOf'],
): readonly Stance[] => {
  const own = [...told.favour, ...told.against].filter((claim) => entitiesIn([claim], 'party').includes(party));
  const views = viewsOf(own);
  return views.map(({ stance, claims }, at): Stance => {
    const about = mostToldFiller(claims, 'about') ?? mostToldFiller(claims, 'clause');
    const plans = new Set(claims.flatMap((claim) => planOf(claim)?.id ?? []));
    const whole = plans.size === 1 ? (byPlan.get([...plans][0] ?? '') ?? null) : null;
    const found = clauseOf(claims, about?.text ?? '', whole, [...byPlan.values()]);
    // Who denies it denies it of all that is told.
    const denials = own.filter((claim) => claim.polarity === 'negative' && !claims.includes(claim));
    const all = [...claims, ...denials];
    const suffix =
      views.length > 1
        ? `-${party}-${stance}${views.findIndex((one) => one.stance === stance) === at ? '' : `-${at}`}`
        : `-${party}`;
    return {
      ...rowOf(told, findings, suffix),
      // That the refusal is denied is how its finding stands, not this view.
      ...(claims.every((claim) => claim.polarity === 'negative') ? { finding: null } : {}),
      claims: all.map((claim) => claim.id),
      denials: denials.map((claim) => claim.id),
      evidence: all.flatMap((claim) => claim.evidence),
      proposal: found?.proposal.id ?? whole?.id ?? null,
      clause: found?.clause.id ?? null,
      about: about?.text ?? '',
      party,
      stance,
      date: dateOf(claims),
    };
  });
};

/** Views in order of date; what nobody dates stands with the first that is told of that view. */
const viewsOf = (claims: readonly Claim[]): readonly View[] => {
  const views: View[] = [];
  const ordered = [...claims].sort(
    (a, b) => Number(a.date === null) - Number(b.date === null) || byDate(a.date, b.date) || byText(a.id, b.id),
  );
  for (const claim of ordered) {
    const stance = stanceOf(claim);
    if (stance === null) continue;
    const known = views.find((one) => {
      const date = dateOf(one.claims);
      return (
        one.stance === stance && (claim.date === null || date === null || datesOverlap(date, claim.date) !== false)
      );
    });
    if (known === undefined) views.push({ stance, claims: [claim] });
    else known.claims.push(claim);
  }
  return views.map(({ stance, claims: own }) => ({ stance, claims: own.sort((a, b) => byText(a.id, b.id)) }));
};

/** The clause that a view is on: the one that it is told by, else the only one on the matter that it is about. */
const clauseOf = (
  claims: readonly Claim[],
  about: string,
  whole: Proposal | null,
  proposals: readonly Proposal[],
): { readonly proposal: Proposal; readonly clause: Clause } | null => {
  const all = (whole === null ? proposals : [whole]).flatMap((proposal) =>
    proposal.clauses.map((clause) => ({ proposal, clause })),
  );
  const told = all.filter(({ clause }) => claims.some((claim) => clause.claims.includes(claim.id)));
  if (told.length > 0) return told.length === 1 ? (told[0] ?? null) : null;
  const documents = new Set(claims.map((claim) => claim.document));
  const alike = all.filter(
    ({ proposal, clause }) =>
      isSameMatter(about, clause.text) &&
      (whole !== null || [...proposal.evidence, ...clause.evidence].some(({ document }) => documents.has(document))),
  );
  return alike.length === 1 ? (alike[0] ?? null) : null;
};
