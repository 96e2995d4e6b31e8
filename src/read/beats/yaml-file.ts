import { isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml';
import type { BeatSource } from './beat-source.ts';
import type { Place, Report } from './problem.ts';

/** A YAML file as plain values, with the place of each by its path of keys. */
export interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  /** Where a value stands, or the nearest value around it that is there. */
  readonly at: (keys: readonly PropertyKey[]) => Place;
}

/** Larger files are not parsed: a beat of a thousand frames has a tenth of this in each. */
const MOST_CHARACTERS = 1_000_000;
/** Faults of one file that are named; the rest mostly follows from them. */
const MOST_ERRORS = 10;

/** Reads the text of a file; null where it is no YAML, which is reported. */
export const readYaml = ({ path, text, fault }: BeatSource, report: Report): YamlFile | null => {
  const start: Place = { path, line: 1, column: 1 };
  if (fault !== undefined) {
    report(start, fault.message, fault.next);
    return null;
  }
  if (text.length > MOST_CHARACTERS) {
    const found = `${text.length.toLocaleString('en')} characters`;
    report(
      start,
      `Expected at most ${MOST_CHARACTERS.toLocaleString('en')} characters, found ${found}`,
      'Is this a file of a beat?',
    );
    return null;
  }
  if (text.includes('\u0000')) {
    report(start, 'Expected text, found zero bytes', 'Save the file as UTF-8 text.');
    return null;
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, version: '1.2' });
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { path, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    for (const error of document.errors.slice(0, MOST_ERRORS)) {
      const [what = 'it is no YAML'] = error.message.split(/ at line \d+|\n/);
      report(
        placeOf(error.pos[0]),
        `Expected YAML, found a fault: ${what.replace(/[:.\s]+$/, '')}`,
        nextFor(error.code),
      );
    }
    return null;
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    report(
      start,
      `Expected YAML that can be taken in, found: ${why}`,
      'Write the values out instead of naming them with "*".',
    );
    return null;
  }
  if (value === null || value === undefined) {
    report(start, 'Expected keys and values, found an empty file', 'Fill it, or take it out of the folder.');
    return null;
  }
  const at = (keys: readonly PropertyKey[]): Place => {
    for (let length = keys.length; length >= 0; length--) {
      const node = nodeAt(document.contents, keys.slice(0, length));
      if (node?.range != null) return placeOf(node.range[0]);
    }
    return start;
  };
  return { path, value, at };
};

/** What to do about a fault, by the code that the YAML library gives it. */
const nextFor = (code: string): string => {
  if (code === 'TAB_AS_INDENT') return 'Indent with blanks: YAML takes no tabs there.';
  if (code === 'DUPLICATE_KEY') return 'Join the two, or take one out.';
  if (code === 'BAD_INDENT') return 'Indent it as far as what it belongs to.';
  return 'Put words with ":", "#", "[", "{", "@", "%" or "*" in them in quotes.';
};

const nodeAt = (root: ParsedNode | null, keys: readonly PropertyKey[]): Node | null => {
  let at: unknown = root;
  for (const [depth, key] of keys.entries()) {
    if (isMap(at)) {
      const pair = at.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      // The last key's own place says more than the place of its value.
      if (depth === keys.length - 1 && pair !== undefined && isScalar(pair.key)) return pair.key;
      at = pair?.value;
    } else if (isSeq(at) && typeof key === 'number') at = at.items[key];
    else return null;
  }
  return (at ?? null) as Node | null;
};
