import type { Span } from '../../model/index.ts';
import { type Detect, loadDetector } from './detector.ts';
import { isEnglish } from './is-english.ts';
import { type Look, lookAtWords, mayBeForeign } from './look-at-words.ts';
import { type Writing, writingOf } from './scripts.ts';
import { serbianOrCroatian } from './serbian-croatian.ts';

/** Languages of a text and of stretches of it. */
export interface Languages {
  /** In which most of it is. BCP 47; null where it cannot be told. */
  readonly own: string | null;
  /** One a stretch, in their order: BCP 47, `und` for what is not English and cannot be told nearer, null for what says nothing. */
  readonly stretches: readonly (string | null)[];
}

/** Enough of a stretch to tell. */
const SAMPLE = 2000;
/** From so many letters on a stretch is judged by itself alone. */
const LONG = 60;
/** As close to the best as this, the language of the document is the likelier one. */
const CLOSE = 0.97;
/** Plain words without which a stretch in Latin letters is left to the English text that it stands in. */
const AMONG_ENGLISH = 6;
/** Of a text in so many pieces that nothing cheap tells, the rest is taken to be in the language of those before. */
const MOST_ASKED = 5000;

interface Seen {
  readonly text: string;
  readonly letters: number;
  readonly writing: Writing;
  readonly look: Look;
}

const see = (text: string, [start, end]: Span): Seen => {
  // Addresses are made of words of any language.
  const sample = text.slice(start, Math.min(end, start + SAMPLE)).replace(/\bhttps?:\S+/g, ' ');
  const writing = writingOf(sample);
  return {
    text: sample,
    // Of a long stretch all counts, or one page in one piece would weigh no more than a paragraph.
    letters: ((sample.match(/\p{L}/gu) ?? []).length / Math.max(1, sample.length)) * (end - start),
    writing,
    look: writing.kind === 'latin' ? lookAtWords(sample) : 'nothing',
  };
};

/** Not told by script or common words, and worth asking a detector for. */
const isOpen = ({ text, writing, look }: Seen, isEnglishText: boolean): boolean =>
  writing.kind === 'other'
    ? writing.language === null
    : writing.kind === 'latin' &&
      (isEnglishText ? look === 'unsure' && mayBeForeign(text, AMONG_ENGLISH) : look === 'unsure' || look === 'scrap');

const cheap = ({ writing, look }: Seen): string | null =>
  writing.kind === 'other' ? (writing.language ?? 'und') : look === 'english' ? 'en' : null;

/** Languages that detectors take for one another, or know under the name of a greater one. */
const settle = (language: string, text: string, declared: string | null): string => {
  if (language === 'hr' || (language === 'sr' && /\p{Script=Latin}/u.test(text)))
    return serbianOrCroatian(text, declared);
  if (language === 'ms' && declared === 'id') return 'id';
  return language;
};

/** @param around Languages of the text around it, the commonest first. */
const ask = (detect: Detect, seen: Seen, around: readonly string[], declared: string | null): string | null => {
  const { text, writing } = seen;
  const { language, isReliable, scores } = detect(text);
  const best = scores[language] ?? 0;
  const own = around.find((one) => one !== 'en' && (scores[one] ?? 0) >= best * CLOSE);
  const isOwn = own !== undefined;
  const told = own ?? language;
  if (writing.kind === 'other') {
    if (told === '' || (!isReliable && !isOwn)) return 'und';
    return settle(told, text, declared);
  }
  if (told === '' || (!isReliable && !isOwn)) return null;
  if (told === 'en') return 'en';
  return mayBeForeign(text, 2) ? settle(told, text, declared) : null;
};

/** Languages by letters, the commonest first; of two with as many the one that stands first. */
const ranked = (seen: readonly Seen[], languages: readonly (string | null)[]): readonly string[] => {
  const letters = new Map<string, number>();
  seen.forEach((one, i) => {
    const language = languages[i];
    if (language) letters.set(language, (letters.get(language) ?? 0) + one.letters);
  });
  return [...letters].sort((a, b) => b[1] - a[1]).map(([language]) => language);
};

/**
 * In which languages a text and its stretches are.
 *
 * Script and common words tell most of what is written in English; a detector (eld) is loaded only for what they leave open. A short
 * stretch is taken to be in the language of the text around it where that fits about as well as the best. Names, figures and single
 * words tell nothing. A pure function of its arguments; cost is linear in the length.
 *
 * @param stretches In text order; what stands between them is not looked at.
 * @param declared What the document says its language is; decides only between languages that are written alike. Null where it does not.
 * @param load Gives the detector; eld by default.
 */
export const findLanguages = async (
  text: string,
  stretches: readonly Span[],
  declared: string | null = null,
  load: () => Promise<Detect> = loadDetector,
): Promise<Languages> => {
  const seen = stretches.map((stretch) => see(text, stretch));
  const languages = seen.map(cheap);
  const isEnglishText = ranked(seen, languages)[0] === 'en' && isEnglish(text) !== false;
  const open = seen.flatMap((one, i) => (isOpen(one, isEnglishText) ? [i] : []));
  if (open.length > 0) {
    const detect = await load();
    const asked = open.slice(0, MOST_ASKED);
    const isLong = (i: number): boolean => (seen[i]?.letters ?? 0) >= LONG;
    const take = (which: readonly number[], around: readonly string[]): void => {
      for (const i of which) languages[i] = ask(detect, seen[i] as Seen, around, declared);
    };
    take(asked.filter(isLong), []);
    const told = ranked(seen, languages).filter((language) => language !== 'und');
    // Of nothing but short stretches all of them together are looked at.
    const first = told.some((language) => language !== 'en')
      ? null
      : together(
          detect,
          asked.map((i) => seen[i] as Seen),
          declared,
        );
    const around = first === null ? told : [...told, first];
    take(
      asked.filter((i) => !isLong(i)),
      around,
    );
    for (const i of open.slice(MOST_ASKED)) languages[i] = around[0] ?? null;
  }
  return { own: ranked(seen, languages)[0] ?? (isEnglish(text) === true ? 'en' : null), stretches: languages };
};

const together = (detect: Detect, seen: readonly Seen[], declared: string | null): string | null => {
  const text = seen
    .slice(0, 50)
    .map((one) => one.text.slice(0, 200))
    .join(' ');
  const writing = writingOf(text);
  return ask(detect, { text, letters: LONG, writing, look: 'unsure' }, [], declared);
};
