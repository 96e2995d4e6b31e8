export {
  type Beat,
  type Cues,
  type FrameDefinition,
  PREPOSITIONS,
  RELATIONS,
  type RelationDefinition,
  ROLE_NAMES,
  type TriggerDefinition,
} from './beat.ts';
export { BEAT_SCHEMA_NAMES, beatSchemas } from './beat-schemas.ts';
export type { BeatSource } from './beat-source.ts';
export { checkBeat, loadBeat } from './load-beat.ts';
export { type CheckedBeat, checkSources, ownName, parseBeat, typeOf } from './parse-beat.ts';
export { type BeatProblem, sayProblem } from './problem.ts';
export { beatFolder, DEFAULT_BEAT, SHIPPED_BEATS, shippedBeats } from './shipped-beats.ts';
