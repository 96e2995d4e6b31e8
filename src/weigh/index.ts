export { type DroppedSource, dropSources, findSource, resolvedOf } from './drop-source.ts';
export { byRest, type Gapped, listGaps } from './gaps.ts';
export { type GradeStep, gradeSteps } from './grade-steps.ts';
export type { Told } from './group-claims.ts';
export { listHypotheses, type MatrixRow, matrixOf } from './hypotheses.ts';
export { countIndependence, type Independence, type Voice, voicesOf } from './independence.ts';
export type { JoinedConditions } from './join-conditions.ts';
export { type Weighed, Weigher, weigh } from './weigh.ts';
export { CREDIBILITY_WORDS } from './weight-table.ts';
