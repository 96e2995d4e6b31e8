import { countryOf } from '../countries/index.ts';

const NUMBERS =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many|multiple|dozens of|scores of|hundreds of|a dozen|a number of|a range of|a handful of|a couple of|both|all|another|other|a second|a third|\d+)\b/i;
const PLACEMENT =
  /\b(?:familiar with|briefed on|with (?:direct |first-hand |firsthand )?knowledge of|close to|involved in|present at|who (?:was|were|has|have|attended|took part|saw|asked|declined|spoke)|speaking on|on condition|privy to|aware of|near to|in the (?:room|know))\b.*$/is;
const STANDING =
  /\b(?:former|current|senior|high-ranking|top|retired|serving|then|acting|junior|unnamed|anonymous|unidentified)\b/gi;
const REGIONS =
  /\b(?:Western|Eastern|European|Asian|African|Arab|Middle Eastern|Latin American|Nordic|Baltic|Balkan|Gulf|Central Asian|Scandinavian)\b/g;
const CALLING =
  /\b(?:officials?|diplomats?|sources?|people|persons?|lawmakers?|executives?|advisers?|advisors?|aides?|analysts?|lobbyists?|officers?|negotiators?|envoys?|ministers?|traders?|businessmen|businessm[ae]n|businesswom[ae]n|insiders?|experts?|journalists?|media|documents?|agents?|lawyers?|bankers?|investors?|spokes(?:man|woman|person|people)|insiders|participants?)\b/i;

/**
 * What the words for an unnamed source say of it: how many, whose side, in what standing, who, and how placed.
 *
 * In that order, each piece as written and without repeats; empty when the words tell none of it.
 */
export const describeSource = (words: string): readonly string[] => {
  const text = words.replace(/\s+/g, ' ').trim();
  const placement = PLACEMENT.exec(text)?.[0] ?? null;
  const front = placement === null ? text : text.slice(0, text.length - placement.length);
  const capitals = front.match(/\b\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*)*/gu) ?? [];
  const sides = capitals.filter((piece) => countryOf(piece) !== null);
  const pieces = [
    NUMBERS.exec(front)?.[0] ?? null,
    ...sides,
    ...(front.match(REGIONS) ?? []),
    ...(front.match(STANDING) ?? []),
    CALLING.exec(front)?.[0] ?? null,
    placement?.replace(/[\s,.;:]+$/, '') ?? null,
  ];
  return [...new Set(pieces.filter((piece): piece is string => piece !== null && piece !== ''))];
};
