import { readFileSync } from 'node:fs';
import { BackchannelError } from '../../model/index.ts';
import { EVIDENCE, type Evidence } from './evidence.ts';

/** The learned scorer: one layer of bent sums over the evidence, and a sum over those. */
interface EventScorer {
  /** Mean and spread of each kind of evidence where it was learned. */
  readonly mean: readonly number[];
  readonly spread: readonly number[];
  readonly layers: readonly { readonly weights: readonly (readonly number[])[]; readonly bias: readonly number[] }[];
  /** Mean likelihood from which two groups are one. */
  readonly threshold: number;
}

let loaded: EventScorer | undefined;

const load = (): EventScorer => {
  const place = 'event-scorer.json';
  let file: EventScorer & { readonly evidence: readonly string[] };
  try {
    file = JSON.parse(readFileSync(new URL(`../../../data/${place}`, import.meta.url), 'utf8'));
  } catch (cause) {
    throw new BackchannelError('data-missing', `The data file ${place} should be in the package's data folder.`, {
      place,
      next: 'Install the package again, or get the data folder from the repository.',
      cause,
    });
  }
  if (file.evidence.join() !== EVIDENCE.join()) {
    throw new BackchannelError(
      'data-broken',
      `Expected ${place} to weigh ${EVIDENCE.join(', ')}, found ${file.evidence.join(', ')}.`,
      { place, next: 'Install the package again, or train the scorer again (see training/README.md).' },
    );
  }
  return file;
};

const scorer = (): EventScorer => {
  loaded ??= load();
  return loaded;
};

/** How likely means are rounded: sums of whole numbers come out the same in whatever order they are made. */
export const LIKELIHOOD_UNIT = 1_000_000;

/** How likely two mentions with this evidence tell of one event, in millionths. */
export const likelihoodOf = (evidence: Evidence): number => {
  const { mean, spread, layers } = scorer();
  // What is not known counts as the mean: nothing for, nothing against.
  let values = EVIDENCE.map((name, at) => ((evidence[name] ?? mean[at] ?? 0) - (mean[at] ?? 0)) / (spread[at] ?? 1));
  layers.forEach(({ weights, bias }, depth) => {
    const sums = weights.map((row, unit) =>
      row.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), bias[unit] ?? 0),
    );
    values = depth < layers.length - 1 ? sums.map((sum) => Math.max(0, sum)) : sums;
  });
  return Math.round(LIKELIHOOD_UNIT / (1 + Math.exp(-(values[0] ?? 0))));
};

/** Mean likelihood, in millionths, from which groups of mentions are taken for one event. */
export const eventThreshold = (): number => scorer().threshold * LIKELIHOOD_UNIT;
