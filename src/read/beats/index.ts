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
export { beatSchemas } from './beat-schemas.ts';
export { loadBeat } from './load-beat.ts';
export { type BeatSource, parseBeat } from './parse-beat.ts';
