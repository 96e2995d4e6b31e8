export { findHappenings } from './find-happenings.ts';
export type { ReadDocument } from './read-document.ts';
export { resolve } from './resolve.ts';
