import type { Claim } from '../model/index.ts';
import type { Cell } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import type { NoteBook } from './note-book.ts';
import type { NoteRefs } from './note-refs.ts';
import { STANDING_WORDS } from './standing.ts';
import { listed, oneLine } from './words.ts';

/** A cell with the standing of the row's finding and the origins by name. */
export const standingCell = (lookup: CaseLookup, finding: string | null): Cell => {
  const found = lookup.finding(finding);
  if (found === null) return [{ text: 'not weighed', isAside: true }];
  const count = found.origins.length;
  const names = lookup
    .inOrder(found.origins)
    .map((id) => lookup.origins.find((origin) => origin.id === id)?.name ?? '');
  return [
    { text: STANDING_WORDS[found.status], standing: found.status },
    ...(count > 0 ? [{ text: listed(names.map(oneLine), 4), isAside: true }] : []),
  ];
};

/** Footnotes to some of a row's quotes; null where none is in the case. */
export const quotesOf = (
  lookup: CaseLookup,
  book: NoteBook,
  evidence: Claim['evidence'],
  claims: readonly string[],
): NoteRefs | null => {
  const told = lookup.claimsOf(claims);
  return book.of(
    evidence.map((one) => ({ evidence: one, claim: lookup.claimAt(one, told) })),
    2,
  );
};
