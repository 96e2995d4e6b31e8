import type { Line } from '../model/index.ts';
import type { Snapshot } from './case-look.ts';
import { type Filter, filterLines, NO_FILTER } from './filter-lines.ts';
import { filterKey, latest } from './latest-answers.ts';
import { networkLinks } from './network-links.ts';
import type { EdgeLayer, Link, NetworkAnswer, NetworkEdge } from './network-shapes.ts';

export interface NetworkAsked {
  readonly filter: Filter;
  readonly types: ReadonlySet<string> | null;
  readonly layers: ReadonlySet<string> | null;
  /** Points of a row at least. */
  readonly least: number;
  /** Only this entity and its neighbours. */
  readonly around: string | null;
  readonly most: number;
}

/** Rows that an edge names; the rest is counted. */
const ROWS_NAMED = 12;
const EDGES_MOST = 30_000;

/** What may have been in a stretch of time; what nobody dates may have. */
const mayHaveBeen = (link: Link, { from, to }: Filter): boolean =>
  !link.isDated ||
  ((to === null || (link.start ?? -Infinity) <= to) && (from === null || (link.end ?? Infinity) > from));

const byWeight = (a: Link, b: Link): number =>
  (b.line.weight ?? 0) - (a.line.weight ?? 0) || (a.line.id < b.line.id ? -1 : a.line.id > b.line.id ? 1 : 0);

const edgeOf = (links: readonly Link[], places: ReadonlyMap<string, number>): NetworkEdge | null => {
  const own = links.length === 1 ? links : [...links].sort(byWeight);
  const [best] = own;
  const source = places.get(best?.a ?? '');
  const target = places.get(best?.b ?? '');
  if (best === undefined || source === undefined || target === undefined) return null;
  const rows = [...new Set(own.map(({ line }) => line.id))];
  return {
    source,
    target,
    layer: best.layer,
    kind: best.kind,
    isDirected: own.every((link) => link.isDirected && link.a === best.a),
    rows: rows.slice(0, ROWS_NAMED),
    list: best.line.list,
    count: rows.length,
    weight: best.line.weight ?? 0,
    voices: Math.max(...own.map(({ line }) => line.voices ?? 0)),
    standing: best.line.standing,
    isDenied: own.every(({ isDenied }) => isDenied),
    // A row that nobody dates may have been at any time: then the edge may, too.
    times: own.every(({ isDated }) => isDated)
      ? own.map(({ start, end }): [number | null, number | null] => [start, end])
      : [],
    when: rows.length === 1 ? best.line.when : null,
    origins: best.line.origins.slice(0, 4),
  };
};

const isWanted = (wanted: ReadonlySet<string> | null, value: string): boolean => wanted === null || wanted.has(value);

/** The links that pass, and the entities at their ends. */
const passing = async (now: Snapshot, asked: NetworkAsked, entities: ReadonlyMap<string, Line>) => {
  const { links } = await networkLinks(now);
  const untimed = { ...asked.filter, from: null, to: null };
  const isWhole = filterKey(untimed) === filterKey(NO_FILTER);
  const kept = isWhole ? null : new Set(filterLines([...new Set(links.map(({ line }) => line))], untimed));
  const isShown = (id: string): boolean => {
    const line = entities.get(id);
    return line !== undefined && isWanted(asked.types, line.kind ?? 'other');
  };
  const passed = links.filter(
    (link) =>
      (kept === null || kept.has(link.line)) &&
      isWanted(asked.layers, link.layer) &&
      (link.line.weight ?? 0) >= asked.least &&
      mayHaveBeen(link, asked.filter) &&
      isShown(link.a) &&
      isShown(link.b),
  );
  const { around } = asked;
  if (around === null) return passed;
  const near = new Set([around, ...passed.flatMap(({ a, b }) => (a === around ? [b] : b === around ? [a] : []))]);
  return passed.filter(({ a, b }) => near.has(a) && near.has(b));
};

const workOut = async (now: Snapshot, asked: NetworkAsked): Promise<NetworkAnswer> => {
  const entities = await now.work(
    'entities by id',
    async () => new Map((await now.lines('entities')).map((line) => [line.id, line])),
  );
  const links = await passing(now, asked, entities);
  // Links of one row stand together: a row is counted once by comparing with the last.
  const rows = new Map<string, { count: number; last: number }>();
  for (const { a, b, row } of links)
    for (const id of [a, b]) {
      const known = rows.get(id);
      if (known === undefined) rows.set(id, { count: 1, last: row });
      else if (known.last !== row) {
        known.count++;
        known.last = row;
      }
    }
  const all = [...rows].sort(([a, of], [b, other]) => other.count - of.count || (a < b ? -1 : 1));
  const types: Record<string, number> = {};
  for (const [id] of all) {
    const type = entities.get(id)?.kind ?? 'other';
    types[type] = (types[type] ?? 0) + 1;
  }
  const shown = all.slice(0, asked.most);
  const places = new Map(shown.map(([id], index) => [id, index]));
  const isCut = shown.length < all.length;
  const groups = new Map<number, Link[]>();
  for (const link of links) {
    if (isCut && !(places.has(link.a) && places.has(link.b))) continue;
    const known = groups.get(link.edge);
    if (known === undefined) groups.set(link.edge, [link]);
    else known.push(link);
  }
  const made = [...groups.values()].flatMap((group) => edgeOf(group, places) ?? []);
  const edges = made.length <= EDGES_MOST ? made : made.sort((a, b) => b.weight - a.weight).slice(0, EDGES_MOST);
  const layers: Partial<Record<EdgeLayer, number>> = {};
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let undated = 0;
  for (const { layer, times } of edges) {
    layers[layer] = (layers[layer] ?? 0) + 1;
    if (times.length === 0) undated++;
    for (const [from, to] of times) {
      start = Math.min(start, from ?? start, to === null ? start : to - 1);
      end = Math.max(end, to ?? end, from === null ? end : from + 1);
    }
  }
  return {
    digest: now.digest,
    nodes: shown.map(([id, of]) => {
      const line = entities.get(id);
      return { id, name: line?.text ?? id, type: line?.kind ?? 'other', post: line?.aside ?? null, rows: of.count };
    }),
    edges,
    totalNodes: all.length,
    totalEdges: groups.size,
    types,
    layers: layers as Record<string, number>,
    span: start > end ? null : { start, end },
    undated,
    unpaired: (await networkLinks(now)).unpaired,
  };
};

/** Who and what is tied to whom, as far as asked for: the most involved, and every edge between them. */
export const showNetwork = (now: Snapshot, asked: NetworkAsked): Promise<NetworkAnswer> => {
  const { filter, types, layers, least, around, most } = asked;
  const key = JSON.stringify([filterKey(filter), types && [...types], layers && [...layers], least, around, most]);
  return latest(now, 'network', key, () => workOut(now, asked), 6);
};
