import type { Block, BlockKind, Document } from '../../model/index.ts';
import { lowerBound } from '../../text/index.ts';
import { markAdverts, reports, sells } from './adverts.ts';
import { datelineLength, gluedSeam, gluedStamp, isByline, isStamp } from './heads.ts';
import { findInterview, isInterviewer } from './interview.ts';
import {
  authorsOf,
  edgeKind,
  isAuthorNote,
  isInterviewNote,
  isMastheadLine,
  isOutletNote,
  isStandfirst,
} from './margins.ts';
import { isAdvertLabel, isAppeal, isCredit, isSpokenDate, relatedPart, SHOW_CLOSE, startsCapital } from './notices.ts';
import { endsSentence, isListItem, type Paragraph, splitParagraphs } from './paragraphs.ts';
import { findRepeats } from './repeats.ts';
import { findRows, tellRows } from './rows.ts';
import { hearSpeech, type Speech } from './timed-labels.ts';
import { isSellerLabel } from './transcripts.ts';
import { cutUnit, splitUnits, type Unit } from './units.ts';

/** The first paragraphs, where headers and bylines of an article stand. */
const HEAD_PARAGRAPHS = 8;
/** Where a standfirst may name the author. */
const STANDFIRST_PARAGRAPHS = 5;
/** The last paragraphs, where an article speaks of its author and its outlet. */
const FOOT_PARAGRAPHS = 4;
const LONGEST_RELATED_LIST = 20;

const countWords = (text: string): number => text.slice(0, 2_000).split(/\s+/u).length;

const withoutMarks = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Everything that is worked on while blocks are found; the steps below fill in `kind` of its units. */
interface Work extends Speech {
  readonly text: string;
  readonly document: Document;
  readonly paragraphs: readonly Paragraph[];
  readonly units: Unit[];
}

const unitsOf = (work: Work, paragraph: number): Unit[] => {
  const at = firstUnit(work.units, paragraph);
  const own: Unit[] = [];
  for (let k = at; k < work.units.length && work.units[k]?.paragraph === paragraph; k += 1) {
    const unit = work.units[k];
    if (unit) own.push(unit);
  }
  return own;
};

/** Units are in order of paragraphs: found by halving, since cutting units moves their places. */
const firstUnit = (units: readonly Unit[], paragraph: number): number =>
  lowerBound(units.length, (i) => (units[i]?.paragraph ?? 0) < paragraph);

const give = (work: Work, paragraph: number, kind: BlockKind): void => {
  for (const unit of unitsOf(work, paragraph)) unit.kind ??= kind;
};

const isOpen = (work: Work, paragraph: number): boolean => unitsOf(work, paragraph).every((unit) => unit.kind === null);

/** The last unit that begins before `offset`, found by halving; -1 when there is none. */
const lastBefore = (units: readonly Unit[], offset: number): number =>
  lowerBound(units.length, (i) => (units[i]?.start ?? 0) < offset) - 1;

/** Cues look at how a sentence begins: what a speaker says begins behind the label. Who reads adverts out is taken as a whole. */
const hideLabels = (work: Work): void => {
  let selling = false;
  work.paragraphs.forEach((paragraph, index) => {
    const label = work.labelOf(paragraph);
    if (label) selling = label.name !== null && isSellerLabel(label.name);
    const at = firstUnit(work.units, index);
    const unit = work.units[at];
    const length = label?.length ?? 0;
    if (unit && length > 0) work.units[at] = { ...unit, probe: unit.probe.slice(length) };
    if (selling) give(work, index, 'advert');
  });
};

const markRepeats = (work: Work): void => {
  const { units, text } = work;
  for (const [start, end] of findRepeats(work.paragraphs)) {
    cutUnit(units, lastBefore(units, start), start, text);
    cutUnit(units, lastBefore(units, end), end, text);
    for (let at = lastBefore(units, start) + 1; at < units.length; at += 1) {
      const unit = units[at];
      if (!unit || unit.end > end) break;
      unit.kind = 'repeat';
    }
  }
};

/** Headings and pure links as the page's markup gives them. */
const markLayout = (work: Work): void => {
  const { layout } = work.document;
  if (layout.length === 0) return;
  const pieces = [...layout].sort((a, b) => a.start - b.start);
  let from = 0;
  work.paragraphs.forEach((paragraph, index) => {
    while (from < pieces.length && (pieces[from]?.end ?? 0) <= paragraph.start) from += 1;
    let linked = 0;
    let heading = false;
    let listed = isListItem(paragraph.text);
    let aside = 0;
    let quoted = 0;
    for (let k = from; k < pieces.length; k += 1) {
      const piece = pieces[k];
      if (!piece || piece.start >= paragraph.end) break;
      if (piece.end <= paragraph.start) continue;
      if (piece.kind === 'heading' && piece.end >= paragraph.end - 2) heading = true;
      if (piece.kind === 'list-item') listed = true;
      const shared = Math.min(piece.end, paragraph.end) - Math.max(piece.start, paragraph.start);
      if (piece.kind === 'running-head' || piece.kind === 'signature') aside += shared;
      if (piece.kind === 'quoted') quoted += shared;
      if (piece.kind === 'link') linked += shared;
    }
    // What another wrote under an answer is read where it came in itself.
    if (quoted >= paragraph.text.length * 0.85) give(work, index, 'repeat');
    else if (aside >= paragraph.text.length * 0.85) give(work, index, 'aside');
    else if (heading) give(work, index, 'headline');
    // A list entry or a short line that is one link leads elsewhere; a linked sentence of the body does not stand alone.
    else if (linked >= paragraph.text.length * 0.85 && (listed || !endsSentence(paragraph.text)))
      give(work, index, 'related');
  });
};

const MARKDOWN_HEADING = /^#{1,6}\s/u;
const MARKDOWN_LINK = /^(?:[-*+]\s+|\d+[.)]\s+)?!?\[[^\]\n]{1,200}\]\([^()\s]{1,300}\)[.!]?$/u;

const markRelated = (work: Work): void => {
  let listed = 0;
  let bullets: boolean | null = null;
  work.paragraphs.forEach((paragraph, index) => {
    const part = isOpen(work, index) ? relatedPart(paragraph.text) : null;
    if (part) {
      give(work, index, 'related');
      listed = part === 'heading' ? LONGEST_RELATED_LIST : 0;
      bullets = null;
      return;
    }
    if (MARKDOWN_LINK.test(paragraph.text.slice(0, 520)) && isOpen(work, index)) {
      give(work, index, 'related');
      return;
    }
    if (listed === 0) return;
    const bullet = isListItem(paragraph.text);
    bullets ??= bullet;
    const title =
      countWords(paragraph.text) <= 25 && !endsSentence(paragraph.text.replace(/\?$/u, '')) && isOpen(work, index);
    const known =
      work.labelOf(paragraph) !== null || isAppeal(paragraph.text) || /^transcript\b/iu.test(paragraph.text);
    if (bullet === bullets && !known && (bullet ? countWords(paragraph.text) <= 40 : title)) {
      give(work, index, 'related');
      listed -= 1;
    } else {
      listed = 0;
    }
  });
};

const markHeads = (work: Work): void => {
  const { document, paragraphs } = work;
  const title = document.title ? withoutMarks(document.title) : null;
  paragraphs.forEach((paragraph, index) => {
    if (!isOpen(work, index)) return;
    const { text } = paragraph;
    const early = index < HEAD_PARAGRAPHS;
    if (MARKDOWN_HEADING.test(text)) {
      give(work, index, 'headline');
      return;
    }
    if (isStamp(text)) {
      give(work, index, 'dateline');
      return;
    }
    if (early && title && text.length < 400 && withoutMarks(text) === title) {
      give(work, index, 'headline');
      return;
    }
    const spoken = work.manner === 'labelled' && work.labelOf(paragraph) !== null;
    if (!spoken && (early || index >= paragraphs.length - 4) && isByline(text, document.byline)) {
      give(work, index, 'byline');
      return;
    }
    if (!spoken && early && isMastheadLine(document, paragraph)) {
      give(work, index, 'dateline');
      return;
    }
    if (isAdvertLabel(text)) {
      give(work, index, 'advert');
      const sold = unitsOf(work, index + 1);
      if (sold.some((unit) => sells(unit.probe)) && !sold.some((unit) => reports(unit.probe)))
        give(work, index + 1, 'advert');
      return;
    }
    if (work.manner !== 'labelled' || !work.labelOf(paragraph)) {
      const length = datelineLength(text, early);
      if (length > 0) {
        const at = firstUnit(work.units, index);
        // The cheap sentence rule may have cut within the line ("May 2 (Agency). Text"): the cut must be there once.
        let holder = at;
        while ((work.units[holder]?.end ?? Number.MAX_SAFE_INTEGER) < paragraph.start + length) holder += 1;
        cutUnit(work.units, holder, paragraph.start + length, work.text);
        for (const unit of unitsOf(work, index)) if (unit.end <= paragraph.start + length) unit.kind = 'dateline';
      }
    }
  });
};

/** The first line, and short lines without a full stop between paragraphs that stand apart. */
const markHeadlines = (work: Work): void => {
  const { paragraphs, manner } = work;
  const first = paragraphs.findIndex((_, index) =>
    unitsOf(work, index).some((unit) => unit.kind === null || unit.kind === 'headline'),
  );
  paragraphs.forEach((paragraph, index) => {
    if (!isOpen(work, index)) return;
    const { text } = paragraph;
    const words = countWords(text);
    const next = paragraphs[index + 1];
    if (manner === 'labelled' && work.labelOf(paragraph)) return;
    if (/^(?:transcript|abstract|full text|background|summary|overview|key points|context)\W?$/iu.test(text)) {
      give(work, index, 'headline');
      return;
    }
    if (isListItem(text) || !next) return;
    const unfinished = !endsSentence(text) && !(index === first ? /[,:]$/u : /[,;:]$/u).test(text) && !PART.test(text);
    if (
      index === first &&
      words <= 30 &&
      (unfinished || (words <= 18 && next.apart && unitsOf(work, index).length <= 3))
    ) {
      give(work, index, 'headline');
      return;
    }
    // A standfirst under the headline reads like one.
    if (manner !== 'article') return;
    if (
      unfinished &&
      words <= 12 &&
      words >= 2 &&
      startsCapital(text) &&
      !/^["“‘«]/u.test(text) &&
      countWords(next.text) >= 15 &&
      endsSentence(next.text)
    )
      give(work, index, 'headline');
  });
};

const isAsked = (work: Work): boolean => work.manner === 'labelled' || findInterview(work.paragraphs) !== null;

/** Sentences at a report's edges that speak of its makers, its readers or the outlet, with what goes on from them. */
const markEdges = (work: Work): void => {
  const { document, paragraphs } = work;
  const authors = authorsOf(document);
  paragraphs.forEach((_, index) => {
    const foot = index >= paragraphs.length - FOOT_PARAGRAPHS;
    let note = false;
    for (const unit of unitsOf(work, index)) {
      if (unit.kind !== null) continue;
      const label = work.manner === 'labelled' ? (LABEL_HEAD.exec(unit.probe)?.[0].length ?? 0) : 0;
      const probe = unit.probe.slice(label);
      if (foot && work.manner !== 'labelled' && isAuthorNote(probe, authors, work.text.slice(0, unit.start)))
        note = true;
      else if (note && !/^(?:His|Her|Their|He|She|They|Follow|You can|The (?:views|opinions))\b/u.test(probe))
        note = false;
      if (note) unit.kind = 'credits';
      else if (index > 0 && index < STANDFIRST_PARAGRAPHS && isStandfirst(probe)) unit.kind = 'byline';
      else if (foot && work.manner !== 'unlabelled' && isInterviewNote(probe) && isAsked(work)) unit.kind = 'credits';
      else if (foot && isOutletNote(probe, document.outlet)) unit.kind = 'credits';
      else unit.kind = edgeKind(probe, foot || index < HEAD_PARAGRAPHS);
    }
  });
};

const markNotices = (work: Work): void => {
  const spoken = work.manner !== 'article';
  let closing = -1;
  work.units.forEach((unit, at) => {
    if (unit.kind !== null || unit.end - unit.start > 500) return;
    const label = work.manner === 'labelled' ? (LABEL_HEAD.exec(unit.probe)?.[0].length ?? 0) : 0;
    const probe = unit.probe.slice(label);
    if (isAppeal(probe)) unit.kind = 'appeal';
    else if (isSpokenDate(probe)) unit.kind = 'dateline';
    else if (isCredit(probe, spoken)) unit.kind = 'credits';
    if (spoken && SHOW_CLOSE.test(probe) && at > work.units.length * 0.6 && closing < 0) closing = at;
  });
  if (closing >= 0) closeShow(work.units, closing);
};

/** "Source: ...", "Details: ..." head a part of the report itself. */
const PART =
  /^(?:sources?|details?|quotes?|context|reminder|background|what (?:happened|we know)|why it matters|the big picture|driving the news)\s?:/iu;
const LABEL_HEAD = /^(?:\p{Lu}[\p{L}.'’-]*[ ,]{0,2}){1,5}:\s/u;

/** Between the farewell and the last credit nothing is reported: thanks and greetings among the credits are credits too. */
const closeShow = (units: Unit[], closing: number): void => {
  const last = units.findLastIndex((unit) => unit.kind === 'credits');
  for (let at = closing; at <= last; at += 1) {
    const unit = units[at];
    if (unit && unit.kind === null && !reports(unit.probe)) unit.kind = 'credits';
  }
};

/** "Ostra BriefMinister resigns2031-05-02 18:42The minister": a page's head stored without its line breaks. */
const cutGluedHeader = (work: Work): void => {
  const { units, text } = work;
  const first = units[0];
  if (!first) return;
  const stamp = gluedStamp(first.probe);
  if (stamp === null) return;
  const [from, to] = [first.start + stamp[0], first.start + stamp[1]];
  cutUnit(units, 0, to, text);
  cutUnit(units, 0, from, text);
  const head = units[0];
  const dated = units[1];
  if (!head || !dated) return;
  head.kind = 'headline';
  dated.kind = 'dateline';
  const seam = gluedSeam(head.probe);
  if (seam !== null) cutUnit(units, 0, head.start + seam, text);
};

/** Questions and answers without labels: each paragraph is somebody's turn, from the first question on. */
const markInterview = (work: Work): void => {
  if (work.manner !== 'article') return;
  const range = findInterview(work.paragraphs);
  if (range === null) return;
  for (let index = 0; index < range[0]; index += 1) {
    for (const unit of unitsOf(work, index)) if (unit.kind === null && isInterviewer(unit.probe)) unit.kind = 'byline';
  }
  for (let index = range[0]; index < range[1]; index += 1) {
    for (const unit of unitsOf(work, index)) {
      if (unit.kind !== null) continue;
      unit.kind = 'turn';
      unit.speaker = null;
    }
  }
};

const markSpeech = (work: Work): void => {
  if (work.manner === 'article') return;
  let speaker: Unit['speaker'] = null;
  let begun = work.manner === 'unlabelled';
  work.paragraphs.forEach((paragraph, index) => {
    const label = work.manner === 'labelled' ? work.labelOf(paragraph) : null;
    if (label) {
      speaker = label.name === null ? null : label.span;
      begun = true;
    }
    const aside = /^[[(][^\])]{0,200}[\])]$/u.test(paragraph.text.slice(0, 210));
    for (const unit of unitsOf(work, index)) {
      if (unit.kind !== null || !begun) continue;
      unit.kind = 'turn';
      unit.speaker = aside ? null : speaker;
    }
  });
};

const gather = (work: Work): Block[] => {
  const blocks: { kind: BlockKind; start: number; end: number; speaker?: Unit['speaker']; paragraph: number }[] = [];
  for (const unit of work.units) {
    const kind = unit.kind ?? 'body';
    const last = blocks.at(-1);
    // Two headlines without a space between them were cut where an outlet's name was glued to a title.
    const seam = kind === 'headline' && last?.end === unit.start;
    if (last && last.kind === kind && last.paragraph === unit.paragraph && !seam) last.end = unit.end;
    else
      blocks.push({
        kind,
        start: unit.start,
        end: unit.end,
        paragraph: unit.paragraph,
        ...(kind === 'turn' ? { speaker: unit.speaker } : {}),
      });
  }
  return blocks.map(({ paragraph: _, ...block }) => block);
};

/**
 * Tells what each stretch of a document is: reporting, or what surrounds it.
 *
 * Blocks in text order, never overlapping, none across a paragraph; every character that is not white space is in exactly
 * one; empty only for a text of white space. A block may hold single line breaks where a column limit or a caption's
 * length broke a sentence. Section headings are `headline`; place and date lines, date headers and time stamps are
 * `dateline`; in a labelled transcript each paragraph of a turn carries the label of who speaks (its first one holds it).
 * Linear in the text's length; never throws.
 *
 * @see docs/read.md: general cues of selling, thanking and asking; no list of brands or outlets.
 */
export const findBlocks = (document: Document): Block[] => {
  const { text } = document;
  const rows = findRows(document);
  const isRow = tellRows(rows);
  const paragraphs = splitParagraphs(text, new Set(rows.map(({ start }) => start)));
  const said = rows.length === 0 ? paragraphs : paragraphs.filter((paragraph) => !isRow(paragraph));
  const speech = hearSpeech(document, said);
  const { manner } = speech;
  const units = paragraphs.flatMap((paragraph, index) => splitUnits(paragraph, index, text));
  const work: Work = { text, document, paragraphs, ...speech, units };
  if (manner === 'labelled') hideLabels(work);
  if (!speech.isTimed && !paragraphs.slice(0, 1).some(isRow)) cutGluedHeader(work);
  // What stands in a table is neither headline, date line nor byline, however short it is.
  paragraphs.forEach((paragraph, index) => {
    if (isRow(paragraph)) give(work, index, 'body');
  });
  markRepeats(work);
  markLayout(work);
  // All that has a time was spoken: no headlines, bylines or links stand among it.
  if (!speech.isTimed) {
    markHeads(work);
    markRelated(work);
  }
  markNotices(work);
  markEdges(work);
  markAdverts(units, manner !== 'article');
  markInterview(work);
  if (!speech.isTimed) markHeadlines(work);
  markSpeech(work);
  return gather(work);
};
