import type { Entity, Mention } from '../model/index.ts';
import { countryOf, foldName } from '../text/index.ts';
import { type Leaf, wordsAt } from './pile.ts';
import { shareSide } from './profile.ts';
import type { Bearer, Bearers } from './resolve-entities.ts';

const FRONT = /^(?:the|a|an|his|her|its|their|our|then|said)\s+/;

/** A post without article and without the words for its side: "the Ostran foreign minister" is "foreign minister". */
const postOf = (words: string, sides: readonly string[]): string => {
  const genitive = /['’]s?\s+(.*)$/u.exec(words)?.[1] ?? words;
  let post = foldName(genitive).replace(FRONT, '');
  for (const side of sides) post = post.replace(new RegExp(`\\b${foldName(side).replace(/[^a-z0-9 ]/g, '')}\\b`), ' ');
  return post
    .split(' ')
    .filter((word) => word !== '' && word !== 'of' && countryOf(word) === null)
    .join(' ');
};

const posts = new WeakMap<Entity, readonly string[]>();

/** The posts of a person, gathered once. */
const postsOf = (entity: Entity): readonly string[] => {
  const known = posts.get(entity);
  if (known !== undefined) return known;
  const made = [...new Set(entity.roles.map((role) => postOf(role.text, entity.sides)))].filter((post) => post !== '');
  posts.set(entity, made);
  return made;
};

const described = new WeakMap<Mention, string | null>();

/** The post that a description states with a side; null when it states none, or is not definite. */
const postDescribed = (leaf: Leaf, mention: Mention): string | null => {
  const known = described.get(mention);
  if (known !== undefined) return known;
  const words = wordsAt(leaf, [mention.start, mention.end]);
  const isDefinite = !/^(?:an?|some|several|one|another|any|no)\s/i.test(words);
  const made = mention.side !== null && isDefinite ? postOf(words, [mention.side]) : null;
  described.set(mention, made);
  return made;
};

/** Finds who is meant by a description alone, across the case. */
export class Described {
  readonly #byPost = new Map<string, { readonly bearer: Bearer; readonly sides: readonly string[] }[]>();

  constructor(bearers: Bearers) {
    for (const bearer of bearers.bearers) {
      if (bearer.entity?.type !== 'person') continue;
      const { entity } = bearers.wholeOf(bearer);
      if (entity === null) continue;
      for (const post of postsOf(entity)) {
        const known = this.#byPost.get(post) ?? [];
        known.push({ bearer, sides: entity.sides });
        this.#byPost.set(post, known);
      }
    }
  }

  /**
   * The one person of the case who holds the post of the side that a description states (rule S7).
   *
   * @returns null when the description states no side, is not definite, or fits none or several.
   */
  find(leaf: Leaf, mention: Mention): Bearer | null {
    const { side } = mention;
    if (mention.form !== 'nominal' || mention.type !== 'person' || side === null) return null;
    const post = postDescribed(leaf, mention);
    if (post === null) return null;
    const holders = (this.#byPost.get(post) ?? []).filter(({ sides }) => shareSide(sides, [side]) === true);
    return holders.length === 1 ? (holders[0]?.bearer ?? null) : null;
  }
}
