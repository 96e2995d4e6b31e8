export type { Told } from './group-claims.ts';
export { countIndependence, type Independence } from './independence.ts';
export { type Weighed, weigh } from './weigh.ts';
