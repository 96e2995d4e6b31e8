import { z } from 'zod';
import { NAME_SCHEMES, RELATION_SCHEMES } from './labels.ts';

/**
 * How much is taken: `careful` (the default) keeps what the network is sure of; `thorough` keeps more, of which more is wrong.
 */
export type Precision = 'careful' | 'thorough';

/**
 * What is weighed on its own. Each has a calibration and a threshold for either precision.
 *
 * Raw scores, from which `settings.json` calibrates (probabilities of the network):
 * - `names.<scheme>`, `role`: over the words of the span the mean probability of its label (begun or gone on);
 * - `cue`, `predicate`: the word's probability of being one; `span`: the span's; `relations.<scheme>`: the pair's for a label;
 * - `attribution`: probability of the cue, times the sureness of the source's span if there is one (as `role`), times the mean
 *   sureness of the spans of content if there are any;
 * - `coreference` (no threshold): logits of antecedents and of "new" are multiplied by `a`, then `b` is added to "new".
 */
export const HEADS = [
  ...NAME_SCHEMES.map((scheme) => `names.${scheme}` as const),
  'cue',
  'attribution',
  'predicate',
  'role',
  'span',
  'coreference',
  ...RELATION_SCHEMES.map((scheme) => `relations.${scheme}` as const),
] as const;
export type Head = (typeof HEADS)[number];

const Share = z.number().min(0).max(1);
const Platt = z.object({ a: z.number().positive(), b: z.number() });

/**
 * `settings.json`, beside the weights. All of it may be missing while a model is being made: then nothing is calibrated, the
 * thresholds are those of training, and no file is checked against its hash.
 */
export const NetworkSettings = z.object({
  /** Name of the weights, which enters the version of the reader. */
  version: z.string().min(1).default('unnamed'),
  /** Files beside this one, as they must be. */
  manifest: z.record(z.string(), z.object({ sha256: z.string().length(64), bytes: z.int().positive() })).default({}),
  /** Platt scaling: confidence is `1 / (1 + exp(-(a * logit(raw) + b)))`. */
  calibration: z.partialRecord(z.enum(HEADS), Platt).default({}),
  /** Least confidence (calibrated) of what is taken. */
  thresholds: z
    .object({
      careful: z.partialRecord(z.enum(HEADS), Share).default({}),
      thorough: z.partialRecord(z.enum(HEADS), Share).default({}),
    })
    .default({ careful: {}, thorough: {} }),
});
export type NetworkSettings = z.infer<typeof NetworkSettings>;

/** Thresholds of training's own measures, where `settings.json` has none. Names and roles are the best path's: any sureness. */
const DEFAULTS: Readonly<Record<Precision, (head: Head) => number>> = {
  careful: (head) => (/^names|^role$/.test(head) ? 0 : head === 'attribution' ? 0.33 : 0.5),
  thorough: (head) => (/^names|^role$/.test(head) ? 0 : head === 'attribution' ? 0.2 : 0.3),
};

/**
 * Raw probabilities below which nothing is looked at, whatever the threshold: those from which `calibrate` of the training
 * looked. Without them a threshold of 0 would make a mention of every forty words.
 */
const FLOORS: Readonly<Partial<Record<Head, number>>> = {
  predicate: 0.05,
  span: 0.25,
  ...Object.fromEntries(RELATION_SCHEMES.map((scheme) => [`relations.${scheme}`, 0.05])),
};

/** Where a head's scores are cut and how they become confidence. */
export interface Gauge {
  /** Raw probability to confidence. */
  confidence(raw: number): number;
  /** Least confidence taken. */
  readonly least: number;
  /** Least raw logit taken: the same threshold on the other side of the calibration. */
  readonly leastLogit: number;
}

const CERTAIN = 1e-7;
const logit = (share: number): number => {
  const inside = Math.min(1 - CERTAIN, Math.max(CERTAIN, share));
  return Math.log(inside / (1 - inside));
};

/** 1 / (1 + e^-x). */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Handed on whatever the precision, since they are weighed again where more is known. Names: with what the other schemes, the other
 * places of the name and general knowledge say. What belongs to a predicate: with the words and mentions of a frame; an argument
 * whose number or end is doubtful mostly holds the right filler all the same. Both stages have thresholds of their own.
 */
const WEIGHED_LATER: ReadonlySet<Head> = new Set([
  ...NAME_SCHEMES.map((scheme) => `names.${scheme}` as const),
  'predicate',
  'role',
]);

/** The gauge of a head at a precision. */
export const gaugeOf = (settings: NetworkSettings, head: Head, precision: Precision): Gauge => {
  const { a, b } = settings.calibration[head] ?? { a: 1, b: 0 };
  const asked = WEIGHED_LATER.has(head) ? 'thorough' : precision;
  const least = settings.thresholds[asked][head] ?? DEFAULTS[asked](head);
  const floor = FLOORS[head] === undefined ? -1e4 : logit(FLOORS[head]);
  return {
    confidence: (raw) => (a === 1 && b === 0 ? raw : sigmoid(a * logit(raw) + b)),
    least,
    leastLogit: Math.max(floor, least <= 0 ? -1e4 : least >= 1 ? 1e4 : (logit(least) - b) / a),
  };
};
