import { z } from 'zod';
import { LedgerDefinitions } from '../../model/index.ts';
import { AddedCues, BeatFile, FrameDefinition } from './beat.ts';

const FILES = {
  beat: { title: 'beat.yaml: a field of reporting', schema: BeatFile },
  'beat-cues': { title: 'cues.yaml: words that bear on whether, when and how surely', schema: AddedCues },
  'beat-frame': {
    title: 'frames/<frame>.yaml: a frame with its roles, triggers and examples',
    schema: FrameDefinition,
  },
  'beat-ledgers': { title: 'ledgers.yaml: columns of ledgers', schema: LedgerDefinitions },
} as const;

/** The names under which the JSON Schemas of the files of a beat can be asked for. */
export const BEAT_SCHEMA_NAMES: readonly string[] = Object.keys(FILES);

/** JSON Schemas (draft 2020-12) of the files of a beat, for editors and checkers: by name, see {@link BEAT_SCHEMA_NAMES}. */
export const beatSchemas = (): Readonly<Record<keyof typeof FILES, Readonly<Record<string, unknown>>>> => {
  const made = Object.entries(FILES).map(([name, { title, schema }]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
    return [name, { $schema, title, ...rest }] as const;
  });
  return Object.fromEntries(made) as unknown as ReturnType<typeof beatSchemas>;
};
