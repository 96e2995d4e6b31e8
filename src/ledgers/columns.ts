import { type ColumnPart, fieldsIn, type LedgerColumn, type WorkedOutField } from '../model/index.ts';

/** How ids, dates and words of a row are printed. */
export interface Printed {
  /** The name of an entity, document or row; null for words that are no id. */
  readonly name: (id: string) => string | null;
  /** A value under its field: a date in words, a duration, anything else as it is. */
  readonly value: (text: string, field: string) => string;
  /** Several values of one field. */
  readonly list: (texts: readonly string[]) => string;
}

/** What one part of a column prints. */
export interface ColumnLine {
  readonly text: string;
  readonly part: ColumnPart;
  /** Of a part that prints each item of a list: the item. */
  readonly item: object | null;
}

/**
 * What a column prints of a row, in the order of its parts; of a list one line an item. Empty when nothing is told.
 *
 * A path leads through lists (`sides.name` is the name of each side); `#path` counts one. Words in square brackets are left out
 * when a field in them is empty, the whole when another is. An id is printed as the name of what it denotes, a filler of a role
 * as its entity's name or else its words. What is only denied says so.
 */
export const linesOf = (row: object, { shows }: LedgerColumn, printed: Printed): readonly ColumnLine[] =>
  shows.flatMap((part): readonly ColumnLine[] => {
    if (typeof part === 'string') return say(row, part, printed).map((text) => ({ text, part, item: null }));
    return follow(row, part.each.split('.')).flatMap((item) => {
      if (typeof item !== 'object' || item === null) return [];
      const denied = isOnlyDenied(item) ? 'denied: ' : '';
      // That somebody's part in what is itself denied is denied says nothing more.
      if (part.say.includes('{contested}') && statusIn(item) === 'denied' && statusIn(row) === 'denied') return [];
      return say(item, part.say, printed).map((text) => ({ text: `${denied}${text}`, part, item }));
    });
  });

const statusIn = (item: object): unknown => (item as Readonly<Record<string, unknown>>).status;

/** Whether a row, or an item of a list in one, is told only by denials: it is never printed without saying so. */
export const isOnlyDenied = (item: object): boolean => {
  const { polarity, denials, claims } = item as Readonly<Record<string, unknown>>;
  if (polarity === 'negative') return true;
  if (!Array.isArray(denials) || !Array.isArray(claims) || claims.length === 0) return false;
  return denials.length === claims.length && denials.every((id) => claims.includes(id));
};

/** A field, or words with fields in braces. */
const say = (row: object, part: string, printed: Printed): readonly string[] => {
  if (!part.includes('{')) return fieldText(row, part.trim(), printed);
  const values = new Map(fieldsIn(part).map((field) => [field, fieldText(row, field, printed)[0] ?? '']));
  const fill = (words: string): string | null => {
    if (fieldsIn(words).some((field) => words.includes('{') && values.get(field) === '')) return null;
    return words.replace(/\{([^{}]*)\}/g, (_, field: string) => values.get(field.trim()) ?? '');
  };
  const whole = fill(part.replace(/\[([^[\]]*)\]/g, (_, words: string) => fill(words) ?? ''));
  return whole === null || whole.trim() === '' ? [] : [whole.trim()];
};

const fieldText = (row: object, field: string, printed: Printed): readonly string[] => {
  if (field.startsWith('#')) return [String(follow(row, field.slice(1).split('.')).length)];
  if (isWorkedOut(field)) return WORKED_OUT[field](row as Readonly<Record<string, unknown>>);
  const texts = follow(row, field.split('.')).flatMap((value) => textOf(value, field, printed));
  return texts.length === 0 ? [] : [printed.list([...new Set(texts)])];
};

const isWorkedOut = (field: string): field is WorkedOutField => field in WORKED_OUT;

/** Fields that no row has as such. */
const WORKED_OUT: Readonly<Record<WorkedOutField, (row: Readonly<Record<string, unknown>>) => readonly string[]>> = {
  /** Some tell it and some deny it. */
  disputed: (row) =>
    Array.isArray(row.denials) && row.denials.length > 0 && row.status !== 'denied' ? ['denied by some'] : [],
  /** Whose part in a meeting is denied, by some or by all who speak of it; empty where nobody denies it. */
  contested: ({ status }) => (status === 'disputed' || status === 'denied' ? [status] : []),
  /** In the words of the text, between quotation marks. */
  quoted: ({ form, text }) => (form === 'quoted' && typeof text === 'string' ? [`“${text}”`] : []),
  /** In other words than those of the text. */
  paraphrased: ({ form, text }) => (form === 'paraphrased' && typeof text === 'string' ? [text] : []),
  /** It follows from what is told and is not told itself. */
  implied: ({ form }) => (form === 'implied' ? ['implied'] : []),
};

const UNPRINTED: ReadonlySet<string> = new Set([
  'id',
  'claims',
  'finding',
  'evidence',
  'cells',
  'polarity',
  'denials',
  'reasons',
]);

/** Columns for rows of which no beat says how they are printed: all that they have, under its own name. */
export const columnsFor = (rows: readonly object[]): readonly LedgerColumn[] => {
  const names = rows.flatMap((row) => {
    const { cells } = row as Readonly<Record<string, unknown>>;
    const own = Object.keys(row).filter((name) => !UNPRINTED.has(name));
    return typeof cells === 'object' && cells !== null ? [...Object.keys(cells), ...own] : own;
  });
  return [...new Set(names)].map((name) => ({ title: name, shows: [name] }));
};

/** All values at a path, through lists. In a row of a beat's own ledger the roles and properties are its cells. */
const follow = (value: unknown, path: readonly string[]): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((one) => follow(one, path));
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const { cells } = fields;
  const isCell = typeof cells === 'object' && cells !== null && Object.hasOwn(cells, name);
  const own = Object.hasOwn(fields, name) ? fields[name] : null;
  const next = isCell ? (cells as Readonly<Record<string, unknown>>)[name] : own;
  return next === null || next === undefined ? [] : follow(next, rest);
};

const textOf = (value: unknown, field: string, printed: Printed): readonly string[] => {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return value === '' ? [] : [printed.name(value) ?? printed.value(value, field)];
  if (typeof value !== 'object' || value === null) return [];
  // A filler of a role, or an item of a list that has words of its own.
  const { entity = null, text = null, name = null } = value as Readonly<Record<string, unknown>>;
  if (typeof entity === 'string') return [printed.name(entity) ?? entity];
  const words = text ?? name;
  return typeof words === 'string' && words !== '' ? [printed.value(words, field)] : [];
};
