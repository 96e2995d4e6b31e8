export { findTokens } from './find-tokens.ts';
