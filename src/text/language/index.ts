export type { Detect, Detected } from './detector.ts';
export { findLanguages, type Languages } from './find-languages.ts';
export { isEnglish } from './is-english.ts';
export { languageName } from './language-name.ts';
