/** Larger files are not looked through for what is left of them. */
const LARGEST = 64 * 1024 * 1024;
/** The dictionary of a page is shorter. */
const DICTIONARY = 20_000;
const MOST_PAGES = 5_000;
/** A page speaks of some hundred things; each is looked at for each page. */
const MOST_REFERENCES = 2_000;

const OBJECT = /(?<![\d.])(\d{1,8})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj\b/g;

/** What a page is shown without: what it is a part of, and what is laid over it. */
const APART = /\/(?:Parent|P|B|Metadata|StructParents?)\s+\d+\s+\d+\s+R|\/Annots\s*(?:\[[^\]]*\]|\d+\s+\d+\s+R)/g;
const REFERENCE = /(?<![\d.])(\d{1,8})\s+(\d{1,5})\s+R\b/g;

interface Left {
  readonly at: number;
  /** Up to its stream. */
  readonly dictionary: string;
}

/** The objects that stand whole in a file; of one that was written twice the later. */
const objectsOf = (text: string): ReadonlyMap<string, Left> => {
  const objects = new Map<string, Left>();
  const ends = text.lastIndexOf('endobj');
  for (const match of text.matchAll(OBJECT)) {
    const [whole, number = '0', generation = '0'] = match;
    const start = match.index + whole.length;
    if (start > ends) break;
    const rest = text.slice(start, start + DICTIONARY);
    const end = rest.search(/\bendobj\b|\bstream\b/);
    if (end >= 0) objects.set(`${number} ${generation}`, { at: match.index, dictionary: rest.slice(0, end) });
  }
  return objects;
};

/** Whether all that an object speaks of is there. Without its fonts a page would show letters that it does not have. */
const isWhole = (name: string, objects: ReadonlyMap<string, Left>): boolean => {
  const seen = new Set([name]);
  for (const one of seen) {
    const object = objects.get(one);
    if (object === undefined) return false;
    for (const [, number, generation] of object.dictionary.replace(APART, ' ').matchAll(REFERENCE))
      seen.add(`${number} ${generation}`);
    if (seen.size > MOST_REFERENCES) return false;
  }
  return true;
};

/**
 * A document that was cut off, or whose table of objects is lost, with a new list of the pages that are still whole in it.
 *
 * @returns Null when no page is left that is written in the open; newer programs pack them. Nor is what was encrypted mended.
 */
export const mendPdf = (bytes: Uint8Array): Uint8Array | null => {
  if (bytes.length > LARGEST) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (/\/Encrypt\b/.test(text)) return null;
  const objects = objectsOf(text);
  const kids = [...objects]
    .filter(([, { dictionary }]) => /\/Type\s*\/Page(?![A-Za-z])/.test(dictionary))
    .sort(([, a], [, b]) => a.at - b.at)
    .slice(0, MOST_PAGES)
    .flatMap(([name]) => (isWhole(name, objects) ? [`${name} R`] : []));
  if (kids.length === 0) return null;
  const highest = [...objects.keys()].reduce((most, name) => Math.max(most, Number.parseInt(name, 10)), 0);
  const [catalogue, tree] = [highest + 1, highest + 2];
  const added = Buffer.from(
    `\nendstream\nendobj\n${catalogue} 0 obj\n<< /Type /Catalog /Pages ${tree} 0 R >>\nendobj\n` +
      `${tree} 0 obj\n<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>\nendobj\n` +
      `trailer\n<< /Root ${catalogue} 0 R /Size ${tree + 1} >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );
  return Buffer.concat([bytes, added]);
};
