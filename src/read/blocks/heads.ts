/** Finders for what stands at the head of a report: place and date lines, date headers, bylines. Each looks at one paragraph. */

const MONTH = String.raw`(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`;
const WEEKDAY = String.raw`(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const NUMERIC = String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}`;
const WRITTEN = String.raw`(?:${WEEKDAY},? )?(?:${MONTH} ${DAY}|${DAY}(?: of)? ${MONTH})(?:,? \d{4})?`;
const CLOCK = String.raw`\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?(?:\s?[ap]\.?m\.?)?`;
const CLOCK_FULL = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?`;
const ZONE = String.raw`(?:\s?(?:\(?(?:[A-Z]{2,5}|UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?\)?|Z|[+-]\d{2}:?\d{2}))?`;
const STAMP = String.raw`(?:${NUMERIC}|${WRITTEN})(?:(?:T|,? (?:at |[-–|•·] )?)${CLOCK}${ZONE})?`;

const DASH = String.raw`\s?(?:[-–—―‒]{1,2}|\.{2,3}|…)\s`;
const CAPS_PLACE = String.raw`\p{Lu}[\p{Lu}'’.\- ]{2,40}`;
const PLACE = String.raw`\p{Lu}[\p{L}'’.\-]{1,24}(?: \p{Lu}[\p{L}'’.\-]{1,24}){0,3}`;
const REGION = String.raw`(?:, ?\p{Lu}[\p{L}.' ]{1,24}){0,2}`;
const WHEN = String.raw`(?:, ?(?:${WEEKDAY},? )?(?:${MONTH} ${DAY}|${DAY} ${MONTH})(?:,? \d{4})?)`;
const AGENCY = String.raw`\s?\([^()\n]{2,40}\)`;

const PLACE_LINES: readonly RegExp[] = [
  // CITY, REGION, May 2 (Agency) -   with any of the parts after the capitals missing
  new RegExp(String.raw`^${CAPS_PLACE}${REGION}${WHEN}?(?:${AGENCY})?${DASH}`, 'u'),
  // City, May 2 (Agency) -   in ordinary letters at least one of date and agency must be there
  new RegExp(String.raw`^${PLACE}${REGION}(?:${WHEN}(?:${AGENCY})?|${AGENCY})${DASH}`, 'u'),
  // CITY, May 2 (Agency). Text   and   CITY, May 2, Agency.
  new RegExp(String.raw`^${CAPS_PLACE}${REGION}${WHEN}(?:${AGENCY}|[,.] ?/?\p{Lu}[\p{L} ]{1,24}/?)[.:]\s`, 'u'),
  // (Agency) -   and   May 2 (Agency) -
  new RegExp(String.raw`^(?:(?:${MONTH} ${DAY}|${DAY} ${MONTH})\s?)?\(\p{Lu}[\p{L}. ]{1,24}\)${DASH}`, 'u'),
];

const HEADER_WORDS = String.raw`(?:(?:date|dated|published|posted|updated|created|modified|last (?:updated|modified)|first published|publication date|released?)(?: on| at)?\s?[:|]?\s{1,3})`;
/** "date 2031-05-02 Text" and "2031-05-02 Text": glued in front of the report by whoever stored it. */
const GLUED_HEADER = new RegExp(
  String.raw`^(?:${HEADER_WORDS}(?:${STAMP})|(?:${NUMERIC})(?:(?:T|,? )${CLOCK}${ZONE})?|${STAMP}\s?[|•·–—])(?:\s?[-–—|:•·,]{1,2})?\s{1,4}(?=["'“‘«(]?[\p{Lu}\p{N}])`,
  'iu',
);
/** "May 2, 2031 Text": with its year, and a capital after it, so that "May 2, 2031 was the day" stays body. */
const GLUED_WRITTEN = new RegExp(
  String.raw`^(?:${WEEKDAY},? )?(?:${MONTH} ${DAY}|${DAY} ${MONTH}),? \d{4}\s{1,4}(?=["'“‘«(]?\p{Lu}\p{L})`,
  'u',
);

/**
 * How many characters at the head of a paragraph are a place-and-date line or a date header; 0 when none.
 *
 * @param early The paragraph is one of the first: only there is a written date in front of text a header.
 */
export const datelineLength = (text: string, early: boolean): number => {
  const head = text.slice(0, 160);
  for (const line of PLACE_LINES) {
    const match = line.exec(head);
    if (!match || match[0].length >= text.length || isShout(match[0])) continue;
    // Capitals alone are a place only at the head of the report and in a few words: explainers shout their leads too.
    const bare = !/[,(]/u.test(match[0]);
    if (bare && (!early || match[0].trim().split(/\s+/u).length > 4)) continue;
    return match[0].length;
  }
  const glued = GLUED_HEADER.exec(head) ?? (early ? GLUED_WRITTEN.exec(head) : null);
  return glued && glued[0].length < text.length ? glued[0].length : 0;
};

/** Capitals before a dash that are no place: "BREAKING - ", "UPDATE 2 - ", "Q&A - ". */
const isShout = (head: string): boolean =>
  /^(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|VIDEO|LIVE|READ|OPINION|ANALYSIS|EXPLAINER|FACTBOX|CORRECT(?:ED|ION)|NOTE|WHO|WHAT|WHY|HOW|WHERE|WHEN|NO|YES|AND|BUT)\b/u.test(
    head,
  );

const STAMP_WORDS = new RegExp(
  String.raw`\b(?:${MONTH}|${WEEKDAY}|[ap]\.?m\b\.?|published|posted|updated|created|modified|last|first|released?|date|on|at|of|as|today|yesterday|noon|midnight|(?:\d{1,2}|an?) (?:minute|hour|day|week|month|year)s? ago|all times|local time|[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|MSK|AEST|IST|T|Z)(?![\p{L}])`,
  'giu',
);

/** True for a paragraph that is nothing but a date, a time of day or a span of time codes ("7 p.m.", "00:01:04 --> 00:01:09"). */
export const isStamp = (text: string): boolean => {
  if (text.length > 90 || !/\d/u.test(text)) return false;
  const rest = text.replace(/(?<=\d)T(?=\d)|(?<=\d)Z$/gu, ' ').replace(STAMP_WORDS, ' ');
  if (/[^\d\s.,:;|/()[\]<>•·–—+-]/u.test(rest.replace(/(\d)(?:st|nd|rd|th)\b/gu, '$1'))) return false;
  // A bare number (a page, a list's number, a score) is no time.
  return rest.length < text.length || /\d{4}[-/.]\d{1,2}|\d{1,2}[:./]\d{2}/u.test(text);
};

/** "Place, 2 May 2031" and "Ostra Post | Friday 2 May 2031 | Updated 21:12": a line of short parts with a date among them. */
const HEADER_PARTS = /\s?[|/•·>]\s|\s[-–—]\s|,\s/u;
const DATED_PLACE = new RegExp(
  String.raw`^(?:${PLACE}${REGION}(?:,|\s?[-–—])? ${STAMP}|${STAMP}\s?[-–—,]\s?${PLACE}${REGION})\s?[-–—]?$`,
  'iu',
);

export const isHeaderLine = (text: string): boolean => {
  if (text.length > 120 || !/\d/u.test(text)) return false;
  if (/^\p{Lu}/u.test(text) && DATED_PLACE.test(text)) return true;
  if (!/\s?[|/•·>]\s/u.test(text)) return false;
  const parts = text.split(HEADER_PARTS).filter((part) => part.length > 0);
  const stamped = parts.filter((part) => isStamp(part));
  const rest = parts.filter((part) => !isStamp(part));
  return stamped.length > 0 && rest.length <= 4 && rest.every((part) => part.split(' ').length <= 4);
};

const NAME = String.raw`\p{Lu}[\p{L}.'’\-]{0,24}(?: (?:\p{Lu}[\p{L}.'’\-]{0,24}|de|da|van|von|der|bin|al|el)){1,4}`;
const PEOPLE = String.raw`${NAME}(?:(?:, | and | & |, and )${NAME}){0,5}`;
const BYLINE = new RegExp(
  String.raw`^(?:by|words by|posted by|analysis by|comment by|opinion by|essay by|author|authors|written by|reported by|story by|text by|from)[: ]\s?${PEOPLE}(?: in \p{Lu}[\p{L}'’ -]{1,40})?(?:\s?[,|•·–—-]\s?[^.!?\n]{2,60})?\.?$`,
  'iu',
);
const NOT_A_NAME = new RegExp(
  String.raw`^by (?:${MONTH}|${WEEKDAY}|the|an?|this|that|all|any|no|its?|his|her|their|our|my|contrast|and|far)\b`,
  'iu',
);

/** A line with a verb, or of a credit, tells more than who wrote the report. */
const SAYS_MORE =
  /\b(?:is|was|are|were|has|teaches|writes|covers|covered|reported|follow|reporting|writing|editing|editor:|posted|said|says|met|told)\b/iu;
/** "By our Ostra correspondent", "From our own correspondent in Ostra", "Courier staff and agencies", "Ana Berg, diplomatic correspondent". */
const OUR_MAN =
  /^(?:(?:by|from) (?:our|a|the) (?:[\p{L}-]+ ){0,3}(?:correspondents?|reporters?|staff|editors?|writers?|team)(?: (?:in|and) [\p{L} ]{2,40})?|by (?:[\p{L}-]+ ){0,3}(?:staff|agencies|newsroom)(?: and agencies| reporters?| writers?)?)\.?$/iu;

/** True for a paragraph that only says who wrote the report. */
export const isByline = (text: string, byline: string | null): boolean => {
  if (text.length > 200) return false;
  const bare = text.replace(/^[*_#>\s]{1,4}|[*_\s]{1,4}$/gu, '');
  const known =
    byline &&
    byline.length > 3 &&
    bare.length <= byline.length + 40 &&
    bare.toLowerCase().includes(byline.toLowerCase());
  if (known && !SAYS_MORE.test(bare)) return true;
  if (OUR_MAN.test(bare)) return true;
  if (!BYLINE.test(bare) || NOT_A_NAME.test(bare)) return false;
  // `i` above lets small letters pass for capitals: two words with a capital must follow "by".
  return (
    /^\S+[: ]\s?\p{Lu}\S* (?:\S+ )?\p{Lu}/u.test(bare) &&
    (/^[Bb]y|^BY/u.test(bare) || bare.includes(':') || /^\S+ [Bb]y/u.test(bare))
  );
};

/** A date in figures with letters glued to it on both sides, near the beginning: what stands before it is a page's head. */
const GLUED_STAMP = new RegExp(
  String.raw`(?<=[\p{L}\p{N}.?!"”’)])(?:${NUMERIC})(?:(?:T|,? )${CLOCK_FULL}${ZONE})?(?=["“‘]?\p{Lu})`,
  'u',
);

/** Where a date in figures is glued between a headline and the report, or null. Only the first 300 characters are looked at. */
export const gluedStamp = (text: string): readonly [number, number] | null => {
  const match = GLUED_STAMP.exec(text.slice(0, 300));
  if (!match || match.index < 8 || /\p{N}$/u.test(text.slice(0, match.index))) return null;
  return [match.index, match.index + match[0].length];
};

/** Where an outlet's name is glued to the headline after it ("Ostra BriefMinister resigns"), or null. */
export const gluedSeam = (text: string): number | null => {
  const seam = /\p{Ll}{2}(?=\p{Lu}\p{Ll}{2,}\s)/u.exec(text);
  if (!seam) return null;
  const at = seam.index + seam[0].length;
  const before = text.slice(0, at).split(' ').length;
  // "McKenna", "DeLuca": a prefix of a name is shorter than a word.
  const word = /\p{L}+$/u.exec(text.slice(0, at))?.[0] ?? '';
  return before <= 5 && word.length >= 4 ? at : null;
};
