import type { Condition, Deal } from '../model/index.ts';
import type { Block, ContingencyGraph, ContingencyNode } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import type { NoteRefs } from './note-refs.ts';
import { quotesOf } from './standing-cell.ts';
import { capital, listed, oneLine } from './words.ts';

/** Notes on a node. */
const NOTES = 2;

/**
 * What deals hang on, and what that hangs on in turn, as a graph: deals that hang on something, their conditions, the conditions of
 * those, and the rows that the words of a condition are for. Null when no deal hangs on anything.
 */
export const contingency = (lookup: CaseLookup, book: NoteBook): Block | null => {
  const { deals, conditions } = lookup.case;
  const byId = new Map(conditions.map((one) => [one.id, one]));
  const hanging = deals
    .filter((deal) => deal.conditions.length > 0)
    .sort((a, b) => b.conditions.length - a.conditions.length || (a.id < b.id ? -1 : 1));
  const { shown, more } = cut(hanging, LIMITS.contingency, 'conditions');
  const nodes = new Map<string, ContingencyNode>();
  const edges: ContingencyGraph['edges'][number][] = [];
  const add = (id: string, notes: NoteRefs | null, node: Omit<ContingencyNode, 'id' | 'notes'>): boolean => {
    if (notes !== null && !nodes.has(id)) nodes.set(id, { id, notes, ...node });
    return nodes.has(id);
  };
  const addCondition = (condition: Condition): boolean => {
    const by = listed(
      condition.by.map(({ text, entity }) => (entity === null ? oneLine(text) : lookup.name(entity))),
      4,
    );
    const notes = quotesOf(lookup, book, condition.evidence, condition.claims);
    return add(condition.id, notes, {
      kind: `${condition.form} condition, ${condition.status}`,
      text: capital(oneLine(condition.text)),
      aside: by === '' ? null : `by ${by}`,
    });
  };
  const waiting: Condition[] = [];
  for (const deal of shown) {
    if (!add(deal.id, book.ofClaims(lookup.claimsOf(deal.claims), NOTES), dealNode(lookup, deal))) continue;
    for (const { id, form } of deal.conditions) {
      const condition = byId.get(id);
      if (condition === undefined || !addCondition(condition)) continue;
      edges.push({ from: deal.id, to: id, form });
      waiting.push(condition);
    }
  }
  const seen = new Set<string>();
  for (let condition = waiting.shift(); condition !== undefined; condition = waiting.shift()) {
    if (seen.has(condition.id)) continue;
    seen.add(condition.id);
    for (const { to, kind, evidence } of condition.links) {
      const lower = byId.get(to);
      if (lower !== undefined && !addCondition(lower)) continue;
      if (lower !== undefined) waiting.push(lower);
      else if (!add(to, book.ofPlaces(evidence, NOTES), rowNode(lookup, to))) continue;
      edges.push({ from: condition.id, to, form: kind === 'denotes' ? 'denotes' : 'stated' });
    }
  }
  if (edges.length === 0) return null;
  return {
    kind: 'contingency',
    title: 'What deals hang on',
    lead: 'Each deal, what it hangs on, and what that hangs on in turn. A solid line is stated, a dashed one implied; a dotted one leads to what the words of a condition are for.',
    graph: { nodes: [...nodes.values()], edges, roots: shown.map(({ id }) => id).filter((id) => nodes.has(id)) },
    more,
  };
};

const dealNode = (lookup: CaseLookup, deal: Deal): Omit<ContingencyNode, 'id' | 'notes'> => {
  const sums = deal.amounts.map(({ text, of }) => (of === null ? oneLine(text) : `${oneLine(text)} (${of})`));
  return {
    kind: `deal, ${deal.stage ?? 'stage not told'}`,
    text: lookup.nameOf(deal.id) ?? 'Deal',
    aside: sums.length === 0 ? null : sums.join(' / '),
  };
};

/** A row of another ledger in words. */
const rowNode = (lookup: CaseLookup, id: string): Omit<ContingencyNode, 'id' | 'notes'> => {
  const { sanctions, proposals, waivers, meetings, deals } = lookup.case;
  const sanction = sanctions.find((row) => row.id === id);
  if (sanction !== undefined)
    return {
      kind: `sanctions, ${sanction.status}`,
      text: `Sanctions on ${lookup.name(sanction.target)}`,
      aside: sanction.by === null ? null : `by ${lookup.name(sanction.by)}`,
    };
  const plan = proposals.find((row) => row.id === id);
  if (plan !== undefined)
    return {
      kind: 'plan',
      text: capital(oneLine(plan.name)),
      aside: plan.by.length === 0 ? null : `by ${listed(lookup.names(plan.by), 3)}`,
    };
  const waiver = waivers.find((row) => row.id === id);
  if (waiver !== undefined)
    return {
      kind: `waiver, ${waiver.status}`,
      text: `Waiver for ${waiver.for === null ? 'somebody not named' : lookup.name(waiver.for)}`,
      aside: null,
    };
  const meeting = meetings.find((row) => row.id === id);
  if (meeting !== undefined)
    return {
      kind: `${meeting.kind}, ${meeting.status}`,
      text: capital(listed(lookup.names(meeting.participants), 4)),
      aside: null,
    };
  const deal = deals.find((row) => row.id === id);
  return deal === undefined ? { kind: 'row', text: lookup.nameOf(id) ?? id, aside: null } : dealNode(lookup, deal);
};
