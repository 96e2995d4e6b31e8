import type { ConditionReading } from '../../model/index.ts';
import type { Cues } from '../beats/index.ts';
import type { Sentence } from '../known.ts';
import { splitWords } from './find-triggers.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';

/** A part of a sentence that is not asserted. Tokens `[first, last)`, the opening words included. */
export interface Region {
  readonly first: number;
  readonly last: number;
  /** First token after the opening words. */
  readonly inner: number;
  /** What it says as a condition, or null when it is a question or a supposition only. */
  readonly condition: ConditionReading | null;
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
  at + words.length <= last &&
  words.every((word, k) => scene.tokens[at + k]?.lower === word || scene.tokens[at + k]?.lemma === word);

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
  if (words === 'should' && first !== sentence.first) return null;
  // "will sign when the boats are gone": only after a verb that is still to come is "when" a condition.
  if (words === 'when' && !isAwaited(scene, first)) return null;
  const last = endOf(scene, sentence, first, inner);
  if (last <= inner) return null;
  const verb = scene.predicatesNear(first).find(({ token, group }) => group !== null && token >= inner && token < last);
  if (WITH_CLAUSE.has(words) && (verb === undefined || !hasSubject(scene, verb, inner))) return null;
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
  const aside = before?.text === ',';
  const verbal = !aside && /^(?:depend|hinge|rest|subject|contingent|conditional|conditioned|dependent)/.test(words);
  return {
    first,
    last,
    inner,
    // "depends on" is a frame of its own; the words after it are no less open.
    condition:
      conditional && !verbal ? { span: scene.span(inner, last), cue: scene.span(first, inner), form: 'stated' } : null,
  };
};

const hasSubject = (scene: Scene, { group }: Predicate, inner: number): boolean =>
  group !== null && group.first > inner && scene.chunkOf(inner) !== null;

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

const endOf = (scene: Scene, sentence: Sentence, first: number, inner: number): number => {
  const { tokens } = scene;
  let verb = false;
  for (let i = inner; i < sentence.last; i++) {
    const token = tokens[i];
    if (token === undefined) return i;
    if (/^[;.!?–—”"]$/.test(token.text)) return i;
    if (scene.predicateAt(i)?.group != null || token.pos === 'AUX') verb = true;
    if (token.text !== ',') continue;
    if (!verb && i - inner > 0 && first !== sentence.first) return i;
    const next = tokens[i + 1]?.lower ?? '';
    if (verb && !/^(?:and|or|who|which|that)$/.test(next)) return i;
  }
  return sentence.last;
};

export const inRegion = (regions: readonly Region[], token: number): Region | null =>
  regions.find((region) => token >= region.inner && token < region.last) ?? null;
