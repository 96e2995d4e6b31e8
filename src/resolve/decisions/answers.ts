import { byText, type Decision } from '../../model/index.ts';

/** What analysts hold of a question, taken together. */
export type Verdict = 'positive' | 'negative' | 'unsure';

/** One answer to one question by one decision. */
export interface Answer<V> {
  readonly question: string;
  readonly value: V;
  readonly decision: Decision;
}

export const said = ({ kind, by, at, why }: Decision): string =>
  `${kind} by ${by} on ${at.slice(0, 10)}${why === null ? '' : `: ${why}`}`;

export interface Question<V> {
  /** The latest answer of each person. */
  readonly answers: readonly Answer<V>[];
}

/** The latest answer of each person to each question (rule D2); what it takes the place of is superseded. */
export const ask = <V>(
  answers: readonly Answer<V>[],
  superseded: Map<string, Decision>,
  used: Set<string>,
): ReadonlyMap<string, Question<V>> => {
  const latest = new Map<string, Map<string, Answer<V>>>();
  for (const answer of answers) {
    const known = latest.get(answer.question) ?? new Map<string, Answer<V>>();
    const before = known.get(answer.decision.by);
    if (before !== undefined) superseded.set(before.decision.id, answer.decision);
    known.set(answer.decision.by, answer);
    latest.set(answer.question, known);
  }
  for (const known of latest.values()) for (const { decision } of known.values()) used.add(decision.id);
  return new Map([...latest].map(([question, known]) => [question, { answers: [...known.values()] }]));
};

/** All of one mind, or open (rule D3). */
export const agree = (answers: readonly Answer<Verdict>[]): Verdict => {
  const verdicts = new Set(answers.map(({ value }) => value));
  const [only] = verdicts;
  return verdicts.size === 1 && only !== undefined ? only : 'unsure';
};

/** The more careful grade of several; what cannot be judged (F, 6) says nothing beside a grade. */
export const careful = (grades: readonly string[]): string => {
  const judged = grades.filter((grade) => grade !== 'F' && grade !== '6').toSorted(byText);
  return judged.at(-1) ?? grades[0] ?? 'F';
};

export const ids = (answers: readonly Answer<unknown>[]): readonly string[] =>
  answers.map(({ decision }) => decision.id).toSorted(byText);
export const reasonOf = (rule: string, answers: readonly Answer<unknown>[]): string =>
  `${rule}: ${answers.map(({ decision }) => said(decision)).join('; ')}`;

/** Whether people answered otherwise than each other. */
export const isSplit = (answers: readonly Answer<unknown>[]): boolean =>
  new Set(answers.map(({ value }) => value)).size > 1;
