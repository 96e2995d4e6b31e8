import type { HeadsReader } from './answers.ts';
import type { Split } from './labelled-document.ts';
import type { Score, TaskName } from './score.ts';
import { type Answered, givenPredicates, SOURCES } from './sources.ts';

/** What is scored, and how far it has come. */
export interface Scoring {
  readonly data: string;
  readonly split: Split;
  /** Tasks to score, all by default. */
  readonly only?: ReadonlySet<TaskName>;
  /** So many documents of each corpus, the first of them; all by default. */
  readonly limit?: number;
  readonly progress?: (corpus: string, done: number, all: number) => void;
}

/** Reads the documents of each corpus and scores what was asked. `skipped` says what could not be scored, and why. */
export const scoreHeads = async (
  reader: HeadsReader,
  { data, split, only, limit, progress }: Scoring,
): Promise<{ readonly scores: readonly Score[]; readonly skipped: readonly string[] }> => {
  const scores: Score[] = [];
  const skipped: string[] = [];
  for (const { corpus, tasks, load, score } of SOURCES) {
    if (only !== undefined && !tasks.some((task) => only.has(task))) continue;
    const documents = load(data, split).slice(0, limit);
    if (documents.length === 0) {
      skipped.push(`${tasks.join(', ')}: no ${split} part of ${corpus} in ${data}`);
      continue;
    }
    const answered: Answered[] = [];
    for (const document of documents) {
      answered.push({ document, answers: await reader.read(document.text, givenPredicates(document)) });
      progress?.(corpus, answered.length, documents.length);
    }
    const on = limit === undefined ? split : `${split}, first ${documents.length}`;
    for (const one of score(answered, on, data, split)) {
      if (typeof one === 'string') skipped.push(one);
      else if (only === undefined || only.has(one.task)) scores.push(one);
    }
  }
  return { scores, skipped };
};
