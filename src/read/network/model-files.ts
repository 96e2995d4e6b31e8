import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BackchannelError } from '../../model/index.ts';
import { type Cutter, makeCutter } from './cut.ts';
import { Labels } from './labels.ts';
import { NetworkSettings } from './settings.ts';

/** What stands in the model's folder, checked. */
export interface ModelFiles {
  /** Path of the graph with its weights. */
  readonly graph: string;
  readonly labels: Labels;
  readonly settings: NetworkSettings;
  /** Name and hash of the weights and all that is beside them: whatever changes what is recognised changes this. */
  readonly version: string;
  readonly cutter: Cutter;
}

const NEEDED = ['reader.onnx', 'tokenizer.json', 'labels.json'] as const;

const NEXT =
  'Reinstall Backchannel (from a checkout: git checkout -- models), so that the folder holds the files that came with this version.';

/** The one way in which a model is refused: expected, found, where, what to do. */
export const modelError = (code: string, message: string, place: string, cause?: unknown): BackchannelError =>
  new BackchannelError(code, message, { place, next: NEXT, ...(cause === undefined ? {} : { cause }) });

const Tokenizer = z.object({
  model: z.object({ type: z.literal('WordPiece'), unk_token: z.string(), vocab: z.record(z.string(), z.int()) }),
});

const readJson = <T extends z.ZodType>(path: string, schema: T): z.infer<T> => {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw modelError('read/model-broken', `Expected JSON in ${path}, found something else.`, path, error);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? 'its top' : issue.path.join('.');
  throw modelError(
    'read/model-broken',
    `Expected ${path} to describe the reader's network, but at ${where}: ${issue?.message ?? 'it does not'}.`,
    path,
    parsed.error,
  );
};

const sizeOf = (path: string): number | null => {
  try {
    const found = statSync(path);
    return found.isFile() ? found.size : null;
  } catch {
    return null;
  }
};

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
};

/**
 * Reads and checks the files of a model.
 *
 * @param folder Holds `reader.onnx`, `tokenizer.json`, `labels.json` and `settings.json`.
 * @throws BackchannelError `read/no-model` when a file is missing, `read/model-changed` when one is not as `settings.json`
 *   says (truncated, replaced), `read/model-broken` when one cannot be understood.
 */
export const loadModelFiles = async (folder: string): Promise<ModelFiles> => {
  const at = (name: string): string => join(folder, name);
  for (const name of NEEDED) {
    if (sizeOf(at(name)) === null) {
      throw modelError(
        'read/no-model',
        `Expected the reader's network in ${folder}, found no ${name} there.`,
        at(name),
      );
    }
  }
  const settings =
    sizeOf(at('settings.json')) === null ? NetworkSettings.parse({}) : readJson(at('settings.json'), NetworkSettings);
  const hashes = new Map<string, string>();
  for (const name of new Set([...NEEDED, ...Object.keys(settings.manifest)])) {
    const { sha256, bytes } = settings.manifest[name] ?? {};
    const size = sizeOf(at(name));
    if (bytes !== undefined && size !== bytes) {
      throw modelError(
        'read/model-changed',
        `Expected ${at(name)} to have ${bytes} bytes, found ${size ?? 'no file'}.`,
        at(name),
      );
    }
    const found = await hashOf(at(name));
    hashes.set(name, found);
    if (sha256 !== undefined && found !== sha256) {
      throw modelError(
        'read/model-changed',
        `Expected ${at(name)} with SHA-256 ${sha256.slice(0, 12)}…, found ${found.slice(0, 12)}…: the file was changed.`,
        at(name),
      );
    }
  }
  const labels = readJson(at('labels.json'), Labels);
  const { model } = readJson(at('tokenizer.json'), Tokenizer);
  const vocabulary = new Map(Object.entries(model.vocab));
  const unknown = vocabulary.get(model.unk_token);
  if (unknown === undefined) {
    throw modelError(
      'read/model-broken',
      `Expected ${model.unk_token} in the vocabulary of ${at('tokenizer.json')}, found none.`,
      at('tokenizer.json'),
    );
  }
  const all = createHash('sha256').update(JSON.stringify([settings, ...hashes]));
  const version = `${settings.version}-${all.digest('hex').slice(0, 12)}`;
  return { graph: at('reader.onnx'), labels, settings, version, cutter: makeCutter(vocabulary, unknown) };
};
