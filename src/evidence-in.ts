import type { Case, CaseList, Evidence } from './model/index.ts';

const isEvidence = (value: object): value is Evidence =>
  'document' in value && 'start' in value && 'end' in value && 'quote' in value;

/** Every quote anywhere in a row, however deep. */
const evidenceIn = (value: unknown): readonly Evidence[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (isEvidence(value)) return [value];
  return Object.values(value).flatMap(evidenceIn);
};

/** The quotes that an item of a list must stand on. */
export const evidenceOf = (list: CaseList, item: Case[CaseList][number]): readonly Evidence[] =>
  // Where a decision was taken may have moved in a text that is cut anew since: only what it shows as evidence must hold.
  evidenceIn(list === 'decisions' ? item.evidence : item);

/**
 * Rows that need not quote: a document may lack all that would be quoted, what is missing of one cannot be, and a hypothesis is what an
 * analyst supposed before anything is held against it.
 */
export const MAY_LACK_EVIDENCE: ReadonlySet<CaseList> = new Set(['documents', 'gaps', 'hypotheses', 'decisions']);

/** Words of a text for a message. */
export const shorten = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
