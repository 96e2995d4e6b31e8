import type { z } from 'zod';
import { LedgerDefinitions } from '../../model/index.ts';
import { AddedCues, BeatFile, Cues, FrameDefinition } from './beat.ts';
import type { BeatSource } from './beat-source.ts';
import type { Report } from './problem.ts';
import { reportIssues } from './report-issues.ts';
import { keysOf } from './schema-keys.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** A file of a beat that has the right form, and the file itself for its places. */
export interface Read<T> {
  readonly value: T;
  readonly file: YamlFile;
}

/** The files of one folder, each in the right form, before they are joined with what the beat extends. */
export interface BeatParts {
  readonly head: Read<z.infer<typeof BeatFile>>;
  /** Null where the beat has no `cues.yaml` of its own. */
  readonly cues: Read<z.infer<typeof AddedCues>> | null;
  readonly ledgers: Read<LedgerDefinitions> | null;
  readonly frames: readonly Read<FrameDefinition>[];
  /** Names of frames whose files are faulty: what names them is not to blame. */
  readonly broken: ReadonlySet<string>;
}

const HEAD = 'beat.yaml';

/** Reads every file of a beat, and reports every fault of form. Null when what the rest rests on cannot be read. */
export const readSources = (sources: readonly BeatSource[], report: Report): BeatParts | null => {
  const read = <T>(path: string, schema: z.ZodType<T>): Read<T> | null => {
    const source = sources.find((one) => one.path === path);
    return source === undefined ? null : inForm(source, schema, report);
  };
  const has = (path: string): boolean => sources.some((one) => one.path === path);
  const missing = (path: string, next: string): void =>
    report({ path, line: 1, column: 1 }, `Expected the file ${path}, found none`, next);
  if (!has(HEAD))
    missing(HEAD, 'A beat has its name and title there; `backchannel beat new DIR --name NAME` writes one.');
  const head = read(HEAD, BeatFile);
  const isOwn = head !== null && head.value.extends === undefined;
  if (isOwn && !has('cues.yaml'))
    missing('cues.yaml', 'Add it, or take over those of another beat: "extends: diplomacy" in beat.yaml.');
  const cues = read<z.infer<typeof AddedCues>>('cues.yaml', isOwn ? Cues : AddedCues);
  const ledgers = read<LedgerDefinitions>('ledgers.yaml', LedgerDefinitions);
  const files = sources
    .filter(({ path }) => /^frames\/[^/]+\.ya?ml$/.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (isOwn && files.length === 0) missing('frames', 'A beat needs at least one file frames/<frame>.yaml.');
  const broken = new Set<string>();
  const frames = files.flatMap((source) => {
    const frame = inForm(source, FrameDefinition, report);
    if (frame === null) broken.add(source.path.replace(/^frames\/|\.ya?ml$/g, ''));
    return frame ?? [];
  });
  return head === null ? null : { head, cues, ledgers, frames, broken };
};

const inForm = <T>(source: BeatSource, schema: z.ZodType<T>, report: Report): Read<T> | null => {
  const file = readYaml(source, report);
  if (file === null) return null;
  const result = schema.safeParse(file.value);
  if (result.success) return { value: result.data, file };
  reportIssues(file, result.error.issues, report, keysOf(schema));
  return null;
};
