import { type Box, boxToShown, type PageView } from './geometry.ts';
import type { Pdfium } from './pdfium.ts';

/** Straight edges of what is drawn: thin lines, and the sides of boxes. As shown. */
export interface Edges {
  readonly across: Box[];
  readonly down: Box[];
}

/** Shorter ones are of letters and ornaments, in points. */
const SHORTEST_ACROSS = 18;
const SHORTEST_DOWN = 7;
/** A grid is drawn in one go by some programs; a map has many more points. */
const MOST_POINTS = 600;
const MOST_EDGES = 4_000;

const MOVE = 2;
const LINE = 0;

/** Adds the straight edges of one drawing. @param room 32 bytes of the library's memory. */
export const addEdges = (library: Pdfium, path: number, view: PageView, room: number, edges: Edges): void => {
  const count = library.FPDFPath_CountSegments(path);
  if (count < 2 || count > MOST_POINTS || edges.across.length + edges.down.length > MOST_EDGES) return;
  if (library.FPDFPageObj_GetMatrix(path, room) === 0) return;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = [0, 4, 8, 12, 16, 20].map((at) =>
    library.memory().getFloat32(room + at, true),
  );
  let last: readonly [number, number] | null = null;
  let first: readonly [number, number] | null = null;
  const edge = (from: readonly [number, number] | null, to: readonly [number, number] | null): void => {
    if (from === null || to === null) return;
    const box = boxToShown(view, from[0], from[1], to[0], to[1]);
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    if (height < 1 && width >= SHORTEST_ACROSS) edges.across.push(box);
    else if (width < 1 && height >= SHORTEST_DOWN) edges.down.push(box);
  };
  for (let i = 0; i < count; i++) {
    const segment = library.FPDFPath_GetPathSegment(path, i);
    if (segment === 0 || library.FPDFPathSegment_GetPoint(segment, room, room + 4) === 0) continue;
    const memory = library.memory();
    const [x, y] = [memory.getFloat32(room, true), memory.getFloat32(room + 4, true)];
    const point = [a * x + c * y + e, b * x + d * y + f] as const;
    const type = library.FPDFPathSegment_GetType(segment);
    if (type === MOVE) first = point;
    else if (type === LINE) edge(last, point);
    if (library.FPDFPathSegment_GetClose(segment) !== 0) edge(point, first);
    last = point;
  }
};
