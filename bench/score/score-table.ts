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

/** Markdown, a line a kind; the fields of a ledger ("meetings: sides") come after its rows. */
export const scoreTable = (scores: readonly Score[]): string => {
  const lines = scores.map(({ kind, known, found, made, right }) => [
    kind,
    shown(known),
    shown(found),
    share(found, known),
    ...(made === null || right === null ? ['', '', ''] : [shown(made), shown(right), share(right, made)]),
  ]);
  const head = ['kind', 'known', 'found', 'recall', 'in the case', 'right', 'precision'];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};
