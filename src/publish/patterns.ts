import type { Interest, Tie } from '../model/index.ts';
import type { Block, Pattern } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { dealName } from './deal-name.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { sayDate } from './say-date.ts';
import { STANDING_WORDS } from './standing.ts';
import { claimText, sentenceOn } from './state-findings.ts';
import { counted, oneLine } from './words.ts';

/** Paths from someone who negotiates to someone who gains from a deal: patterns to check, never accusations. */
export const patterns = (lookup: CaseLookup, book: NoteBook): Block | null => {
  const ties = new Map(lookup.case.ties.map((tie) => [tie.id, tie]));
  const deals = new Map(lookup.case.deals.map((deal) => [deal.id, deal]));
  const ordered = [...lookup.case.interests].sort(
    (a, b) => a.path.length - b.path.length || b.against.length - a.against.length || (a.id < b.id ? -1 : 1),
  );
  const { shown, more } = cut(ordered, LIMITS.patterns, 'interests');
  const items = shown.flatMap((interest): readonly Pattern[] => {
    const deal = deals.get(interest.deal);
    const hops = interest.path.flatMap(({ tie }) => ties.get(tie) ?? []);
    const notes = book.ofClaims(
      lookup.claimsOf([...hops, ...(deal === undefined ? [] : [deal])].flatMap((r) => r.claims)),
      4,
    );
    if (notes === null) return [];
    const against = lookup.claimsOf(interest.against);
    return [
      {
        text: pathWords(lookup, interest, ties),
        notes,
        deal: deal === undefined ? 'a deal' : dealName(lookup, deal),
        weakest: weakestWords(lookup, interest, ties),
        against: against.slice(0, LIMITS.against).flatMap((claim) => sentenceOn(book, claimText(claim), [claim]) ?? []),
        moreAgainst: Math.max(0, against.length - LIMITS.against),
      },
    ];
  });
  if (items.length === 0) return null;
  return {
    kind: 'patterns',
    title: 'Patterns to check',
    lead: 'Ties that lead from someone who takes part in talks to a party of a deal. A path says nothing about conduct: each hop is to be checked.',
    items,
    more,
  };
};

const pathWords = (lookup: CaseLookup, interest: Interest, ties: ReadonlyMap<string, Tie>): string => {
  const steps = interest.path.map((hop) => {
    const tie = ties.get(hop.tie);
    const words = oneLine(tie?.words ?? 'tied to');
    const isForward = tie === undefined || tie.from === hop.from;
    return isForward ? `— ${words} → ${lookup.name(hop.to)}` : `← ${words} — ${lookup.name(hop.to)}`;
  });
  return [lookup.name(interest.negotiator), ...steps].join(' ');
};

const weakestWords = (lookup: CaseLookup, interest: Interest, ties: ReadonlyMap<string, Tie>): string => {
  const tie = interest.weakest === null ? undefined : ties.get(interest.weakest);
  if (tie === undefined) return 'weakest hop: not known';
  const finding = lookup.finding(tie.finding);
  const worth =
    finding === null
      ? 'not weighed'
      : finding.origins.length > 1
        ? counted(finding.origins.length, 'origin')
        : STANDING_WORDS[finding.status];
  const date = tie.date === null ? 'no date' : sayDate(tie.date);
  return `weakest hop: ${lookup.name(tie.from)}, ${oneLine(tie.words)}, ${lookup.name(tie.to)} (${worth}; ${date})`;
};
