import type { Mention } from '../model/index.ts';
import { lowerBound } from '../text/index.ts';
import type { Leaf } from './pile.ts';

const MADE =
  'produced|edited|presented|hosted|mixed|engineered|translated|illustrated|fact-checked|photographed|narrated';

/** What a text says of how it was made, paid for and to be had: no part of what it tells. */
const CREDITS: readonly RegExp[] = [
  new RegExp(`\\b(?:${MADE})(?:\\s+and\\s+(?:${MADE}))?\\s+by\\b`, 'i'),
  /\b(?:reporting|editing|research|production|sound|music|mixing|photos?|photographs?|illustrations?|fact[- ]check(?:ing|er)?|translation|graphics?)\s*(?::|by\b|is\b)/i,
  /\bis\s+(?:made|brought to you|sponsored)\s+by\b/i,
  /\b(?:newsletter|podcast|programme|program|show|episode|story|series|website|\p{Lu}\p{L}+)\s+(?:is|was)\s+(?:free thanks to|supported by|funded by|made possible by)\b/u,
  /\b(?:free|special)\s+thanks\s+to\b/i,
  /\b(?:press|media|rebroadcast|licensing|advertising|syndication)\s+(?:contacts?|enquiries|inquiries|rights|office)\b/i,
  /\b(?:is|as)\s+(?:a|an|the)\s+(?:contributing|freelance|guest|staff)\s+(?:writer|columnist|editor|author|correspondent)\b/i,
  /\b(?:opinion|managing|executive|news|letters)\s+editor\s+(?:is|:)/i,
  /\bviews?\s+expressed\b|\bthe\s+views\s+are\b/i,
  /^\W*(?:hello|welcome|hi|good (?:morning|evening|afternoon))?\W*(?:I['’]?m|I am|my name is)\s+\p{Lu}.*\b(?:this is|you['’]re listening|welcome|with me)\b/iu,
  /\b(?:you['’]re|you are)\s+listening\s+to\b/i,
  /\btalk\s+to\s+\p{Lu}[^.]*\babout\b/u,
];

const sentenceOf = (leaf: Leaf, at: number): string => {
  const { sentences } = leaf.reading;
  const found = sentences[lowerBound(sentences.length, (i) => (sentences[i]?.[1] ?? 0) <= at)];
  return found === undefined || found[0] > at ? '' : leaf.document.text.slice(...found);
};

/**
 * Whether a chain stands beside the matter (rule S13): in sentences alone that tell who made the text or paid for it.
 */
export const standsAside = (leaf: Leaf, mentions: readonly Mention[]): boolean => {
  const names = mentions.filter(({ form }) => form === 'name');
  return names.length > 0 && names.every(({ start }) => CREDITS.some((one) => one.test(sentenceOf(leaf, start))));
};
