export { findMentions } from './find-mentions.ts';
export { PRESS_WORDS, TIME_WORDS } from './lexicon.ts';
export { isClosedBy, isPossessive, type Run, SAYING, tokensAt } from './words.ts';
export { genderOf } from './world-of-names.ts';
