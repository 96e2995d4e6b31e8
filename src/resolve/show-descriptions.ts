import { byText, type Entity, type Evidence, Kept, type Mention } from '../model/index.ts';
import { type Described, nominals } from './find-described.ts';
import { evidenceAt, inPlaceOrder, type Leaf } from './pile.ts';
import type { Bearer, Bearers } from './resolve-entities.ts';

/** A description of a document that means somebody whom other documents name. */
export interface FoundDescription {
  readonly bearer: Bearer;
  readonly text: string;
  readonly evidence: Evidence;
  readonly reason: string;
}

/** What the search in one document asks. */
export interface AskDescribed {
  readonly described: (leaf: Leaf, mention: Mention) => Bearer | null;
  readonly reasonOf: (leaf: Leaf, mention: Mention) => string | null;
  readonly ofChain: (document: string, chain: number) => Bearer | null;
}

/** Lists, run after run, the descriptions by which documents mean persons whom they do not name so, and shows them on these persons. */
export class DescriptionLister {
  readonly #found = new Kept<string, AskDescribed, readonly FoundDescription[]>();
  readonly #shown = new Kept<string, object, Entity>();

  /** @param entities Those of the bearers, ordered by id; one that nobody describes stays the object that it is. */
  show(pile: readonly Leaf[], described: Described, bearers: Bearers, entities: readonly Entity[]): readonly Entity[] {
    this.#found.begin({
      ofChain: bearers.ofChain,
      described: (leaf, mention) => described.find(leaf, mention),
      reasonOf: (leaf, mention) => described.meant(leaf, mention)?.reason ?? null,
    });
    const of = new Map<string, FoundDescription[]>();
    for (const leaf of pile) {
      const found = this.#found.of(leaf.document.id, [leaf], (asked) =>
        nominals(leaf).flatMap((mention): readonly FoundDescription[] => {
          if (asked.ofChain(leaf.document.id, mention.chain) !== null) return [];
          const bearer = asked.described(leaf, mention);
          const evidence = bearer === null ? null : evidenceAt(leaf, [mention.start, mention.end]);
          if (bearer === null || evidence === null) return [];
          const text = evidence.quote.replace(/\s+/g, ' ').trim();
          return [{ bearer, text, evidence, reason: asked.reasonOf(leaf, mention) ?? '' }];
        }),
      );
      for (const one of found) {
        const known = of.get(one.bearer.id);
        if (known === undefined) of.set(one.bearer.id, [one]);
        else known.push(one);
      }
    }
    this.#shown.begin({});
    return entities.map((entity) => {
      const found = of.get(entity.id);
      return found === undefined
        ? entity
        : this.#shown.of(entity.id, [entity, ...found], () => withDescriptions(entity, found));
    });
  }
}

const withDescriptions = (entity: Entity, found: readonly FoundDescription[]): Entity => {
  const texts = new Map(entity.descriptions.map(({ text, documents }) => [text, new Set(documents)]));
  for (const { text, evidence } of found) texts.set(text, (texts.get(text) ?? new Set()).add(evidence.document));
  return {
    ...entity,
    descriptions: [...texts]
      .map(([text, documents]) => ({ text, documents: [...documents].sort(byText) }))
      .sort((a, b) => byText(a.text, b.text)),
    reasons: [...new Set([...entity.reasons, ...found.map(({ text, reason }) => `S7: “${text}” is ${reason}`)])].sort(),
    evidence: inPlaceOrder([...entity.evidence, ...found.map(({ evidence }) => evidence)]),
  };
};
