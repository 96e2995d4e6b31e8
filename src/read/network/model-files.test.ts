import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BackchannelError, sha256 } from '../../model/index.ts';
import { loadModelFiles } from './model-files.ts';
import { openNetwork } from './network.ts';

const MODELS = fileURLToPath(new URL('../../../models', import.meta.url));
let folder = '';
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-model-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with the real files, but for those that are given: text instead of a file, or null for none. */
const modelWith = (over: Readonly<Record<string, string | null>>): string => {
  const place = join(folder, `model-${count++}`);
  mkdirSync(place);
  for (const name of ['reader.onnx', 'tokenizer.json', 'labels.json']) {
    const given = over[name];
    if (given === undefined) symlinkSync(join(MODELS, name), join(place, name));
    else if (given !== null) writeFileSync(join(place, name), given);
  }
  if (typeof over['settings.json'] === 'string') writeFileSync(join(place, 'settings.json'), over['settings.json']);
  return place;
};
const errorOf = async (promise: Promise<unknown>): Promise<BackchannelError> => {
  const error = await promise.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof BackchannelError)) throw new Error(`Expected an error of ours, found ${String(error)}`);
  return error;
};
const labels = (): Record<string, unknown> => JSON.parse(readFileSync(join(MODELS, 'labels.json'), 'utf8'));

describe('loadModelFiles', () => {
  it('names the weights by their content and settings', async () => {
    const plain = await loadModelFiles(modelWith({}));
    const same = await loadModelFiles(modelWith({}));
    const other = await loadModelFiles(
      modelWith({ 'settings.json': JSON.stringify({ thresholds: { careful: { cue: 0.6 }, thorough: {} } }) }),
    );
    expect(plain.version).toBe(same.version);
    expect(plain.version).not.toBe(other.version);
    const named = await loadModelFiles(modelWith({ 'settings.json': JSON.stringify({ version: 'spring' }) }));
    expect(named.version).toMatch(/^spring-[0-9a-f]{12}$/);
  });

  it.each(['reader.onnx', 'tokenizer.json', 'labels.json'])('says where %s should be and what to do', async (name) => {
    const place = modelWith({ [name]: null });
    const error = await errorOf(loadModelFiles(place));
    expect(error).toMatchObject({ code: 'read/no-model', place: join(place, name) });
    expect(error.message).toBe(`Expected the reader's network in ${place}, found no ${name} there.`);
    expect(error.next).toMatch(/^Reinstall Backchannel/);
  });

  it('says so when there is no folder at all', async () => {
    expect((await errorOf(loadModelFiles(join(folder, 'nowhere')))).code).toBe('read/no-model');
  });

  it('takes files that are as the manifest says', async () => {
    const bytes = readFileSync(join(MODELS, 'labels.json'));
    const manifest = { 'labels.json': { sha256: sha256(bytes), bytes: bytes.length } };
    const files = await loadModelFiles(modelWith({ 'settings.json': JSON.stringify({ manifest }) }));
    expect(files.labels.window).toBeGreaterThan(0);
  });

  it('finds a truncated file by its size, and a changed one by its hash', async () => {
    const bytes = readFileSync(join(MODELS, 'labels.json'));
    const manifest = { 'labels.json': { sha256: sha256(bytes), bytes: bytes.length } };
    const settings = JSON.stringify({ manifest });
    const cut = await errorOf(
      loadModelFiles(modelWith({ 'settings.json': settings, 'labels.json': bytes.toString('utf8').slice(0, 1000) })),
    );
    expect(cut.code).toBe('read/model-changed');
    expect(cut.message).toContain(`to have ${bytes.length} bytes, found 1000.`);
    const text = bytes.toString('utf8');
    const changed = await errorOf(
      loadModelFiles(
        modelWith({ 'settings.json': settings, 'labels.json': text.replace(/\d/, '7').replace('1', '2') }),
      ),
    );
    expect(changed.code).toBe('read/model-changed');
    expect(changed.message).toContain(`with SHA-256 ${sha256(bytes).slice(0, 12)}…, found `);
  });

  it('refuses what cannot be understood, saying where', async () => {
    const wrong = { ...labels(), triggers: ['cue'] };
    const messages = await Promise.all(
      [
        { 'labels.json': '{' },
        { 'labels.json': JSON.stringify(wrong) },
        { 'tokenizer.json': '{"model": {"type": "BPE"}}' },
        { 'tokenizer.json': '{"model": {"type": "WordPiece", "unk_token": "[UNK]", "vocab": {"a": 0}}}' },
        { 'settings.json': '{"thresholds": {"careful": {"cue": 7}}}' },
      ].map(async (over) => {
        const { code, message } = await errorOf(loadModelFiles(modelWith(over)));
        return `${code}: ${message}`;
      }),
    );
    expect(messages.map((message) => message.replaceAll(folder, ''))).toEqual([
      expect.stringMatching(/^read\/model-broken: Expected JSON in \S+labels\.json, found something else\.$/),
      expect.stringMatching(/^read\/model-broken: Expected \S+labels\.json to describe .* at triggers/),
      expect.stringMatching(/^read\/model-broken: Expected \S+tokenizer\.json to describe .* at model\.type/),
      expect.stringMatching(
        /^read\/model-broken: Expected \[UNK\] in the vocabulary of \S+tokenizer\.json, found none\.$/,
      ),
      expect.stringMatching(
        /^read\/model-broken: Expected \S+settings\.json to describe .* at thresholds\.careful\.cue/,
      ),
    ]);
  });
});

describe('openNetwork', () => {
  it('refuses a graph that is none, with what the runtime says as cause', async () => {
    const error = await errorOf(openNetwork(modelWith({ 'reader.onnx': 'not a graph' })));
    expect(error.code).toBe('read/model-broken');
    expect(error.message).toMatch(/^Expected an ONNX graph in \S+reader\.onnx, but it cannot be loaded\.$/);
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('refuses labels that are not those of the graph', async () => {
    const all = labels() as { names: { world: string[] } };
    all.names.world.push('B-Weather', 'I-Weather');
    const place = modelWith({ 'labels.json': JSON.stringify(all) });
    const error = await errorOf(openNetwork(place));
    expect(error.code).toBe('read/model-broken');
    expect(error.message).toMatch(/rows of \d+ numbers in the network's output names_world, found \d+/);
  });
});
