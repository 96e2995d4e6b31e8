import type { Mention } from '../model/index.ts';
import { LEGAL_FORMS, nameTokens, organizationTokens, parsePersonName } from '../text/index.ts';
import { endsWithLegalForm } from './legal-form.ts';
import { singleName } from './local-entities.ts';
import type { ReadDocument } from './read-document.ts';

const headOf = (leaf: ReadDocument, mention: Mention): string => leaf.document.text.slice(...mention.head);

/** What a document says of words that bodies and persons share. */
export interface BodyWords {
  /** First words of the names of bodies ("Halden Shipping", "Halden SpA"). */
  readonly bodies: readonly string[];
  /** Words of the full names of persons. */
  readonly borne: readonly string[];
  /** Words that with a legal form are the whole name of a company ("Halden SpA"). */
  readonly firms: readonly string[];
}

const isBody = ({ type }: Mention): boolean => type === 'organization' || type === 'publicBody';

const firstWord = (name: string): string | null => {
  const tokens = organizationTokens(name);
  return tokens.length > 1 || nameTokens(name).some((word) => LEGAL_FORMS.has(word)) ? (tokens[0] ?? null) : null;
};

/** The words of a document's bodies and persons. */
export const bodyWordsOf = (leaf: ReadDocument): BodyWords => {
  const [bodies, borne, firms] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const mention of leaf.reading.mentions) {
    if (mention.form !== 'name') continue;
    const name = headOf(leaf, mention);
    const isFirm = mention.type === 'person' && endsWithLegalForm(name);
    const word = isBody(mention) || isFirm ? firstWord(name) : null;
    if (word !== null) bodies.add(word);
    if (endsWithLegalForm(name) && organizationTokens(name).length === 1) firms.add(organizationTokens(name)[0] ?? '');
    if (mention.type === 'person' && !isFirm && singleName(name) === null)
      for (const token of parsePersonName(name).tokens) borne.add(token);
  }
  return { bodies: [...bodies], borne: [...borne], firms: [...firms] };
};

/** Words with which the names of bodies begin in more documents than persons bear them. */
export const gatherBodyWords = (all: readonly BodyWords[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const { bodies } of all) for (const word of bodies) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { borne } of all)
    for (const word of borne) if (counts.has(word)) counts.set(word, (counts.get(word) ?? 0) - 1);
  return new Set([...counts].filter(([, count]) => count > 0).map(([word]) => word));
};

/**
 * Parts chains in which a company stands for the founder whose surname it has (rule S12): a surname alone, without a title, that
 * stands before the full name, or in a text that names the company too, where the pile knows it as a company's name rather.
 *
 * @param isBodyRather Whether the names of bodies begin with a word in more documents than persons bear it.
 */
export const splitBodies = (leaf: ReadDocument, isBodyRather: (word: string) => boolean): ReadDocument => {
  const { mentions } = leaf.reading;
  const firstFull = new Map<number, number>();
  const words = new Set<string>();
  mentions.forEach((mention, at) => {
    if (mention.form !== 'name') return;
    const name = headOf(leaf, mention);
    const word = isBody(mention) ? firstWord(name) : null;
    if (word !== null) words.add(word);
    if (mention.type === 'person' && singleName(name) === null && !firstFull.has(mention.chain))
      firstFull.set(mention.chain, at);
  });
  if (firstFull.size === 0) return leaf;
  const moved = new Map<string, number>();
  let next = mentions.reduce((most, mention) => Math.max(most, mention.chain), -1) + 1;
  const split = mentions.map((mention, at): Mention => {
    const full = firstFull.get(mention.chain);
    const isPlain = mention.form === 'name' && mention.type === 'person' && mention.start === mention.head[0];
    const word = full === undefined || !isPlain || mention.role !== null ? null : singleName(headOf(leaf, mention));
    if (word === null || full === undefined || !(at < full || words.has(word)) || !isBodyRather(word)) return mention;
    const chain = moved.get(word) ?? next++;
    moved.set(word, chain);
    return { ...mention, type: 'organization', chain };
  });
  return moved.size === 0 ? leaf : { ...leaf, reading: { ...leaf.reading, mentions: split } };
};

/** What a company has and a town has not. */
const HELD =
  /\b(?:(?:shares?|stakes?|stock|votes?|holdings?|shareholdings?)\s+(?:in|of)|(?:shareholders?|stockholders?|bondholders?|board|chief executive|chairman|chairwoman)\s+of|(?:takeover|bids?)\s+(?:of|for))\s+$/i;

/**
 * Parts the company from the town of its name (rule S16): in a chain of a place, a word behind "shares in", where the pile has
 * a company that is called so with a legal form; and a name with its legal form wherever its chain has a place too.
 *
 * @param isFirm Whether a word with a legal form is the whole name of a company.
 */
export const splitFirms = (leaf: ReadDocument, isFirm: (word: string) => boolean): ReadDocument => {
  const { text } = leaf.document;
  const { mentions } = leaf.reading;
  const words = (mention: Mention): string => organizationTokens(headOf(leaf, mention)).join(' ');
  const places = new Set(
    mentions.filter(({ form, type }) => form === 'name' && type === 'place').map(({ chain }) => chain),
  );
  const moved = new Map<string, number>();
  let next = mentions.reduce((most, mention) => Math.max(most, mention.chain), -1) + 1;
  const part = (mention: Mention): Mention => {
    const key = `${mention.chain} ${words(mention)}`;
    const chain = moved.get(key) ?? next++;
    moved.set(key, chain);
    return { ...mention, type: 'organization', chain };
  };
  const split = mentions.map((mention) => {
    if (mention.form !== 'name' || !places.has(mention.chain)) return mention;
    if (mention.type === 'organization') return endsWithLegalForm(headOf(leaf, mention)) ? part(mention) : mention;
    const isHeld = mention.type === 'place' && HELD.test(text.slice(Math.max(0, mention.start - 40), mention.start));
    return isHeld && isFirm(words(mention)) ? part(mention) : mention;
  });
  return moved.size === 0 ? leaf : { ...leaf, reading: { ...leaf.reading, mentions: split } };
};
