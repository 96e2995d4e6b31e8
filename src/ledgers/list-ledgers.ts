import type { Case, Finding, Resolved } from '../model/index.ts';
import type { Weighed } from '../weigh/index.ts';
import { listConditions } from './conditions.ts';
import { listDeals, withConditions } from './deals.ts';
import { listInterests } from './interests.ts';
import { markCorrected } from './mark-corrected.ts';
import { listMeetings } from './meetings.ts';
import { listMoney } from './money.ts';
import { listProposals } from './proposals.ts';
import { listSanctions } from './sanctions.ts';
import { listStances } from './stances.ts';
import { listTables } from './tables.ts';
import { listTies, withoutSlips } from './ties.ts';
import { listWaivers } from './waivers.ts';

/** The ledgers of a case. */
export type Ledgers = Pick<
  Case,
  | 'meetings'
  | 'proposals'
  | 'stances'
  | 'deals'
  | 'conditions'
  | 'money'
  | 'sanctions'
  | 'waivers'
  | 'ties'
  | 'tables'
  | 'interests'
>;

/**
 * Lists what the claims come to: meetings, proposals and stances, deals with their conditions, sanctions and waivers, ties,
 * and paths from negotiators to those who gain.
 *
 * Pure; every list is ordered by id; every row points at its claims, its finding and its quotes. A row's id is that of the
 * happening it comes from, with the party behind it where one happening gives several rows.
 */
export const listLedgers = (resolved: Resolved, weighed: Weighed): Ledgers => {
  const findings = new Map<string, Finding>(
    weighed.findings.flatMap((f) => (f.event === null ? [] : [[f.event, f] as const])),
  );
  const documents = new Map(resolved.documents.map((document) => [document.id, document]));
  const entities = new Map(resolved.entities.map((entity) => [entity.id, entity]));
  const { told } = weighed;
  const meetings = listMeetings(told, findings, documents, entities);
  const plans = listProposals(told, findings, entities);
  const { proposals } = plans;
  const stances = listStances(told, findings, plans);
  const sanctions = listSanctions(told, findings, entities);
  const waivers = listWaivers(told, findings);
  const bare = listDeals(told, findings, documents);
  const rows = { meetings, proposals, stances, deals: bare, sanctions, waivers };
  const conditions = listConditions(weighed, rows, entities);
  const deals = withConditions(bare, conditions);
  const ties = withoutSlips(listTies(told, findings), weighed.contradictions);
  const marked = markCorrected(weighed.claims);
  return {
    meetings: marked(meetings),
    proposals: marked(proposals),
    stances: marked(stances),
    deals: marked(deals),
    conditions,
    money: marked(listMoney(told, findings)),
    sanctions: marked(sanctions),
    waivers: marked(waivers),
    ties: marked(ties),
    tables: marked(listTables(told, findings)),
    interests: listInterests({
      meetings,
      proposals,
      deals,
      ties,
      claims: weighed.claims,
      findings: weighed.findings,
      entities,
      documents,
      origins: resolved.origins,
    }),
  };
};
