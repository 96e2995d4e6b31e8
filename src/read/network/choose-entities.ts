import type { NameScheme, RecognisedSpan } from './recognised.ts';

/** A name or span, in words `[first, end)`. */
export interface Candidate {
  readonly first: number;
  readonly end: number;
  readonly confidence: number;
  readonly isPerson: boolean;
}

/** Schemes whose names stand in relations, the one that is asked first before. */
const SCHEMES: readonly NameScheme[] = ['world', 'politics'];
const PERSONS = new Set(['Person', 'person', 'politician']);
const NAMED = new Set([
  ...PERSONS,
  'Organization',
  'Location',
  'Facility',
  'NORP',
  'organisation',
  'politicalparty',
  'country',
  'location',
]);
const SPANS: ReadonlySet<RecognisedSpan['type']> = new Set(['person', 'organization', 'place']);

/** Whether names of this scheme and type may stand in a relation. */
export const isNamed = (scheme: NameScheme, type: string): boolean => SCHEMES.includes(scheme) && NAMED.has(type);
/** Whether names of this type are of people. */
export const isPersonType = (type: string): boolean => PERSONS.has(type);
/** Whether spans of this type may stand in a relation. */
export const isRelatedSpan = (type: RecognisedSpan['type']): boolean => SPANS.has(type);

/** Entities of one window that are asked about: a stretch that names more is a list, and pairs go by the square. */
const MOST = 64;

/**
 * Chooses what is asked for relations among what was found in a window: names first, surest first, and of two that overlap
 * one; then the spans that are no other words for a name that was taken (inside it, or ending with it). In text order.
 */
export const chooseEntities = (names: readonly Candidate[], spans: readonly Candidate[]): readonly Candidate[] => {
  const bySurety = (list: readonly Candidate[]): readonly Candidate[] =>
    [...list].sort((a, b) => b.confidence - a.confidence || a.first - b.first || a.end - b.end);
  const taken = new Set<number>();
  const ends = new Set<number>();
  const chosen: Candidate[] = [];
  for (const name of bySurety(names)) {
    let isFree = chosen.length < MOST;
    for (let word = name.first; word < name.end && isFree; word++) isFree = !taken.has(word);
    if (!isFree) continue;
    for (let word = name.first; word < name.end; word++) taken.add(word);
    ends.add(name.end);
    chosen.push(name);
  }
  const seen = new Set<string>();
  for (const span of bySurety(spans)) {
    if (chosen.length >= MOST) break;
    const key = `${span.first}-${span.end}`;
    if (seen.has(key) || ends.has(span.end)) continue;
    let isNew = false;
    for (let word = span.first; word < span.end && !isNew; word++) isNew = !taken.has(word);
    if (!isNew) continue;
    seen.add(key);
    chosen.push(span);
  }
  return chosen.sort((a, b) => a.first - b.first || a.end - b.end);
};
