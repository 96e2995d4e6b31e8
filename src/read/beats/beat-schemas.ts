import { z } from 'zod';
import { BeatFile, Cues, FrameDefinition } from './beat.ts';

/** JSON Schemas of the files of a beat, for editors: by the name of the file they describe. */
export const beatSchemas = (): Readonly<Record<'beat' | 'cues' | 'frame', object>> => ({
  beat: z.toJSONSchema(BeatFile, { io: 'input' }),
  cues: z.toJSONSchema(Cues, { io: 'input' }),
  frame: z.toJSONSchema(FrameDefinition, { io: 'input' }),
});
