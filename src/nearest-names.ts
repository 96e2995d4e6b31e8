import type { CaseView } from './case-view.ts';
import { byText } from './model/index.ts';
import { compareTokens, jaroWinkler, nameTokens, type TokenLikeness } from './text/index.ts';

/** Somebody or something whose name is near to what was asked for. */
export interface NearName {
  /** Id of the entity. */
  readonly id: string;
  /** The name of it that is nearest, as some document writes it. */
  readonly name: string;
}

/** A name with its folded words. */
interface Written {
  readonly id: string;
  readonly name: string;
  readonly tokens: readonly string[];
}

const NEARNESS: Readonly<Record<TokenLikeness, number>> = { equal: 1, variant: 0.95, sounds: 0.85, different: 0 };
/** Words that are no spellings of each other are yet shown when this alike: whoever searches can tell, and joins nothing. */
const ALIKE = 0.86;
const DISCOUNT = 0.85;
const MOST_WORDS = 8;
const MOST_NAMES = 6;

const nearness = (asked: string, word: string): number => {
  if (Math.abs(asked.length - word.length) > 4) return 0;
  const told = NEARNESS[compareTokens(asked, word)];
  if (told > 0 || asked.length < 4) return told;
  const alike = jaroWinkler(asked, word);
  return alike >= ALIKE ? alike * DISCOUNT : 0;
};

/** Finds names that are written otherwise than somebody types them: for suggestions, never for joining. */
export class NearestNames {
  readonly #byWord: ReadonlyMap<string, readonly Written[]>;

  constructor(names: Iterable<NearName>) {
    const byWord = new Map<string, Written[]>();
    for (const { id, name } of names) {
      const written = { id, name, tokens: nameTokens(name) };
      for (const word of new Set(written.tokens)) {
        const known = byWord.get(word);
        if (known === undefined) byWord.set(word, [written]);
        else known.push(written);
      }
    }
    this.#byWord = byWord;
  }

  /** The nearest names, at most six, one of each entity; all words that were typed count, and those that meet nothing weigh against. */
  find(typed: string): readonly NearName[] {
    const asked = [...new Set(nameTokens(typed))].slice(0, MOST_WORDS);
    const found = new Map<Written, number>();
    for (const one of asked) {
      const best = new Map<Written, number>();
      for (const [word, names] of this.#byWord) {
        const near = nearness(one, word);
        if (near > 0) for (const name of names) best.set(name, Math.max(best.get(name) ?? 0, near));
      }
      for (const [name, near] of best) found.set(name, (found.get(name) ?? 0) + near);
    }
    const ranked = [...found]
      .map(([{ id, name, tokens }, sum]) => ({ id, name, score: sum / asked.length - tokens.length * 0.01 }))
      .sort((a, b) => b.score - a.score || byText(a.name, b.name));
    const least = (ranked[0]?.score ?? 0) * 0.75;
    const shown = new Map<string, NearName>();
    for (const { id, name, score } of ranked) {
      if (shown.size >= MOST_NAMES || score < least) break;
      if (!shown.has(id)) shown.set(id, { id, name });
    }
    return [...shown.values()];
  }
}

/** All names of a case, however written. Costs one pass over its entities: keep what it gives. */
export const nearestNames = async (view: CaseView): Promise<NearestNames> => {
  const names: NearName[] = [];
  for await (const { id, name, names: written } of view.items('entities'))
    for (const text of new Set([name, ...written.map((one) => one.text)])) names.push({ id, name: text });
  return new NearestNames(names);
};
