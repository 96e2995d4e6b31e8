export { type WordEdits, type WordHunk, wordEdits, wordHunks } from './word-edits.ts';
