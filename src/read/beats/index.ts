export { type Beat, type Cues, type FrameDefinition, POSITIONS, PREPOSITIONS, type TriggerDefinition } from './beat.ts';
export { beatSchemas } from './beat-schemas.ts';
export { loadBeat } from './load-beat.ts';
export { type BeatSource, parseBeat } from './parse-beat.ts';
