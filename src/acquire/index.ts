export {
  type Acquired,
  type AcquireOptions,
  acquireFile,
  DEFAULT_LIMIT_BYTES,
  documentFromBytes,
  mergePaths,
} from './acquire-file.ts';
export { type FileStat, type Files, localFiles } from './files.ts';
export { type FoundInputs, findInputs } from './find-inputs.ts';
