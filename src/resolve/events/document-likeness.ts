import { type EventText, likenessOf } from './event-mention.ts';

/** How alike two documents are, each 0 to 1 but for `closeness`. */
export interface DocumentLikeness {
  readonly words: number;
  readonly names: number;
  readonly leads: number;
  /** `words` over what the nearest documents of the story reach on either side, 0 to `MOST_CLOSE`; null where no story is known. */
  readonly closeness: number | null;
}

export const MOST_CLOSE = 2;
/** The nearest document but two stands for the nearest: one of them may be a copy. */
const NEAREST = 3;
/** Documents that one is compared with to find its nearest: of a larger story, as many at even steps. */
const SAMPLE = 100;

/** Likeness of two documents by themselves. */
export const documentLikenessOf = (one: EventText, other: EventText): DocumentLikeness => ({
  words: likenessOf(one.bag, other.bag),
  names: likenessOf(one.names, other.names),
  leads: likenessOf(one.lead, other.lead),
  closeness: null,
});

const NOTHING: DocumentLikeness = { words: 0, names: 0, leads: 0, closeness: 0 };

/** Likeness of the documents of one story by their numbers, each pair worked out once. */
export const documentLikenesses = (
  texts: readonly EventText[],
  documents: readonly number[],
): ((a: number, b: number) => DocumentLikeness) => {
  const step = Math.max(1, Math.ceil(documents.length / SAMPLE));
  const sample = documents.filter((_, at) => at % step === 0);
  const words = new Map<number, number>();
  const wordsOf = (a: number, b: number): number => {
    const key = Math.min(a, b) * texts.length + Math.max(a, b);
    const known = words.get(key);
    if (known !== undefined) return known;
    const [one, other] = [texts[a], texts[b]];
    const likeness = one === undefined || other === undefined ? 0 : likenessOf(one.bag, other.bag);
    words.set(key, likeness);
    return likeness;
  };
  const reaches = new Map<number, number>();
  const reachOf = (document: number): number => {
    let reach = reaches.get(document);
    if (reach === undefined) {
      const ranked = sample
        .flatMap((other) => (other === document ? [] : [wordsOf(document, other)]))
        .sort((a, b) => b - a);
      reach = ranked[Math.min(NEAREST, ranked.length) - 1] ?? 0;
      reaches.set(document, reach);
    }
    return reach;
  };
  const found = new Map<number, DocumentLikeness>();
  return (a, b) => {
    const [one, other] = [texts[a], texts[b]];
    if (one === undefined || other === undefined) return NOTHING;
    const key = Math.min(a, b) * texts.length + Math.max(a, b);
    let likeness = found.get(key);
    if (likeness === undefined) {
      const reach = (reachOf(a) + reachOf(b)) / 2;
      const same = wordsOf(a, b);
      likeness = {
        words: same,
        names: likenessOf(one.names, other.names),
        leads: likenessOf(one.lead, other.lead),
        closeness: reach === 0 ? 0 : Math.min(MOST_CLOSE, same / reach),
      };
      found.set(key, likeness);
    }
    return likeness;
  };
};
