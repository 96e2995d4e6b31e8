export {
  BEAT_SCHEMA_NAMES,
  type Beat,
  type BeatProblem,
  beatFolder,
  beatSchemas,
  type CheckedBeat,
  checkBeat,
  DEFAULT_BEAT,
  loadBeat,
  sayProblem,
  shippedBeats,
  typeOf,
} from './beats/index.ts';
export {
  type Network,
  type NetworkOptions,
  openNetwork,
  type Precision,
  type Recognised,
} from './network/index.ts';
export { beatIdOf, READER_VERSION, type ReadSettings, read, readerOf, type Surveyed, survey } from './read.ts';
