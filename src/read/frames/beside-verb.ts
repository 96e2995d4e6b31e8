import type { Chunk } from './chunks.ts';
import { type Filler, fillerOf, fillersIn } from './fillers.ts';
import type { Predicate } from './predicates.ts';
import { prepositionAt } from './predicates.ts';
import type { Scene } from './scene.ts';

/** What the network is too unsure of to say, but what stands right beside the verb and belongs to nothing else. */
const BESIDE = 0.5;

/** The noun group right before a finite verb: "Hale flew". Not when it is one of a list, behind a preposition or a comma. */
export const rightBefore = (scene: Scene, predicate: Predicate): readonly Filler[] => {
  const { group } = predicate;
  if (group === null || group.form !== 'finite') return [];
  // "a paper that calls for a truce"
  const relative = /^(?:that|which)$/.test(scene.tokens[group.first - 1]?.lower ?? '');
  const described = relative ? scene.chunkOf(group.first - 2) : null;
  if (described !== null && described.last === group.first - 1 && !isClaimed(predicate, described))
    return [fillerOf(scene, described, BESIDE)];
  const chunk = scene.chunkOf(group.first - 1);
  if (chunk === null || isClaimed(predicate, chunk)) return [];
  const lead = chunk.preposition === null ? chunk : headOfAll(scene, chunk);
  if (lead === null || isClaimed(predicate, lead)) return [];
  const before = scene.tokens[lead.first - 1];
  const opens = before === undefined || lead.first === scene.sentenceOf(lead.first).first || isDateline(scene, lead);
  if (!opens && !/^(?:that|when|as|after|before|if|because|while|whether|said|says|say)$/.test(before.lower)) return [];
  return lead === chunk ? [fillerOf(scene, chunk, BESIDE)] : fillersIn(scene, lead.first, chunk.last, BESIDE);
};

/** "LORNE (Coastal Wire) - Envoys met": the sentence opens behind the dash. */
const isDateline = (scene: Scene, { first }: Chunk): boolean =>
  /^[-–—]+$/.test(scene.tokens[first - 1]?.text ?? '') &&
  scene.tokens[first - 2]?.text === ')' &&
  first - scene.sentenceOf(first).first < 16;

/** "envoys of the army and of the front": of the last of several whom the noun is of, the noun. */
const headOfAll = (scene: Scene, last: Chunk): Chunk | null => {
  let chunk: Chunk | null = last;
  let isSeveral = false;
  for (let steps = 0; chunk !== null && chunk.preposition !== null && steps < 4; steps++) {
    if (!/^(?:of|from)$/.test(scene.tokens[chunk.preposition]?.lower ?? '')) return null;
    const isNext = scene.tokens[chunk.preposition - 1]?.lower === 'and';
    isSeveral ||= isNext;
    chunk = scene.chunkOf(chunk.preposition - (isNext ? 2 : 1));
  }
  return isSeveral ? chunk : null;
};

/** What stands before a passive, with what hangs on it: "A stake in the refinery was offered". Only where it opens the sentence. */
export const subjectBefore = (scene: Scene, predicate: Predicate): readonly Filler[] => {
  const { group, token, arguments: args } = predicate;
  if (
    group === null ||
    group.form !== 'finite' ||
    args.some(
      ({ label, last, preposition }) =>
        last <= token && preposition === null && !/^ARGM-(?:MOD|NEG|ADV|TMP)$/.test(label),
    )
  )
    return [];
  const { first } = scene.sentenceOf(token);
  let chunk = scene.chunkOf(group.first - 1);
  for (let steps = 0; chunk !== null && chunk.preposition !== null && steps < 3; steps++) {
    if (!/^(?:of|in|for)$/.test(scene.tokens[chunk.preposition]?.lower ?? '')) return [];
    chunk = scene.chunkOf(chunk.preposition - 1);
  }
  if (chunk === null || chunk.preposition !== null || chunk.first > first + 1) return [];
  if (chunk.first > first && !/^["“]$/.test(scene.tokens[first]?.text ?? '')) return [];
  return [fillerOf(scene, chunk, BESIDE)];
};

/** The noun group right behind an active verb: "met Veld". */
export const rightBehind = (scene: Scene, predicate: Predicate): readonly Filler[] => {
  const { group, token, arguments: args } = predicate;
  if (group === null || group.passive || args.some(({ first, preposition }) => first > token && preposition === null))
    return [];
  const chunk = scene.chunkOf(token + 1);
  if (chunk === null || chunk.first !== token + 1 || scene.opensSubject(chunk.first) || isTime(scene, chunk)) return [];
  return fillersIn(scene, chunk.first, Math.min(chunk.last + 8, boundOf(scene, chunk)), BESIDE, scene.opensSubject);
};

/** Behind a preposition that follows the verb or what belongs to it, with nothing between: "flew to Lorne". */
export const followingBehind = (scene: Scene, predicate: Predicate, preposition: string): readonly Filler[] => {
  const { group, token, arguments: args } = predicate;
  if (group === null) return [];
  let at = token + 1;
  for (let steps = 0; steps < 6; steps++) {
    const argument = args.find(({ first, last }) => first <= at && last > at);
    if (argument !== undefined) {
      at = argument.last;
      continue;
    }
    const word = prepositionAt(scene.tokens, at);
    const chunk = scene.chunkOf(word === null ? at : at + 1);
    if (chunk === null || chunk.first !== (word === null ? at : at + 1)) return [];
    if (word === preposition) return fillersIn(scene, at, boundOf(scene, chunk), BESIDE, scene.opensSubject);
    at = chunk.last;
  }
  return [];
};

const isClaimed = ({ arguments: args }: Predicate, { head }: Chunk): boolean =>
  args.some(({ first, last }) => first <= head && last > head);

const isTime = (scene: Scene, { first, last }: Chunk): boolean => {
  const [start, end] = scene.span(first, last);
  return scene.timesIn(scene.sentenceOf(first)).some((time) => time.start < end && start < time.end);
};

/** Up to the next verb, relative pronoun or stop. */
export const boundOf = (scene: Scene, chunk: Chunk): number => {
  const { last } = scene.sentenceOf(chunk.head);
  let at = chunk.last;
  while (at < Math.min(last, chunk.last + 40)) {
    const token = scene.tokens[at];
    if (token === undefined || token.pos === 'AUX' || /^[.;:!?"”]$/.test(token.text)) break;
    if (/^(?:who|which|that|whose|where|when)$/.test(token.lower) || scene.predicateAt(at)?.group != null) break;
    at++;
  }
  return at;
};
