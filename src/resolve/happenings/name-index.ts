import type { MentionType } from '../../model/index.ts';
import { foldName, nameTokens } from '../../text/index.ts';

/** Shorter names and words are too often something else. */
const SHORTEST = 3;
const SHORTEST_PLACE = 5;
/** A name has at most so many words here. */
const MOST_WORDS = 4;

/** Forms in which a place's name may stand in a word. */
const cutsOf = (token: string): readonly string[] =>
  token.length > SHORTEST_PLACE ? [1, 2].map((cut) => `~${token.slice(0, token.length - cut)}`) : [];

/** All that a name begins with which is found in a text with this word. */
export const probesOf = (token: string): readonly string[] => [token, ...cutsOf(token)];

/**
 * Which entities words name: "the Mora family's staff" names Mora, "Ostran lawyers" Ostra.
 *
 * A name that two bear names neither. Ends of adjectives are told by their letters alone: a place's name but for its last letter, or
 * the word but for its last one or two.
 */
export class NameIndex {
  readonly #byName = new Map<string, string | null>();

  add(name: string, entity: string, type: MentionType | null): void {
    const folded = foldName(name);
    const words = folded.split(' ');
    this.#put(folded, entity);
    if (type === 'person' && words.length > 1) this.#put(words.at(-1) ?? '', entity);
    if (type === 'place' && words.length === 1 && folded.length >= SHORTEST_PLACE) {
      this.#put(`~${folded}`, entity);
      this.#put(`~${folded.slice(0, -1)}`, entity);
    }
  }

  /** The one entity of that name; null where nobody bears it or two do. */
  of(name: string): string | null {
    return this.#byName.get(foldName(name)) ?? null;
  }

  namedIn(words: string): ReadonlySet<string> {
    const tokens = nameTokens(words);
    const found = new Set<string>();
    for (let at = 0; at < tokens.length; at++)
      for (let length = 1; length <= MOST_WORDS && at + length <= tokens.length; length++)
        this.#find(tokens.slice(at, at + length).join(' '), found);
    for (const token of tokens) for (const probe of cutsOf(token)) this.#find(probe, found);
    return found;
  }

  /** First words of names that somebody else bears here than there, as {@link probesOf} gives them. */
  otherThan(before: NameIndex): ReadonlySet<string> {
    const other = new Set<string>();
    const compare = (one: NameIndex, two: NameIndex): void => {
      for (const [name, id] of one.#byName)
        if (two.#byName.get(name) !== id) other.add(name.startsWith('~') ? name : (name.split(' ')[0] ?? name));
    };
    compare(this, before);
    compare(before, this);
    return other;
  }

  #find(name: string, into: Set<string>): void {
    const id = this.#byName.get(name);
    if (id != null) into.add(id);
  }

  #put(name: string, entity: string): void {
    if (name.length < SHORTEST) return;
    const known = this.#byName.get(name);
    this.#byName.set(name, known === undefined || known === entity ? entity : null);
  }
}
