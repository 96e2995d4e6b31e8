import { type ColumnPart, fieldsIn, type LedgerColumn } from '../model/index.ts';

/** How ids, dates and words of a row are printed. */
export interface Printed {
  /** The name of an entity, document or row; what is no id is given back. */
  readonly name: (id: string) => string;
  /** A value under its field: a date in words, a duration, anything else as it is. */
  readonly value: (text: string, field: string) => string;
  /** Several values of one field. */
  readonly list: (texts: readonly string[]) => string;
}

const ID = /^[a-z]+-[0-9a-f]{12}/;

/**
 * What a column prints of a row: one text for each of its parts that has anything to say.
 *
 * A path leads through lists (`sides.name` is the name of each side); `#path` counts one. An id is printed as the name of what it denotes, a filler
 * of a role as its entity's name or else its words. Empty when nothing is told.
 */
export const partsOf = (row: object, { shows }: LedgerColumn, printed: Printed): readonly string[] =>
  shows.flatMap((part) => wordsOf(row, part, printed));

const wordsOf = (row: object, part: ColumnPart, printed: Printed): readonly string[] => {
  if (typeof part === 'string') return say(row, part, printed);
  return follow(row, part.each.split('.')).flatMap((item) => {
    if (typeof item !== 'object' || item === null) return [];
    // What is denied is never printed without its denial.
    const isDenied = (item as { readonly polarity?: unknown }).polarity === 'negative';
    return say(item, part.say, printed).map((text) => (isDenied ? `denied: ${text}` : text));
  });
};

/** A field, or words with fields in braces; nothing where one of them is empty. */
const say = (row: object, part: string, printed: Printed): readonly string[] => {
  if (!part.includes('{')) return valueOf(row, part, printed);
  const values = new Map(fieldsIn(part).map((field) => [field, valueOf(row, field, printed)]));
  if ([...values.values()].some((value) => value.length === 0)) return [];
  return [part.replace(/\{([^{}]*)\}/g, (_, field: string) => values.get(field.trim())?.[0] ?? '')];
};

const valueOf = (row: object, field: string, printed: Printed): readonly string[] => {
  if (field.startsWith('#')) return [String(follow(row, field.slice(1).split('.')).length)];
  const texts = follow(row, field.split('.')).flatMap((value) => textOf(value, field, printed));
  return texts.length === 0 ? [] : [printed.list([...new Set(texts)])];
};

/** All values at a path, through lists. In a row of a beat's own ledger the roles and properties are its cells. */
const follow = (value: unknown, path: readonly string[]): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((one) => follow(one, path));
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const cells = fields.cells;
  const isCell = typeof cells === 'object' && cells !== null && Object.hasOwn(cells, name);
  const next = isCell ? (cells as Readonly<Record<string, unknown>>)[name] : Object.hasOwn(fields, name) ? fields[name] : null;
  return next === null || next === undefined ? [] : follow(next, rest);
};

const textOf = (value: unknown, field: string, printed: Printed): readonly string[] => {
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value === 'string')
    return value === '' ? [] : [ID.test(value) ? printed.name(value) : printed.value(value, field)];
  if (typeof value !== 'object' || value === null) return [];
  // A filler, or an item of a list that has words of its own.
  const { entity = null, text = null, name = null } = value as Readonly<Record<string, unknown>>;
  if (typeof entity === 'string') return [printed.name(entity)];
  const words = text ?? name;
  return typeof words === 'string' && words !== '' ? [printed.value(words, field)] : [];
};
