import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Span } from '../../src/model/index.ts';
import type { AttributionAnswer } from './answers.ts';
import type { Split } from './labelled-document.ts';
import { type Figures, figuresOf } from './tally.ts';

/** Number of code points before each UTF-16 offset: the scorer counts those. */
export const codePointsBefore = (text: string): Int32Array => {
  const counts = new Int32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at <= text.length; at++) {
    counts[at] = count;
    const unit = text.charCodeAt(at);
    // The first half of a pair is counted with its second.
    if (!(unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00)) count++;
  }
  return counts;
};

/** A line of predictions as the scorer takes it. */
export const predictionLine = (name: string, text: string, attributions: readonly AttributionAnswer[]): string => {
  const before = codePointsBefore(text);
  const places = (spans: readonly Span[]) => spans.map(([start, end]) => [before[start], before[end]]);
  return JSON.stringify({
    doc: name,
    attributions: attributions.map(({ source, cue, content }) => ({
      source: places(source),
      cue: places(cue),
      content: places(content),
    })),
  });
};

/** Measures of the scorer that we show, by the names it gives them. */
const LEVELS = ['triple/all', 'strict/source', 'strict/cue', 'strict/content'] as const;
export type AttributionFigures = Readonly<Record<(typeof LEVELS)[number], Figures>>;

/**
 * Scores attributions on PolNeAR by the corpus' scorer, a Python program that lies in the folder `tools` beside the corpora.
 *
 * Gold is the documents of which there is a prediction, no others.
 *
 * @returns Why it cannot be scored, where the scorer or Python is missing.
 */
export const scoreAttributions = (
  data: string,
  split: Split,
  predictions: ReadonlyMap<string, string>,
): AttributionFigures | string => {
  const scorer = join(process.env['BACKCHANNEL_TOOLS'] ?? join(data, '..', 'tools'), 'score_attribution.py');
  if (!existsSync(scorer)) return `${scorer} is not there; BACKCHANNEL_TOOLS names its folder`;
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-attribution-'));
  try {
    const from = join(data, 'polnear', split);
    for (const part of ['text', 'attributions']) {
      mkdirSync(join(folder, part));
      for (const file of readdirSync(join(from, part))) {
        // `<document>.txt`, and `<document>_<four digits of the annotator>.ann`.
        const name = file.replace(/(?:\.txt|_[^_]*\.ann)$/, '');
        if (predictions.has(name)) cpSync(join(from, part, file), join(folder, part, file));
      }
    }
    const given = join(folder, 'predictions.jsonl');
    const out = join(folder, 'figures.json');
    writeFileSync(given, `${[...predictions.values()].join('\n')}\n`);
    const { status, error, stderr } = spawnSync('python3', [scorer, folder, given, '--json', out], {
      encoding: 'utf8',
    });
    if (error !== undefined) return `python3 cannot be run: ${error.message}`;
    if (status !== 0) throw new Error(`Expected the scorer of attributions to end well, it said: ${stderr}`);
    const { scores } = JSON.parse(readFileSync(out, 'utf8')) as {
      scores: Readonly<Record<string, { readonly gold: number; readonly pred: number; readonly right: number }>>;
    };
    const figures = LEVELS.map((level) => {
      const { gold = 0, pred = 0, right = 0 } = scores[level] ?? {};
      return [level, figuresOf(gold, pred, right)] as const;
    });
    return Object.fromEntries(figures) as AttributionFigures;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
