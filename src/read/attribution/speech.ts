import type { Attribution, Span } from '../../model/index.ts';
import type { Quote } from '../known.ts';
import { overlapping } from './places.ts';

/** Marks that may stand between a quote and the edge of what is said. */
const MARKS = /^[\s,.;:!?…–—-]*$/;

/**
 * `direct` when all that is said stands in quotes, `mixed` when some of it does, else `indirect`.
 *
 * @param quotes Of speech (no scare quotes), apart and in text order.
 */
export const speechOf = (text: string, quotes: readonly Quote[], content: readonly Span[]): Attribution['speech'] => {
  let quoted = false;
  let bare = false;
  for (const [start, end] of content) {
    let at = start;
    for (const quote of overlapping(quotes, [start, end])) {
      quoted = true;
      if (quote.start > at && !MARKS.test(text.slice(at, quote.start))) bare = true;
      at = Math.max(at, quote.end);
    }
    if (at < end && !MARKS.test(text.slice(at, end))) bare = true;
  }
  return !quoted ? 'indirect' : bare ? 'mixed' : 'direct';
};
