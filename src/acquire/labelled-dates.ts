import type { Edtf } from '../model/index.ts';
import { findStatedDates } from './stated-date.ts';

/** A date of a document with what it is the date of. */
export interface LabelledDate {
  readonly field: 'published' | 'modified';
  readonly edtf: Edtf;
  /** Where the date stands in the line. */
  readonly start: number;
  readonly end: number;
}

const CHANGED = /\b(?:updated?|modified|amended|edited|corrected|revised)\b/i;
/** What may stand in front of a date and tell what it is, or beside it and tell nothing. */
const LABEL =
  /\b(?:(?:first|last|originally|latest)\s+)?(?:published|posted|issued|released|created|date|dated|updated?|modified|amended|edited|corrected|revised)(?:\s+(?:on|at))?\b/gi;
const IDLE =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b|\b\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?|[+-]\d{2}:?\d{2}\b|\b(?:GMT|UTC|Z|[A-Z]{2,4}T|at|on|and|then)\b/g;

/**
 * The dates of a line that holds nothing but dates of a document with what each is: "First published on 2 May 2031 10.00 BST. Last
 * modified on 3 May 2031". A date without a label is the one of publication, unless that stands there too.
 *
 * In order of the line; empty when it holds anything else, or two dates of one kind.
 */
export const readLabelledDates = (line: string): readonly LabelledDate[] => {
  if (line.length > 200) return [];
  const dates = findStatedDates(line);
  if (dates.length === 0 || dates.length > 2) return [];
  let from = 0;
  const between: string[] = [];
  for (const { start, end } of dates) {
    between.push(line.slice(from, start));
    from = end;
  }
  const rest = [...between, line.slice(from)].join(' ').replace(LABEL, ' ').replace(IDLE, ' ');
  if (/[\p{L}\p{N}]/u.test(rest)) return [];
  const found = dates.map(({ edtf, start, end }, i): LabelledDate => {
    // "10:00 BST, updated 3 May": the words right in front of a date tell, not those behind the one before.
    const label = between[i]?.match(LABEL)?.at(-1) ?? '';
    return { field: CHANGED.test(label) ? 'modified' : 'published', edtf, start, end };
  });
  return found.length === 2 && found[0]?.field === found[1]?.field ? [] : found;
};
