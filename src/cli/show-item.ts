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

const sayEvidence = (evidence: Evidence, nameOf: NameOf): string =>
  `“${evidence.quote}” ${nameOf(evidence.document)} [${evidence.start}, ${evidence.end})`;

const say = (value: unknown, nameOf: NameOf): string => {
  if (isEvidence(value)) return sayEvidence(value, nameOf);
  const text = String(value);
  const name = typeof value === 'string' ? nameOf(value) : text;
  return name === text ? text : `${name} (${text})`;
};

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isFields(value) && Object.keys(value).length === 0);

const render = (key: string, value: unknown, nameOf: NameOf, depth: number, width: number): string => {
  if (isEmpty(value)) return '';
  const label = key === '' ? '- ' : `${key}: `;
  if (Array.isArray(value)) {
    const lines = value.map((item) => render('', item, nameOf, depth + 2, width)).join('');
    return indent(`${key}:`, depth, width) + lines;
  }
  if (isFields(value) && !isEvidence(value)) {
    const fields = Object.entries(value).filter(([, field]) => !isEmpty(field));
    const [first, ...rest] = fields;
    if (key === '' && first && !Array.isArray(first[1]) && !isFields(first[1])) {
      const head = indent(`- ${first[0]}: ${say(first[1], nameOf)}`, depth, width);
      return head + rest.map(([name, field]) => render(name, field, nameOf, depth + 2, width)).join('');
    }
    return (
      indent(key === '' ? '-' : `${key}:`, depth, width) +
      fields.map(([name, field]) => render(name, field, nameOf, depth + 2, width)).join('')
    );
  }
  return indent(`${label}${say(value, nameOf)}`, depth, width);
};

/** Everything that an item says, field by field, with ids named and quotes with their places. Empty fields are left out. */
export const renderItem = (item: object, nameOf: NameOf, width: number): string =>
  Object.entries(item)
    // An item's own id is shown as it is: it is what one copies.
    .map(([key, value]) => render(key, value, key === 'id' ? (id) => id : nameOf, 0, width))
    .join('');
