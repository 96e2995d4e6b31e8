export { findCitations, type OutletLookup } from './find-citations.ts';
