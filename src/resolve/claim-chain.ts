import type { Attribution, ChainLink } from '../model/index.ts';
import { describeSource } from '../text/index.ts';
import type { OriginPath } from './derive-origins.ts';
import { bearerOfSource } from './passage-origins.ts';
import { type Leaf, mentionAt, wordsAt } from './pile.ts';
import { isPronoun } from './pronouns.ts';
import type { AskBearers } from './questions.ts';
import type { Bearer } from './resolve-entities.ts';
import type { Sourcing } from './sourcing.ts';

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

const outletLink = (bearer: Bearer): ChainLink => ({
  name: bearer.name,
  kind: 'outlet',
  entity: bearer.entity?.id ?? null,
  descriptors: [],
});

/** Words of an unnamed source: the description that a pronoun stands for, else the words themselves. */
const sourceWords = (leaf: Leaf, attribution: Attribution): string => {
  const words = oneLine(attribution.source.map((span) => wordsAt(leaf, span)).join(' '));
  if (attribution.sourceKind !== 'pronoun') return words;
  for (const span of attribution.source) {
    const mention = mentionAt(leaf, span);
    const chain = mention === null ? [] : (leaf.chains.get(mention.chain) ?? []);
    const told = chain.find((one) => one.form !== 'pronoun');
    if (told !== undefined) return oneLine(wordsAt(leaf, [told.start, told.end]));
  }
  return words;
};

/** What somebody wants, plans or fears is told by the report, unless the words of it are given; so is what they do not say. */
const ATTITUDES = new Set(['plan', 'hope', 'fear', 'doubt', 'expect', 'know', 'pretend', 'agree', 'disagree', 'order']);
const IN_WORDS = /^(?:that|whether|if|how|why|what)\b/i;

const isTold = (leaf: Leaf, { kind, speech, content }: Attribution): boolean =>
  kind !== 'silence' &&
  (!ATTITUDES.has(kind) || speech !== 'indirect' || content.some((span) => IN_WORDS.test(wordsAt(leaf, span))));

const linkOf = (leaf: Leaf, asked: AskBearers, sourcing: Sourcing, attribution: Attribution): ChainLink | null => {
  if (!isTold(leaf, attribution)) return null;
  const bearer = bearerOfSource(leaf, asked, sourcing, attribution.source);
  if (bearer !== null) {
    return asked.isOutlet(bearer.id)
      ? outletLink(bearer)
      : { name: bearer.name, kind: 'named', entity: bearer.entity?.id ?? null, descriptors: [] };
  }
  const words = sourceWords(leaf, attribution);
  // "We", "I": the report speaks for itself, and its outlet ends the chain.
  if (/^(?:we|us|our|i|me)$/i.test(words)) return null;
  if (isPronoun(words)) return { name: words, kind: 'unknown', entity: null, descriptors: [] };
  if (words !== '') return { name: words, kind: 'unnamed', entity: null, descriptors: describeSource(words) };
  const cue = oneLine(attribution.cue.map((span) => wordsAt(leaf, span)).join(' '));
  return cue === '' ? null : { name: cue, kind: 'unknown', entity: null, descriptors: [] };
};

/**
 * The chain of a claim, innermost speaker first: those who are said to say it, then the outlets by which it came, this
 * document's outlet last. An outlet stands in it once.
 */
export const claimChain = (
  leaf: Leaf,
  asked: AskBearers,
  attributions: readonly Attribution[],
  paths: readonly OriginPath[],
  sourcing: Sourcing,
): readonly ChainLink[] => {
  const { own } = sourcing;
  const inner = attributions.flatMap((one) => linkOf(leaf, asked, sourcing, one) ?? []);
  const path = paths.find((one) => one.links.length > 0)?.links ?? [];
  const links = own === null || path.includes(own) ? path : [...path, own];
  const speakers = inner.filter((link) => link.kind !== 'outlet');
  // Outlets named as sources stand on the path already; those that do not come before it, nearer to the speaker.
  const named = inner.filter((link) => link.kind === 'outlet' && !links.some((bearer) => bearer.name === link.name));
  const chain: ChainLink[] = [];
  for (const link of [...speakers, ...named, ...links.map(outletLink)]) {
    // A body whose statement it is stands on the path as well as among the speakers.
    if (!chain.some((one) => one.name === link.name)) chain.push(link);
  }
  return chain;
};
