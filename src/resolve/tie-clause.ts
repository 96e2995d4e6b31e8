import { kinNoun, roleNoun } from '../text/index.ts';
import { type Bare, type Clause, clause, one } from './clause.ts';

/** Verbs that a tie's words may be: told as they stand. */
const LEADING =
  /^(?:runs|ran|leads|led|heads|headed|chairs|chaired|directs|manages|controls|oversees|founded|employs|advises|represents)$/;

/** Kin of whom somebody has one of a kind. */
const THE_KIN = /\b(?:wife|husband|widow|widower|mother|father)$/;
/** Posts that stand without an article: "is head of". */
const BARE_POST =
  /\b(?:head|chief|chair(?:man|woman|person)?|president|director|executive|minister|premier|chancellor|secretary|governor|commander|mayor|ceo|leader|boss)$/i;

/** "a deputy", "the wife", "head": a noun for somebody with the article that it takes. */
export const withArticle = (noun: string): string => {
  if (BARE_POST.test(noun)) return noun;
  return `${THE_KIN.test(noun) ? 'the' : /^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
};

const isSomebody = (noun: string): boolean => {
  const last = noun.split(/[\s-]/).at(-1) ?? '';
  return [noun, last].some((words) => roleNoun(words) !== null || kinNoun(words) !== null) || /in-law$/.test(noun);
};

const PREPOSITION = /^(?<noun>.+?) (?<preposition>of|to|for|at|in|with|by)$/;

/** A tie in words: a noun for somebody with its article, a verb, or the words in brackets. */
export const tie = (claim: Bare): Clause => {
  const [from, to] = [one(claim, 'from') ?? 'somebody', one(claim, 'to') ?? 'somebody'];
  const { kind = 'tie' } = claim.properties;
  const words =
    claim.properties.words?.replace(/^(?:(?:is|was|are|were|has|had|the|an?|his|her|its|their)\s+)+/i, '').trim() ?? '';
  const lasting = (base: string, rest: string): Clause => clause(from, false, base, '', rest, '');
  if (LEADING.test(words)) return { ...lasting(words, ` ${to}`), present: words };
  if (kind === 'donation') return clause(from, false, 'make a donation', 'made a donation', ` to ${to}`);
  if (/\bmarried(?: to)?$/.test(words)) return lasting('be married', ` to ${to}`);
  if (/^(?:\p{Ll}+ )?friends$/u.test(words)) {
    return { ...clause(`${from} and ${to}`, true, `be ${words}`, '', '', ''), isPlural: true };
  }
  const { noun, preposition } = PREPOSITION.exec(words)?.groups ?? {};
  if (noun !== undefined && isSomebody(noun)) return lasting(`be ${withArticle(noun)} ${preposition}`, ` ${to}`);
  if (noun !== undefined && /(?:ed|en|close|loyal|opposed|next|near)$/.test(noun))
    return lasting(`be ${words}`, ` ${to}`);
  if (noun !== undefined && /[^s]s$/.test(noun))
    return { ...lasting(`have ${words}`, ` ${to}`), present: `has ${words}` };
  if (noun !== undefined)
    return {
      ...lasting(`have ${withArticle(noun)} ${preposition}`, ` ${to}`),
      present: `has ${withArticle(noun)} ${preposition}`,
    };
  if (/^[\p{L}-]+(?: [\p{L}-]+){0,3}$/u.test(words) && isSomebody(words))
    return lasting(`be ${withArticle(words)} of`, ` ${to}`);
  if (kind === 'membership') return lasting('be a member', ` of ${to}`);
  return { ...lasting('have a tie', ` to ${to} (${words === '' ? kind : words})`), present: 'has a tie' };
};
