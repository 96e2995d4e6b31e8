/** A part of a network that hangs together: its nodes, and two numbers for each of them. */
export interface Islet {
  readonly nodes: readonly number[];
  readonly places: Float64Array;
}

/** Length of an edge in the middle of all, after packing; and room between islets. */
const EDGE = 40;
const ROOM = 70;
/** Wider than high, as pages are. */
const WIDE = 1.7;

/** The parts of a network that hang together, the largest first; nodes in their order. */
export const componentsOf = (count: number, pairs: readonly number[]): readonly (readonly number[])[] => {
  const root = Array.from({ length: count }, (_, index) => index);
  const find = (node: number): number => {
    let at = node;
    while (root[at] !== at) {
      root[at] = root[root[at] ?? at] ?? at;
      at = root[at] ?? at;
    }
    return at;
  };
  for (let at = 0; at < pairs.length; at += 2) {
    const [a, b] = [find(pairs[at] ?? 0), find(pairs[at + 1] ?? 0)];
    if (a !== b) root[Math.max(a, b)] = Math.min(a, b);
  }
  const found = new Map<number, number[]>();
  for (let node = 0; node < count; node++) {
    const own = find(node);
    const known = found.get(own);
    if (known === undefined) found.set(own, [node]);
    else known.push(node);
  }
  return [...found.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
};

const middleOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

interface Boxed extends Islet {
  readonly width: number;
  readonly height: number;
}

/** Drawn so large that edges of all islets are about as long, with its left upper corner at 0. */
const box = ({ nodes, places }: Islet, ends: readonly (readonly [number, number])[]): Boxed => {
  const local = new Map(nodes.map((node, index) => [node, index]));
  const lengths = ends.map(([a, b]) => {
    const [i, j] = [local.get(a) ?? 0, local.get(b) ?? 0];
    return Math.hypot((places[i * 2] ?? 0) - (places[j * 2] ?? 0), (places[i * 2 + 1] ?? 0) - (places[j * 2 + 1] ?? 0));
  });
  const scale = EDGE / (middleOf(lengths) || EDGE);
  const xs = nodes.map((_, index) => (places[index * 2] ?? 0) * scale);
  const ys = nodes.map((_, index) => (places[index * 2 + 1] ?? 0) * scale);
  const [left, top] = [xs.reduce((a, b) => Math.min(a, b), Infinity), ys.reduce((a, b) => Math.min(a, b), Infinity)];
  const moved = new Float64Array(places.length);
  for (const index of nodes.keys()) {
    moved[index * 2] = (xs[index] ?? 0) - left;
    moved[index * 2 + 1] = (ys[index] ?? 0) - top;
  }
  return {
    nodes,
    places: moved,
    width: xs.reduce((a, b) => Math.max(a, b), -Infinity) - left,
    height: ys.reduce((a, b) => Math.max(a, b), -Infinity) - top,
  };
};

/** Puts islets beside and below each other, in their order, so that none lies upon another. */
export const packIslets = (islets: readonly Islet[], pairs: readonly number[]): readonly Islet[] => {
  const of = new Map<number, number>();
  for (const [index, { nodes }] of islets.entries()) for (const node of nodes) of.set(node, index);
  const ends = islets.map((): [number, number][] => []);
  for (let at = 0; at < pairs.length; at += 2) {
    const [a, b] = [pairs[at] ?? 0, pairs[at + 1] ?? 0];
    ends[of.get(a) ?? -1]?.push([a, b]);
  }
  const boxes = islets.map((islet, index) => box(islet, ends[index] ?? []));
  const area = boxes.reduce((sum, { width, height }) => sum + (width + ROOM) * (height + ROOM), 0);
  const wide = Math.max(boxes[0]?.width ?? 0, Math.sqrt(area * WIDE));
  let [x, y, high] = [0, 0, 0];
  return boxes.map(({ nodes, places, width, height }) => {
    if (x > 0 && x + width > wide) {
      x = 0;
      y += high + ROOM;
      high = 0;
    }
    const moved = places.map((value, index) => (index % 2 === 0 ? value + x : -(value + y)));
    x += width + ROOM;
    high = Math.max(high, height);
    return { nodes, places: moved };
  });
};
