import type { Mention } from '../../model/index.ts';
import type { Known } from '../known.ts';
import { Antecedents } from './antecedents.ts';
import { Cast, type Placed } from './entity.ts';
import { genderOfGivenName, genderOfMention } from './gender.ts';
import { linkAppositions, linkDescriptions } from './link-descriptions.ts';
import { linkNames } from './link-names.ts';
import { linkPronouns } from './link-pronouns.ts';

/**
 * Numbers the chains: mentions of one document that denote the same thing get one number.
 *
 * In order: names and their parts, what stands beside a name, descriptions, pronouns. Names and descriptions are linked by their
 * words; pronouns by the network and rules together. Whatever fits two equally well keeps a chain of its own. A chain never
 * holds two full names of different people, nor a woman and a man, nor things of two types but for an organization that is
 * also called a public body. Returns the mentions in the same order; a pronoun takes the type of its chain, and an "it" that stands for none
 * of the document's things is left out. Chains are numbered by their first mention, from 0.
 */
export const linkMentions = (
  known: Pick<Known, 'text' | 'blocks' | 'sentences' | 'tokens' | 'quotes' | 'mentions' | 'recognised'>,
): Mention[] => {
  const { text, tokens, mentions } = known;
  const placed = place(known);
  const cast = new Cast();
  linkNames(
    cast,
    placed.filter((one) => one.mention.form === 'name'),
    tokens,
    text,
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
  linkPronouns(cast, placed, tokens, new Antecedents(known));
  const chains = new Map<number, number>();
  return placed.flatMap((one): Mention[] => {
    const entity = cast.of(one);
    const mention = mentions[one.index] as Mention;
    // "it" stands for a thing or for nothing: "It rained"
    if (entity?.mentions.length === 1 && isThingPronoun(mention, one)) return [];
    const id = entity === undefined ? -1 - one.index : entity.id;
    const chain = chains.get(id) ?? chains.size;
    chains.set(id, chain);
    return [{ ...mention, type: mention.form === 'pronoun' ? (entity?.type ?? mention.type) : mention.type, chain }];
  });
};

const isThingPronoun = (mention: Mention, { head }: Placed): boolean => mention.form === 'pronoun' && /^it/i.test(head);

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
    let headAt = token;
    while (headAt + 1 < last && (tokens[headAt + 1]?.start ?? 0) < mention.head[1]) headAt++;
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
      headAt,
      head: text.slice(mention.head[0], mention.head[1]).replace(/\s+/g, ' '),
      quote: around !== undefined && around.start <= mention.start ? around.index : null,
      outer,
    };
  });
};
