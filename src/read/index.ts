export { type Beat, beatSchemas, loadBeat } from './beats/index.ts';
export {
  type Network,
  type NetworkOptions,
  openNetwork,
  type Precision,
  type Recognised,
} from './network/index.ts';
export { beatIdOf, READER_VERSION, type ReadSettings, read, readerOf, recogniseDocuments } from './read.ts';
