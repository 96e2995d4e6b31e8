export type { CueClass, CueLookup } from './cue.ts';
export { mentionAt, phraseExtent } from './extent.ts';
export { findAttributions } from './find-attributions.ts';
export { lookUpCue } from './look-up-cue.ts';
