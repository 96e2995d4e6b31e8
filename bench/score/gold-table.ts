import { type Chain, coreferenceFigures } from '../heads/coreference-measures.ts';
import type { Score } from './ground.ts';
import { pooled } from './score-table.ts';

/** One case scored one way: lines that can be added up, and the groups that coreference measures are taken of. */
export interface Sheet {
  readonly scores: readonly Score[];
  readonly chains: { readonly gold: readonly Chain[]; readonly found: readonly Chain[] };
}

interface Cells {
  readonly precision: string;
  readonly recall: string;
  readonly f1: string;
}

const NONE: Cells = { precision: '', recall: '', f1: '' };

const whole = (value: number): string => (Number.isInteger(value) ? `${value}` : value.toFixed(1));
const share = (part: number, all: number): string =>
  all === 0 ? '-' : `${(part / all).toFixed(2)} (${whole(part)}/${whole(all)})`;

const cellsOf = ({ known, found, made, right }: Score): Cells => {
  // What should not be at all is only counted.
  if (known === 0 && made === null) return { ...NONE, recall: `${found}` };
  if (made === null || right === null) return { ...NONE, recall: share(found, known) };
  const precision = made === 0 ? 0 : right / made;
  const recall = known === 0 ? 0 : found / known;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return {
    precision: share(right, made),
    recall: share(found, known),
    f1: known === 0 ? '-' : f1.toFixed(2),
  };
};

const linesOf = (sheets: readonly Sheet[]): ReadonlyMap<string, Cells> => {
  if (sheets.length === 0) return new Map();
  const { conll, muc, b3, ceafe } = coreferenceFigures(sheets.map((sheet) => sheet.chains));
  const figures = { 'events: CoNLL F1': conll, 'events: MUC': muc, 'events: B³': b3, 'events: CEAFe': ceafe };
  return new Map([
    ...Object.entries(figures).map(([kind, value]) => [kind, { ...NONE, f1: value.toFixed(3) }] as const),
    ...pooled(sheets.map(({ scores }) => scores)).map((score) => [score.kind, cellsOf(score)] as const),
  ]);
};

/** Markdown: each measure given known claims, beside the same from text. Lines of only one of both have the other empty. */
export const goldTable = (given: readonly Sheet[], fromText: readonly Sheet[]): string => {
  const [left, right] = [linesOf(given), linesOf(fromText)];
  const kinds = [...new Set([...left.keys(), ...right.keys()])];
  const isTwo = given.length > 0 && fromText.length > 0;
  const columns = (of: string): readonly string[] => [`${of} P`, `${of} R`, `${of} F1`];
  const head = [
    'measure',
    ...(given.length > 0 ? columns('given claims:') : []),
    ...(fromText.length > 0 ? columns('from text:') : []),
  ];
  const rows = kinds.map((kind) => {
    const cells = [left.get(kind), right.get(kind)].map((one) => one ?? NONE);
    const shown = isTwo ? cells : cells.slice(given.length > 0 ? 0 : 1).slice(0, 1);
    return [kind, ...shown.flatMap(({ precision, recall, f1 }) => [precision, recall, f1])];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};
