export { findAttributions } from './find-attributions.ts';
export { mentionOfSource } from './source-of.ts';
