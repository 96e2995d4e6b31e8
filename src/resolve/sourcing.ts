import type { Span } from '../model/index.ts';
import { nameTokens, OFFICE_WORDS, OUTLET_SORTS } from '../text/index.ts';
import type { CitedOutlet, OutletReference, OutletsOf } from './find-outlets.ts';
import { type Leaf, wordsAt } from './pile.ts';
import type { Bearer, Bearers } from './resolve-entities.ts';

/** An outlet cited by a document, by bearer. */
export interface Cited {
  readonly kind: CitedOutlet['citation']['kind'];
  readonly outlet: Bearer;
  /** Through whom, when neither this document's outlet nor the cited one. */
  readonly by: Bearer | null;
  /** In so many words: "this outlet reports, citing that one". */
  readonly isByOwn: boolean;
  /** Somebody told it to that outlet: its own finding out, even where the rest of its report is another's. */
  readonly isTold: boolean;
  /** A body's statement that is a document of the pile, passed on here. */
  readonly isStatement: boolean;
  readonly extent: Span;
  readonly span: Span;
}

/** What a document says of where its reporting comes from, in terms of bearers. */
export interface Sourcing {
  readonly own: Bearer | null;
  /** Whose copy the text is, where it says so. */
  readonly copyOf: Bearer | null;
  readonly copyPlace: Span | null;
  readonly copyBy: OutletsOf['copyBy'];
  /** Named outlets of its own reporting that are not the document's outlet: who made the podcast. */
  readonly ownElsewhere: readonly Bearer[];
  /** Where it speaks of its own reporting. */
  readonly ownVoice: readonly Span[];
  readonly cited: readonly Cited[];
  readonly statementOf: Bearer | null;
}

/** A public body is heard as a source, not read as an outlet, whatever verb its name stands with. */
const isOffice = (bearer: Bearer): boolean => {
  const tokens = nameTokens(bearer.name);
  const isSaidSo = tokens.some((token) => OUTLET_SORTS.has(token) && !OFFICE_WORDS.has(token));
  return (
    bearer.entity?.type === 'publicBody' ||
    (!isSaidSo && OFFICE_WORDS.has(tokens.at(-1) ?? '') && tokens.at(-1) !== 'agency')
  );
};

/** Resolves what a document says of outlets. "The newspaper" is the outlet cited last before it. */
export const sourcingOf = (
  bearers: Pick<Bearers, 'ofChain' | 'ofLocal'>,
  outlets: OutletsOf,
  document: string,
): Sourcing => {
  const own = outlets.own === null ? null : bearers.ofLocal(outlets.own);
  const copyOf = outlets.copyOf === null ? null : bearers.ofLocal(outlets.copyOf);
  const resolve = (reference: OutletReference | null): Bearer | null => {
    if (reference === null || reference.kind === 'unnamed') return null;
    return reference.kind === 'chain' ? bearers.ofChain(document, reference.chain) : bearers.ofLocal(reference.local);
  };
  const cited: Cited[] = [];
  const ownElsewhere = new Map<string, Bearer>();
  const ownVoice: Span[] = [];
  let last: Bearer | null = null;
  for (const { citation, outlet: reference, by: through } of outlets.cited) {
    const named = resolve(reference);
    const isOwn = citation.kind === 'own' || (named !== null && (named === own || named === copyOf));
    if (isOwn) {
      if (citation.kind === 'own' || citation.kind === 'cites') ownVoice.push(citation.extent);
      if (named !== null && named !== own && named !== copyOf) ownElsewhere.set(named.id, named);
      continue;
    }
    const outlet: Bearer | null = named ?? last;
    if (outlet === null || isOffice(outlet)) continue;
    last = outlet;
    const by = resolve(through);
    cited.push({
      kind: citation.kind,
      outlet,
      by: by === own || by === outlet ? null : by,
      isByOwn: by !== null && by === own,
      isTold: false,
      isStatement: false,
      extent: citation.extent,
      span: citation.outlet,
    });
  }
  const statementOf = outlets.statementOf === null ? null : bearers.ofLocal(outlets.statementOf);
  return {
    own,
    copyOf,
    copyPlace: outlets.copyPlace,
    copyBy: outlets.copyBy,
    ownElsewhere: [...ownElsewhere.values()],
    ownVoice,
    cited,
    statementOf,
  };
};

/** The head of a report, where it says what it rests on: its first sentences. */
const LEAD_SHARE = 0.4;
const LEAD_SENTENCES = 12;
/** The very first, where a rewrite names whose story it tells. */
const OPENING_SENTENCES = 2;

const endOfSentence = (leaf: Leaf, count: number): number => {
  const { sentences } = leaf.reading;
  return sentences[Math.min(count, sentences.length) - 1]?.[1] ?? leaf.document.text.length;
};

/** Where the head of a document ends. */
const leadEnd = (leaf: Leaf): number =>
  endOfSentence(leaf, Math.min(LEAD_SENTENCES, Math.max(3, Math.ceil(leaf.reading.sentences.length * LEAD_SHARE))));

/** "First reported by X": X was earlier, which does not say that this report rests on it. */
const FIRST = /\bfirst (?:reported|revealed|disclosed|published|written about)\b/i;

/** Whether a citation only says who was first. */
export const isFirstToReport = (leaf: Leaf, cited: Cited): boolean => FIRST.test(wordsAt(leaf, cited.extent));

/** The outlets that a document rests on as a whole, and how firmly it says so. */
export interface MainCited {
  readonly cited: readonly Cited[];
  /**
   * `firm`: in its opening sentences, more than once, or in so many words; `lead`: once in its head; `passing`: once further
   * down, or as the one who was first. Firmness decides between these and the document's own reporting.
   */
  readonly firmness: 'firm' | 'lead' | 'passing';
  /** It says so in its opening or in so many words, not merely more than once. */
  readonly isAtOnce: boolean;
}

/**
 * The outlets that a document rests on as a whole (rules O1, O2, O9): not cited as an earlier story, and not merely as the
 * way by which another outlet's report came.
 */
export const mainCited = (leaf: Leaf, sourcing: Sourcing): MainCited => {
  const current = sourcing.cited.filter((one) => one.kind !== 'earlier' && !one.isStatement);
  const republished = current.filter((one) => one.kind === 'republishes');
  if (republished.length > 0) return { cited: republished, firmness: 'firm', isAtOnce: true };
  const counts = new Map<string, number>();
  for (const one of current) counts.set(one.outlet.id, (counts.get(one.outlet.id) ?? 0) + 1);
  const passing = new Set(current.flatMap((one) => (one.by === null ? [] : [one.by.id])));
  const rooted = current.filter((one) => !passing.has(one.outlet.id));
  const candidates = rooted.length > 0 ? rooted : current;
  const isFirst = (one: Cited): boolean => isFirstToReport(leaf, one);
  const opening = endOfSentence(leaf, OPENING_SENTENCES);
  const isSaidAtOnce = (one: Cited): boolean =>
    one.isByOwn || one.by !== null || (one.span[0] < opening && !isFirst(one));
  const firm = candidates.filter((one) => isSaidAtOnce(one) || (counts.get(one.outlet.id) ?? 0) > 1);
  const isAtOnce = firm.some(isSaidAtOnce);
  const inLead = candidates.filter((one) => one.span[0] < leadEnd(leaf) && !isFirst(one));
  // Of several that are cited more than once, those named in the head are what it rests on.
  const firmInLead = firm.filter((one) => inLead.some((other) => other.outlet === one.outlet));
  if (firmInLead.length > 0) return { cited: firmInLead, firmness: 'firm', isAtOnce };
  if (inLead.length > 0) return { cited: inLead, firmness: 'lead', isAtOnce };
  return firm.length > 0
    ? { cited: firm, firmness: 'firm', isAtOnce }
    : { cited: candidates, firmness: 'passing', isAtOnce };
};

/** What a document takes from others beside what it rests on as a whole: cited in a passage, and not as the one who was first. */
export const passingCited = (leaf: Leaf, sourcing: Sourcing): readonly Cited[] =>
  sourcing.cited.filter((one) => one.kind !== 'earlier' && !isFirstToReport(leaf, one));
