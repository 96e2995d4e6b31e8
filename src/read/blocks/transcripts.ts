import type { Span } from '../../model/index.ts';
import type { Paragraph } from './paragraphs.ts';

/** How a document speaks: an article; a transcript whose turns are labelled; one without labels. */
export type Manner = 'article' | 'labelled' | 'unlabelled';

const STAMP = String.raw`(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?\s*(?:[-–—|]\s*)?)?`;
const NAME = String.raw`\p{Lu}[\p{L}.'’\-]{0,24}`;
const LABEL = new RegExp(
  String.raw`^${STAMP}(?:[-–>*_]{1,3}\s?)?(${NAME}(?: (?:${NAME}|\d{1,2}|of|de|da|del|van|von|al|bin|the)){0,5})(?:,[^:\n]{1,40})?(?:\s\([^()\n]{1,40}\))?[*_]{0,3}:[*_]{0,3}(?:\s|$)`,
  'u',
);

/** A speaker's name in a line of its own: in capitals, or with a time code beside it. */
const CODE = String.raw`[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?`;
const LONE_LABEL = new RegExp(
  String.raw`^(?:[*_]{1,2})?(?:(\p{Lu}[\p{Lu}.'’\-]{1,24}(?: \p{Lu}[\p{Lu}.'’\-]{0,24}){0,3})|(${NAME}(?: ${NAME}){0,3})\s{1,3}${CODE}|${CODE}\s{1,3}(${NAME}(?: ${NAME}){0,3}))(?:[*_]{1,2})?$`,
  'u',
);

/** Labels of parts of an article, which also stand before a colon, and more than once. Not speakers. */
const PART_LABELS =
  /^(?:sources?|details?|quotes?|background|context|reminder|update[ds]?|photos?|images?|pictures?|videos?|notes?|corrections?|clarification|related|read|see|more|why|what|how|where|when|who|tags?|topics?|location|date|time|published|editors?.s note|analysis|summary|key points?|bottom line|the latest|breaking|exclusive|watch|listen|opinion|price|total|result|step|chapter|part|section|article|note|warning|tip|important|references?|links?|phone|tel|e-?mail|website|address|contact|address|subject|from|to|cc|status|by|written by|interview(?:er)?|words|text|pictures|subject|episode|issue)\b/iu;

/** The label at the head of a paragraph that names who speaks, as a span of the document; null when there is none. */
export const readLabel = (paragraph: Paragraph): { readonly label: Span; readonly name: string } | null => {
  const lone = paragraph.text.length <= 70 ? LONE_LABEL.exec(paragraph.text) : null;
  const alone = lone?.[1] ?? lone?.[2] ?? lone?.[3];
  if (alone && !PART_LABELS.test(alone)) {
    const at = paragraph.start + paragraph.text.indexOf(alone);
    return { label: [at, at + alone.length], name: alone };
  }
  const match = LABEL.exec(paragraph.text.slice(0, 140));
  const name = match?.[1];
  if (!match || !name || name.length > 60 || PART_LABELS.test(name)) return null;
  const at = paragraph.start + match[0].indexOf(name);
  return { label: [at, at + name.length], name };
};

/** Characters of a paragraph that its speaker's label takes up, with time code and marks; 0 without one. */
export const labelLength = (paragraph: Paragraph): number =>
  readLabel(paragraph) === null ? 0 : (LABEL.exec(paragraph.text.slice(0, 140))?.[0].length ?? paragraph.text.length);

/** True for a label of whoever reads advertisements out. */
export const isSellerLabel = (name: string): boolean =>
  /^(?:announcer|advert(?:isement|iser)?|ad|ads|sponsor|commercial|promo|voice-?over)(?: \d)?$/iu.test(name);

const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/^transcript\W?$/iu, 1.5],
  [/\bthis (?:episode|podcast)\b/iu, 1],
  [/(?:^|[.!?] )(?:hello and |hi and )?welcome (?:back )?to\b/iu, 1],
  [/\b(?:thanks|thank you) for listening\b/iu, 1],
  [/\b(?:you're|you’re|you are) listening to\b/iu, 1],
  [/\bbrought to you by\b/iu, 0.5],
  [/(?:^|[.!?] )(?:I'm|I’m) \p{Lu}\p{L}+ \p{Lu}\p{L}+\./u, 0.5],
  [/\b(?:coming up|after the break|stay with us|we'll be right back|we’ll be right back)\b/iu, 0.5],
];

/**
 * Tells a transcript from an article.
 *
 * Labelled: two labels that each come back, on a quarter of the paragraphs. Unlabelled: the sayings of a show
 * (welcome, thanks for listening, this episode), each counted once, weigh two or more, in short paragraphs.
 */
export const tellManner = (paragraphs: readonly Paragraph[]): Manner => {
  const counts = new Map<string, number>();
  let labelled = 0;
  for (const paragraph of paragraphs) {
    const label = readLabel(paragraph);
    if (!label) continue;
    labelled += 1;
    counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  }
  const recurring = [...counts.values()].filter((count) => count > 1).length;
  if (labelled >= 4 && recurring >= 2 && labelled * 4 >= paragraphs.length) return 'labelled';

  if (paragraphs.length < 8) return 'article';
  const length = paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0) / paragraphs.length;
  if (length > 400) return 'article';
  let weight = 0;
  for (const [sign, value] of SIGNS) {
    if (paragraphs.some((paragraph) => sign.test(paragraph.text.slice(0, 1_000)))) weight += value;
  }
  return weight >= 2 ? 'unlabelled' : 'article';
};
