export { type WordEdits, wordEdits } from './word-edits.ts';
