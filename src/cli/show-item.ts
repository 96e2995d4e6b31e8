import type { Evidence } from '../model/index.ts';
import { plainCell } from './plain.ts';
import type { NameOf } from './show-lists.ts';
import { wrap } from './table.ts';

type Fields = Readonly<Record<string, unknown>>;

const isEvidence = (value: unknown): value is Evidence =>
  typeof value === 'object' && value !== null && 'quote' in value && 'document' in value && 'start' in value;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const indent = (text: string, depth: number, width: number): string =>
  wrap(plainCell(text), Math.max(20, width - depth))
    .map((line, i) => `${' '.repeat(depth + (i === 0 ? 0 : 2))}${line}\n`)
    .join('');

/** Names what ids denote; of evidence it also says where that stands in the original, where more than offsets tell it. */
export interface Names {
  readonly nameOf: NameOf;
  readonly placeOf: (evidence: Evidence) => string | null;
}

const sayEvidence = (evidence: Evidence, { nameOf, placeOf }: Names): string => {
  const place = placeOf(evidence);
  return `“${evidence.quote}” ${nameOf(evidence.document)}${place === null ? '' : `, ${place}`} [${evidence.start}, ${evidence.end})`;
};

const say = (value: unknown, names: Names): string => {
  if (isEvidence(value)) return sayEvidence(value, names);
  const text = String(value);
  const name = typeof value === 'string' ? names.nameOf(value) : text;
  return name === text ? text : `${name} (${text})`;
};

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isFields(value) && Object.keys(value).length === 0);

const render = (key: string, value: unknown, names: Names, depth: number, width: number): string => {
  if (isEmpty(value)) return '';
  const label = key === '' ? '- ' : `${key}: `;
  if (Array.isArray(value)) {
    const lines = value.map((item) => render('', item, names, depth + 2, width)).join('');
    return indent(`${key}:`, depth, width) + lines;
  }
  if (isFields(value) && !isEvidence(value)) {
    const fields = Object.entries(value).filter(([, field]) => !isEmpty(field));
    const [first, ...rest] = fields;
    if (key === '' && first && !Array.isArray(first[1]) && !isFields(first[1])) {
      const head = indent(`- ${first[0]}: ${say(first[1], names)}`, depth, width);
      return head + rest.map(([name, field]) => render(name, field, names, depth + 2, width)).join('');
    }
    return (
      indent(key === '' ? '-' : `${key}:`, depth, width) +
      fields.map(([name, field]) => render(name, field, names, depth + 2, width)).join('')
    );
  }
  return indent(`${label}${say(value, names)}`, depth, width);
};

/** Everything that an item says, field by field, with ids named and quotes with their places. Empty fields are left out. */
export const renderItem = (item: object, names: Names, width: number): string =>
  Object.entries(item)
    // An item's own id is shown as it is: it is what one copies.
    .map(([key, value]) => render(key, value, key === 'id' ? { ...names, nameOf: (id) => id } : names, 0, width))
    .join('');
