import type { NameScheme, Recognised, RecognisedName, RecognisedSpan } from '../src/read/network/index.ts';

/** A name that the network is to see: its words, and its label ("Person") or scheme and label ("politics politicalparty"). */
type NameDraft = readonly [words: string, label: string, confidence?: number, nth?: number];

/** A mention that the network is to see; `of` names the words of an earlier one that it may refer back to. */
interface SpanDraft {
  readonly words: string;
  readonly type: RecognisedSpan['type'];
  readonly nth?: number;
  readonly of?: Readonly<Record<string, number>>;
}

/**
 * For tests: what the network is said to see in a text, by the words themselves.
 *
 * A name is seen alike at all places of its words unless `nth` says at which. @throws Error when words do not stand in the text.
 */
export const seenIn = (text: string, names: readonly NameDraft[], spans: readonly SpanDraft[] = []): Recognised => {
  const placesOf = (words: string): number[] => {
    const places: number[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
    if (places.length === 0) throw new Error(`“${words}” does not stand in “${text}”`);
    return places;
  };
  const found = names.flatMap(([words, label, confidence = 0.95, nth]): RecognisedName[] => {
    const [scheme, type] = label.includes(' ')
      ? (label.split(' ') as [NameScheme, string])
      : (['world', label] as const);
    return placesOf(words)
      .filter((_, n) => nth === undefined || n === nth)
      .map((start) => ({ scheme, start, end: start + words.length, type, confidence }));
  });
  const placed = spans
    .map((span) => ({ ...span, start: placesOf(span.words)[span.nth ?? 0] ?? 0 }))
    .sort((a, b) => a.start - b.start || b.words.length - a.words.length);
  return {
    names: found.sort((a, b) => a.start - b.start),
    spans: placed.map(({ words, type, start, of = {} }, index): RecognisedSpan => {
      const antecedents = Object.entries(of).map(([other, probability]) => {
        const span = placed.findLastIndex((one, i) => i < index && one.words === other);
        if (span < 0) throw new Error(`“${other}” is no earlier mention`);
        return { span, probability };
      });
      const fresh = 1 - antecedents.reduce((sum, { probability }) => sum + probability, 0);
      return { start, end: start + words.length, confidence: 0.9, type, antecedents, fresh };
    }),
    attributions: [],
    predicates: [],
    relations: [],
  };
};
