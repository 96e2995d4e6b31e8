/** Control characters, those that turn the direction of writing or are not seen, and halves of pairs: none says anything in a name. */
export const HARMFUL = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** Names that systems put into archives for themselves. */
const OF_SYSTEMS = /^(?:__MACOSX|\..*)$/;

const UNNAMED = 'unnamed';

/** UTF-16 units of a name: no system gives longer ones. */
const MAX_NAME = 1000;

/**
 * A name inside of an archive as part of a path: readable, and leading nowhere else. Whatever leads up, to the root or to another
 * drive is left out, and so is what cannot be seen.
 */
export const entryName = (name: string): string => {
  const parts = name
    .slice(-MAX_NAME)
    .replace(HARMFUL, '')
    .split(/[/\\]/)
    .filter((part) => !/^\s*(?:\.{0,2}|[A-Za-z]:)\s*$/.test(part));
  return parts.length === 0 ? UNNAMED : parts.join('/');
};

/** Whether a name is of a hidden file, or of one that a system put there for itself. */
export const isHiddenName = (name: string): boolean => name.split('/').some((part) => OF_SYSTEMS.test(part));

/** Gives every name of an archive once: `notes.txt`, `notes (2).txt`, `notes (3).txt`, ... */
export class EntryNames {
  readonly #counts = new Map<string, number>();
  readonly #given = new Set<string>();

  give(name: string): string {
    let nth = this.#counts.get(name) ?? 0;
    let given = name;
    do {
      nth++;
      given = nth === 1 ? name : name.replace(/(\.[^./]{1,10})?$/u, (ending) => ` (${nth})${ending}`);
    } while (this.#given.has(given));
    this.#counts.set(name, nth);
    this.#given.add(given);
    return given;
  }
}
