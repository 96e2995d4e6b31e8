export { TENS_WORDS, UNIT_WORDS } from './number-words.ts';
