import type { Span } from '../../model/index.ts';
import type { AttributionInput, Draft } from './draft.ts';
import { firstEndingAfter, outermost, overlapping } from './places.ts';
import { mentionOfSource } from './source-of.ts';

interface Speech {
  readonly start: number;
  readonly end: number;
  readonly draft: Draft;
}

/** A whole sentence is speech; a few quoted words may be a title or an aside. */
const SENTENCE = /^\p{Lu}.*\s.*[.!?…]$/su;
/** A paragraph: its quotes are looked at together. */
const PARAGRAPH = /[^\n]+/g;

/**
 * Gives quotes that nobody is said to say to the one who speaks in quotes in the same paragraph, if it is only one: 'Did he
 * send him? "He did not forbid it."'
 */
export const carryOn = (known: AttributionInput, drafts: readonly Draft[]): readonly Draft[] => {
  const quotes = outermost(known.quotes.filter(({ scare, inner, end }) => !scare && inner[1] < end));
  const isSentence = ([start, end]: Span): boolean => SENTENCE.test(known.text.slice(start, end).trim());
  const spoken: Speech[] = drafts.flatMap((draft) =>
    draft.content.filter((span) => overlapping(quotes, span).length > 0).map(([start, end]) => ({ start, end, draft })),
  );
  const taken = outermost(
    drafts.flatMap(({ content, cue, source }) =>
      [...content, cue, source].flatMap((span) => (span === null ? [] : [{ start: span[0], end: span[1] }])),
    ),
  );
  const bySpeech = spoken.sort((a, b) => a.start - b.start);
  const more = new Map<Draft, Span[]>();
  let at = 0;
  for (const paragraph of known.text.matchAll(PARAGRAPH)) {
    const [from, to] = [paragraph.index, paragraph.index + paragraph[0].length];
    while ((bySpeech[at]?.start ?? to) < from) at++;
    const here: Speech[] = [];
    for (let i = at; i < bySpeech.length; i++) {
      const speech = bySpeech[i];
      if (speech === undefined || speech.start >= to) break;
      here.push(speech);
    }
    const speakers = new Set(here.map(({ draft }) => speakerOf(known, draft)));
    if (here.length === 0 || speakers.size !== 1 || speakers.has('')) continue;
    for (let i = firstEndingAfter(quotes, from); i < quotes.length; i++) {
      const quote = quotes[i];
      if (quote === undefined || quote.start >= to) break;
      if (overlapping(taken, [quote.start, quote.end]).length > 0 || !isSentence(quote.inner)) continue;
      const speech = here.findLast(({ start }) => start < quote.start) ?? here[0];
      if (speech !== undefined) more.set(speech.draft, [...(more.get(speech.draft) ?? []), [quote.start, quote.end]]);
    }
  }
  return drafts.map((draft) => {
    const added = more.get(draft);
    return added === undefined
      ? draft
      : { ...draft, content: [...draft.content, ...added].sort((a, b) => a[0] - b[0]) };
  });
};

/** Who speaks: the chain of the source's mention, else its words; nobody without a source. */
const speakerOf = (known: AttributionInput, { source }: Draft): string => {
  if (source === null) return '';
  const mention = mentionOfSource(known, source);
  return mention === null ? known.text.slice(...source) : `#${mention.chain}`;
};
