export { findClauses } from './find-clauses.ts';
export { findNounPhrases } from './find-noun-phrases.ts';
