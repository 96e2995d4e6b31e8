import type { Attribution, Frame, Span } from '../../model/index.ts';
import { type Beat, type Cues, typeOf } from '../beats/index.ts';
import type { Chunk } from './chunks.ts';
import { inRegion, type Region } from './conditions.ts';
import { splitWords } from './find-triggers.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';

const TYPE = 'condition';

/** Words that open a condition whatever the tense: "if", but not "once". */
const PLAIN =
  /^(?:if|only if|unless|provid|on (?:the )?condition|with the proviso|on the understanding|subject to|contingent|conditional|pending|assuming|as long as|so long as|in case)/;

/** "if it exists", "if one believes the Meridian", "if they want": nothing that could come about. */
const IDLE = /^(?:(?:one|you|we|i)\s|(?:it|he|she|they|so|not|any|that|this|possible|necessary|needed)\s*\S*$)/i;

/** In words: how far what hangs on a condition may stand from it. */
const FAR = 40;

/**
 * Frames of what "if", "only after", "until" and the like make something hang on: "The money would be released only once the
 * treaty was signed." What hangs is told in the words of its clause. Only where that clause speaks of what a beat's conditions are of
 * (`dependents` of its cues) or tells a frame that may be conditional; not where a frame of conditions is told there already.
 */
export const findConditions = (
  scene: Scene,
  beat: Beat,
  regionsOf: (sentence: number) => readonly Region[],
  told: readonly Frame[],
): readonly Frame[] => {
  const definition = beat.frames.find((frame) => typeOf(frame) === TYPE);
  if (definition === undefined) return [];
  const conditional = new Set(beat.frames.filter(({ conditional }) => conditional).map(typeOf));
  const found: Frame[] = [];
  for (const number of scene.known.sentences.keys()) {
    const regions = regionsOf(number);
    for (const region of regions) {
      const { span, cue } = region.condition ?? {};
      if (span === undefined || cue == null || IDLE.test(scene.known.text.slice(...span))) continue;
      if (
        told.some(
          ({ type, extent, roles }) =>
            type === TYPE && touches(extent, span) && (roles.condition ?? []).some((one) => touches(one, span)),
        )
      )
        continue;
      const verb = mainVerb(scene, regions, region);
      if (verb === null) continue;
      const dependent = clauseOf(scene, verb, region);
      if (dependent === null) continue;
      const own = told.filter(({ type, trigger }) => conditional.has(type) && touches(trigger, dependent));
      const isPlain = PLAIN.test(scene.known.text.slice(...cue).toLowerCase());
      if (own.length === 0 && !speaksOf(scene, beat.cues, verb)) continue;
      if (
        !isPlain &&
        !isOpen(scene, verb) &&
        !own.some(({ status }) => status === 'planned' || status === 'hypothetical')
      )
        continue;
      if (isPlain && own.length === 0 && !isOpen(scene, verb)) continue;
      found.push(frameOf(scene, scene.attributionAt(cue), { cue, span, dependent, confidence: verb.confidence }));
    }
  }
  return found;
};

interface Parts {
  readonly cue: Span;
  readonly span: Span;
  readonly dependent: Span;
  readonly confidence: number;
}

const frameOf = (scene: Scene, attribution: Attribution | null, { cue, span, dependent, confidence }: Parts): Frame => {
  const sentence = scene.sentenceOf(scene.tokenFrom(cue[0]));
  const isLong = sentence.end - sentence.start > LONG_SENTENCE;
  return {
    id: '',
    type: TYPE,
    trigger: cue,
    extent: isLong ? [Math.min(cue[0], dependent[0]), Math.max(span[1], dependent[1])] : [sentence.start, sentence.end],
    roles: { dependent: [dependent], condition: [span] },
    properties: {},
    polarity: attribution?.polarity ?? 'positive',
    certainty: attribution === null || attribution.certainty === 'underspecified' ? 'certain' : attribution.certainty,
    tense: 'non-future',
    status: 'held',
    attribution: attribution?.id ?? null,
    time: null,
    duration: null,
    conditions: [],
    rule: 'condition/clause',
    confidence: Math.round(confidence * 100) / 100,
  };
};

/** Sentences longer than this are quoted by what hangs and what it hangs on. */
const LONG_SENTENCE = 350;

const touches = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** The finite verb that a condition belongs to: the last before it, of one that leads its sentence the first behind it. */
const mainVerb = (scene: Scene, regions: readonly Region[], { first, last }: Region): Predicate | null => {
  const verbs = scene
    .predicatesNear(first)
    .filter(({ token, group, relative }) => group?.form === 'finite' && !relative && inRegion(regions, token) === null);
  const leads = first - scene.sentenceOf(first).first <= 2;
  // "If they meet, as both say, it is …"
  if (leads && /^(?:as|which)$/.test(scene.tokens[scene.tokens[last]?.text === ',' ? last + 1 : last]?.lower ?? ''))
    return null;
  const near = leads
    ? verbs.filter(({ token }) => token >= last)
    : verbs.filter(({ token }) => token < first).reverse();
  const isTelling = ({ token }: Predicate): boolean => scene.cueAt(scene.tokens[token]?.start ?? -1) !== null;
  const verb = near.find((one) => !isTelling(one)) ?? near[0];
  if (verb === undefined || Math.abs(verb.token - (leads ? last : first)) > FAR) return null;
  // "sold the mine; if …": another clause.
  const [from, to] = leads ? [last, verb.token] : [verb.token, first];
  const isCut = scene.tokens.slice(from, to).some(({ text }) => /^[;:]$/.test(text));
  return isCut ? null : verb;
};

/** The words of a verb with what belongs to it, up to where the condition begins or from where it ends. */
const clauseOf = (scene: Scene, { token, group, arguments: args }: Predicate, region: Region): Span | null => {
  const isBefore = token < region.first;
  const own = args.filter(({ label, first, last }) =>
    isBefore ? first < region.first && (last <= token ? /^ARG[0-4]$/.test(label) : true) : first >= region.last,
  );
  const subject = subjectOf(scene, group?.first ?? token);
  let first = Math.min(subject?.first ?? group?.first ?? token, ...own.map((one) => one.first));
  let last = Math.max(token + 1, ...own.map((one) => one.last));
  if (isBefore) last = Math.min(last, region.first);
  else first = Math.max(first, region.last);
  while (last > first && /^(?:[,–—]|and|but|only|then)$/.test(scene.tokens[last - 1]?.lower ?? '')) last--;
  while (first < last && /^(?:[,–—]|and|but|then)$/.test(scene.tokens[first]?.lower ?? '')) first++;
  return last - first < 2 ? null : scene.span(first, last);
};

/** The noun right before a verb, with what it hangs on: of "the release of the funds would" the release. */
const subjectOf = (scene: Scene, verb: number): Chunk | null => {
  let chunk = scene.chunkOf(verb - 1);
  for (let steps = 0; steps < 4 && chunk !== null && chunk.preposition !== null; steps++)
    chunk = scene.chunkOf(chunk.preposition - 1);
  return chunk;
};

/** "would be released", "is to go", "cannot leave": not "left once …". */
const isOpen = (scene: Scene, { group, token, arguments: args }: Predicate): boolean => {
  if (group === null) return false;
  if (group.modal !== null || args.some(({ label }) => label === 'ARGM-MOD')) return true;
  const first = scene.tokens[group.first];
  if (first === undefined || group.perfect) return false;
  if (group.first !== token) return /^(?:is|are|do|does|'s|’s|'re|’re)$/.test(first.lower);
  return first.lower === first.lemma || /(?:s|ies)$/.test(first.lower);
};

/** Whether what a verb is about is headed by one of the nouns that may hang on a condition. */
const speaksOf = (scene: Scene, cues: Cues, { token, group, arguments: args }: Predicate): boolean => {
  const words = cues.dependents.map(splitWords);
  const own = args.filter(({ label }) => /^ARG[0-3]$/.test(label));
  const chunks = [
    subjectOf(scene, group?.first ?? token),
    ...own.map(({ first }) => scene.chunkOf(first) ?? scene.chunkOf(first + 1)),
  ];
  return chunks.some((chunk) => {
    if (chunk === null) return false;
    return words.some((parts) =>
      parts.every((part, i) => {
        const token = scene.tokens[chunk.head - parts.length + 1 + i];
        return token?.lower === part || token?.lemma === part;
      }),
    );
  });
};
