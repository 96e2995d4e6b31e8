import { begin, copyRow, type Rows, type Run, sharesOf, step } from './decode.ts';

/** A run of words with how sure it is. */
export interface SureRun extends Run {
  readonly sureness: number;
  /** Of every label, its own included: the mean probability over the words of the run. */
  readonly shares: Float64Array;
}

/**
 * The best legal tags of a whole text, found while its words come in.
 *
 * The same as deciding at the end, without keeping the scores of all words: as soon as every path that is still in the
 * running goes through one tag at a word, what is before it is settled. That is a few words back, as a rule.
 */
export class NamePath {
  readonly #tags: number;
  /** Words from `#from` on are not settled; `#total` holds the best score of each tag at the last word. */
  #from = 0;
  #count = 0;
  #total: Float64Array | null = null;
  #scores: Float32Array;
  #back: Uint8Array;

  constructor(tags: number) {
    this.#tags = tags;
    this.#scores = new Float32Array(64 * tags);
    this.#back = new Uint8Array(64 * tags);
  }

  /** Takes the scores of the next word. */
  push(rows: Rows, row: number): void {
    const at = this.#count * this.#tags;
    if (at + this.#tags > this.#scores.length) this.#grow();
    copyRow(rows, row, this.#scores, at);
    if (this.#total === null) this.#total = begin(this.#scores, at, this.#tags);
    else step(this.#total, this.#scores, at, this.#tags, this.#back, at);
    this.#count++;
  }

  /** Runs that nothing to come can change, in order, each given once. */
  settle(): readonly SureRun[] {
    if (this.#total === null || this.#count < 2) return [];
    const tags = this.#tags;
    // All ends that may still win, traced back until they meet in a word outside every run or at a beginning.
    let alive = new Set(Array.from({ length: tags }, (_, k) => k));
    for (let t = this.#count - 1; t > 0; t--) {
      if (alive.size === 1) {
        const tag = alive.values().next().value as number;
        if (tag === 0) return this.#take(t, tag);
      }
      alive = new Set([...alive].map((tag) => this.#back[t * tags + tag] as number));
    }
    return [];
  }

  /** The rest, when no word follows. */
  finish(): readonly SureRun[] {
    if (this.#total === null) return [];
    let best = 0;
    for (let k = 1; k < this.#tags; k++) {
      if ((this.#total[k] as number) > (this.#total[best] as number)) best = k;
    }
    return this.#take(this.#count - 1, best);
  }

  /** Runs up to word `last`, whose tag is known; words before it are let go. */
  #take(last: number, tag: number): readonly SureRun[] {
    const tags = this.#tags;
    const path = new Uint8Array(last + 1);
    path[last] = tag;
    for (let t = last; t > 0; t--) path[t - 1] = this.#back[t * tags + (path[t] as number)] as number;
    const runs: SureRun[] = [];
    let start = -1;
    for (let t = 0; t <= path.length; t++) {
      const here = path[t] ?? 0;
      if (start >= 0 && !(here > 0 && here % 2 === 0)) {
        const run: Run = { start, end: t, label: ((path[start] as number) - 1) / 2 };
        const shares = sharesOf(run, this.#scores, tags);
        runs.push({
          start: run.start + this.#from,
          end: run.end + this.#from,
          label: run.label,
          sureness: shares[run.label] as number,
          shares,
        });
        start = -1;
      }
      if (here % 2 === 1) start = t;
    }
    this.#scores.copyWithin(0, last * tags, this.#count * tags);
    this.#back.copyWithin(0, last * tags, this.#count * tags);
    this.#from += last;
    this.#count -= last;
    return runs;
  }

  #grow(): void {
    const scores = new Float32Array(2 * this.#scores.length);
    scores.set(this.#scores);
    this.#scores = scores;
    const back = new Uint8Array(2 * this.#back.length);
    back.set(this.#back);
    this.#back = back;
  }
}
