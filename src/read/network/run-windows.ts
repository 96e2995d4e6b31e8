import type { Network, RoleScores, WindowJob, WindowScores } from './network.ts';

type Floors = readonly [cue: number, predicate: number];

/**
 * Most pieces of a run. Windows of one length go together, since none needs padding then: a padded window reads otherwise in
 * its last words. Long windows gain nothing from company (two together took a tenth longer than one after the other), short
 * ones a tenth.
 */
const RUN_PIECES = 256;

/**
 * Words that may be triggers in a run of a window that might have many. Each costs three megabytes while it runs; a window of
 * prose has about sixty, one of nothing but "said" all of its words.
 */
const RUN_TRIGGERS = 64;
/** Prose has other pieces in half of its places; a window with fewer than this share repeats itself. */
const VARIED = 0.4;

/** How often words that begin with a piece have been triggers, so far. Only costs depend on it, never results. */
class TriggerRates {
  readonly #seen = new Map<number, number>();
  readonly #taken = new Map<number, number>();

  learn({ pieces, window, triggers = [window.firstWord, window.lastWord] }: WindowJob, scores: WindowScores): void {
    const add = (counts: Map<number, number>, piece: number): void => {
      const id = pieces.ids[piece] as number;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    };
    for (let word = triggers[0]; word < triggers[1]; word++) add(this.#seen, pieces.first[word] as number);
    for (const { rows } of [scores.cue, scores.predicate]) {
      for (const row of rows) add(this.#taken, window.start + row - 1);
    }
  }

  /** How many triggers to expect in a window. A word not seen so far may well be one. */
  expected({ pieces, window }: WindowJob): number {
    let sum = 0;
    for (let word = window.firstWord; word < window.lastWord; word++) {
      const id = pieces.ids[pieces.first[word] as number] as number;
      const seen = this.#seen.get(id);
      sum += seen === undefined ? 1 : (this.#taken.get(id) ?? 0) / seen;
    }
    return sum;
  }
}

const rates = new WeakMap<Network['run'], TriggerRates>();

const isVaried = ({ pieces, window }: WindowJob): boolean => {
  const seen = new Set(pieces.ids.subarray(window.start, window.end));
  return seen.size >= VARIED * (window.end - window.start);
};

/** Runs a window that repeats itself several times, each for the triggers of a part of its words. */
const runByParts = async (
  network: Network,
  job: WindowJob,
  floors: Floors,
  known: TriggerRates,
): Promise<WindowScores> => {
  const { firstWord, lastWord } = job.window;
  const parts: WindowScores[] = [];
  for (let from = firstWord; from < lastWord || parts.length === 0; from += RUN_TRIGGERS) {
    const triggers = [from, Math.min(lastWord, from + RUN_TRIGGERS)] as const;
    const part = { ...job, triggers };
    const [scores] = await network.run([part], floors);
    if (scores === undefined) break;
    known.learn(part, scores);
    parts.push(scores);
  }
  const joined = (kind: 'cue' | 'predicate'): RoleScores => ({
    rows: parts.flatMap((part) => part[kind].rows),
    bands: parts.flatMap((part) => part[kind].bands),
  });
  return { ...(parts[0] as WindowScores), cue: joined('cue'), predicate: joined('predicate') };
};

/** Runs windows of whatever texts. One result a window, in the order given; each depends on its window alone. */
export const runWindows = async (
  network: Network,
  jobs: readonly WindowJob[],
  floors: Floors,
): Promise<readonly WindowScores[]> => {
  const known = rates.get(network.run) ?? new TriggerRates();
  rates.set(network.run, known);
  const scores = new Array<WindowScores>(jobs.length);
  const byLength = new Map<number, number[]>();
  for (const [k, job] of jobs.entries()) {
    const length = job.window.end - job.window.start;
    if (length > RUN_TRIGGERS && !isVaried(job) && known.expected(job) > RUN_TRIGGERS) {
      scores[k] = await runByParts(network, job, floors, known);
    } else byLength.set(length, [...(byLength.get(length) ?? []), k]);
  }
  for (const [length, numbers] of byLength) {
    const together = Math.max(1, Math.floor(RUN_PIECES / (length + 2)));
    for (let from = 0; from < numbers.length; from += together) {
      const some = numbers.slice(from, from + together);
      const found = await network.run(
        some.map((k) => jobs[k] as WindowJob),
        floors,
      );
      for (const [at, k] of some.entries()) scores[k] = found[at] as WindowScores;
    }
  }
  return scores;
};
