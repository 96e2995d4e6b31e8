import type { Score } from './ground.ts';

/** The lines of several cases as one: counts are added up. */
export const pooled = (cases: readonly (readonly Score[])[]): readonly Score[] => {
  const sums = new Map<string, Score>();
  for (const score of cases.flat()) {
    const sum = sums.get(score.kind);
    sums.set(
      score.kind,
      sum === undefined
        ? score
        : {
            kind: score.kind,
            known: sum.known + score.known,
            found: sum.found + score.found,
            made: sum.made === null || score.made === null ? null : sum.made + score.made,
            right: sum.right === null || score.right === null ? null : sum.right + score.right,
            shortfalls: [...sum.shortfalls, ...score.shortfalls],
          },
    );
  }
  return [...sums.values()];
};

const share = (part: number, all: number): string => (all === 0 ? '-' : (part / all).toFixed(2));
const shown = (count: number): string => (Number.isInteger(count) ? `${count}` : count.toFixed(1));

const cellsOf = ({ known, found, made, right }: Score): readonly string[] => [
  shown(known),
  shown(found),
  share(found, known),
  ...(made === null || right === null ? ['', '', ''] : [shown(made), shown(right), share(right, made)]),
];

/**
 * Markdown, a line a kind; the fields of a ledger ("meetings: sides") come after its rows.
 *
 * @param given the scores of the same case made of its known claims: their recall and precision stand in two more columns.
 */
export const scoreTable = (scores: readonly Score[], given: readonly Score[] = []): string => {
  const byKind = new Map(given.map((score) => [score.kind, score]));
  const beside = (kind: string): readonly string[] => {
    if (given.length === 0) return [];
    const cells = byKind.get(kind);
    return cells === undefined ? ['', ''] : [2, 5].map((place) => cellsOf(cells)[place] ?? '');
  };
  const head = ['kind', 'known', 'found', 'recall', 'in the case', 'right', 'precision'];
  if (given.length > 0) head.push('recall, given the claims', 'precision, given the claims');
  const lines = scores.map((score) => [score.kind, ...cellsOf(score), ...beside(score.kind)]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};
