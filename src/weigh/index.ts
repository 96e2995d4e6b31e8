export type { Told } from './group-claims.ts';
export { countIndependence, type Independence } from './independence.ts';
export type { JoinedConditions } from './join-conditions.ts';
export { type Weighed, weigh } from './weigh.ts';
