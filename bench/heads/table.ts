import { keyOf, type Score } from './score.ts';

const COLUMNS = ['task', 'scored on', 'measure', 'rules', 'now', 'at least', 'aim', 'met', 'precision', 'recall'];

const points = (value: number | undefined, { measure }: Score): string => {
  if (value === undefined) return '';
  return measure.endsWith('F1') ? value.toFixed(1) : value.toFixed(3);
};

const metOf = ({ score, atLeast, aim }: Score): string => {
  if (atLeast === undefined) return '';
  return aim !== undefined && score >= aim ? 'aim' : score >= atLeast ? 'yes' : 'no';
};

/** Figures as a Markdown table, beside those that the rules of the first version had, where they had any. */
export const tableOf = (scores: readonly Score[], first: readonly Score[]): string => {
  const rules = new Map(first.map((score) => [keyOf(score), score.score]));
  const rows = scores.map((score) => [
    score.task,
    score.on,
    score.measure,
    points(rules.get(keyOf(score)), score),
    points(score.score, score),
    score.atLeast === undefined ? '' : `${score.atLeast}`,
    score.aim === undefined ? '' : `${score.aim}`,
    metOf(score),
    score.figures === undefined ? '' : score.figures.precision.toFixed(3),
    score.figures === undefined ? '' : score.figures.recall.toFixed(3),
  ]);
  return [COLUMNS, COLUMNS.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};
