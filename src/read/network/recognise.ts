import { type Block, REPORTING_BLOCKS, type Span } from '../../model/index.ts';
import { Assembly } from './assemble.ts';
import type { Network, WindowScores } from './network.ts';
import type { Recognised } from './recognised.ts';
import { runWindows } from './run-windows.ts';
import { gaugeOf, type Precision } from './settings.ts';
import { windowsOf } from './windows.ts';

/** A text with its blocks. */
export interface TextToRecognise {
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface RecogniseOptions {
  /** `careful` by default. */
  readonly precision?: Precision;
}

/** Nothing seen: of a text without reporting, or in a language that is not read. */
export const NOTHING: Recognised = { names: [], spans: [], attributions: [], predicates: [], relations: [] };

/** Logit of 0.05: cues as unsure as this are looked at, since of those inside what is said the network is hardly ever sure. */
const LEAST_CUE_INSIDE = -2.944;

/** Pieces run at once: what is held is about 8 KB a piece. */
const SLICE_PIECES = 8192;

/** The words that are read: of reporting blocks, of a turn those after the label that names its speaker. */
export const stretchesOf = (blocks: readonly Block[]): readonly Span[] =>
  blocks
    .filter(({ kind }) => REPORTING_BLOCKS.has(kind))
    .map(({ start, end, speaker }) => [speaker == null ? start : Math.max(start, speaker[1]), end]);

/**
 * Runs the network over texts.
 *
 * Only reporting blocks are read (headline, body, turn). What is recognised in a text depends on nothing but the text, its
 * blocks, the weights and the precision: not on the other texts, nor on how windows are put together. Time is linear in the
 * length; memory is bounded but for what is found.
 *
 * @returns One item a text, in the order given. Lists are in text order; offsets are UTF-16 code units of `text`.
 */
export const recognise = async (
  network: Network,
  texts: readonly TextToRecognise[],
  options: RecogniseOptions = {},
): Promise<readonly Recognised[]> => {
  const precision = options.precision ?? 'careful';
  const { labels, settings, cutter } = network;
  const least = [
    Math.min(gaugeOf(settings, 'cue', precision).leastLogit, LEAST_CUE_INSIDE),
    gaugeOf(settings, 'predicate', precision).leastLogit,
  ] as const;
  const documents = texts.map(({ text, blocks }) => {
    const pieces = cutter.cut(text, stretchesOf(blocks));
    return { pieces, windows: windowsOf(pieces, labels.window, labels.overlap) };
  });
  const jobs = documents.flatMap(({ pieces, windows }, document) =>
    windows.map((window) => ({ pieces, window, document })),
  );
  const assemblies = documents.map(({ pieces }) => new Assembly(network, pieces, precision));
  for (let from = 0; from < jobs.length; ) {
    let to = from;
    let held = 0;
    while (to < jobs.length && (to === from || held < SLICE_PIECES)) {
      const { window } = jobs[to] as (typeof jobs)[number];
      held += window.end - window.start;
      to++;
    }
    const slice = jobs.slice(from, to);
    const scores = await runWindows(network, slice, least);
    slice.forEach(({ document, window }, k) => {
      assemblies[document]?.take(window, scores[k] as WindowScores);
    });
    from = to;
  }
  return assemblies.map((assembly) => assembly.finish());
};
