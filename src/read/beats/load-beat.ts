import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { BackchannelError } from '../../model/index.ts';
import type { Beat } from './beat.ts';
import type { BeatSource } from './beat-source.ts';
import type { Families } from './check-frame.ts';
import { type BeatContext, type BeatDraft, badBeat, type CheckedBeat, checkSources } from './parse-beat.ts';
import { type BeatProblem, suggest } from './problem.ts';
import { beatFolder, DEFAULT_BEAT, SHIPPED_BEATS, shippedBeats } from './shipped-beats.ts';
import { readYaml } from './yaml-file.ts';

/**
 * Loads a beat: one that comes with Backchannel by its name, or a folder with `beat.yaml`, `cues.yaml`, `ledgers.yaml` and
 * `frames/*.yaml`. Other files there are left alone.
 *
 * @throws BackchannelError `read/no-beat` when the folder cannot be read; `read/bad-beat` with every fault.
 */
export const loadBeat = (nameOrFolder: string): Beat => {
  const { beat, problems } = checkBeat(nameOrFolder);
  if (beat !== null) return beat;
  throw badBeat(problems, nameOrFolder);
};

/**
 * Checks a beat, and finds all its faults: files that are no YAML, keys and values that the format does not know, and names
 * that are used and nowhere defined.
 *
 * @throws BackchannelError `read/no-beat` when there is no folder of that name, or it holds no beat.
 */
export const checkBeat = (nameOrFolder: string): CheckedBeat => check(beatFolder(nameOrFolder), []);

const check = (folder: string, above: readonly string[]): CheckedBeat => {
  const sources = readFolder(folder);
  const problems: BeatProblem[] = [];
  const base = baseOf(folder, sources, above, problems);
  const isShipped = isSame(folder, join(SHIPPED_BEATS, DEFAULT_BEAT));
  const context: BeatContext = { base, families: isShipped ? new Map() : families() };
  const checked = checkSources(sources, context);
  const clash = isShipped ? null : nameClash(folder, checked.draft?.name ?? null, sources);
  const all = [...problems, ...(clash === null ? [] : [clash]), ...checked.problems];
  return all.length === 0 ? checked : { beat: null, draft: null, problems: all };
};

let known: Families | null = null;

/** Frames of the shipped beat by type. */
const families = (): Families => {
  const frames = known === null ? (check(join(SHIPPED_BEATS, DEFAULT_BEAT), []).draft?.frames ?? []) : [];
  known ??= new Map(frames.map(({ value }) => [value.frame, value]));
  return known;
};

const isSame = (a: string, b: string): boolean => {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
};

/** A case tells beats apart by their names. */
const nameClash = (folder: string, name: string | null, sources: readonly BeatSource[]): BeatProblem | null => {
  if (name === null || !shippedBeats().includes(name) || isSame(folder, join(SHIPPED_BEATS, name))) return null;
  return {
    ...placeIn(sources, 'beat'),
    message: `Expected a name that no shipped beat has, found "${name}"`,
    next: 'Rename it: a case tells beats apart by their names.',
  };
};

const placeIn = (sources: readonly BeatSource[], key: string): Pick<BeatProblem, 'path' | 'line' | 'column'> => {
  const source = sources.find(({ path }) => path === 'beat.yaml');
  const file = source === undefined ? null : readYaml(source, () => undefined);
  return file?.at([key]) ?? { path: 'beat.yaml', line: 1, column: 1 };
};

/** Longer chains are a circle. */
const MOST_BASES = 8;

/** The beat that the one in a folder extends, or null; what is wrong with it is a fault of the one that names it. */
const baseOf = (
  folder: string,
  sources: readonly BeatSource[],
  above: readonly string[],
  problems: BeatProblem[],
): BeatDraft | null => {
  const source = sources.find(({ path }) => path === 'beat.yaml');
  const head = source === undefined ? null : readYaml(source, () => undefined);
  const name =
    head === null || typeof head.value !== 'object' ? undefined : (head.value as Record<string, unknown>)['extends'];
  if (head === null || typeof name !== 'string' || name === '') return null;
  const fail = (message: string, next: string): null => {
    problems.push({ ...head.at(['extends']), message, next });
    return null;
  };
  const shipped = shippedBeats();
  const isFolder = isAbsolute(name) || name.startsWith('.');
  if (!isFolder && !shipped.includes(name))
    return fail(
      `Expected a beat that comes with Backchannel, or a folder that starts with "./" or "../", found "${name}"`,
      suggest(name, shipped),
    );
  const place = isFolder ? (isAbsolute(name) ? name : join(folder, name)) : join(SHIPPED_BEATS, name);
  if (above.length >= MOST_BASES || [folder, ...above].some((one) => isSame(one, place)))
    return fail(
      `Expected another beat, found "${name}", which in the end extends this one`,
      'Take out "extends" in one of them.',
    );
  try {
    const { draft, problems: faults } = check(place, [folder, ...above]);
    if (draft !== null) return draft;
    const [first] = faults;
    return fail(
      `Expected a beat without faults, found ${faults.length} in "${name}" (${first?.path}:${first?.line}: ${first?.message})`,
      'Mend that one first.',
    );
  } catch (error) {
    if (!(error instanceof BackchannelError)) throw error;
    return fail(`Expected a beat in "${name}", found: ${error.message}`, error.next ?? 'Name another.');
  }
};

const NEXT = 'Name a folder with beat.yaml and frames/*.yaml; `backchannel beat new DIR --name NAME` writes one.';

const noBeat = (folder: string, why: string, cause?: unknown): BackchannelError =>
  new BackchannelError('read/no-beat', `Expected a beat in ${folder}, found ${why}.`, {
    place: folder,
    next: `${NEXT} Shipped beats: ${shippedBeats().join(', ')}.`,
    ...(cause === undefined ? {} : { cause }),
  });

const OWN_FILES = ['beat.yaml', 'cues.yaml', 'ledgers.yaml'];

const readFolder = (folder: string): readonly BeatSource[] => {
  let isFolder: boolean;
  try {
    isFolder = statSync(folder).isDirectory();
  } catch (cause) {
    throw noBeat(folder, 'no such folder', cause);
  }
  if (!isFolder) throw noBeat(folder, 'a file');
  const sources = [...OWN_FILES, ...framesIn(folder)].flatMap((path) => read(folder, path));
  if (sources.length === 0) throw noBeat(folder, 'none of its files');
  return sources;
};

const framesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(join(folder, 'frames'))
      .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'))
      .map((name) => `frames/${name}`);
  } catch {
    return [];
  }
};

/** Larger files are not read at all. */
const MOST_BYTES = 4_000_000;

const read = (folder: string, path: string): readonly BeatSource[] => {
  const unread = (message: string, next: string): readonly BeatSource[] => [
    { path, text: '', fault: { message, next } },
  ];
  try {
    const { size } = statSync(join(folder, path));
    if (size > MOST_BYTES)
      return unread(
        `Expected at most ${MOST_BYTES / 1e6} MB, found ${(size / 1e6).toFixed(1)} MB`,
        'Is this a file of a beat?',
      );
    return [{ path, text: readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, '') }];
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    return unread(
      `Expected a file that can be read, found ${code === 'EISDIR' ? 'a folder' : `it cannot be (${code})`}`,
      'Check its name and who may read it.',
    );
  }
};
