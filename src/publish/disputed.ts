import type { Contradiction } from '../model/index.ts';
import type { Dispute, Section, Side } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook, Quotable } from './note-book.ts';
import { sayDate, sayDuration } from './say-date.ts';
import { chainLines, cutChains } from './state-findings.ts';
import { capital, oneLine } from './words.ts';

/** Contradictions with every value alive, next to each other, and likely slips with why. */
export const disputed = (lookup: CaseLookup, book: NoteBook): Section => {
  const ordered = [...lookup.case.contradictions].sort(
    (a, b) => originsIn(b) - originsIn(a) || b.evidence.length - a.evidence.length || (a.id < b.id ? -1 : 1),
  );
  const { shown, more } = cut(ordered, LIMITS.disputes, 'contradictions');
  const items = shown.flatMap((one): readonly Dispute[] => {
    const sides = one.values.flatMap((value) => sideOf(lookup, book, one, value) ?? []);
    return sides.length < 2 ? [] : [{ kind: one.kind, about: aboutOf(lookup, one), sides }];
  });
  return {
    id: 'disputed',
    title: 'Disputed points',
    lead: items.length === 0 ? null : 'What cannot both be so, side by side. Neither side is preferred here.',
    blocks:
      items.length === 0
        ? [{ kind: 'plain', text: 'No two claims in these documents exclude each other.' }]
        : [{ kind: 'disputes', items, more }],
  };
};

const originsIn = (one: Contradiction): number => new Set(one.values.flatMap((value) => value.origins)).size;

const aboutOf = (lookup: CaseLookup, { about, values }: Contradiction): string => {
  const told = lookup.claimsOf(values.flatMap((value) => value.claims)).find((claim) => claim.text === about);
  const date = told?.date ?? null;
  return oneLine(date === null ? about : about.replace(`(${date})`, `(${sayDate(date)})`));
};

const valueWords = (lookup: CaseLookup, { kind }: Contradiction, value: string, claims: readonly string[]): string => {
  if (kind === 'date') return sayDate(value);
  if (kind === 'duration') return sayDuration(value);
  if (kind === 'number' && lookup.claimsOf(claims)[0]?.properties.points === value) return `${oneLine(value)} points`;
  if (kind === 'yes-no') {
    const date = lookup.claimsOf(claims)[0]?.date ?? null;
    return capital(oneLine(date === null ? value : value.replace(`(${date})`, `(${sayDate(date)})`)));
  }
  return oneLine(value);
};

const sideOf = (
  lookup: CaseLookup,
  book: NoteBook,
  one: Contradiction,
  value: Contradiction['values'][number],
): Side | null => {
  const claims = lookup.claimsOf(value.claims);
  const places = value.evidence.map((evidence): Quotable => ({ evidence, claim: lookup.claimAt(evidence, claims) }));
  const notes = book.of(places, LIMITS.quotesOfSide);
  if (notes === null) return null;
  // A post is told by the words where it stands, which need not be a claim's: then the outlet speaks for itself.
  const speaking = places.flatMap(({ claim }) => claim ?? []);
  const chains =
    speaking.length > 0
      ? chainLines(lookup, speaking, [])
      : [...new Set(places.map(({ evidence }) => lookup.outlet(evidence.document)))].map((outlet) => ({
          links: [outlet],
          speaks: 'for' as const,
        }));
  const shown = cutChains(chains);
  return {
    value: valueWords(lookup, one, value.value, value.claims) || 'not stated',
    chains: shown,
    moreChains: chains.length - shown.length,
    origins: lookup.inOrder(value.origins),
    quotes: notes.numbers,
    moreQuotes: notes.more,
    slip: one.likelySlip !== null && one.likelySlip.value === value.value ? oneLine(one.likelySlip.reason) : null,
  };
};
