import type { ContingencyGraph, ContingencyNode } from './brief.ts';
import { textWidth } from './lay-out-timeline.ts';

/** A node at its place, its words cut into lines. */
export interface PlacedNode {
  readonly node: ContingencyNode;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly aside: readonly string[];
}

export interface ContingencyPicture {
  readonly width: number;
  readonly height: number;
  /** Of every box. */
  readonly boxWidth: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly (ContingencyGraph['edges'][number] & { readonly path: string })[];
}

/** How a graph is set otherwise than in a brief. */
export interface ContingencyLayout {
  /** Columns that nodes stand in at least, counted from 0: to keep a kind of node out of those before. */
  readonly least?: ReadonlyMap<string, number>;
  /** What something hangs on stands left of it, not right. */
  readonly isMirrored?: boolean;
}

/** More columns than this are only listed. */
const COLUMNS = 5;
const GAP_X = 46;
/** Between columns that have room to spare. */
const MOST_GAP_X = 120;
const GAP_Y = 16;
const PADDING = 9;
export const LINE = 16;
const LINES = 5;
const ASIDE_LINES = 2;
const FONT = 13;
const SMALL = 11.5;

/** Edges that close a circle, found by going once through the graph; without them it has none. */
const circling = ({ edges, roots, nodes }: ContingencyGraph): ReadonlySet<string> => {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const [open, done, back] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const visit = (id: string): void => {
    open.add(id);
    for (const to of next.get(id) ?? []) {
      if (open.has(to)) back.add(`${id} ${to}`);
      else if (!done.has(to)) visit(to);
    }
    open.delete(id);
    done.add(id);
  };
  for (const id of [...roots, ...nodes.map((node) => node.id)]) if (!done.has(id)) visit(id);
  return back;
};

/** How many steps each node is from a deal, by the longest way. */
const columnsOf = (
  graph: ContingencyGraph,
  least: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, number> => {
  const back = circling(graph);
  const forward = graph.edges.filter(({ from, to }) => !back.has(`${from} ${to}`));
  const column = new Map(graph.nodes.map(({ id }) => [id, least?.get(id) ?? 0]));
  // Without circles the longest way has fewer steps than there are nodes.
  for (let round = 0, moved = true; moved && round < graph.nodes.length; round++) {
    moved = false;
    for (const { from, to } of forward) {
      const wanted = (column.get(from) ?? 0) + 1;
      if (wanted > (column.get(to) ?? 0)) {
        column.set(to, wanted);
        moved = true;
      }
    }
  }
  return column;
};

/** Parts of the graph that have nothing to do with each other, in the order of the deals. */
const componentsOf = ({ nodes, edges, roots }: ContingencyGraph): readonly (readonly string[])[] => {
  const near = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) {
    near.get(from)?.push(to);
    near.get(to)?.push(from);
  }
  const seen = new Set<string>();
  return roots.flatMap((root): readonly (readonly string[])[] => {
    if (seen.has(root)) return [];
    const found: string[] = [];
    const waiting = [root];
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      if (seen.has(id)) continue;
      seen.add(id);
      found.push(id);
      waiting.push(...(near.get(id) ?? []));
    }
    return [found];
  });
};

/** Words in lines of that width, the last cut with an ellipsis. */
const wrapped = (text: string, width: number, size: number, most: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const whole of text.split(' '))
    for (const word of cutWord(whole, width, size)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && textWidth(longer, size) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? '')];
  while (last.length > 1 && textWidth(`${last.join('')}…`, size) > width) last.pop();
  return [...lines.slice(0, most - 1), `${last.join('').trimEnd()}…`];
};

const cutWord = (word: string, width: number, size: number): readonly string[] => {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && textWidth(part + letter, size) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
};

/**
 * Sets the graph in columns from left to right, each part of it in a band of its own. Null when there is nothing to draw, or when it
 * has too many columns to be read.
 *
 * @param width Of the picture, in its own units (CSS pixels at full width).
 */
export const layOutContingency = (
  graph: ContingencyGraph,
  width: number,
  { least, isMirrored = false }: ContingencyLayout = {},
): ContingencyPicture | null => {
  const column = columnsOf(graph, least);
  const count = Math.max(0, ...column.values()) + 1;
  if (graph.edges.length === 0 || count > COLUMNS) return null;
  const boxWidth = Math.min(300, (width - GAP_X * (count - 1)) / count);
  const gap = count === 1 ? GAP_X : Math.max(GAP_X, Math.min(MOST_GAP_X, (width - boxWidth * count) / (count - 1)));
  const xOf = (at: number): number => (isMirrored ? count - 1 - at : at) * (boxWidth + (isMirrored ? gap : GAP_X));
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const told = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  // Seen from the end, those without a way before them stand in the order in which they are handed in.
  const tie = (a: string, b: string): number => (isMirrored ? (told.get(a) ?? 0) - (told.get(b) ?? 0) : a < b ? -1 : 1);
  const placed = new Map<string, PlacedNode>();
  let top = 2;
  for (const component of componentsOf(graph)) {
    const columns = Array.from({ length: count }, (_, at) => component.filter((id) => column.get(id) === at));
    const rank = new Map<string, number>();
    const sized = columns.map((ids) => {
      const ordered = [...ids].sort((a, b) => meanRank(graph, rank, a) - meanRank(graph, rank, b) || tie(a, b));
      for (const [at, id] of ordered.entries()) rank.set(id, at);
      return ordered.flatMap((id) => {
        const node = nodes.get(id);
        return node === undefined ? [] : [boxOf(node, boxWidth)];
      });
    });
    const heights = sized.map((boxes) => boxes.reduce((sum, { height }) => sum + height + GAP_Y, -GAP_Y));
    const tallest = Math.max(...heights);
    sized.forEach((boxes, at) => {
      let y = top + (tallest - (heights[at] ?? 0)) / 2;
      for (const box of boxes) {
        placed.set(box.node.id, { ...box, x: xOf(at), y });
        y += box.height + GAP_Y;
      }
    });
    top += tallest + GAP_Y * 2;
  }
  const edges = graph.edges.flatMap((edge) => {
    const [a, b] = [placed.get(edge.from), placed.get(edge.to)];
    if (a === undefined || b === undefined) return [];
    return [{ ...edge, path: isMirrored ? pathOf(b, a, boxWidth) : pathOf(a, b, boxWidth) }];
  });
  return { width, height: Math.round(top - GAP_Y * 2 + 4), boxWidth, nodes: [...placed.values()], edges };
};

const boxOf = (node: ContingencyNode, boxWidth: number): Omit<PlacedNode, 'x' | 'y'> => {
  // Some systems' sans is wider than the one that widths are told for.
  const room = (boxWidth - 2 * PADDING) * 0.92;
  // The numbers of the notes stand behind the last line.
  const notes = ' 000'.repeat(node.notes.numbers.length);
  const lines = wrapped(`${node.text}${notes}`, room, FONT, LINES).map((line) =>
    line.replace(/(?: ?000)+$/, '').trimEnd(),
  );
  const kept = lines.filter((line) => line !== '');
  const aside = node.aside === null ? [] : wrapped(node.aside, room, SMALL, ASIDE_LINES);
  return { node, lines: kept, aside, height: PADDING * 2 + LINE * (1 + kept.length + aside.length) };
};

const meanRank = ({ edges }: ContingencyGraph, rank: ReadonlyMap<string, number>, id: string): number => {
  const above = edges.flatMap(({ from, to }) => (to === id ? (rank.get(from) ?? []) : []));
  return above.length === 0 ? 0 : above.reduce((sum, at) => sum + at, 0) / above.length;
};

const round = (value: number): number => Math.round(value * 10) / 10;

/** From the right edge of one box to the left edge of another; one that leads back goes round below. */
const pathOf = (a: PlacedNode, b: PlacedNode, boxWidth: number): string => {
  const [x0, y0, x1, y1] = [a.x + boxWidth, a.y + a.height / 2, b.x, b.y + b.height / 2].map(round) as [
    number,
    number,
    number,
    number,
  ];
  if (x1 > x0) {
    const bend = Math.min(GAP_X * 0.7, (x1 - x0) / 2);
    return `M${x0} ${y0}C${round(x0 + bend)} ${y0} ${round(x1 - bend)} ${y1} ${x1} ${y1}`;
  }
  const [fromX, fromY, toX, toY] = [a.x + boxWidth / 2, a.y + a.height, b.x + boxWidth / 2, b.y + b.height].map(
    round,
  ) as [number, number, number, number];
  const low = Math.max(fromY, toY) + GAP_Y * 0.8;
  return `M${fromX} ${fromY}C${fromX} ${low} ${toX} ${low} ${toX} ${toY}`;
};
