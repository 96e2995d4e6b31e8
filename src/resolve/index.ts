export { findHappenings } from './find-happenings.ts';
export { countShared, overlapOf, stemsOf } from './happenings/claim-words.ts';
export { NameIndex } from './happenings/name-index.ts';
export { placedIn } from './happenings/placed-in.ts';
export type { ReadDocument } from './read-document.ts';
export { Resolver, resolve } from './resolve.ts';
