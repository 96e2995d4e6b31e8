import type { Paragraph } from './paragraphs.ts';

/** An interview without labels: short paragraphs that ask, longer ones that answer, in turn. */

const LONGEST_QUESTION = 45;
const FEWEST_QUESTIONS = 4;
const LONGEST_GAP = 6;

const countWords = (text: string): number => text.slice(0, 1_000).split(/\s+/u).length;

const asks = (text: string): boolean =>
  /\?["”’*_)]{0,3}$/u.test(text.slice(-6)) &&
  countWords(text) <= LONGEST_QUESTION &&
  !/^["“‘«]/u.test(text) &&
  !/\b(?:he|she|they|\p{L}+) (?:said|asks|says|wondered)\b|\b(?:he|she|they) asked\b/iu.test(text);

const speaks = (text: string): boolean => /\b(?:I|me|my|we|us|our|you|your)\b|\b(?:I|you|we)['’]/u.test(text);
/** "Ana Berg, 61, was minister of ...": a note on the guest after the last answer. */
const isGuestNote = (text: string): boolean =>
  /^[*_]{0,2}\p{Lu}\S+ (?:\S+ ){0,2}\p{Lu}[\p{L}’'-]+(?:,? \d{2},)? (?:is|was|has been|served|chaired|led|headed)\b/u.test(
    text,
  );

/**
 * The paragraphs `[from, to)` of an interview whose turns are not labelled, or null where a text is none.
 *
 * Told by four questions and more that stand alone, each answered before the next, and by paragraphs that say "I" and "you".
 * A column that asks itself a few questions has longer stretches between them.
 */
export const findInterview = (paragraphs: readonly Paragraph[]): readonly [number, number] | null => {
  const questions = paragraphs.flatMap((paragraph, index) => (asks(paragraph.text) ? [index] : []));
  const first = questions[0];
  const last = questions.at(-1);
  if (first === undefined || last === undefined || questions.length < FEWEST_QUESTIONS) return null;
  if (questions.length * 4 < last - first) return null;
  for (let k = 1; k < questions.length; k += 1) {
    const gap = (questions[k] ?? 0) - (questions[k - 1] ?? 0);
    if (gap > LONGEST_GAP || gap < 2) return null;
  }
  const inside = paragraphs.slice(first, last + 1);
  const answers = inside.filter((paragraph) => !asks(paragraph.text));
  const spoken = inside.filter((paragraph) => speaks(paragraph.text)).length;
  const quoted = answers.filter((paragraph) => /^["“‘«]/u.test(paragraph.text)).length;
  if (spoken * 2 < inside.length || quoted * 3 > answers.length) return null;
  let to = last + 1;
  while (to < paragraphs.length && to <= last + LONGEST_GAP) {
    const text = paragraphs[to]?.text ?? '';
    if (isGuestNote(text) || (to > last + 1 && !speaks(text) && !text.includes('?'))) break;
    to += 1;
  }
  return [first, to];
};

/** "Ana Berg met him in Velm.", "Ana Berg spoke to her": who asked the questions, as the introduction says. */
export const isInterviewer = (sentence: string): boolean =>
  sentence.length < 160 &&
  /^\p{Lu}[\p{L}.’'-]+ (?:\p{Lu}[\p{L}.’'-]+ ){1,2}(?:met|visited|interviewed|called on|caught up with|asked|(?:spoke|talked|sat down) (?:to|with)) (?:him|her|them)\b/u.test(
    sentence,
  );
