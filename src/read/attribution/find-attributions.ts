import type { Attribution } from '../../model/index.ts';
import { carryOn } from './carry-on.ts';
import { chooseAttributions } from './choose.ts';
import { classOfCue } from './class-of-cue.ts';
import { type AttributionInput, type CueClass, type Draft, SAID } from './draft.ts';
import { findCited } from './find-cited.ts';
import { findHeadlineAttributions, findMarkedAttributions, findTurnAttributions } from './find-labelled.ts';
import { findTold, withDoers } from './find-told.ts';
import { findUnsourced } from './find-unsourced.ts';
import { mendSpans } from './mend-spans.ts';
import { nest } from './nest.ts';
import { outermost } from './places.ts';
import { shareOut } from './share-out.ts';
import { sourceKind } from './source-of.ts';
import { speechOf } from './speech.ts';

/**
 * Who says what: the attributions of the network, their spans mended by quotes and sentences, with what it was not trained on:
 * labelled speakers, whom the one who reports cites, hedges and words that there is no evidence.
 *
 * In text order of their first span; pieces of content in text order, apart from their own cue and source. Contents stand
 * apart or in each other and never cross. `within` names the innermost attribution in whose content one stands; read outwards
 * it ends. A negative polarity means that the source denies the content. Linear in length.
 *
 * @see docs/read.md
 */
export const findAttributions = (known: AttributionInput): readonly Attribution[] => {
  const mend = mendSpans(known);
  const recognised = chooseAttributions(known).flatMap(
    ({ source, cue, content, confidence }) => mend({ source, cue, content, confidence }) ?? [],
  );
  const doing = carryOn(known, withDoers(known, shareOut(recognised)));
  const told = findCited(known, [...doing, ...findTold(known, doing).flatMap((draft) => mend(draft) ?? [])]);
  const labelled = [...findTurnAttributions(known), ...findHeadlineAttributions(known, told)];
  const drafts = [...told, ...labelled, ...findMarkedAttributions(known, told), ...findUnsourced(known, told)];
  const quotes = outermost(known.quotes.filter(({ scare }) => !scare));
  return nest(drafts).map(({ draft, within }, i) => ({
    id: `a${i + 1}`,
    source: draft.source === null ? [] : [draft.source],
    cue: draft.cue === null ? [] : [draft.cue],
    content: draft.content,
    within: within === null ? null : `a${within + 1}`,
    speech: speechOf(known.text, quotes, draft.content),
    ...classOf(known, draft),
    sourceKind: sourceKind(known, draft.source),
    confidence: draft.confidence,
  }));
};

const classOf = (known: AttributionInput, draft: Draft): CueClass =>
  draft.class ?? (draft.cue === null ? SAID : classOfCue(known, draft.cue, draft.content));
