import type { Mention } from '../model/index.ts';
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

/** Finds who is meant by a description alone, across the case. */
export class Described {
  readonly #byPost: ReadonlyMap<string, readonly Bearer[]>;

  constructor(bearers: Bearers) {
    const byPost = new Map<string, Set<Bearer>>();
    for (const bearer of bearers.bearers) {
      const { entity } = bearer;
      if (entity === null || entity.type !== 'person') continue;
      for (const role of entity.roles) {
        const post = postOf(role.text, entity.sides);
        if (post === '') continue;
        const known = byPost.get(post) ?? new Set<Bearer>();
        byPost.set(post, known.add(bearer));
      }
    }
    this.#byPost = new Map([...byPost].map(([post, known]) => [post, [...known]]));
  }

  /**
   * The one person of the case who holds the post of the side that a description states (rule S7).
   *
   * @returns null when the description states no side, is not definite, or fits none or several.
   */
  find(leaf: Leaf, mention: Mention): Bearer | null {
    if (mention.form !== 'nominal' || mention.type !== 'person' || mention.side === null) return null;
    const words = wordsAt(leaf, [mention.start, mention.end]);
    if (/^(?:an?|some|several|one|another|any|no)\s/i.test(words)) return null;
    const post = postOf(words, [mention.side]);
    const { side } = mention;
    const holders = (this.#byPost.get(post) ?? []).filter(
      (bearer) => shareSide(bearer.entity?.sides ?? [], [side]) === true,
    );
    return holders.length === 1 ? (holders[0] ?? null) : null;
  }
}
