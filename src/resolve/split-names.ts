import type { Mention } from '../model/index.ts';
import { organizationTokens } from '../text/index.ts';
import { type Gender, genderOfWord } from './gender-of-mentions.ts';
import { singleName } from './local-entities.ts';
import { compareNames } from './profile.ts';
import type { ReadDocument } from './read-document.ts';

const headOf = (leaf: ReadDocument, mention: Mention): string =>
  leaf.document.text.slice(...mention.head).replace(/\s+/g, ' ');

/** The gender that the title in front of a name tells: "Mrs Voss". */
const genderOfTitle = (leaf: ReadDocument, { start, head }: Mention): Gender | null => {
  const words = leaf.document.text.slice(start, head[0]).trim().split(/\s+/);
  return genderOfWord(words.at(-1) ?? '');
};

/** A name long enough to be told from another: of persons with a given name, of bodies of two words or more. */
const fullNameOf = (leaf: ReadDocument, mention: Mention): string | null => {
  const name = headOf(leaf, mention);
  if (mention.type === 'person') return singleName(name) === null ? name : null;
  return mention.type === 'organization' && organizationTokens(name).length > 1 ? name : null;
};

interface Begun {
  readonly names: string[];
  gender: Gender | null;
}

/**
 * Parts chains of names that cannot be one (rule S17): full names that differ, "Mr Voss" and "Mrs Voss". The names that stand first
 * keep the chain, with all that does not tell.
 */
export const splitNames = (leaf: ReadDocument): ReadDocument => {
  const { mentions } = leaf.reading;
  const begun = new Map<string, Begun>();
  const moved = new Map<string, { readonly chain: number; readonly like: string }[]>();
  let next = mentions.reduce((most, mention) => Math.max(most, mention.chain), -1) + 1;
  let isMoved = false;
  const split = mentions.map((mention): Mention => {
    if (mention.form !== 'name' || (mention.type !== 'person' && mention.type !== 'organization')) return mention;
    const key = `${mention.type} ${mention.chain}`;
    const first = begun.get(key) ?? { names: [], gender: null };
    begun.set(key, first);
    const kind = mention.type;
    const [name, gender] = [fullNameOf(leaf, mention), kind === 'person' ? genderOfTitle(leaf, mention) : null];
    const isOther = (one: string): boolean => name !== null && compareNames(kind, one, name).relation === 'different';
    const isKnown = name === null || first.names.length === 0 || first.names.includes(name);
    const isStranger = !isKnown && first.names.every(isOther);
    const isOfOther = gender !== null && first.gender !== null && gender !== first.gender;
    if (!isStranger && !isOfOther) {
      if (name !== null && !first.names.includes(name)) first.names.push(name);
      first.gender ??= gender;
      return mention;
    }
    isMoved = true;
    const like = name ?? `${gender}`;
    const parts = moved.get(key) ?? [];
    const known = parts.find(
      (part) => part.like === like || (name !== null && singleName(part.like) === null && !isOther(part.like)),
    );
    const chain = known?.chain ?? next++;
    if (known === undefined) moved.set(key, [...parts, { chain, like }]);
    return { ...mention, chain };
  });
  return isMoved ? { ...leaf, reading: { ...leaf.reading, mentions: split } } : leaf;
};
