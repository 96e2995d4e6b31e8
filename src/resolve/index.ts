export { findHappenings } from './find-happenings.ts';
export type { ReadDocument } from './read-document.ts';
export { Resolver, resolve } from './resolve.ts';
