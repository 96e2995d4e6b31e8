export { pairQuotes } from './pair-quotes.ts';
