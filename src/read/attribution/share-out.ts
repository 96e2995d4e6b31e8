import type { Span } from '../../model/index.ts';
import type { Draft } from './draft.ts';
import { overlaps } from './places.ts';

const distance = ({ cue, source }: Draft, [start, end]: Span): number => {
  const place = cue ?? source ?? [0, 0];
  return place[0] >= end ? place[0] - end : Math.max(0, start - place[1]);
};

/**
 * Gives what two attributions are both said to say to the one whose cue is nearer, where the other has more to say.
 *
 * The network sees each cue by itself: the quote of the paragraph before may seem to go on with this one.
 */
export const shareOut = (drafts: readonly Draft[]): readonly Draft[] => {
  const pieces = drafts
    .flatMap((draft) => draft.content.map((span) => ({ span, draft })))
    .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const lost = new Map<Draft, Set<Span>>();
  const lose = (draft: Draft, span: Span): void => {
    const gone = lost.get(draft) ?? new Set();
    if (gone.size + 1 < draft.content.length) lost.set(draft, gone.add(span));
  };
  pieces.forEach((one, i) => {
    const next = pieces[i + 1];
    if (next === undefined || one.draft === next.draft) return;
    if (one.span[0] !== next.span[0] || one.span[1] !== next.span[1]) return;
    const isNested = [one.draft.cue, next.draft.cue].some((cue) => cue !== null && overlaps(cue, one.span));
    const isSame =
      one.draft.source === null || next.draft.source === null || overlaps(one.draft.source, next.draft.source);
    if (isNested || isSame) return;
    const far = distance(one.draft, one.span) > distance(next.draft, one.span) ? one : next;
    lose(far.draft, far.span);
  });
  return drafts.map((draft) => {
    const gone = lost.get(draft);
    return gone === undefined ? draft : { ...draft, content: draft.content.filter((span) => !gone.has(span)) };
  });
};
