/**
 * Compares what the reader makes of texts with what the training's Python makes of the same: pieces, words, shapes, windows; and
 * of the documents that were read there, all that is recognised.
 *
 *   (cd training && python -m backchannel_training.parity OUT.jsonl --checkpoint CHECKPOINT --graph ../models/reader.onnx)
 *   npx tsx bench/parity.ts OUT.jsonl [MODELS]
 *
 * Exits with 1 when pieces or windows differ anywhere, or more than a hundredth of what was recognised does.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type NameScheme, openNetwork, recognise } from '../src/read/network/index.ts';
import { windowsOf } from '../src/read/network/windows.ts';
import { relationsAmong } from './heads/corpus-relations.ts';

type Place = readonly [number, number];

/** A line of `parity.py`. */
interface Line {
  readonly text: string;
  readonly ids: readonly number[];
  readonly shape: readonly number[];
  readonly word: readonly number[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly windows: readonly Place[];
  /** Probability from which items were kept. */
  readonly least?: number;
  readonly read?: {
    readonly names: Readonly<Record<NameScheme, readonly (readonly [number, number, string, number])[]>>;
    readonly attributions: readonly {
      readonly source: readonly Place[];
      readonly cue: readonly Place[];
      readonly content: readonly Place[];
      readonly sure: number;
    }[];
    readonly predicates: readonly {
      readonly at: Place;
      readonly factuality: number;
      readonly roles: readonly (readonly [string, number, number, number])[];
    }[];
    readonly spans: readonly {
      readonly at: Place;
      readonly p: number;
      readonly fresh: number;
      readonly best: readonly [number, number] | null;
    }[];
    /** Places that relations were asked of, and what was found, by scheme. */
    readonly given: readonly Place[];
    readonly relations: Readonly<Record<'defence', readonly (readonly [Place, Place, string, number])[]>>;
  };
}

const file = process.argv[2];
if (file === undefined) {
  console.error('Expected a file made by backchannel_training.parity');
  process.exit(2);
}
const loaded = await openNetwork(process.argv[3] ?? fileURLToPath(new URL('../models', import.meta.url)));
const { labels } = loaded;

/** Probability from which `parity.py` keeps relations. */
const RELATED = 0.2;

/** Raw scores, cut at the probability that Python was asked for. */
const rawNetwork = (least: number) => {
  const heads = ['cue', 'predicate', 'span'] as const;
  const thresholds = {
    ...Object.fromEntries(heads.map((head) => [head, least])),
    ...Object.fromEntries(Object.keys(labels.names).map((scheme) => [`names.${scheme}`, 0])),
    role: 0,
    'relations.defence': RELATED,
    attribution: 0,
  };
  return {
    ...loaded,
    settings: { ...loaded.settings, calibration: {}, thresholds: { careful: thresholds, thorough: {} } },
  };
};

/** Items of each kind: how many Python has, and how many of them are here as well. */
const tally = new Map<string, { theirs: number; ours: number; same: number; furthest: number }>();
const compare = (kind: string, theirs: ReadonlyMap<string, number>, ours: ReadonlyMap<string, number>): void => {
  const row = tally.get(kind) ?? { theirs: 0, ours: 0, same: 0, furthest: 0 };
  tally.set(kind, row);
  row.theirs += theirs.size;
  row.ours += ours.size;
  for (const [key, score] of theirs) {
    const mine = ours.get(key);
    if (mine === undefined) continue;
    row.same++;
    row.furthest = Math.max(row.furthest, Math.abs(mine - score));
  }
};
const key = (...parts: readonly unknown[]): string => JSON.stringify(parts);

let texts = 0;
let differing = 0;
/** Accents behind a word's last letter are part of the word here and not in Python. */
const withoutMarks = (text: string, start: number, end: number): number =>
  start + text.slice(start, end).replace(/\p{Mn}+$/u, '').length;

for await (const given of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
  const line = JSON.parse(given) as Line;
  texts++;
  const pieces = loaded.cutter.cut(line.text, [[0, line.text.length]]);
  const ends = [...pieces.wordEnd].map((end, k) => withoutMarks(line.text, pieces.wordStart[k] as number, end));
  const windows = windowsOf(pieces, labels.window, labels.overlap).map(({ start, end }) => [start, end]);
  const ours = [[...pieces.ids], [...pieces.shape], [...pieces.word], [...pieces.wordStart], ends, windows];
  const theirs = [line.ids, line.shape, line.word, line.start, line.end, line.windows];
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
    differing++;
    if (differing <= 10) console.log(`differs: ${JSON.stringify(line.text.slice(0, 200))}`);
  }
  const { read } = line;
  if (read === undefined) continue;
  const blocks = [{ kind: 'body' as const, start: 0, end: line.text.length }];
  const [found] = await recognise(rawNetwork(line.least ?? 0.5), [{ text: line.text, blocks }]);
  if (found === undefined) continue;
  for (const [scheme, names] of Object.entries(read.names)) {
    compare(
      `names.${scheme}`,
      new Map(names.map(([start, end, type, sure]) => [key(start, end, type), sure])),
      new Map(
        found.names
          .filter((name) => name.scheme === scheme)
          .map(({ start, end, type, confidence }) => [key(start, end, type), confidence]),
      ),
    );
  }
  // Cues below Python's threshold are looked at here for attributions inside others.
  const kept = new Set(read.attributions.map(({ cue }) => key(cue[0])));
  compare(
    'attributions',
    new Map(read.attributions.map(({ source, cue, content, sure }) => [key(source, cue, content), sure])),
    new Map(
      found.attributions
        .filter(({ cue }) => kept.has(key(cue)))
        .map(({ source, cue, content, confidence }) => [
          key(source === null ? [] : [source], [cue], content),
          confidence,
        ]),
    ),
  );
  compare(
    'predicates (factuality)',
    new Map(read.predicates.map(({ at, factuality }) => [key(at), Math.max(-3, Math.min(3, factuality))])),
    new Map(found.predicates.map(({ start, end, factuality }) => [key([start, end]), factuality])),
  );
  compare(
    'roles',
    new Map(read.predicates.flatMap(({ at, roles }) => roles.map(([l, s, e, p]) => [key(at, l, s, e), p] as const))),
    new Map(
      found.predicates.flatMap(({ start, end, roles }) =>
        roles.map((role) => [key([start, end], role.label, role.start, role.end), role.confidence] as const),
      ),
    ),
  );
  compare(
    'spans',
    new Map(read.spans.map(({ at, p }) => [key(at), p])),
    new Map(found.spans.map(({ start, end, confidence }) => [key([start, end]), confidence])),
  );
  const related = await relationsAmong(rawNetwork(line.least ?? 0.5), 'careful', line.text, read.given);
  compare(
    'relations (defence)',
    new Map(read.relations.defence.map(([one, two, label]) => [key(one, two, label), 1])),
    new Map(related.map(({ one, two, label }) => [key(one, two, label), 1])),
  );
  const placeOf = (span: number): unknown => read.spans[span]?.at;
  compare(
    'antecedents',
    new Map(read.spans.flatMap(({ at, best }) => (best ? [[key(at, placeOf(best[0])), best[1]] as const] : []))),
    new Map(
      found.spans.flatMap(({ start, end, antecedents }) => {
        const [best] = antecedents;
        const to = best === undefined ? undefined : found.spans[best.span];
        return best && to ? [[key([start, end], [to.start, to.end]), best.probability] as const] : [];
      }),
    ),
  );
}
await loaded.close();

console.log(`${texts} texts; cut otherwise: ${differing}`);
let worst = 1;
if (tally.size > 0) {
  console.log('| recognised | Python | here | the same | largest difference of a score |');
  console.log('|---|---|---|---|---|');
}
for (const [kind, { theirs, ours, same, furthest }] of tally) {
  console.log(`| ${kind} | ${theirs} | ${ours} | ${same} | ${furthest.toFixed(4)} |`);
  worst = Math.min(worst, theirs === 0 ? 1 : (2 * same) / (theirs + ours));
}
process.exitCode = differing > 0 || worst < 0.99 ? 1 : 0;
