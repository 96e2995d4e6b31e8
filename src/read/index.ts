export { type Beat, beatSchemas, loadBeat } from './beats/index.ts';
export { READER_VERSION, read, readerOf } from './read.ts';
