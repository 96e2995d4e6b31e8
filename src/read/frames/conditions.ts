import type { ConditionReading } from '../../model/index.ts';
import type { Cues } from '../beats/index.ts';
import type { Sentence } from '../known.ts';
import { splitWords } from './find-triggers.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';
import { standAt } from './words-at.ts';

/** A part of a sentence that is not asserted. Tokens `[first, last)`, the opening words included. */
export interface Region {
  readonly first: number;
  readonly last: number;
  /** First token after the opening words. */
  readonly inner: number;
  /** What it says as a condition, or null when it is a question or a supposition only. */
  readonly condition: ConditionReading | null;
  /** It follows "depends", "subject" and the like: what hangs on it stands before that word. */
  readonly leaning?: boolean;
}

interface Opener {
  readonly words: readonly string[];
  readonly condition: boolean;
}

/**
 * The parts of a sentence that open with "if", "whether", "unless", "provided that", "pending" and the like.
 *
 * In text order. A part ends at the comma after its verb, or where the sentence or quoted speech does.
 */
export const findRegions = (scene: Scene, cues: Cues, sentence: Sentence): readonly Region[] => {
  const openers: readonly Opener[] = [
    ...cues.conditions.map((words) => ({ words: splitWords(words), condition: true })),
    ...cues.hypothetical.map((words) => ({ words: splitWords(words), condition: false })),
  ].sort((a, b) => b.words.length - a.words.length);
  const regions: Region[] = [];
  for (let i = sentence.first; i < sentence.last; i++) {
    const opener = openers.find(({ words }) => stands(scene, words, i, sentence.last));
    if (opener === undefined) continue;
    const inner = i + opener.words.length;
    const region = measure(scene, cues, sentence, opener, i, inner);
    if (region === null) continue;
    regions.push(region);
    i = region.last - 1;
  }
  return regions;
};

const stands = (scene: Scene, words: readonly string[], at: number, last: number): boolean =>
  at + words.length <= last && standAt(scene, words, at);

/** Words that need a verb of their own after them to open a condition: "once", but not "pending". */
const WITH_CLAUSE = new Set([
  ...[
    'if',
    'only if',
    'unless',
    'until',
    'till',
    'once',
    'provided',
    'providing',
    'as long as',
    'so long as',
    'assuming',
  ],
  ...['only when', 'not until', 'not before', 'suppose', 'supposing', 'lest', 'should', 'in case', 'whether', 'when'],
]);

const measure = (
  scene: Scene,
  cues: Cues,
  sentence: Sentence,
  opener: Opener,
  first: number,
  inner: number,
): Region | null => {
  const { tokens } = scene;
  const words = opener.words.join(' ');
  // "Should Hale meet Veld, …": only at the start of a sentence is this no modal.
  if (words === 'should' && first !== sentence.first && !QUOTE.test(tokens[first - 1]?.text ?? '')) return null;
  // "will sign when the boats are gone": only after a verb that is still to come is "when" a condition.
  if (words === 'when' && !isAwaited(scene, first)) return null;
  const last = endOf(
    scene,
    sentence,
    first,
    inner,
    WITH_CLAUSE.has(words) || /^(?:only|when|on (?:the )?con|on the u)/.test(words),
  );
  if (last <= inner) return null;
  const verb = scene
    .predicatesNear(first)
    .find(({ token, group }) => isVerb(group, words) && token >= inner && token < last);
  if (WITH_CLAUSE.has(words) && (verb === undefined || !hasSubject(scene, verb, words === 'should' ? first : inner)))
    return null;
  // "will meet when he arrives next week": tells the day.
  if (
    words === 'when' &&
    scene
      .timesIn(sentence)
      .some(({ start }) => start >= (tokens[inner]?.start ?? 0) && start < (tokens[last - 1]?.end ?? 0))
  )
    return null;
  // "the talks provided a chance to speak"
  if (words === 'provided' && verb?.group?.form !== 'finite') return null;
  // "provided that" opens a condition, "provided the money" is a verb with its object.
  if (
    words.startsWith('provid') &&
    scene.predicateAt(first)?.group != null &&
    tokens[first - 1]?.text !== ',' &&
    verb === undefined
  )
    return null;
  const before = tokens[first - 1];
  const question =
    words === 'if' &&
    before !== undefined &&
    (cues.unconditional.includes(before.lower) || cues.unconditional.includes(before.lemma));
  const conditional = opener.condition && !question && !(before?.lower === 'even' || before?.lower === 'as');
  // "a contract, subject to approval": behind a comma nothing is told to hang on it but what stands before.
  const aside = before?.text === ',' || first === sentence.first;
  const verbal =
    !aside && /^(?:depend|hinge|hang|ride|rest|subject|contingent|conditional|conditioned|dependent)/.test(words);
  return {
    first,
    last,
    inner,
    ...(verbal ? { leaning: true } : {}),
    // "depends on" is a frame of its own; the words after it are no less open.
    condition:
      conditional && !verbal ? { span: scene.span(inner, last), cue: scene.span(first, inner), form: 'stated' } : null,
  };
};

const QUOTE = /^[“"‘]$/;

/** "providing jobs to be filled" opens nothing: there the verb is one with its own subject and tense. */
const isVerb = (group: Predicate['group'], words: string): boolean =>
  group !== null && (group.form === 'finite' || !words.startsWith('provid'));

/** A noun, or "at least 55 countries", before the verb. */
const hasSubject = (scene: Scene, { group }: Predicate, inner: number): boolean => {
  if (group === null || group.first < inner || (group.first === inner && group.modal === null)) return false;
  for (let i = inner; i < Math.max(group.first, inner + 1) + (group.first === inner ? 2 : 0); i++)
    if (scene.chunkOf(i) !== null || /^(?:either|neither|both|there)$/.test(scene.tokens[i]?.lower ?? '')) return true;
  return false;
};

/** "will sign when the boats are gone" */
const isAwaited = (scene: Scene, at: number): boolean => {
  const verbs = scene.predicatesNear(at).filter(({ group }) => group !== null);
  const before = verbs.findLast(({ token, group }) => token < at && group?.form === 'finite');
  const after = verbs.find(({ token }) => token > at);
  const modal = before?.group?.modal ?? '';
  return (
    /^(?:will|would|shall|could|can)$/.test(modal) && after?.group?.modal == null && scene.tokens[at - 1]?.text !== ','
  );
};

const endOf = (scene: Scene, sentence: Sentence, first: number, inner: number, isClause: boolean): number => {
  const { tokens } = scene;
  const leads = first === sentence.first;
  let verb = -1;
  for (let i = inner; i < sentence.last; i++) {
    const token = tokens[i];
    if (token === undefined) return i;
    if (/^[;.!?–—”"]$/.test(token.text)) return i;
    // "Only after it is lifted can the sale go ahead"
    if (leads && verb >= 0 && isInverted(scene, first, i)) return i;
    if (scene.predicateAt(i)?.group != null || token.pos === 'AUX') verb = i;
    if (token.text !== ',') continue;
    const next = tokens[i + 1]?.lower ?? '';
    if (verb < 0) {
      const aside =
        isClause && (/^(?:which|who|whose|where|including|a|an|the)$/.test(next) || next.endsWith('ing'))
          ? endOfAside(scene, i, sentence.last)
          : null;
      if (aside !== null) i = aside;
      else if (!leads || !isClause) return i;
    } else if (leads && isClause && thereIn(scene, inner, i) !== null) return thereIn(scene, inner, i) ?? i;
    else if (!/^(?:and|or|who|which|that)$/.test(next) || (!leads && opensClause(scene, i + 2))) return i;
  }
  return leads && isClause ? beforeNextClause(scene, sentence, inner) : sentence.last;
};

/** The comma that ends ", which it gave up in 2027,". */
const endOfAside = (scene: Scene, comma: number, last: number): number | null => {
  for (let i = comma + 1; i < last; i++) if (scene.tokens[i]?.text === ',') return i;
  return null;
};

/** A noun with a verb of its own right behind it. */
const opensClause = (scene: Scene, at: number): boolean => {
  const chunk = scene.chunkOf(at);
  return (
    chunk !== null &&
    scene.predicatesNear(at).some(({ group }) => group?.form === 'finite' && group.first === chunk.last)
  );
};

const isInverted = (scene: Scene, first: number, at: number): boolean =>
  scene.tokens[first]?.lower === 'only' &&
  /^(?:can|could|will|would|may|might|shall|should|must|do|does)$/.test(scene.tokens[at]?.lower ?? '') &&
  scene.chunkOf(at + 1)?.first === at + 1;

/** "Until they sign there is no sale, only talk." */
const thereIn = (scene: Scene, inner: number, last: number): number | null => {
  for (let i = inner + 2; i < last; i++) if (scene.tokens[i]?.lower === 'there') return i;
  return null;
};

/** "Until they sign there is no sale": without a comma the clause ends before the next one with a subject. */
const beforeNextClause = (scene: Scene, { last }: Sentence, inner: number): number => {
  const verbs = scene
    .predicatesNear(inner)
    .filter(({ token, group, relative }) => token >= inner && group?.form === 'finite' && !relative);
  const [own, next] = verbs;
  if (own === undefined || next?.group == null) return last;
  const subject = scene.chunkOf(next.group.first - 1);
  const there = scene.tokens[next.group.first - 1]?.lower === 'there' ? next.group.first - 1 : null;
  const start = there ?? (subject?.preposition === null ? subject.first : null);
  return start !== null && start > own.token ? start : last;
};

export const inRegion = (regions: readonly Region[], token: number): Region | null =>
  regions.find((region) => token >= region.inner && token < region.last) ?? null;
