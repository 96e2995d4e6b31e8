export { isEnglish } from './is-english.ts';
