import type { Figures } from './tally.ts';

/** Tasks that can be asked for by name. */
export const TASKS = ['attribution', 'names', 'politics', 'roles', 'coreference', 'relations', 'factuality'] as const;
export type TaskName = (typeof TASKS)[number];

/** One figure of one task. */
export interface Score {
  readonly task: TaskName;
  /** Corpus and split. */
  readonly on: string;
  readonly measure: string;
  /** 0 to 100 for F1 and its likes, -1 to 1 for a correlation. */
  readonly score: number;
  /** Where the score is an F1: what it was made of. */
  readonly figures?: Figures;
  /** What is asked of it, and what is hoped for; missing where a figure is for information. */
  readonly atLeast?: number;
  readonly aim?: number;
}

/** Name of a figure among all: the same in every run. */
export const keyOf = ({ task, measure }: Pick<Score, 'task' | 'measure'>): string => `${task}: ${measure}`;

/** A score of F1, in points. */
export const f1Score = (
  task: TaskName,
  on: string,
  measure: string,
  figures: Figures,
  asked: { readonly atLeast?: number; readonly aim?: number } = {},
): Score => ({ task, on, measure, score: figures.f1 * 100, figures, ...asked });
