import { byText, type Condition, contentId, type Entity, type Evidence, type Filler } from '../model/index.ts';
import type { Weighed } from '../weigh/index.ts';
import { type Denoted, RowFinder, type RowsOfCase, statusOf } from './condition-rows.ts';
import { groupConditions, type Node } from './group-conditions.ts';
import { areApart, type Matter, sameMatter } from './matters.ts';
import { NamesInText } from './names-in-text.ts';
import { dependentOf, documentsWithConditions, type ToldCondition, toldConditions } from './told-conditions.ts';

type Link = Condition['links'][number];

interface Draft {
  readonly node: Node;
  readonly id: string;
  readonly denoted: readonly Denoted[];
  readonly rows: Set<string>;
  readonly links: Map<string, Link>;
}

/**
 * The contingency graph: what deals, plans, waivers, sanctions and meetings hang on, each condition once for all documents and deals,
 * tied to the rows that its words are for and to what it hangs on itself.
 *
 * What hangs on one stays in words where these are for no row; a condition of "it" or "things" is left out: it is only a claim.
 * Ordered by id. Circles may occur; whoever goes along the edges must remember where he has been.
 */
export const listConditions = (
  { told, conditions }: Weighed,
  rows: RowsOfCase,
  entities: ReadonlyMap<string, Entity>,
): readonly Condition[] => {
  const names = new NamesInText([...entities.values()], documentsWithConditions(told));
  const finder = new RowFinder(rows, entities);
  const deals = new Set(rows.deals.map(({ id }) => id));
  const all = toldConditions(told, conditions.byDeal, names).flatMap((one) =>
    !one.isDeal || deals.has(one.hangs ?? '') ? [one] : inWords(one, names),
  );
  const drafts = joinDenoting(groupConditions(all).map((node) => draftOf(node, finder))).map((node) =>
    draftOf(node, finder),
  );
  for (const draft of drafts)
    for (const { row, reasons, evidence } of draft.denoted)
      draft.links.set(`denotes ${row}`, { to: row, kind: 'denotes', reasons, evidence });
  hangRows(drafts, rows, finder);
  linkNeeds(drafts, rows);
  const needed = new Set(drafts.flatMap(({ links }) => [...links.values()].map(({ to }) => to)));
  return drafts
    .map((draft) => conditionOf(draft, rows))
    .filter((one) => one.deals.length + one.rows.length + one.dependents.length > 0 || needed.has(one.id))
    .sort((a, b) => byText(a.id, b.id));
};

/** What hangs on it is no row of the ledger: its words stay, where it is told by itself. */
const inWords = (one: ToldCondition, names: NamesInText): readonly ToldCondition[] =>
  one.claim.type === 'condition'
    ? [{ ...one, hangs: null, isDeal: false, dependent: dependentOf(one.claim, names) }]
    : [];

const draftOf = (node: Node, finder: RowFinder): Draft => ({
  node,
  id: idOf(node),
  denoted: finder.find({
    matters: node.told.map(({ matter }) => matter),
    documents: documentsOf(node.told),
    deals: node.told.flatMap(({ hangs, isDeal }) => (isDeal && hangs !== null ? [hangs] : [])),
  }),
  rows: new Set(),
  links: new Map(),
});

/** Conditions that denote the same rows are one, unless they name others who would have to bring it about. */
const joinDenoting = (drafts: readonly Draft[]): readonly Node[] => {
  const byRows = new Map<string, ToldCondition[][]>();
  const nodes: ToldCondition[][] = [];
  for (const { node, denoted } of drafts) {
    const told = [...node.told];
    const key = denoted.map(({ row }) => row).join(' ');
    const alike = byRows.get(key) ?? [];
    const known = key === '' ? undefined : alike.find((other) => !arePartedBy(other, told));
    if (known !== undefined) {
      known.push(...told);
      continue;
    }
    nodes.push(told);
    byRows.set(key, [...alike, told]);
  }
  return nodes.map((told) => ({ told }));
};

const arePartedBy = (a: readonly ToldCondition[], b: readonly ToldCondition[]): boolean =>
  a.some((one) => b.some((other) => one.matter.kind !== other.matter.kind || areApart(one.matter, other.matter)));

const documentsOf = (told: readonly ToldCondition[]): ReadonlySet<string> =>
  new Set(told.map(({ claim }) => claim.document));

const idOf = ({ told }: Node): string => {
  const [first] = told.flatMap(({ evidence }) => evidence).sort(byPlace);
  return contentId('condition', told[0]?.text.toLowerCase() ?? '', first?.document ?? '', String(first?.start ?? 0));
};

const byPlace = (a: Evidence, b: Evidence): number =>
  byText(a.document, b.document) || a.start - b.start || a.end - b.end;

/** Rows of the case by the happening that they come from. */
const rowsByHappening = (rows: RowsOfCase): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  const put = (id: string, happening: string): void => {
    found.set(happening, [...(found.get(happening) ?? []), id]);
  };
  for (const { id } of [...rows.proposals, ...rows.waivers, ...rows.meetings]) put(id, id);
  for (const { id, party } of rows.stances) put(id, id.slice(0, id.length - party.length - 1));
  for (const { id, target } of rows.sanctions) put(id, id.slice(0, id.length - target.length - 1));
  return found;
};

/** Ties each condition to the plans, waivers, meetings and sanctions that hang on it. */
const hangRows = (drafts: readonly Draft[], rows: RowsOfCase, finder: RowFinder): void => {
  const byHappening = rowsByHappening(rows);
  for (const { node, rows: own } of drafts)
    for (const one of node.told) {
      if (one.isDeal) continue;
      for (const row of one.hangs === null ? [] : (byHappening.get(one.hangs) ?? [])) own.add(row);
      if (one.dependent === null) continue;
      const asked = { matters: [one.dependent], documents: new Set([one.claim.document]), deals: [] };
      for (const { row } of finder.find(asked)) own.add(row);
    }
};

/**
 * Ties conditions to each other: one needs another where its own words are told to hang on it, or where the row that it denotes does.
 */
const linkNeeds = (drafts: readonly Draft[], rows: RowsOfCase): void => {
  const stances = new Map(rows.stances.map((stance) => [stance.id, stance]));
  const denoting = new Map<string, Draft[]>();
  const near = new Map<string, Draft[]>();
  for (const upper of drafts) {
    for (const { row } of upper.denoted) put(denoting, row, upper);
    for (const key of new Set(upper.node.told.flatMap(({ claim, matter }) => [claim.document, ...matter.entities])))
      put(near, key, upper);
  }
  for (const lower of drafts) {
    const needed = new Map<Draft, Map<string, readonly Evidence[]>>();
    const add = (upper: Draft, reason: string, evidence: readonly Evidence[]): void => {
      if (upper !== lower) needed.set(upper, (needed.get(upper) ?? new Map()).set(reason, evidence));
    };
    for (const one of lower.node.told) {
      if (one.dependent === null) continue;
      for (const upper of new Set(
        [one.claim.document, ...one.dependent.entities].flatMap((key) => near.get(key) ?? []),
      )) {
        const reason = needsIt(upper.node, one.dependent, one);
        if (reason !== null) add(upper, reason, one.claim.evidence);
      }
    }
    const quotes = lower.node.told.filter(({ isDeal }) => !isDeal).flatMap(({ evidence }) => evidence);
    for (const row of lower.rows) {
      for (const upper of denoting.get(row) ?? []) add(upper, 'what it denotes hangs on it', quotes);
      for (const upper of denoting.get(stances.get(row)?.proposal ?? '') ?? [])
        add(upper, 'a party accepts what it denotes only on it', quotes);
    }
    for (const [upper, reasons] of needed)
      upper.links.set(`needs ${lower.id}`, {
        to: lower.id,
        kind: 'needs',
        reasons: [...reasons.keys()].sort(byText),
        evidence: placesOf([...reasons.values()].flat()),
      });
  }
};

const put = (map: Map<string, Draft[]>, key: string, draft: Draft): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [draft]);
  else known.push(draft);
};

const needsIt = ({ told }: Node, dependent: Matter, by: ToldCondition): string | null => {
  for (const { matter, claim } of told) {
    const same = sameMatter(matter, dependent, claim.document === by.claim.document ? 'document' : null);
    if (same !== null) return `“${by.dependent?.text ?? ''}” hangs on it; ${same}`;
  }
  return null;
};

const conditionOf = ({ node, id, denoted, rows, links }: Draft, all: RowsOfCase): Condition => {
  const { told } = node;
  const ofDeals = told.filter(({ isDeal }) => isDeal);
  const wordings = [...new Set(told.map(({ text }) => text))];
  const tied = [...links.values()].sort((a, b) => byText(a.kind, b.kind) || byText(a.to, b.to));
  return {
    id,
    text: told[0]?.text ?? '',
    wordings,
    form: told.some(({ form }) => form === 'stated') ? 'stated' : 'implied',
    deals: inOrder(ofDeals.flatMap(({ hangs }) => hangs ?? [])),
    rows: inOrder(rows),
    dependents: inOrder(
      told.flatMap(({ hangs, dependent }) => (hangs === null && dependent !== null ? [dependent.text] : [])),
    ),
    by: byOf(told),
    needs: inOrder(tied.map(({ to }) => to)),
    links: tied,
    ...statusOf(all, denoted, wordings),
    claims: inOrder(told.map(({ claim }) => claim.id)),
    evidence: placesOf(told.flatMap(({ evidence }) => evidence)),
  };
};

/** Who would bring it about: whoever is named, else those who are only described. */
const byOf = (told: readonly ToldCondition[]): readonly Filler[] => {
  const all = told.flatMap(({ matter }) => matter.by);
  const named = all.filter(({ entity }) => entity !== null);
  const found = new Map((named.length > 0 ? named : all).map((filler) => [filler.entity ?? filler.text, filler]));
  return [...found].sort(([a], [b]) => byText(a, b)).map(([, filler]) => filler);
};

const inOrder = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].sort(byText);

/** Each place once, in order. */
const placesOf = (evidence: readonly Evidence[]): readonly Evidence[] => {
  const byPlaceKey = new Map(evidence.map((one) => [`${one.document} ${one.start} ${one.end}`, one]));
  return [...byPlaceKey.values()].sort(byPlace);
};
