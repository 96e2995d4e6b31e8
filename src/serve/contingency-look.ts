import type { Condition, Deal, Evidence, Line } from '../model/index.ts';
import { type ContingencyGraph, type ContingencyNode, layOutContingency, oneLine } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';

/** What a box of the picture is: something that is hung on, a deal, who gains, or a row that the words of a condition are for. */
export type BoxKind = 'condition' | 'deal' | 'gain' | 'row';

export interface ContingencyBox {
  readonly id: string;
  /** The list of the case that it is in. */
  readonly list: string;
  readonly kind: BoxKind;
  readonly text: string;
  readonly aside: string | null;
  /** Of a condition how it is told to stand, of a deal its stage, of a row its status. */
  readonly state: string | null;
  readonly form: 'stated' | 'implied' | null;
  readonly evidence: readonly Evidence[];
}

export interface ContingencyLook {
  readonly boxes: readonly ContingencyBox[];
  readonly edges: ContingencyGraph['edges'];
  readonly deals: readonly string[];
}

/** Boxes that are drawn together; more are drawn a deal at a time. */
const MOST = 36;
const QUOTES = 3;

/** Deals that hang on something, those with most conditions first. */
export const hangingDeals = (now: Snapshot): Promise<readonly Deal[]> =>
  now.work('contingency/deals', async () =>
    (await now.list('deals'))
      .filter(({ conditions }) => conditions.length > 0)
      .sort((a, b) => b.conditions.length - a.conditions.length || (a.id < b.id ? -1 : 1)),
  );

const conditionsById = (now: Snapshot): Promise<ReadonlyMap<string, Condition>> =>
  now.work('contingency/conditions', async () => new Map((await now.list('conditions')).map((one) => [one.id, one])));

/** Everything that these deals hang on, step by step, and who would gain from them. */
const graphOf = async (now: Snapshot, deals: readonly Deal[]): Promise<ContingencyLook> => {
  const conditions = await conditionsById(now);
  const boxes = new Map<string, ContingencyBox>();
  const edges = new Map<string, ContingencyGraph['edges'][number]>();
  const link = (from: string, to: string, form: 'stated' | 'implied' | 'denotes'): void => {
    edges.set(`${from} ${to}`, { from, to, form });
  };
  const waiting: Condition[] = [];
  const addCondition = async (condition: Condition): Promise<void> => {
    if (boxes.has(condition.id)) return;
    const by = await Promise.all(
      condition.by.map(async ({ text, entity }) =>
        oneLine(entity === null ? text : ((await now.line(entity))?.text ?? text)),
      ),
    );
    boxes.set(condition.id, {
      id: condition.id,
      list: 'conditions',
      kind: 'condition',
      text: (await now.line(condition.id))?.text ?? oneLine(condition.text),
      aside: by.length === 0 ? null : `by ${[...new Set(by)].join(', ')}`,
      state: condition.status,
      form: condition.form,
      evidence: condition.evidence.slice(0, QUOTES),
    });
    waiting.push(condition);
  };
  for (const deal of deals) {
    const line = await now.line(deal.id);
    const sums = deal.amounts.map(({ text, of }) => oneLine(of === null ? text : `${text} (${of})`)).slice(0, 3);
    boxes.set(deal.id, {
      id: deal.id,
      list: 'deals',
      kind: 'deal',
      text: line?.text ?? 'Deal',
      aside: [originsOf(line), ...sums].join(' · '),
      state: deal.stage,
      form: null,
      evidence: deal.evidence.slice(0, QUOTES),
    });
    for (const who of deal.gains) {
      boxes.set(who, await gainBox(now, who, deal));
      link(who, deal.id, 'stated');
    }
    for (const { id, form } of deal.conditions) {
      const condition = conditions.get(id);
      if (condition === undefined) continue;
      await addCondition(condition);
      link(deal.id, id, form);
    }
  }
  for (let condition = waiting.shift(); condition !== undefined; condition = waiting.shift())
    for (const { to, kind, evidence } of condition.links) {
      const lower = conditions.get(to);
      if (lower !== undefined) await addCondition(lower);
      else if (!boxes.has(to)) {
        const box = await rowBox(now, to, evidence);
        if (box === null) continue;
        boxes.set(to, box);
      }
      link(condition.id, to, kind === 'denotes' ? 'denotes' : 'stated');
    }
  return { boxes: [...boxes.values()], edges: [...edges.values()], deals: deals.map(({ id }) => id) };
};

const originsOf = (line: Line | null): string => {
  const count = line?.origins.length ?? 0;
  return count === 0 ? 'origin unknown' : `${count} ${count === 1 ? 'origin' : 'origins'}`;
};

/** Ids of the paths of ties that lead to whoever gains from a deal, by `deal who`. */
const pathsByGain = (now: Snapshot): Promise<ReadonlyMap<string, readonly string[]>> =>
  now.work('contingency/paths', async () => {
    const found = new Map<string, string[]>();
    for await (const { id, deal, gains } of now.view.items('interests')) {
      const key = `${deal} ${gains}`;
      found.set(key, [...(found.get(key) ?? []), id]);
    }
    return found;
  });

/** Ids of the paths of ties that lead to those who gain from one of these deals. */
export const pathsTo = async (now: Snapshot, deals: ReadonlySet<string>): Promise<readonly string[]> =>
  [...(await pathsByGain(now))].flatMap(([key, ids]) => (deals.has(key.slice(0, key.indexOf(' '))) ? ids : []));

/** Somebody who would gain, with what of the case leads there from a negotiator: a pattern to check. */
const gainBox = async (now: Snapshot, who: string, deal: Deal): Promise<ContingencyBox> => {
  const paths = (await pathsByGain(now)).get(`${deal.id} ${who}`)?.length ?? 0;
  const line = await now.line(who);
  const got = deal.amounts.filter(({ to }) => to.includes(who)).map(({ text }) => oneLine(text));
  const parts = [
    ...(paths > 0 ? [`${paths} ${paths === 1 ? 'path' : 'paths'} of ties to check`] : []),
    ...(got.length > 0 ? [got.slice(0, 2).join(', ')] : []),
  ];
  return {
    id: who,
    list: 'entities',
    kind: 'gain',
    text: line?.text ?? who,
    aside: parts.length === 0 ? (line?.aside ?? null) : parts.join(' · '),
    state: null,
    form: null,
    evidence: [],
  };
};

const rowBox = async (now: Snapshot, id: string, evidence: readonly Evidence[]): Promise<ContingencyBox | null> => {
  const line = await now.line(id);
  if (line === null) return null;
  return {
    id,
    list: line.list,
    kind: 'row',
    text: line.text,
    aside: line.aside,
    state: line.state,
    form: null,
    evidence: evidence.slice(0, QUOTES),
  };
};

/**
 * What deals hang on: of the deal that is asked for, of all where they can be drawn together, else of the one with most conditions.
 * With more than can be drawn, parts that have nothing to do with each other still stand alone.
 */
export const contingencyOf = async (now: Snapshot, deal: string | null): Promise<ContingencyLook> => {
  const hanging = await hangingDeals(now);
  const asked = hanging.find(({ id }) => id === deal);
  if (asked !== undefined) return graphOf(now, [asked]);
  const [first] = hanging;
  if (first === undefined) return { boxes: [], edges: [], deals: [] };
  if (hanging.length <= MOST) {
    const all = await now.work('contingency/all', () => graphOf(now, hanging));
    if (all.boxes.length <= MOST) return all;
  }
  return graphOf(now, [first]);
};

/** The picture: what is hung on left, deals right of it, who gains at the right. Null where it would have too many columns to be read. */
export const drawnContingency = ({ boxes, edges, deals }: ContingencyLook, width: number) => {
  const nodes = boxes.map(
    ({ id, kind, text, aside }): ContingencyNode => ({ id, kind, text, aside, notes: { numbers: [], more: 0 } }),
  );
  const least = new Map(boxes.map(({ id, kind }) => [id, kind === 'gain' ? 0 : kind === 'deal' ? 1 : 2]));
  return layOutContingency({ nodes, edges, roots: deals }, width, { least, isMirrored: true });
};
