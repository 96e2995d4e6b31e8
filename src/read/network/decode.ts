/**
 * From logits to spans, under the rules every answer must keep. The same as `decode.py` of the training.
 *
 * Tags: 0 is outside, `1 + 2k` begins a span of label k, `2 + 2k` goes on with it.
 */

/** Numbers in rows of `width`, the first at `base`. */
export interface Rows {
  readonly data: Float32Array;
  readonly width: number;
  readonly base: number;
}

/** A run of places `[start, end)` under one label. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly label: number;
}

/** Copies row `row` to `out` at `at`. */
export const copyRow = ({ data, width, base }: Rows, row: number, out: Float32Array, at: number): void => {
  const from = base + row * width;
  for (let k = 0; k < width; k++) out[at + k] = data[from + k] as number;
};

const NEVER = -1e9;

/**
 * One step of the search for the best legal tags.
 *
 * `total` holds the score of the best path that ends in each tag and is replaced; `back` gets, for each tag, where that
 * path came from.
 */
export const step = (
  total: Float64Array,
  scores: Float32Array,
  at: number,
  tags: number,
  back: Uint8Array,
  backAt: number,
): void => {
  let best = 0;
  for (let k = 1; k < tags; k++) if ((total[k] as number) > (total[best] as number)) best = k;
  const most = total[best] as number;
  for (let k = tags - 1; k >= 0; k--) {
    let from = best;
    let through = most;
    if (k > 0 && k % 2 === 0) {
      // Goes on only from its own begin or itself; of equals the begin, which has the lower number.
      from = (total[k] as number) > (total[k - 1] as number) ? k : k - 1;
      through = total[from] as number;
    }
    back[backAt + k] = from;
    scratch[k] = through + (scores[at + k] as number);
  }
  total.set(scratch.subarray(0, tags));
};

const scratch = new Float64Array(256);

/** Scores of the paths that begin with the row at `at`. */
export const begin = (scores: Float32Array, at: number, tags: number): Float64Array => {
  const total = Float64Array.from(scores.subarray(at, at + tags));
  for (let k = 2; k < tags; k += 2) total[k] = NEVER;
  return total;
};

const argmax = (values: Float64Array): number => {
  let best = 0;
  for (let k = 1; k < values.length; k++) if ((values[k] as number) > (values[best] as number)) best = k;
  return best;
};

/**
 * The best legal tags of logits `[places, tags]` (Viterbi). Of equal paths the lower tag.
 *
 * Logits do as well as the logarithms of probabilities: those differ by a number for each place, the same for all paths.
 */
export const bestTags = (scores: Float32Array, tags: number): Uint8Array => {
  const places = scores.length / tags;
  const path = new Uint8Array(places);
  if (places === 0) return path;
  const back = new Uint8Array(places * tags);
  const total = begin(scores, 0, tags);
  for (let t = 1; t < places; t++) step(total, scores, t * tags, tags, back, t * tags);
  path[places - 1] = argmax(total);
  for (let t = places - 1; t > 0; t--) path[t - 1] = back[t * tags + (path[t] as number)] as number;
  return path;
};

/** Runs of a legal tag sequence, in order. */
export const runsOf = (path: Uint8Array): readonly Run[] => {
  const runs: Run[] = [];
  let start = -1;
  let label = -1;
  for (let t = 0; t <= path.length; t++) {
    const tag = path[t] ?? 0;
    if (start >= 0 && !(tag > 0 && tag % 2 === 0 && (tag - 2) / 2 === label)) {
      runs.push({ start, end: t, label });
      start = -1;
    }
    if (tag % 2 === 1) {
      start = t;
      label = (tag - 1) / 2;
    }
  }
  return runs;
};

/** Of each label the probability that a place of the run has it, begun or gone on: the mean over its places. */
export const sharesOf = (run: Pick<Run, 'start' | 'end'>, scores: Float32Array, tags: number): Float64Array => {
  const shares = new Float64Array((tags - 1) / 2);
  for (let t = run.start; t < run.end; t++) {
    const from = t * tags;
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < tags; k++) most = Math.max(most, scores[from + k] as number);
    let all = 0;
    for (let k = 0; k < tags; k++) {
      const part = Math.exp((scores[from + k] as number) - most);
      weights[k] = part;
      all += part;
    }
    const whole = all * (run.end - run.start);
    for (let label = 0; label < shares.length; label++) {
      const at = 1 + 2 * label;
      shares[label] = (shares[label] as number) + ((weights[at] as number) + (weights[at + 1] as number)) / whole;
    }
  }
  return shares;
};

const weights = new Float64Array(256);

/** How sure a run is: over its places the mean of the probability that the place has the run's label, begun or gone on. */
export const surenessOf = (run: Run, scores: Float32Array, tags: number): number =>
  sharesOf(run, scores, tags)[run.label] as number;

const SOURCE = 0;
const CUE = 1;
const CONTENT = 2;

/** What one cue has: the words of the cue, at most one source, every run of content. */
export interface AttributionRuns {
  readonly cue: Run;
  readonly source: Run | null;
  readonly content: readonly Run[];
}

/**
 * The attribution in the role scores of the words about one cue.
 *
 * One run of cue, the one that holds the trigger (or the trigger alone); of several sources the surest; every run of content;
 * nothing that overlaps the cue.
 *
 * @param trigger Place of the cue's first word.
 */
export const attributionOf = (scores: Float32Array, tags: number, trigger: number): AttributionRuns => {
  const runs = runsOf(bestTags(scores, tags));
  const cue = runs.find((run) => run.label === CUE && run.start <= trigger && trigger < run.end) ?? {
    start: trigger,
    end: trigger + 1,
    label: CUE,
  };
  const clear = runs.filter((run) => run.end <= cue.start || run.start >= cue.end);
  let source: Run | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const run of clear) {
    if (run.label !== SOURCE) continue;
    const sure = surenessOf(run, scores, tags);
    if (sure > most) [source, most] = [run, sure];
  }
  return { cue, source, content: clear.filter((run) => run.label === CONTENT) };
};

/** Numbers of the runs kept, in order, when of two that overlap the surer one stays. Linear, since runs are short. */
export const withoutOverlap = (runs: readonly Run[], scores: readonly number[]): readonly number[] => {
  const taken = new Set<number>();
  const order = runs.map((_, k) => k).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const kept: number[] = [];
  for (const k of order) {
    const { start, end } = runs[k] as Run;
    let isFree = true;
    for (let t = start; t < end && isFree; t++) isFree = !taken.has(t);
    if (!isFree) continue;
    for (let t = start; t < end; t++) taken.add(t);
    kept.push(k);
  }
  return kept.sort((a, b) => a - b);
};
