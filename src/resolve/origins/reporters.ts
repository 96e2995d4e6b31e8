import type { Span } from '../../model/index.ts';
import { isCommonWord, nameTokens } from '../../text/index.ts';
import type { OutletsOf } from '../find-outlets.ts';
import type { Leaf } from '../pile.ts';
import type { Bearer, Bearers } from '../resolve-entities.ts';
import type { Word } from './words-of.ts';

interface Reporter {
  readonly given: string;
  readonly family: readonly string[];
  readonly bearer: Bearer;
  readonly story: number;
  readonly leaf: number;
}

/** Where a document names a reporter of another's. */
export interface ReporterMention {
  readonly bearer: Bearer;
  readonly span: Span;
}

/** Who signs the documents of the pile: a document that speaks of another's reporter speaks of that reporter's story. */
export class Reporters {
  /** By the first word of the family name. */
  readonly #byFamily = new Map<string, Reporter[]>();
  readonly #stories: readonly number[];

  constructor(
    pile: readonly Leaf[],
    outlets: readonly OutletsOf[],
    bearers: Pick<Bearers, 'ofLocal'>,
    stories: readonly number[],
  ) {
    this.#stories = stories;
    pile.forEach((leaf, index) => {
      const own = outlets[index]?.own ?? null;
      const bearer = own === null ? null : bearers.ofLocal(own);
      if (bearer === null || leaf.document.byline === null) return;
      for (const name of leaf.document.byline.split(/\s*(?:,|;|&|\band\b)\s*/u)) {
        const tokens = nameTokens(name);
        const [given = '', ...family] = tokens;
        const [first] = family;
        if (
          first === undefined ||
          tokens.some((token) => token.length < 2) ||
          family.every((token) => isCommonWord(token))
        )
          continue;
        const list = this.#byFamily.get(first) ?? [];
        list.push({ given, family, bearer, story: stories[index] ?? index, leaf: index });
        this.#byFamily.set(first, list);
      }
    });
  }

  /** Full names, and family names behind "Ms", of those who report the document's story for another outlet. */
  mentionsIn(index: number, words: readonly Word[]): readonly ReporterMention[] {
    const found: ReporterMention[] = [];
    const story = this.#stories[index] ?? index;
    for (let at = 1; at < words.length; at++) {
      const word = words[at];
      if (word === undefined) continue;
      const list = (this.#byFamily.get(word.text) ?? []).filter((one) => one.story === story && one.leaf !== index);
      const bearers = new Set(
        list
          .filter(({ family }) => family.every((token, nth) => words[at + nth]?.text === token))
          .map((one) => one.bearer),
      );
      const [only] = list;
      const before = words[at - 1];
      if (only === undefined || bearers.size !== 1 || before === undefined) continue;
      const isNamed = before.text === only.given || /^(?:mr|mrs|ms|miss|dr)$/.test(before.text);
      if (!isNamed) continue;
      found.push({ bearer: only.bearer, span: [before.start, words[at + only.family.length - 1]?.end ?? word.end] });
    }
    return found;
  }
}
