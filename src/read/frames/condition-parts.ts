import type { Cues } from '../beats/index.ts';
import type { Sentence } from '../known.ts';
import { findLinks } from './condition-links.ts';
import { inRegion, type Region } from './conditions.ts';
import type { Hanging } from './hanging.ts';
import { findOccasions } from './occasions.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';
import { subjectOf } from './subject-of.ts';

/** In words: how far what hangs on a condition may stand from it. */
const FAR = 40;

/** Words that open a condition whatever the tense: "if", but not "once". */
const PLAIN =
  /^(?:if|only if|unless|provid|on (?:the )?condition|with the proviso|on the understanding|subject to|contingent|conditional|pending|assuming|as long as|so long as|in case|should|in exchange|in return)/;

/** All that a sentence makes to hang on something, in text order of what opens the conditions. */
export const findHangings = (
  scene: Scene,
  cues: Cues,
  sentence: Sentence,
  regions: readonly Region[],
): readonly Hanging[] => {
  const open = regions.flatMap((region): readonly Hanging[] => {
    if (region.leaning === true) return leaningOf(scene, region);
    const cue = region.condition?.cue;
    if (cue == null) return [];
    const words = scene.known.text.slice(...cue).toLowerCase();
    const rule = 'clause';
    return hangingOf(scene, regions, region, { strength: PLAIN.test(words) ? 'if' : 'when', rule });
  });
  const timed = findOccasions(scene, cues, sentence, regions).flatMap(({ region, strength }) =>
    hangingOf(scene, [...regions, region], region, { strength, rule: 'occasion' }),
  );
  return [...open, ...timed, ...findLinks(scene, cues, sentence), ...findBare(scene, sentence)].sort(
    (a, b) => a.cue[0] - b.cue[0],
  );
};

const hangingOf = (
  scene: Scene,
  regions: readonly Region[],
  region: Region,
  { strength, rule }: Pick<Hanging, 'strength' | 'rule'>,
): readonly Hanging[] => {
  const verb = mainVerb(scene, regions, region);
  if (verb === null) return [];
  const dependentAt = clauseOf(scene, verb, region);
  if (dependentAt === null) return [];
  if (scene.tokens[region.first]?.lower === 'before' && isDemanded(scene, verb))
    return firstOf(scene, region, dependentAt);
  return [
    {
      cue: scene.span(region.first, region.inner),
      condition: scene.span(region.inner, region.last),
      conditionAt: [region.inner, region.last],
      dependent: scene.span(...dependentAt),
      dependentAt,
      verb,
      strength,
      rule,
    },
  ];
};

/** "must be lifted", "has to leave", "insists that they leave" */
const isDemanded = (scene: Scene, { token, group, arguments: args }: Predicate): boolean => {
  if (group === null || group.negated) return false;
  if (/^(?:must|should|shall)$/.test(group.modal ?? '') || group.form === 'infinitive') return true;
  if (args.some(({ label }) => label === 'ARGM-NEG') || group.modal !== null) return false;
  return scene
    .predicatesNear(token)
    .some(
      ({ lemma, arguments: own, token: at }) =>
        at < token &&
        /^(?:insist|demand|require)$/.test(lemma) &&
        own.some(({ label, first, last }) => label === 'ARG1' && first <= token && token < last),
    );
};

/** "The sanctions must be lifted before talks resume": what hangs is told behind. */
const firstOf = (
  scene: Scene,
  { first, inner, last }: Region,
  conditionAt: readonly [number, number],
): readonly Hanging[] => {
  const verb = scene
    .predicatesNear(inner)
    .find(({ token, group }) => group?.form === 'finite' && token >= inner && token < last);
  return verb === undefined
    ? []
    : [
        {
          cue: scene.span(first, inner),
          condition: scene.span(...conditionAt),
          conditionAt,
          dependent: scene.span(inner, last),
          dependentAt: [inner, last],
          verb,
          strength: 'first',
          rule: 'first',
        },
      ];
};

/** "depends on …", "is subject to …": what stands before the verb hangs on it. */
const leaningOf = (scene: Scene, region: Region): readonly Hanging[] => {
  const { first, inner } = region;
  const last = endOfLeaning(scene, region);
  const verb = scene
    .predicatesNear(first)
    .findLast(({ token, group }) => group?.form === 'finite' && token <= first && first - token <= MOST_BETWEEN);
  if (verb?.group == null || verb.relative) return [];
  const isAll = /^(?:both|all|each|neither)$/.test(scene.tokens[verb.group.first - 1]?.lower ?? '');
  const from = isAll ? verb.group.first - 1 : subjectOf(scene, verb.group.first)?.first;
  // "does not apply to them and will be subject to": of the first verb
  const shared = scene.predicateAt(first)?.arguments.find((one) => one.label === 'ARG1' && one.last <= verb.token);
  if (from === undefined && shared === undefined) return [];
  const dependentAt: readonly [number, number] =
    from === undefined && shared !== undefined ? [shared.first, shared.last] : [from ?? 0, verb.group.first];
  return [
    {
      cue: scene.span(first, inner),
      condition: scene.span(inner, last),
      conditionAt: [inner, last],
      dependent: scene.span(...dependentAt),
      dependentAt,
      verb,
      strength: 'leaning',
      rule: 'leaning',
    },
  ];
};

/** "The claim that the sale depends on the release | is false": what follows belongs to the whole. */
const endOfLeaning = (scene: Scene, { inner, last }: Region): number => {
  if (/^(?:what|whether|how|who|when|that|if|which|where|why)$/.test(scene.tokens[inner]?.lower ?? '')) return last;
  const next = scene
    .predicatesNear(inner)
    .find((one) => one.group?.form === 'finite' && one.token >= inner && one.token < last && !isRelative(scene, one));
  return next?.group == null || next.group.first <= inner ? last : next.group.first;
};

/** In words, of "is now also very much subject to". */
const MOST_BETWEEN = 5;

/** Before a condition that leads its clause: "said that if …", "“If …". */
const LEADING = /^(?:that|and|but|so|then|[“"‘:;–—])$/;

const isRelative = (scene: Scene, { relative, group, token }: Predicate): boolean =>
  relative || /^(?:who|which|whose)$/.test(scene.tokens[(group?.first ?? token) - 1]?.lower ?? '');

/** "has" of "has to lift" */
const carries = (scene: Scene, { token }: Predicate): boolean =>
  /^(?:has|have|had|needs?|ought)$/.test(scene.tokens[token]?.lower ?? '') && scene.tokens[token + 1]?.lower === 'to';

/** "has to lift", "needs to sign": as finite as "must". */
const isFiniteVerb = (scene: Scene, { group }: Predicate): boolean =>
  group?.form === 'finite' ||
  (group?.form === 'infinitive' &&
    /^(?:has|have|had|needs?|is|are|ought)$/.test(scene.tokens[group.first - 2]?.lower ?? '') &&
    scene.tokens[group.first - 1]?.lower === 'to');

/** The finite verb that a condition belongs to: the last before it, of one that leads its clause the first behind it. */
const mainVerb = (scene: Scene, regions: readonly Region[], { first, last }: Region): Predicate | null => {
  const { tokens } = scene;
  const verbs = scene
    .predicatesNear(first)
    .filter(
      (one) =>
        isFiniteVerb(scene, one) &&
        !carries(scene, one) &&
        !isRelative(scene, one) &&
        inRegion(regions, one.token) === null,
    );
  const behind = verbs.filter(({ token }) => token >= last);
  const opens = first - scene.sentenceOf(first).first <= 2;
  const leads =
    opens ||
    (LEADING.test(tokens[first - 1]?.lower ?? '') &&
      tokens[first]?.lower !== 'only' &&
      tokens[last]?.text === ',' &&
      behind.length > 0);
  // "If they meet, as both say, it is …"
  if (leads && /^(?:as|which)$/.test(tokens[tokens[last]?.text === ',' ? last + 1 : last]?.lower ?? '')) return null;
  const near = leads ? behind : verbs.filter(({ token }) => token < first).reverse();
  const isTelling = ({ token }: Predicate): boolean => scene.cueAt(tokens[token]?.start ?? -1) !== null;
  const verb = near.find((one) => !isTelling(one)) ?? near[0];
  if (verb === undefined || Math.abs(verb.token - (leads ? last : first)) > FAR) return null;
  // "sold the mine; if …": another clause.
  const [from, to] = leads ? [last, verb.token] : [verb.token, first];
  const isCut = tokens.slice(from, to).some(({ text }) => /^[;:]$/.test(text));
  return isCut ? null : verb;
};

/** The words of a verb with what belongs to it, up to where the condition begins or from where it ends. */
const clauseOf = (
  scene: Scene,
  { token, group, arguments: args }: Predicate,
  region: Region,
): readonly [number, number] | null => {
  const isBefore = token < region.first;
  const own = args.filter(({ label, first, last }) =>
    isBefore ? first < region.first && (last <= token ? /^ARG[0-4]$/.test(label) : true) : first >= region.last,
  );
  const subject = subjectOf(scene, group?.first ?? token);
  let first = Math.min(subject?.first ?? group?.first ?? token, ...own.map((one) => one.first));
  let last = Math.max(token + 1, ...own.map((one) => one.last));
  if (isBefore)
    last = reaches(scene, Math.min(last, region.first), region.first) ? region.first : Math.min(last, region.first);
  else first = Math.max(first, region.last);
  while (last > first && /^(?:[,–—]|and|but|only|then|for)$/.test(scene.tokens[last - 1]?.lower ?? '')) last--;
  while (first < last && /^(?:[,–—]|and|but|then)$/.test(scene.tokens[first]?.lower ?? '')) first++;
  return last - first < 2 ? null : [first, last];
};

/** "could not go | ahead": nothing but a few words of the same clause stand between. */
const reaches = (scene: Scene, from: number, to: number): boolean =>
  to - from <= MOST_LEFT && scene.tokens.slice(from, to).every(({ text }) => /^[\p{L}\p{N}'’$€£%-]+$/u.test(text));
const MOST_LEFT = 8;

/** "No truce, no money." and "First the list, then the ships.": sentences, or parts of one, without a verb. */
const findBare = (scene: Scene, sentence: Sentence): readonly Hanging[] => {
  const { tokens } = scene;
  const found: Hanging[] = [];
  for (let i = sentence.first; i < sentence.last; i++) {
    const opener = tokens[i]?.lower ?? '';
    const closer = opener === 'no' || opener === 'without' ? 'no' : opener === 'first' ? 'then' : null;
    if (closer === null || (i > sentence.first && !/^[“"‘,:;–—]$/.test(tokens[i - 1]?.text ?? ''))) continue;
    let comma = i + 1;
    while (comma < sentence.last && comma - i < MOST_BARE && tokens[comma]?.text !== ',') comma++;
    if (tokens[comma]?.text !== ',' || tokens[comma + 1]?.lower !== closer) continue;
    let last = comma + 2;
    while (last < sentence.last && last - comma < MOST_BARE && !/^[,.;:!?–—”"’]$/.test(tokens[last]?.text ?? ''))
      last++;
    const isVerbless = !scene
      .predicatesNear(i)
      .some(({ token, group }) => group?.form === 'finite' && token > i && token < last);
    if (!isVerbless || comma - i < 2 || last - comma < 3) continue;
    const [conditionAt, dependentAt] = [
      [i + 1, comma],
      [closer === 'no' ? comma + 1 : comma + 2, last],
    ] as const;
    found.push({
      cue: scene.span(i, i + 1),
      condition: scene.span(...conditionAt),
      conditionAt,
      dependent: scene.span(...dependentAt),
      dependentAt,
      verb: null,
      strength: 'none',
      rule: 'bare',
    });
  }
  return found;
};

/** In words: each half of "no truce, no money". */
const MOST_BARE = 8;
