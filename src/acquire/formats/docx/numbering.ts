import { type NumberFormat, numberSign } from '../list-signs.ts';
import type { OfficePackage } from '../office-package.ts';
import { WORD_NAMES } from './names.ts';
import type { ListPlace } from './styles.ts';

/** The sign that stands before a paragraph of a list: "3.", "(b)", "II.1"; empty for bullets. Asked once a paragraph, in order. */
export type ListSigns = (place: ListPlace) => string;

interface Level {
  start: number;
  format: string;
  /** `%1.%2`: numbers of the levels in their places. */
  pattern: string;
}

/** Formats of other scripts are shown in digits. */
const FORMATS: Readonly<Record<string, NumberFormat>> = {
  decimalZero: 'padded',
  lowerRoman: 'roman',
  upperRoman: 'ROMAN',
  lowerLetter: 'letters',
  upperLetter: 'LETTERS',
};
const formatOf = (name: string): NumberFormat =>
  Object.hasOwn(FORMATS, name) ? (FORMATS[name] ?? 'digits') : 'digits';

interface Lists {
  /** By list: which definition it follows, and where its levels begin otherwise. */
  readonly lists: ReadonlyMap<string, { readonly follows: string; readonly starts: ReadonlyMap<number, number> }>;
  readonly definitions: ReadonlyMap<string, ReadonlyMap<number, Level>>;
}

const readLists = async (pack: OfficePackage, part: string): Promise<Lists> => {
  const definitions = new Map<string, Map<number, Level>>();
  const lists = new Map<string, { follows: string; starts: Map<number, number> }>();
  // Written to by the functions below, which the compiler does not follow.
  let levels = null as Map<number, Level> | null;
  let level = null as Level | null;
  let list = null as { follows: string; starts: Map<number, number> } | null;
  let overridden = 0;
  const openers: Readonly<Record<string, (attribute: (name: string) => string | undefined) => void>> = {
    'w:abstractNum': (attribute) => {
      levels = new Map();
      definitions.set(attribute('w:abstractNumId') ?? '', levels);
    },
    'w:lvl': (attribute) => {
      level = { start: 1, format: 'decimal', pattern: '' };
      levels?.set(Number(attribute('w:ilvl')), level);
    },
    'w:num': (attribute) => {
      list = { follows: '', starts: new Map() };
      lists.set(attribute('w:numId') ?? '', list);
    },
    'w:lvlOverride': (attribute) => {
      overridden = Number(attribute('w:ilvl'));
    },
  };
  await pack.readXml(part, WORD_NAMES, {
    open(name, attribute) {
      if (Object.hasOwn(openers, name)) openers[name]?.(attribute);
      const value = attribute('w:val') ?? '';
      if (name === 'w:abstractNumId' && list !== null) list.follows = value;
      if (name === 'w:startOverride') list?.starts.set(overridden, Number(value));
      if (level === null) return;
      if (name === 'w:start') level.start = Number(value);
      if (name === 'w:numFmt') level.format = value;
      if (name === 'w:lvlText') level.pattern = value;
    },
    close(name) {
      if (name === 'w:abstractNum') levels = null;
      if (name === 'w:lvl') level = null;
      if (name === 'w:num') list = null;
    },
  });
  return { lists, definitions };
};

/** Counts the lists of a document as Word does: each level on its own, begun anew below every item of a higher level. */
export const openListSigns = async (pack: OfficePackage, part: string): Promise<ListSigns> => {
  const { lists, definitions } = await readLists(pack, part);
  /** By definition: lists of one definition count on from each other unless they say where they begin. */
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return ({ list, level }) => {
    const entry = lists.get(list);
    const levels = entry && definitions.get(entry.follows);
    const own = levels?.get(level);
    if (entry === undefined || levels === undefined || own === undefined || level > 8) return '';
    const count = counts.get(entry.follows) ?? [];
    counts.set(entry.follows, count);
    if (!begun.has(list)) {
      begun.add(list);
      for (const [at] of entry.starts) count[at] = undefined;
    }
    const startOf = (at: number): number => entry.starts.get(at) ?? levels.get(at)?.start ?? 1;
    for (let above = 0; above < level; above++) count[above] ??= startOf(above);
    const last = count[level];
    count[level] = last === undefined ? startOf(level) : last + 1;
    count.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return numberSign(count[at] ?? startOf(at), formatOf(levels.get(at)?.format ?? ''));
    });
  };
};
