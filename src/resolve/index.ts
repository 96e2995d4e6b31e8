export type { ReadDocument } from './pile.ts';
export { resolve } from './resolve.ts';
