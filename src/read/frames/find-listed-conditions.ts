import type { Span } from '../../model/index.ts';
import { type Beat, typeOf } from '../beats/index.ts';
import { findHangings } from './condition-parts.ts';
import type { Region } from './conditions.ts';
import type { Hanging } from './hanging.ts';
import type { Scene } from './scene.ts';

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['both', 2],
]);
const COUNTED = /\b(two|three|four|both) (?:things|conditions|events|steps|developments)\b/i;

/**
 * Conditions that are counted first and told in the sentences behind: "It only happens if two things happen. The sanctions go. And the
 * two have a signed deal." One for what counts them and one for each sentence; only where as many sentences that tell something follow.
 */
export const findListedConditions = (
  scene: Scene,
  beat: Beat,
  regionsOf: (sentence: number) => readonly Region[],
): readonly { readonly hanging: Hanging; readonly parts: readonly Span[] }[] => {
  if (!beat.frames.some((frame) => typeOf(frame) === 'condition')) return [];
  return [...scene.known.sentences.keys()].flatMap((number) => {
    const sentence = scene.sentence(number);
    const counted = COUNTED.exec(scene.known.text.slice(sentence.start, sentence.end));
    const count = NUMBERS.get(counted?.[1]?.toLowerCase() ?? '');
    if (count === undefined) return [];
    const hanging = findHangings(scene, beat.cues, sentence, regionsOf(number)).find(({ condition }) =>
      COUNTED.test(scene.known.text.slice(...condition)),
    );
    if (hanging === undefined) return [];
    const parts: Span[] = [];
    for (let next = number + 1; next <= number + count; next++) {
      const { first, last, block, start, end } = scene.sentence(next);
      const tells = scene.predicatesNear(first).some(({ group, token }) => group?.form === 'finite' && token < last);
      if (block !== sentence.block || !tells || /[?]["”’]?\s*$/.test(scene.known.text.slice(start, end))) break;
      parts.push([start, end]);
    }
    return parts.length === count ? [{ hanging, parts }] : [];
  });
};
