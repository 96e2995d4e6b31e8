import type { Span } from '../../model/index.ts';
import { reportingWords } from '../../text/index.ts';
import type { RecognisedAttribution } from '../network/recognised.ts';
import { classOfCue } from './class-of-cue.ts';
import type { AttributionInput } from './draft.ts';
import { firstEndingAfter, outermost, overlapping } from './places.ts';

/** Classes of words by which something is told, as against wished, feared or thought. */
export const TELLING = new Set([
  'say',
  'claim',
  'confirm',
  'deny',
  'reveal',
  'hearsay',
  'warn',
  'promise',
  'no-evidence',
]);

/** What something is called by nobody in particular is its name: nothing is said. */
const NAMING = /\b(?:known|called|named|nicknamed|dubbed|titled|entitled)(?: as)?$/i;

/**
 * Which attributions of the network count: all that it is sure of, but no names, and of those inside what another one says only
 * tellings.
 *
 * PolNeAR labels only the outermost of attributions in each other, so the network is hardly ever sure of one inside, and
 * what it has there is right mostly where a listed word of telling, a source and a content with a verb meet.
 */
export const chooseAttributions = (known: AttributionInput): readonly RecognisedAttribution[] => {
  const all = known.recognised.attributions;
  const said = outermost(
    all.filter((one) => !one.inside).flatMap(({ content }) => content.map(([start, end]) => ({ start, end }))),
  );
  const isSaid = ([start, end]: Span): boolean =>
    overlapping(said, [start, end]).some((piece) => piece.start <= start && piece.end >= end);
  return all.filter(
    (one) =>
      !(one.source === null && NAMING.test(known.text.slice(...one.cue))) &&
      (!(one.inside || isSaid(one.cue)) || isTelling(known, one)),
  );
};

const isTelling = (known: AttributionInput, { cue, source, content }: RecognisedAttribution): boolean =>
  source !== null &&
  isListed(known, cue) &&
  content.some((span) => hasVerb(known, span)) &&
  TELLING.has(classOfCue(known, cue, content).kind);

/** Whether a cue has a verb or noun of the general list of reporting words. */
export const isListed = (known: AttributionInput, cue: Span): boolean =>
  hasWord(known, cue, ({ lower }) => reportingWords(lower).some(({ kind }) => kind === 'verb' || kind === 'noun'));

export const hasVerb = (known: AttributionInput, span: Span): boolean =>
  hasWord(known, span, ({ pos }) => pos === 'VERB' || pos === 'AUX');

const hasWord = (
  { tokens }: AttributionInput,
  [start, end]: Span,
  is: (token: AttributionInput['tokens'][number]) => boolean,
): boolean => {
  for (let i = firstEndingAfter(tokens, start); i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.start >= end) return false;
    if (is(token)) return true;
  }
  return false;
};
