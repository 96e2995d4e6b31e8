export { WORDS_OF_TENS, WORDS_TO_NINETEEN } from './number-words.ts';
