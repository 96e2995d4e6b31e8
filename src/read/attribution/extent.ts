import type { Mention, Span } from '../../model/index.ts';
import type { Known, NounPhrase } from '../known.ts';

type Parts = Pick<Known, 'tokens' | 'phrases' | 'mentions' | 'text'>;

/** "officials familiar with the matter", "a person close to the talks": what places an unnamed source. */
const PLACEMENT =
  /^,?\s+(?:familiar with|close to|briefed on|with (?:direct |first-hand |intimate )?(?:knowledge|understanding) of|involved in|present at|privy to|aware of|acquainted with|who (?:spoke|asked|declined|requested|was|were|is|are|attended|took part|has|have)\b)[^.,;:"“”]*/;

/** Text of a phrase with its possessor, of-phrases, apposition and placement: who is meant, in full. */
export const phraseExtent = (known: Parts, phrase: NounPhrase, withApposition = true): Span => {
  let first = known.tokens[phrase.first]?.start ?? 0;
  let end = known.tokens[phrase.last - 1]?.end ?? first;
  let last = phrase.last;
  for (let i = phrase.index + 1; i < known.phrases.length; i++) {
    const next = known.phrases[i];
    if (next === undefined || next.first > last + 2) break;
    if (next.attachment === 'possessive') continue;
    const hangs = next.attachedTo !== null && next.attachedTo >= phrase.index && next.attachedTo < i;
    if (!hangs || (next.attachment === 'apposition' && !withApposition)) break;
    last = Math.max(last, next.last);
    end = Math.max(end, known.tokens[next.last - 1]?.end ?? end);
  }
  const mention = mentionAt(known.mentions, known.tokens[phrase.head]?.start ?? first);
  if (mention !== null && mention.start >= first - 80 && mention.start <= end) {
    first = Math.min(first, mention.start);
    end = Math.max(end, mention.end);
  }
  const placed = PLACEMENT.exec(known.text.slice(end, end + 160));
  return [first, placed === null ? end : end + placed[0].trimEnd().length];
};

/** The widest mention that covers an offset; mentions are in text order and nest only by possession. */
export const mentionAt = (mentions: readonly Mention[], offset: number): Mention | null => {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  let best: Mention | null = null;
  for (let i = low - 1; i >= 0 && i >= low - 6; i--) {
    const mention = mentions[i];
    if (mention === undefined || mention.end <= offset) continue;
    const covers = mention.head[0] <= offset && offset < mention.head[1];
    if (covers || best === null) best = mention;
    if (covers) return mention;
  }
  return best;
};
