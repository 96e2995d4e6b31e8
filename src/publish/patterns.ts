import type { Interest, Tie } from '../model/index.ts';
import type { Block, Pattern, PatternHop } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { dealName } from './deal-name.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { sayDate } from './say-date.ts';
import { STANDING_WORDS } from './standing.ts';
import { claimText, sentenceOn } from './state-findings.ts';
import { counted, oneLine } from './words.ts';

/** Notes for each hop and for the deal. */
const NOTES = 3;

const VERDICTS: Readonly<Record<Interest['overlap']['verdict'], string>> = {
  overlaps: 'In time',
  apart: 'Not at the same time',
  unknown: 'Whether it was at the same time cannot be told',
};

/** Paths from someone who negotiates to someone who gains from a deal: patterns to check, never accusations. */
export const patterns = (lookup: CaseLookup, book: NoteBook): Block | null => {
  const ties = new Map(lookup.case.ties.map((tie) => [tie.id, tie]));
  const deals = new Map(lookup.case.deals.map((deal) => [deal.id, deal]));
  const standing = ({ weakest }: Interest): number =>
    lookup.finding(ties.get(weakest ?? '')?.finding ?? null)?.weight.total ?? 0;
  const ordered = [...lookup.case.interests].sort(
    (a, b) => a.path.length - b.path.length || standing(b) - standing(a) || (a.id < b.id ? -1 : 1),
  );
  const { shown, more } = cut(ordered, LIMITS.patterns, 'interests');
  const items = shown.flatMap((interest): readonly Pattern[] => {
    const deal = deals.get(interest.deal);
    if (deal === undefined) return [];
    const hops = hopsOf(lookup, book, interest, ties);
    const dealt = sentenceOn(book, dealName(lookup, deal), lookup.claimsOf(deal.claims));
    if (hops === null || dealt === null) return [];
    const against = lookup.claimsOf(interest.against);
    return [
      {
        negotiator: lookup.name(interest.negotiator),
        hops,
        deal: dealt,
        overlap: `${VERDICTS[interest.overlap.verdict]}: ${interest.overlap.reasons.map(oneLine).join('; ')}`,
        against: against.slice(0, LIMITS.against).flatMap((claim) => sentenceOn(book, claimText(claim), [claim]) ?? []),
        moreAgainst: Math.max(0, against.length - LIMITS.against),
      },
    ];
  });
  if (items.length === 0) return null;
  return {
    kind: 'patterns',
    title: 'Patterns to check',
    lead: 'Ties that lead from someone who takes part in talks to someone who gains from a deal. A path says nothing about conduct: each hop is to be checked, the weakest first.',
    items,
    more,
  };
};

/** Each hop with its quotes; null where one has none. */
const hopsOf = (
  lookup: CaseLookup,
  book: NoteBook,
  { path, weakest }: Interest,
  ties: ReadonlyMap<string, Tie>,
): readonly PatternHop[] | null => {
  const hops = path.flatMap((hop): readonly PatternHop[] => {
    const tie = ties.get(hop.tie);
    if (tie === undefined) return [];
    const notes = book.ofClaims(lookup.claimsOf(tie.claims), NOTES);
    if (notes === null) return [];
    const share = tie.share === null || tie.words.includes(tie.share) ? '' : `, ${oneLine(tie.share)}`;
    return [
      {
        text: `${oneLine(tie.words)}${share}`,
        notes,
        aside: `${worthOf(lookup, tie)}; ${timeOf(tie)}`,
        to: lookup.name(hop.to),
        isBackward: tie.from !== hop.from,
        isWeakest: path.length > 1 && tie.id === weakest,
      },
    ];
  });
  return hops.length === path.length ? hops : null;
};

const worthOf = (lookup: CaseLookup, tie: Tie): string => {
  const finding = lookup.finding(tie.finding);
  if (finding === null) return 'not weighed';
  return finding.origins.length > 1 ? counted(finding.origins.length, 'origin') : STANDING_WORDS[finding.status];
};

const timeOf = ({ validFrom, validTo, ended, date }: Tie): string => {
  if (validFrom !== null && validTo !== null) return `${sayDate(validFrom)} to ${sayDate(validTo)}`;
  if (validTo !== null) return `until ${sayDate(validTo)}`;
  if (validFrom !== null) return `since ${sayDate(validFrom)}${ended ? ', told as past' : ''}`;
  if (ended) return 'told as past, no date';
  return date === null ? 'no date' : sayDate(date);
};
