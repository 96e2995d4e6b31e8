import { type Box, boxToShown, heightOf, type PageView, widthOf } from './geometry.ts';
import { addEdges, type Edges } from './path-edges.ts';
import { borrow, type Pdfium } from './pdfium.ts';

/** What is drawn on a page besides its text. */
export interface PagePictures {
  /** Pictures of some size, as shown. */
  readonly boxes: readonly Box[];
  /** Share of the page that pictures cover, 0 to 1. */
  readonly cover: number;
  /** Straight lines across and down: what stands above one is apart from what stands below. */
  readonly edges: Edges;
  /** Lines and shapes: letters are drawn as such where a program turned them into outlines. */
  readonly shapes: number;
}

const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const MOST_OBJECTS = 3_000;
/** Smaller ones are rules, bullets and logos: points on a side. */
const SMALLEST = 24;

/** Looks at what is drawn on a page that is loaded. */
export const readPictures = (library: Pdfium, page: number, view: PageView): PagePictures => {
  const boxes: Box[] = [];
  const edges: Edges = { across: [], down: [] };
  let shapes = 0;
  const [width, height] = [widthOf(view), heightOf(view)];
  borrow(library, 32, (room) => {
    const boundsOf = (object: number): Box | null => {
      if (library.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12) === 0) return null;
      const memory = library.memory();
      const [left = 0, bottom = 0, right = 0, top = 0] = [0, 4, 8, 12].map((at) => memory.getFloat32(room + at, true));
      const shown = boxToShown(view, left, bottom, right, top);
      return [Math.max(0, shown[0]), Math.max(0, shown[1]), Math.min(width, shown[2]), Math.min(height, shown[3])];
    };
    const look = (object: number): void => {
      const type = library.FPDFPageObj_GetType(object);
      if (type === PATH) {
        shapes++;
        addEdges(library, object, view, room, edges);
        return;
      }
      const isPicture = type === IMAGE || (type === FORM && holdsPicture(library, object));
      const box = isPicture ? boundsOf(object) : null;
      if (box !== null && box[2] - box[0] >= SMALLEST && box[3] - box[1] > 0) boxes.push(box);
    };
    const count = Math.min(library.FPDFPage_CountObjects(page), MOST_OBJECTS);
    for (let i = 0; i < count; i++) look(library.FPDFPage_GetObject(page, i));
  });
  const area = boxes.reduce((sum, [left, top, right, bottom]) => sum + (right - left) * (bottom - top), 0);
  return { boxes, edges, cover: width > 0 && height > 0 ? Math.min(1, area / (width * height)) : 0, shapes };
};

/** Some scanners wrap the picture of a page into a drawing of its own. */
const holdsPicture = (library: Pdfium, form: number): boolean => {
  const count = Math.min(library.FPDFFormObj_CountObjects(form), 200);
  for (let i = 0; i < count; i++)
    if (library.FPDFPageObj_GetType(library.FPDFFormObj_GetObject(form, i)) === IMAGE) return true;
  return false;
};
