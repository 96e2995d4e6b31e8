import { FUNCTION_WORDS, nameTokens, OFFICE_WORDS, stripGenitive } from '../text/index.ts';

/** The name of a body that does not tell whose it is, and whose it is said to be. */
export interface OfficeName {
  /** What offices of one sort share, in whatever words: "foreign ministry", "ministry of foreign affairs". */
  readonly key: string;
  /** As written; null where the name does not say. */
  readonly side: string | null;
}

/** Words of the names of states before the name proper. */
const STATE_WORDS =
  "(?:(?:united|people[’']s|democratic|federal|islamic|socialist|arab|grand)\\s+)*(?:republic|kingdom|state|federation|commonwealth|principality|sultanate|emirate|duchy)\\s+of\\s+(?:the\\s+)?";

const STATE_FORM = new RegExp(`^(?:the\\s+)?${STATE_WORDS}(?=\\p{L})`, 'iu');

/** The name of a state without what sort of state it is: "the Republic of Ostra" is Ostra. */
export const withoutStateForm = (name: string): string => name.replace(STATE_FORM, '');

/** Whether a name says that it is a state's. */
export const hasStateForm = (name: string): boolean => STATE_FORM.test(name);

const ONE_NAME = "(\\p{Lu}[\\p{L}\\p{M}'’-]*(?:[ \\t]+\\p{Lu}[\\p{L}\\p{M}'’-]*)?)";
const LETTERHEAD = new RegExp(`(?:^|\\n)[ \\t*#]*(?:the\\s+)?${STATE_WORDS}${ONE_NAME}[ \\t*#]*\\n\\s*$`, 'iu');
const TAIL = new RegExp(
  `^\\s+(?:of\\s+(?:the\\s+)?|(?=Republic|Kingdom|REPUBLIC|KINGDOM))(?:(?:Republic|Kingdom|State|Federation|REPUBLIC|KINGDOM)\\s+(?:of|OF)\\s+(?:the\\s+|THE\\s+)?)?${ONE_NAME}`,
  'u',
);

/** The state named on the line above an office's: "REPUBLIC OF OSTRA", then "MINISTRY OF TRADE". */
export const sideAbove = (before: string): string | null => LETTERHEAD.exec(before)?.[1]?.trim() ?? null;

/** The state that follows the name of an office that a reader cut short: "Ministry of Trade" + " of the Republic of Ostra". */
export const sideBehind = (after: string): string | null => TAIL.exec(after)?.[1]?.trim() ?? null;

/** Words that one state writes where another writes the other. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ['defence', 'defense'],
  ['internal', 'interior'],
  ['external', 'foreign'],
  ['economic', 'economy'],
  ['labour', 'labor'],
  ['prosecutors', 'prosecutor'],
  ['forces', 'force'],
  ['minister', 'ministry'],
  ['secretary', 'department'],
]);

/** Bodies of which a state has one, said in one word. */
const ONE_WORD: ReadonlySet<string> = new Set(
  'government parliament presidency cabinet congress senate treasury administration army navy'.split(' '),
);

const isOffice = (word: string): boolean => OFFICE_WORDS.has(word);

const keyOf = (words: readonly string[]): string =>
  [
    ...new Set(
      words.filter((word) => !FUNCTION_WORDS.has(word) && word !== 'affairs').map((word) => ALIKE.get(word) ?? word),
    ),
  ]
    .sort()
    .join(' ');

/** What an office is called whose holder is called so: "foreign minister" and "foreign ministry" have one key. */
export const postKey = (role: string): string | null => {
  const words = nameTokens(role);
  const content = words.filter((word) => !FUNCTION_WORDS.has(word));
  const isPost = words.every((word) => isOffice(word) || word === 'secretary') && content.length > 1;
  return isPost && words.some((word) => word === 'minister' || word === 'secretary') ? keyOf(words) : null;
};

/**
 * Takes the name of an office apart: "Ministry of Foreign Affairs of the Republic of Ostra", "Ostran Foreign Ministry".
 *
 * @returns null for names that tell of themselves whose they are, or that are no office's.
 */
export const officeName = (name: string): OfficeName | null => {
  const written = name.split(/\s+/).filter((word) => nameTokens(word).length > 0);
  const words = written.map((word) => nameTokens(word).join(' '));
  const isContent = (word: string): boolean => !FUNCTION_WORDS.has(word);
  const isEnough = (office: readonly string[]): boolean => {
    const content = office.filter(isContent);
    return content.length > 1 || ONE_WORD.has(content[0] ?? '');
  };
  let end = 0;
  while (end < words.length && isOffice(words[end] ?? '')) end++;
  if (end === words.length) return words.some(isContent) ? { key: keyOf(words), side: null } : null;
  const behind = withoutStateForm(written.slice(end).join(' '));
  if (/^(?:of|for|in|the)$/.test(words[end - 1] ?? '') && isEnough(words.slice(0, end)))
    return { key: keyOf(words.slice(0, end)), side: behind };
  let first = words.length;
  while (first > 0 && isOffice(words[first - 1] ?? '')) first--;
  while (first < words.length && !isContent(words[first] ?? '')) first++;
  const office = words.slice(first);
  if (first === 0 || first > 2 || !isEnough(office)) return null;
  return { key: keyOf(office), side: stripGenitive(written.slice(0, first).join(' ')) };
};
