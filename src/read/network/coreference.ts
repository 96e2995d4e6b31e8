import type { Labels } from './labels.ts';
import { gelu } from './math.ts';
import { farBucket, matchOf, type PairWords } from './pair-words.ts';

/** A mention on its way through: its words, its two vectors and how it stands alone. */
export interface Standing {
  readonly words: PairWords;
  readonly anaphor: Float32Array;
  readonly antecedent: Float32Array;
  /** What it brings to a pair, first half as anaphor, second as antecedent. */
  readonly join: Float32Array;
  /** Added to its scores as antecedent. */
  readonly asAntecedent: number;
  /** Added to its score of being new. */
  readonly asNew: number;
}

/** What a mention may refer back to. */
export interface Reference {
  /** Numbers of earlier mentions, likeliest first. */
  readonly antecedents: readonly { readonly span: number; readonly probability: number }[];
  readonly fresh: number;
}

/** Mentions before one that are asked about, as in training: the work stays linear in the text. */
const LOOK_BACK = 200;
const KEPT = 5;

/** Takes the mentions of a text in order and says what each may refer back to. */
export class Coreference {
  readonly #tables: Labels['coreference'];
  readonly #join: {
    readonly width: number;
    readonly match: readonly Float32Array[];
    readonly far: readonly Float32Array[];
    readonly score: Float32Array;
  };
  readonly #scale: number;
  readonly #towardsNew: number;
  #before: Standing[] = [];
  /** Mentions that are no longer in `#before`. */
  #gone = 0;

  /** @param scale multiplies every score; @param towardsNew is added to "new" after that (calibration). */
  constructor(tables: Labels['coreference'], scale: number, towardsNew: number) {
    this.#tables = tables;
    const floats = (rows: readonly (readonly number[])[]): readonly Float32Array[] =>
      rows.map((row) => Float32Array.from(row));
    const { join } = tables;
    this.#join = {
      width: join.width,
      match: floats(join.match),
      far: floats(join.far),
      score: Float32Array.from(join.score),
    };
    this.#scale = scale;
    this.#towardsNew = towardsNew;
  }

  take(one: Standing): Reference {
    const number = this.#gone + this.#before.length;
    const from = Math.max(0, this.#before.length - LOOK_BACK);
    const fresh = this.#scale * ((this.#tables.new[one.words.kind] as number) + one.asNew) + this.#towardsNew;
    let most = fresh;
    const scores: { readonly span: number; readonly score: number }[] = [];
    for (let at = from; at < this.#before.length; at++) {
      const other = this.#before[at] as Standing;
      const score = this.#scale * this.#score(one, other, number - this.#gone - at);
      scores.push({ span: this.#gone + at, score });
      most = Math.max(most, score);
    }
    let sum = Math.exp(fresh - most);
    for (const { score } of scores) sum += Math.exp(score - most);
    this.#before.push(one);
    if (this.#before.length >= 4 * LOOK_BACK) {
      const drop = this.#before.length - LOOK_BACK;
      this.#before = this.#before.slice(drop);
      this.#gone += drop;
    }
    return {
      antecedents: scores
        .sort((a, b) => b.score - a.score || a.span - b.span)
        .slice(0, KEPT)
        .map(({ span, score }) => ({ span, probability: Math.exp(score - most) / sum })),
      fresh: Math.exp(fresh - most) / sum,
    };
  }

  #score(one: Standing, other: Standing, steps: number): number {
    const { match, far, nested, width } = this.#tables;
    let product = 0;
    for (let k = 0; k < width; k++) product += (one.anaphor[k] as number) * (other.antecedent[k] as number);
    const { words } = one;
    const bucket = farBucket(steps);
    const isNested = words.first < other.words.end && other.words.first < words.end;
    const matched = matchOf(words, other.words);
    return (
      product / Math.sqrt(width) +
      this.#joined(one, other, matched, bucket) +
      (match[matched]?.[words.kind]?.[other.words.kind] as number) +
      (far[bucket]?.[words.kind] as number) +
      (nested[isNested ? 1 : 0] as number) +
      other.asAntecedent
    );
  }

  /** What the two make together. */
  #joined(one: Standing, other: Standing, matched: number, bucket: number): number {
    const { width, score } = this.#join;
    const match = this.#join.match[matched] as Float32Array;
    const far = this.#join.far[bucket] as Float32Array;
    let sum = 0;
    for (let k = 0; k < width; k++) {
      const together = (one.join[k] as number) + (other.join[width + k] as number);
      sum += (score[k] as number) * gelu(together + (match[k] as number) + (far[k] as number));
    }
    return sum;
  }
}
