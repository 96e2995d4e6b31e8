import { attributionOf, bestTags, copyRow, type Rows, type Run, runsOf, surenessOf } from './decode.ts';
import type { WindowJob } from './network.ts';
import { countBelow } from './windows.ts';

/** Tags of the words about one trigger. Places of runs count from `firstWord`. */
interface Band {
  readonly firstWord: number;
  readonly scores: Float32Array;
  readonly tags: number;
}

/** A run of words of the text `[start, end)`. */
export interface WordRun {
  readonly start: number;
  readonly end: number;
  readonly sureness: number;
}

/** What stands about one cue, in words of the text. */
export interface CueRuns {
  readonly cue: Run;
  readonly source: WordRun | null;
  readonly content: readonly WordRun[];
}

/** Logits of each word within reach: a word is read at its first piece. */
const bandOf = ({ pieces, window }: WindowJob, rows: Rows, row: number, reach: number): Band => {
  const low = Math.max(window.start, window.start + row - 1 - reach);
  const high = Math.min(window.end, window.start + row + reach);
  const firstWord = countBelow(pieces.first, low);
  const lastWord = countBelow(pieces.first, high);
  const tags = rows.width;
  const scores = new Float32Array((lastWord - firstWord) * tags);
  for (let word = firstWord; word < lastWord; word++) {
    const place = (pieces.first[word] as number) - window.start + 1 - row + reach;
    copyRow(rows, place, scores, (word - firstWord) * tags);
  }
  return { firstWord, scores, tags };
};

const inText = (run: Run, { firstWord, scores, tags }: Band): WordRun => ({
  start: run.start + firstWord,
  end: run.end + firstWord,
  sureness: surenessOf(run, scores, tags),
});

/** The attribution about the cue that begins with `word`. */
export const cueRuns = (job: WindowJob, rows: Rows, row: number, reach: number, word: number): CueRuns => {
  const band = bandOf(job, rows, row, reach);
  const { cue, source, content } = attributionOf(band.scores, band.tags, word - band.firstWord);
  return {
    cue: { ...cue, start: cue.start + band.firstWord, end: cue.end + band.firstWord },
    source: source && inText(source, band),
    content: content.map((run) => inText(run, band)),
  };
};

/**
 * Roles of the predicate that begins at `row`.
 *
 * @param isOnce Of a label: whether a predicate has it once at most. Of several runs the surest stays.
 */
export const predicateRuns = (
  job: WindowJob,
  rows: Rows,
  row: number,
  reach: number,
  isOnce: (label: number) => boolean,
): readonly (WordRun & { readonly label: number })[] => {
  const band = bandOf(job, rows, row, reach);
  const runs = runsOf(bestTags(band.scores, band.tags)).map((run) => ({ ...inText(run, band), label: run.label }));
  const surest = new Map<number, WordRun>();
  for (const run of runs) {
    if (run.sureness > (surest.get(run.label)?.sureness ?? 0)) surest.set(run.label, run);
  }
  return runs.filter((run) => !isOnce(run.label) || surest.get(run.label) === run);
};
