import type { Span } from '../../model/index.ts';
import type { Scene } from './scene.ts';
import { subjectOf } from './subject-of.ts';
import { PARTIES } from './words-at.ts';

/**
 * Who would bring about what is told in tokens `[first, last)`: the subjects of its verbs, of what "is lifted by" somebody whoever does
 * it, and who consents in "the approval of the parliament".
 */
export const doersIn = (scene: Scene, [first, last]: readonly [number, number]): readonly Span[] => {
  const found = new Map<number, Span>();
  const add = (at: number): void => {
    const chunk = scene.chunkOf(at);
    if (chunk === null || chunk.first < first || chunk.last > last) return;
    const mention = scene.mentionOf(chunk);
    if (mention !== null && PARTIES.has(mention.type)) found.set(mention.start, [mention.start, mention.end]);
  };
  for (const { token, group, relative, arguments: args } of scene.predicatesNear(first)) {
    if (token < first || token >= last || relative) continue;
    const doer = args.find(({ label }) => label === 'ARG0');
    const isConsent = group === null && CONSENT.test(scene.tokens[token]?.lower ?? '');
    if (group === null && !isConsent) continue;
    if (doer !== undefined && (group?.passive !== true || doer.preposition === 'by')) {
      add(doer.first);
      if (doer.preposition !== null) add(doer.first + 1);
    } else if (group?.form === 'finite' && !group.passive) {
      const subject = subjectOf(scene, group.first);
      if (subject !== null) add(subject.head);
    }
  }
  for (let at = first; at < last; at++) {
    const chunk = scene.chunkOf(at);
    if (chunk?.preposition == null || chunk.preposition < first) continue;
    const noun = scene.tokens[chunk.preposition - 1]?.lower ?? '';
    if (CONSENT.test(noun) && /^(?:of|from|by)$/.test(scene.tokens[chunk.preposition]?.lower ?? '')) add(at);
    at = chunk.last - 1;
  }
  return [...found.values()].sort((a, b) => a[0] - b[0]);
};

const CONSENT =
  /^(?:approvals?|consent|permission|authori[sz]ation|clearance|blessing|ratification|signatures?|votes?|backing|support)$/;
