import type { Gap } from '../model/index.ts';
import { byRest } from '../weigh/index.ts';
import type { Block, Section, Sentence } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { sayDatesIn } from './say-date.ts';
import { counted, oneLine } from './words.ts';

/** Gaps by kind under the heading where a reader looks for them. What rests on one origin has a section of its own. */
const GROUPS: readonly { readonly kinds: readonly Gap['kind'][]; readonly title: string }[] = [
  { kinds: ['not-heard'], title: 'Named, and not heard' },
  { kinds: ['no-date'], title: 'No exact day' },
  { kinds: ['no-place'], title: 'No place' },
  { kinds: ['no-name'], title: 'Somebody took part who is not named' },
  { kinds: ['no-party', 'no-asset', 'no-stage', 'no-amount'], title: 'Who, what, how far and for how much' },
  { kinds: ['no-view'], title: 'Proposals on which nobody’s view is told' },
  { kinds: ['origin-not-read'], title: 'Origins known only by what others pass on' },
  { kinds: ['unknown-origin'], title: 'Documents whose origin cannot be told' },
  { kinds: ['no-document-date'], title: 'Documents without a date' },
  { kinds: ['no-outlet'], title: 'Documents without an outlet' },
  { kinds: ['open-decision'], title: 'Left open by analysts' },
];

const OF_DOCUMENTS: ReadonlySet<Gap['kind']> = new Set(['unknown-origin', 'no-document-date', 'no-outlet']);

/** Ways to close gaps of one kind that are said once above them; more than this are said with each. */
const SHARED = 3;

/** What the documents leave open, said as plainly as what they hold: what most rests on first. */
export const missing = (lookup: CaseLookup, book: NoteBook): Section => {
  const blocks = GROUPS.flatMap(({ kinds, title }) => group(lookup, book, kinds, title) ?? []);
  return {
    id: 'missing',
    title: 'What is missing',
    lead:
      blocks.length === 0
        ? null
        : 'What these documents do not say, what most rests on first. It may well be known elsewhere.',
    blocks: blocks.length > 0 ? blocks : [{ kind: 'plain', text: 'No gaps were noticed.' }],
  };
};

const group = (lookup: CaseLookup, book: NoteBook, kinds: readonly Gap['kind'][], title: string): Block | null => {
  const gaps = lookup.case.gaps.filter(({ kind }) => kinds.includes(kind)).sort(byRest);
  const { shown, more } = cut(gaps, LIMITS.listed, 'gaps');
  const [first] = shown;
  if (first === undefined) return null;
  const closes = [...new Set(shown.map((one) => oneLine(one.closes)))];
  const isShared = closes.length <= SHARED && kinds[0] !== 'not-heard';
  const lead = isShared ? { lead: `To close it: ${closes.join('; or ')}.` } : {};
  if (OF_DOCUMENTS.has(first.kind) || kinds.includes('open-decision')) {
    const items = shown.map((one) =>
      OF_DOCUMENTS.has(one.kind)
        ? `${lookup.path(one.about[0] ?? '')}${one.rests > 0 ? ` (${counted(one.rests, 'finding')})` : ''}`
        : oneLine(one.text),
    );
    return { kind: 'names', title, ...lead, items, more };
  }
  const items = shown.flatMap((one): readonly Sentence[] => {
    const notes = book.ofPlaces(one.evidence);
    const rest = one.rests > 1 ? ` ${counted(one.rests, 'finding')} rest on it.` : '';
    const close = !isShared && kinds[0] !== 'not-heard' ? ` To close it: ${oneLine(one.closes)}.` : '';
    return notes === null ? [] : [{ text: `${sayDatesIn(oneLine(one.text))}${rest}${close}`, notes }];
  });
  return items.length === 0 ? null : { kind: 'list', title, ...lead, origin: null, items, more };
};
