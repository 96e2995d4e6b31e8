import type { Mention } from '../../model/index.ts';
import type { Known } from '../known.ts';
import { Cast, type Placed } from './entity.ts';
import { genderOfGivenName, genderOfMention } from './gender.ts';
import { linkAppositions, linkDescriptions } from './link-descriptions.ts';
import { linkNames } from './link-names.ts';
import { linkPronouns } from './link-pronouns.ts';

/**
 * Numbers the chains: mentions of one document that denote the same thing get one number.
 *
 * In order: names and their parts, what stands beside a name, descriptions, pronouns. Whatever fits two equally well
 * keeps a chain of its own. Returns the same mentions in the same order; only `chain` differs. Chains are numbered by
 * their first mention, from 0.
 */
export const linkMentions = (
  known: Pick<Known, 'text' | 'blocks' | 'sentences' | 'tokens' | 'quotes' | 'mentions'>,
): Mention[] => {
  const { text, tokens, mentions } = known;
  const placed = place(known);
  const cast = new Cast();
  linkNames(
    cast,
    placed.filter((one) => one.mention.form === 'name'),
    tokens,
  );
  for (const entity of cast.entities) {
    if (entity.type !== 'person') continue;
    for (const one of entity.mentions) entity.gender ??= genderOfMention(one.mention, text);
    if (entity.gender === null && entity.names.length === 1) entity.gender = genderOfGivenName(entity.names[0] ?? '');
  }
  linkAppositions(cast, placed, tokens);
  linkDescriptions(cast, placed, tokens);
  for (const entity of cast.entities) {
    if (entity.type === 'person')
      for (const one of entity.mentions) entity.gender ??= genderOfMention(one.mention, text);
  }
  linkPronouns(cast, placed, tokens);
  const chains = new Map<number, number>();
  return placed.map((one) => {
    const entity = cast.of(one);
    const id = entity === undefined ? -1 - one.index : entity.id;
    const chain = chains.get(id) ?? chains.size;
    chains.set(id, chain);
    return { ...(mentions[one.index] as Mention), chain };
  });
};

/** Finds each mention's tokens, sentence, quotation and the mention around it, in one pass. */
const place = (known: Pick<Known, 'text' | 'tokens' | 'quotes' | 'mentions'>): readonly Placed[] => {
  const { text, tokens, quotes, mentions } = known;
  const speech = quotes.map((quote, index) => ({ ...quote, index })).filter((quote) => !quote.scare);
  let token = 0;
  let quote = 0;
  const open: { index: number; end: number }[] = [];
  return mentions.map((mention, index) => {
    while (token < tokens.length && (tokens[token]?.end ?? 0) <= mention.start) token++;
    let last = token;
    while (last < tokens.length && (tokens[last]?.start ?? 0) < mention.end) last++;
    while (quote < speech.length && (speech[quote]?.end ?? 0) <= mention.start) quote++;
    const around = speech[quote];
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= mention.start) open.pop();
    const outer = open.at(-1)?.index ?? null;
    open.push({ index, end: mention.end });
    return {
      mention,
      index,
      sentence: tokens[token]?.sentence ?? -1,
      first: token,
      last,
      head: text.slice(mention.head[0], mention.head[1]).replace(/\s+/g, ' '),
      quote: around !== undefined && around.start <= mention.start ? around.index : null,
      outer,
    };
  });
};
