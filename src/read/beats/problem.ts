import { distance } from 'fastest-levenshtein';

/** A place in a file of a beat: path in its folder, line and column counted from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A fault of a beat: where it is, what was expected and found there, and what to do. */
export interface BeatProblem extends Place {
  readonly message: string;
  readonly next: string;
}

/** Takes in a fault. */
export type Report = (place: Place, message: string, next: string) => void;

/** The problem in a line: "frames/docking.yaml:11:13: Expected ..., found .... Do that." */
export const sayProblem = ({ path, line, column, message, next }: BeatProblem): string =>
  `${path}:${line}:${column}: ${message}. ${next}`;

/** "a, b or c". */
export const either = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? 'nothing') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

/** The name that was meant, where one is near; else all there are. */
export const suggest = (found: string, names: readonly string[]): string => {
  const near = names
    .map((name) => ({ name, far: distance(found.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.far - b.far)[0];
  if (near !== undefined) return `Did you mean "${near.name}"?`;
  return names.length === 0 ? 'Take it out.' : `There are: ${names.join(', ')}.`;
};
