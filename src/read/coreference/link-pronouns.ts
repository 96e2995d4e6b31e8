import type { MentionType } from '../../model/index.ts';
import type { Token } from '../known.ts';
import { SAYING } from '../mentions/index.ts';
import type { Antecedents } from './antecedents.ts';
import type { Cast, Entity, Gender, Placed } from './entity.ts';
import { genderOfPronoun } from './gender.ts';

/** Sentences a pronoun may look back. */
const REACH = 3;
/** By how much the best must outdo the next. */
const MARGIN = 0.5;
/** What the network's share counts beside the rules; nothing of it counts as this much. */
const SHARE = 2;
const LEAST_SHARE = 0.02;
/** "They" and "it" stand for much that is no thing here: the network must give the thing this share. */
const SHARE_OF_THEY = 0.1;
const SHARE_OF_IT = 0.6;

const FIRST_PERSON = /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves)$/i;

/**
 * Links pronouns of the third person, in text order.
 *
 * Who may be meant is a matter of rules (number, gender, reach, not the object of one's own verb, not the speaker of one's own
 * quotation); among those the network's share weighs together with nearness, subject and name. On the development part of
 * OntoGUM that links 156 of he and she rightly and 18 wrongly, the network's share alone 157 and 21; by rules alone 146 and 16. "I"
 * and "we" are left to who reads attribution. When two candidates are nearly equal the pronoun is left alone.
 */
export const linkPronouns = (
  cast: Cast,
  mentions: readonly Placed[],
  tokens: readonly Token[],
  antecedents: Antecedents,
): void => {
  let from = 0;
  mentions.forEach((pronoun, at) => {
    if (pronoun.mention.form !== 'pronoun' || cast.of(pronoun) !== undefined) return;
    const word = pronoun.head.toLowerCase();
    if (FIRST_PERSON.test(word)) {
      cast.begin(pronoun);
      return;
    }
    while ((mentions[from]?.sentence ?? Number.POSITIVE_INFINITY) < pronoun.sentence - REACH) from++;
    const before = mentions.slice(from, at);
    const found = /^who/.test(word)
      ? relativeOf(cast, pronoun, before, tokens)
      : referent(cast, pronoun, before, tokens, antecedents);
    if (found === null) cast.begin(pronoun);
    else {
      cast.join(found, pronoun);
      found.gender ??= genderOfPronoun(word);
    }
  });
};

/** Who stands right before "who", with a comma or a preposition between at most. */
const relativeOf = (
  cast: Cast,
  pronoun: Placed,
  before: readonly Placed[],
  tokens: readonly Token[],
): Entity | null => {
  let end = pronoun.first;
  if (tokens[end - 1]?.pos === 'ADP') end--;
  if (tokens[end - 1]?.text === ',') end--;
  const fits = before.filter((other) => other.last === end && /^(?:person|group)$/.test(other.mention.type));
  const widest = fits.sort((a, b) => a.first - b.first)[0];
  return widest === undefined ? null : (cast.of(widest) ?? null);
};

const referent = (
  cast: Cast,
  pronoun: Placed,
  before: readonly Placed[],
  tokens: readonly Token[],
  antecedents: Antecedents,
): Entity | null => {
  const number = numberOf(pronoun.head);
  const gender = genderOfPronoun(pronoun.head);
  const own = /^itself$/i.test(pronoun.head) ? nearestOf(cast, pronoun, before) : null;
  if (own !== null) return own;
  const shares = antecedents.shares(pronoun, cast);
  const least = number === 'thing' ? SHARE_OF_IT : number === 'plural' ? SHARE_OF_THEY : 0;
  const scores = new Map<Entity, number>();
  for (const candidate of before) {
    const entity = cast.of(candidate);
    if (entity === undefined || !isCandidate(entity, candidate, pronoun, number, gender, tokens)) continue;
    const share = shares.get(entity) ?? 0;
    if (share < least) continue;
    const score = scoreOf(candidate, pronoun, tokens, entity, gender) + SHARE * Math.log(share + LEAST_SHARE);
    scores.set(entity, Math.max(scores.get(entity) ?? Number.NEGATIVE_INFINITY, score));
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [best, next] = ranked;
  if (best === undefined) return null;
  return next !== undefined && best[1] - next[1] < MARGIN ? null : best[0];
};

/** "helping Norel sell itself": the body right before. */
const nearestOf = (cast: Cast, pronoun: Placed, before: readonly Placed[]): Entity | null => {
  const last = before.findLast(
    ({ sentence, mention }) =>
      sentence === pronoun.sentence &&
      mention.form === 'name' &&
      (mention.type === 'organization' || mention.type === 'publicBody'),
  );
  return last !== undefined && pronoun.first - last.last <= 3 ? (cast.of(last) ?? null) : null;
};

type Number = 'person' | 'plural' | 'thing';

const numberOf = (word: string): Number =>
  /^the[a-z]/i.test(word) ? 'plural' : /^it/i.test(word) ? 'thing' : 'person';

/** Types that a pronoun of each number may stand for. */
const STANDS_FOR: Readonly<Record<Number, ReadonlySet<MentionType>>> = {
  person: new Set<MentionType>(['person']),
  plural: new Set<MentionType>(['group']),
  thing: new Set<MentionType>(['organization', 'publicBody', 'place', 'facility', 'asset', 'instrument']),
};

const isCandidate = (
  entity: Entity,
  candidate: Placed,
  pronoun: Placed,
  number: Number,
  gender: Gender | null,
  tokens: readonly Token[],
): boolean => {
  // "I" is left to others; an "it" that stands for nothing is nobody's antecedent
  if (
    (candidate.mention.form === 'pronoun' && FIRST_PERSON.test(candidate.head)) ||
    /^it/i.test(entity.mentions[0]?.head ?? '')
  )
    return false;
  // "X is an investor. He ...": X is meant
  if (candidate.mention.form === 'nominal' && tokens[candidate.first - 1]?.lemma === 'be') return false;
  // an "it" has no type of its own until it is linked
  if (!STANDS_FOR[number].has(number === 'thing' ? entity.type : candidate.mention.type)) return false;
  if (number === 'person' && entity.gender !== null && gender !== null && entity.gender !== gender) return false;
  if (candidate.first <= pronoun.first && pronoun.last <= candidate.last) return false;
  if (pronoun.quote === null && candidate.quote !== null && candidate.sentence === pronoun.sentence) return false;
  if (pronoun.quote !== null && candidate.quote === null && isSpeaker(candidate, tokens)) return false;
  if (candidate.sentence !== pronoun.sentence) return true;
  return !isCoargument(candidate, pronoun, tokens);
};

/** "X met him": object and subject of one verb are two, unless the pronoun is reflexive. */
const isCoargument = (candidate: Placed, pronoun: Placed, tokens: readonly Token[]): boolean => {
  const word = pronoun.head.toLowerCase();
  const next = tokens[pronoun.last];
  const possessive =
    /^(?:his|their|its)$/.test(word) ||
    (word === 'her' && next !== undefined && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(next.pos));
  if (possessive || /sel(?:f|ves)$/.test(word)) return false;
  let verbs = 0;
  for (let i = candidate.last; i < pronoun.first; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    // "The thing about Hale is he …": whatever verb stands between, a subject form is the subject of another.
    if (token.pos === 'VERB' || (token.pos === 'AUX' && /^(?:s?he|they|it)$/.test(word))) verbs++;
    if (/^[,;:—–"“”]$/.test(token.text) || token.pos === 'SCONJ' || token.lower === 'and' || token.lower === 'that')
      return false;
  }
  // an object form in the reach of one verb, or a subject form with no verb at all between
  return /^(?:him|her|them)$/.test(word) ? verbs <= 1 : verbs === 0;
};

const scoreOf = (
  candidate: Placed,
  pronoun: Placed,
  tokens: readonly Token[],
  entity: Entity,
  gender: Gender | null,
): number => {
  let score = -1.2 * (pronoun.sentence - candidate.sentence);
  // A subject of the same sentence comes before one of the sentence before it.
  if (candidate.sentence === pronoun.sentence && isSubject(candidate, tokens)) score += 0.5;
  if (/^who/i.test(candidate.head)) score -= 0.4;
  else if (isSubject(candidate, tokens)) score += 1.2;
  if (candidate.outer !== null && isPossessor(candidate, tokens)) score -= 0.4;
  // "Hale said he was open to it": most who say "he" speak of themselves.
  if (isSayer(candidate, pronoun, tokens)) score += 1.2;
  // "“…,” Hale said. He denied …": who was just quoted goes on.
  if (isLastSpeaker(candidate, pronoun, tokens)) score += 4;
  if (candidate.mention.form === 'name') score += 0.4;
  if (candidate.mention.form === 'pronoun') score += 0.4;
  if (entity.gender !== null && entity.gender === gender) score += 0.8;
  if (candidate.quote !== pronoun.quote) score -= 0.8;
  score += Math.min(entity.mentions.length, 6) * 0.05;
  return score;
};

/** Right before the verb of saying behind which the pronoun opens what is said. */
const isSayer = (candidate: Placed, pronoun: Placed, tokens: readonly Token[]): boolean => {
  if (candidate.sentence !== pronoun.sentence || !/^s?he$/i.test(pronoun.head) || pronoun.quote !== candidate.quote)
    return false;
  let verb = pronoun.first - 1;
  if (tokens[verb]?.lower === 'that') verb--;
  const saying = tokens[verb];
  return saying?.pos === 'VERB' && SAYING.has(saying.lemma) && verb - candidate.last <= 1 && verb >= candidate.last;
};

const isLastSpeaker = (candidate: Placed, pronoun: Placed, tokens: readonly Token[]): boolean =>
  candidate.mention.form === 'name' &&
  candidate.sentence === pronoun.sentence - 1 &&
  /^S?he$/i.test(pronoun.head) &&
  tokens[pronoun.first - 1]?.sentence !== pronoun.sentence &&
  candidate.quote === null &&
  /^[”"]$/.test(tokens[candidate.first - 1]?.text ?? '') &&
  isSpeaker(candidate, tokens);

/** Subject of a verb of saying: of whom his own quotation speaks as "I". */
const isSpeaker = (candidate: Placed, tokens: readonly Token[]): boolean => {
  const before = tokens[candidate.first - 1];
  if (before?.sentence === candidate.sentence && before.pos === 'VERB' && SAYING.has(before.lemma)) return true;
  let i = candidate.last;
  while (tokens[i]?.sentence === candidate.sentence && /^(?:ADV|AUX)$/.test(tokens[i]?.pos ?? '')) i++;
  const next = tokens[i];
  return next?.sentence === candidate.sentence && next.pos === 'VERB' && SAYING.has(next.lemma);
};

const isPossessor = (candidate: Placed, tokens: readonly Token[]): boolean =>
  /^['’]s?$/.test(tokens[candidate.last]?.text ?? '');

/** A verb follows, adverbs and what stands between commas aside, and no preposition goes before. */
const isSubject = (candidate: Placed, tokens: readonly Token[]): boolean => {
  const before = tokens[candidate.first - 1];
  if (before !== undefined && before.sentence === candidate.sentence && (before.pos === 'ADP' || before.pos === 'VERB'))
    return false;
  let i = candidate.last;
  const sentence = candidate.sentence;
  if (tokens[i]?.text === ',') {
    while (
      i + 1 < tokens.length &&
      tokens[i + 1]?.sentence === sentence &&
      tokens[i + 1]?.text !== ',' &&
      i - candidate.last < 16
    )
      i++;
    i += 2;
  }
  // "He and Voss met"
  if (tokens[i]?.lower === 'and') {
    i++;
    while (tokens[i]?.sentence === sentence && /^(?:PROPN|DET|NOUN|ADJ)$/.test(tokens[i]?.pos ?? '')) i++;
  }
  while (tokens[i]?.pos === 'ADV' && tokens[i]?.sentence === sentence) i++;
  const next = tokens[i];
  return next !== undefined && next.sentence === sentence && (next.pos === 'VERB' || next.pos === 'AUX');
};
