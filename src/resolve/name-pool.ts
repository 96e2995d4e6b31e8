import { Kept } from '../model/index.ts';
import { type AskWords, dropCommonWords, type NameWords, nameWordsOf, WordCounts } from './common-words.ts';
import { Company, companyOf } from './company.ts';
import { type GivenNames, givenNamesAlone, givenNamesOf } from './join-surnames.ts';
import { type LocalEntity, localEntities } from './local-entities.ts';
import type { Leaf } from './pile.ts';
import { type AskClasses, askClasses, type ClassWords, classWordsOf, settleClasses } from './settle-classes.ts';

/** The names of a pile, ready to be joined. */
export interface Names {
  /** Those in chains by document, then outlets by document. */
  readonly locals: readonly LocalEntity[];
  readonly company: Company;
  /** Whom a document names, as the object that stands for it as long as it is the same. */
  readonly companyOf: (document: string) => ReadonlySet<string> | null;
  /** Whether a local is a given name and nothing else. */
  readonly isGivenNameAlone: (local: LocalEntity) => boolean;
  readonly ofChain: (document: string, chain: number) => LocalEntity | null;
}

interface Read {
  readonly locals: readonly LocalEntity[];
  readonly words: NameWords;
}

interface Dropped {
  readonly locals: readonly LocalEntity[];
  readonly words: ClassWords;
}

interface Settled {
  readonly locals: readonly LocalEntity[];
  readonly given: GivenNames;
  readonly company: ReadonlySet<string>;
  readonly byChain: ReadonlyMap<number, LocalEntity>;
}

/** Reads the names of a pile, leaves out common words (rule S10) and settles classes (rule S8), run after run. */
export class NamePool {
  readonly #read = new Kept<string, object, Read>();
  readonly #words = new WordCounts();
  readonly #dropped = new Kept<string, AskWords, Dropped>();
  readonly #settled = new Kept<string, AskClasses, Settled>();

  /** @param outlets Outlets that each document names outside its chains. */
  settle(pile: readonly Leaf[], outlets: readonly (readonly LocalEntity[])[]): Names {
    this.#read.begin({});
    const read = pile.map((leaf) =>
      this.#read.of(leaf.document.id, [leaf], () => {
        const locals = localEntities(leaf);
        return { locals, words: nameWordsOf(locals) };
      }),
    );
    this.#words.count(new Map(pile.map(({ document }) => [document.id, document.text])));
    this.#dropped.begin(this.#words.ask(read.map(({ words }) => words)));
    const dropped = pile.map((leaf, at) => {
      const [locals, own] = [read[at]?.locals ?? [], outlets[at] ?? []];
      return this.#dropped.of(leaf.document.id, [leaf, locals, ...own], (asked) => {
        const kept = dropCommonWords(locals, asked);
        return { locals: kept, words: classWordsOf(leaf, [...kept, ...own]) };
      });
    });
    this.#settled.begin(askClasses(dropped.map(({ words }) => words)));
    const settled = new Map(
      pile.map((leaf, at) => {
        const [{ locals }, own] = [dropped[at] ?? { locals: [] }, outlets[at] ?? []];
        const made = this.#settled.of(leaf.document.id, [locals, ...own], (asked) => {
          const kept = settleClasses(locals, asked);
          const all = [...kept, ...settleClasses(own, asked)];
          return {
            locals: kept,
            given: givenNamesOf(all),
            company: companyOf(all),
            byChain: new Map(kept.flatMap((local) => (local.chain === null ? [] : [[local.chain, local] as const]))),
          };
        });
        return [leaf.document.id, made] as const;
      }),
    );
    const all = [...settled.values()];
    return {
      locals: [...all.flatMap(({ locals }) => locals), ...outlets.flat()],
      company: new Company(new Map([...settled].map(([id, { company }]) => [id, company]))),
      companyOf: (document) => settled.get(document)?.company ?? null,
      isGivenNameAlone: givenNamesAlone(all.map(({ given }) => given)),
      ofChain: (document, chain) => settled.get(document)?.byChain.get(chain) ?? null,
    };
  }
}
