import type { InferenceSession } from 'onnxruntime-node';
import { BackchannelError } from '../../model/index.ts';
import type { Pieces } from './cut.ts';
import type { Rows } from './decode.ts';
import { type Labels, NAME_SCHEMES } from './labels.ts';
import { loadModelFiles, type ModelFiles, modelError } from './model-files.ts';
import type { NameScheme } from './recognised.ts';
import { type Window, windowsOf } from './windows.ts';

/** A window of a text, to be run. */
export interface WindowJob {
  readonly pieces: Pieces;
  readonly window: Window;
  /** Words `[first, end)` that may be triggers; all that the window answers for by default. */
  readonly triggers?: readonly [first: number, end: number];
}

/** Scores of one kind of trigger in a window: pieces (rows of the window) that were taken, each with the tags about it. */
export interface RoleScores {
  readonly rows: readonly number[];
  /** Of each trigger: rows are places, `reach` before it to `reach` behind. */
  readonly bands: readonly Rows[];
}

/** What the network says of one window. Row 0 is [CLS]; piece `p` of the text is row `p - window.start + 1`. */
export interface WindowScores {
  readonly names: Readonly<Record<NameScheme, Rows>>;
  readonly triggers: Rows;
  readonly cue: RoleScores;
  readonly predicate: RoleScores;
  readonly factuality: Rows;
  readonly spans: Rows;
  readonly typeFirst: Rows;
  readonly typeLast: Rows;
  readonly vectorFirst: Rows;
  readonly vectorLast: Rows;
  readonly joinFirst: Rows;
  readonly joinLast: Rows;
  readonly standFirst: Rows;
  readonly standLast: Rows;
  readonly relationFirst: Rows;
  readonly relationLast: Rows;
  readonly relationBetween: Rows;
}

/** The learned reader, loaded. */
export interface Network extends Omit<ModelFiles, 'graph'> {
  /** Runs windows as one batch. Windows of one length read as each alone does. Calls wait for each other. */
  run(
    jobs: readonly WindowJob[],
    leastLogits: readonly [cue: number, predicate: number],
  ): Promise<readonly WindowScores[]>;
  /** Frees what the runtime holds. */
  close(): Promise<void>;
}

export interface NetworkOptions {
  /** Threads of one run; 1 by default. */
  readonly threads?: number;
}

/** Outputs by what they are, and how wide a row of each must be. `hidden` is never fetched. */
const widthsOf = (labels: Labels): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(NAME_SCHEMES.map((scheme) => [`names_${scheme}`, labels.names[scheme].length])),
  triggers: 2,
  cue_at: 2,
  cue_roles: labels.roles.cue.length,
  predicate_at: 2,
  predicate_roles: labels.roles.predicate.length,
  factuality: 1,
  spans: labels.spanLimit,
  type_first: labels.mentionTypes.length,
  type_last: labels.mentionTypes.length,
  vector_first: 2 * labels.coreference.width,
  vector_last: 2 * labels.coreference.width,
  join_first: 2 * labels.coreference.join.width,
  join_last: 2 * labels.coreference.join.width,
  stand_first: 2,
  stand_last: 2,
  relation_first: 2 * labels.relations.width,
  relation_last: 2 * labels.relations.width,
  relation_between: labels.relations.width,
});

/** Added to the score of a piece that may not be a trigger. */
const NEVER = -1e4;

/**
 * Loads the learned reader.
 *
 * Takes about half a second. What it recognises does not depend on `threads`.
 *
 * @param folder Holds `reader.onnx`, `tokenizer.json`, `labels.json`, `settings.json`.
 * @throws BackchannelError `read/no-model`, `read/model-changed`, `read/model-broken`: the files are not those of this version.
 */
export const openNetwork = async (folder: string, options: NetworkOptions = {}): Promise<Network> => {
  const [{ graph, ...files }, ort] = await Promise.all([loadModelFiles(folder), import('onnxruntime-node')]);
  const { labels } = files;
  let session: InferenceSession;
  try {
    session = await ort.InferenceSession.create(graph, {
      executionProviders: ['cpu'],
      graphOptimizationLevel: 'all',
      intraOpNumThreads: options.threads ?? 1,
      // Threads that wait in a circle take the cores from whoever else works: with other work beside it, half the speed.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 3,
    });
  } catch (error) {
    throw modelError('read/model-broken', `Expected an ONNX graph in ${graph}, but it cannot be loaded.`, graph, error);
  }
  const widths = widthsOf(labels);
  const fetches = Object.keys(widths);
  const missing = fetches.filter((name) => !session.outputNames.includes(name));
  if (missing.length > 0) {
    throw modelError(
      'read/model-broken',
      `Expected the network in ${graph} to give ${missing.join(', ')}, found ${session.outputNames.join(', ')}.`,
      graph,
    );
  }

  const run: Network['run'] = async (jobs, leastLogits) => {
    const length = 2 + Math.max(...jobs.map(({ window }) => window.end - window.start));
    const size = jobs.length * length;
    const ids = new BigInt64Array(size).fill(BigInt(labels.pad));
    const mask = new BigInt64Array(size);
    const shapes = new BigInt64Array(size);
    const bias = new Float32Array(2 * size).fill(NEVER);
    jobs.forEach(({ pieces, window, triggers = [window.firstWord, window.lastWord] }, row) => {
      const at = row * length;
      const count = window.end - window.start;
      ids[at] = BigInt(labels.cls);
      ids[at + count + 1] = BigInt(labels.sep);
      mask.fill(1n, at, at + count + 2);
      for (let p = 0; p < count; p++) {
        ids[at + 1 + p] = BigInt(pieces.ids[window.start + p] as number);
        shapes[at + 1 + p] = BigInt(pieces.shape[window.start + p] as number);
      }
      for (let word = triggers[0]; word < triggers[1]; word++) {
        const place = 2 * (at + 1 + (pieces.first[word] as number) - window.start);
        bias[place] = 0;
        bias[place + 1] = 0;
      }
    });
    const outputs = await session.run(
      {
        input_ids: new ort.Tensor('int64', ids, [jobs.length, length]),
        attention_mask: new ort.Tensor('int64', mask, [jobs.length, length]),
        shape_ids: new ort.Tensor('int64', shapes, [jobs.length, length]),
        trigger_bias: new ort.Tensor('float32', bias, [jobs.length, length, 2]),
        trigger_floor: new ort.Tensor('float32', Float32Array.from(leastLogits), [2]),
      },
      fetches,
    );
    const floats = (name: string): Float32Array => {
      const tensor = outputs[name];
      const width = widths[name] as number;
      if (tensor === undefined || (tensor.dims.length === 3 && tensor.dims[2] !== width)) {
        throw modelError(
          'read/model-broken',
          `Expected rows of ${width} numbers in the network's output ${name}, found ${tensor?.dims[2]}.`,
          graph,
        );
      }
      return tensor.data as Float32Array;
    };
    const rowsOf = (name: string, row: number): Rows => ({
      data: floats(name),
      width: widths[name] as number,
      base: row * length * (widths[name] as number),
    });
    const rolesOf = (kind: 'cue' | 'predicate'): readonly RoleScores[] => {
      const all = jobs.map(() => ({ rows: [] as number[], bands: [] as Rows[] }));
      const at = outputs[`${kind}_at`]?.data as BigInt64Array;
      const data = floats(`${kind}_roles`);
      const width = widths[`${kind}_roles`] as number;
      const places = 2 * labels.reach[kind] + 1;
      for (let t = 0; 2 * t < at.length; t++) {
        const one = all[Number(at[2 * t])];
        one?.rows.push(Number(at[2 * t + 1]));
        one?.bands.push({ data, width, base: t * places * width });
      }
      return all;
    };
    const cues = rolesOf('cue');
    const predicates = rolesOf('predicate');
    return jobs.map((_, row) => ({
      names: Object.fromEntries(NAME_SCHEMES.map((scheme) => [scheme, rowsOf(`names_${scheme}`, row)])) as Record<
        NameScheme,
        Rows
      >,
      triggers: rowsOf('triggers', row),
      cue: cues[row] as RoleScores,
      predicate: predicates[row] as RoleScores,
      factuality: rowsOf('factuality', row),
      spans: rowsOf('spans', row),
      typeFirst: rowsOf('type_first', row),
      typeLast: rowsOf('type_last', row),
      vectorFirst: rowsOf('vector_first', row),
      vectorLast: rowsOf('vector_last', row),
      joinFirst: rowsOf('join_first', row),
      joinLast: rowsOf('join_last', row),
      standFirst: rowsOf('stand_first', row),
      standLast: rowsOf('stand_last', row),
      relationFirst: rowsOf('relation_first', row),
      relationLast: rowsOf('relation_last', row),
      relationBetween: rowsOf('relation_between', row),
    }));
  };

  // A word, to find out at once whether labels, vocabulary and graph belong together.
  const pieces = files.cutter.cut('a', [[0, 1]]);
  const [window] = windowsOf(pieces, labels.window, labels.overlap);
  try {
    if (window !== undefined) await run([{ pieces, window }], [-NEVER, -NEVER]);
  } catch (error) {
    await session.release();
    if (error instanceof BackchannelError) throw error;
    throw modelError('read/model-broken', `Expected the network in ${graph} to run, but it fails.`, graph, error);
  }

  // One run at a time: two at once would share the processor's cores and hold twice the memory.
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...files,
    run: (jobs, leastLogits) => {
      const mine = last.then(() => run(jobs, leastLogits));
      last = mine.catch(() => undefined);
      return mine;
    },
    close: async () => {
      await last;
      await session.release();
    },
  };
};
