export { lowerBound } from './lower-bound.ts';
