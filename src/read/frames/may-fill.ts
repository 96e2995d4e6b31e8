import type { Mention } from '../../model/index.ts';
import { countriesByDemonym, roleNoun } from '../../text/index.ts';
import type { FrameDefinition } from '../beats/index.ts';
import type { Token } from '../known.ts';
import type { Chunk } from './chunks.ts';
import type { Filler } from './fillers.ts';
import { splitWords, type Trigger } from './find-triggers.ts';
import type { Scene } from './scene.ts';
import { endAt } from './words-at.ts';

/** Whether a word heads what stands there. "*" is anything, "*money" a mention of that type. */
export const isHeadedBy = (scene: Scene, filler: Filler, word: string): boolean => {
  if (word === '*') return true;
  if (word === '*role') return holdsRole(scene, filler.chunk);
  if (word.startsWith('*')) {
    const part = partOf(scene, filler.chunk);
    return (part === null ? filler.mention : scene.mentionOf(part))?.type === word.slice(1);
  }
  const { mention } = filler;
  if (mention?.form === 'pronoun' && mention.type === 'instrument')
    return describedBefore(scene, mention).some((chunk) => hasHead(scene, { ...filler, chunk }, word));
  return hasHead(scene, filler, word) || hasHead(scene, { ...filler, chunk: partOf(scene, filler.chunk) }, word);
};

/** What a pronoun stands for, as it is called elsewhere. */
const describedBefore = (scene: Scene, { chain }: Mention): readonly Chunk[] =>
  scene.known.mentions.flatMap((one) =>
    one.chain !== chain || one.form === 'pronoun' ? [] : (scene.chunkOf(scene.tokenFrom(one.head[0])) ?? []),
  );

/** "an executive of the driller", "creditors": a common noun for people by their post or business. */
const holdsRole = (scene: Scene, chunk: Chunk | null): boolean => {
  const head = scene.tokens[chunk?.head ?? -1];
  const role = head?.pos === 'NOUN' ? roleNoun(head.lower) : null;
  return role !== null && role.group !== 'person' && role.group !== 'speech';
};

/** "part of the frozen assets": the assets. */
const partOf = (scene: Scene, chunk: Chunk | null): Chunk | null => {
  if (
    chunk === null ||
    !/^(?:part|some|portion|tranche|rest|most|bulk|element|all)s?$/.test(scene.tokens[chunk.head]?.lower ?? '')
  )
    return null;
  const next = scene.tokens[chunk.last]?.lower === 'of' ? scene.chunkOf(chunk.last + 1) : null;
  return next?.first === chunk.last + 1 ? next : null;
};

/** A word that rules a trigger out is a word, and no part of a name: "ran the team", but "ran the Brask Team". */
export const isExcluded = (scene: Scene, standing: readonly Filler[], words: readonly string[]): boolean =>
  standing.some((filler) =>
    words.some((word) => isHeadedBy(scene, filler, word) && (word.startsWith('*') || !isWithinName(scene, filler))),
  );

const isWithinName = (scene: Scene, { chunk, mention }: Filler): boolean =>
  mention?.form === 'name' && chunk !== null && scene.tokens[chunk.head]?.pos === 'PROPN';

const isName = ({ pos }: Token): boolean => pos === 'PROPN';

const hasHead = (scene: Scene, { chunk }: Filler, word: string): boolean => {
  if (chunk === null) return false;
  const words = splitWords(word);
  // "Halden 20%" in a list is no share.
  if (/^(?:%|per cent|percent)$/.test(word) && scene.tokens.slice(chunk.first, chunk.head).some(isName)) return false;
  // "Article 5", "point four": the number belongs to the noun before; "article #" asks for one.
  const isNumbered = NUMBER.test(scene.tokens[chunk.head]?.lower ?? '') && chunk.head > chunk.first;
  const wanted = words.at(-1) === '#' ? words.slice(0, -1) : words;
  if (wanted.length < words.length && !isNumbered) return false;
  const before = isNumbered && /^(?:no|no\.|nos\.|number|#)$/.test(scene.tokens[chunk.head - 1]?.lower ?? '') ? 2 : 1;
  const head = isNumbered ? chunk.head - before : chunk.head;
  return endAt(scene, wanted, head);
};

const NUMBER = /^(?:\d[\d/-]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[ivx]+)$/;

/** A role of a frame, as the beat has it. */
export type Role = FrameDefinition['roles'][string];

export const mayFill = (scene: Scene, role: Role, filler: Filler, trigger: Trigger): boolean => {
  const { mention, chunk } = filler;
  // The trigger's own noun denotes the event, not who has part in it.
  if (chunk !== null && chunk === trigger.chunk && trigger.kind === 'noun' && chunk.head < trigger.last) {
    const described = mention !== null && role.types !== 'any' && role.types.includes(mention.type);
    if (!described && !isWorded(scene, role, filler)) return false;
  }
  if (chunk !== null && mention === null && isNothing(scene, chunk)) return false;
  if (trigger.frame.contents !== undefined && isGeneric(scene, filler)) return false;
  if (role.types === 'any') {
    if (isTime(scene, filler) || /^(?:an?|the|its|his|her|their)?$/i.test(scene.known.text.slice(...filler.span)))
      return false;
    return role.words === undefined || isWorded(scene, role, filler);
  }
  if (trigger.frame.lasting && mention !== null && !isNear(scene, mention)) return false;
  if (mention !== null && role.types.includes(mention.type)) return !isTime(scene, filler);
  if (mention === null && role.unknown && isUnknownName(scene, filler)) return !isTime(scene, filler);
  if (mention === null && chunk === null && role.types.includes('place') && isAdjectiveOfLand(scene, filler))
    return true;
  return isWorded(scene, role, filler);
};

/** "Any agreement", "such deals", "agreements": of no text in particular can it be told what stands in it. */
const isGeneric = (scene: Scene, { chunk, mention }: Filler): boolean => {
  if (chunk === null || mention?.form === 'name') return false;
  const opener = scene.tokens[chunk.first];
  if (/^(?:any|every|no|such|each|some|other|another|many|most)$/.test(opener?.lower ?? '')) return true;
  const head = scene.tokens[chunk.head];
  return chunk.first === chunk.head && head?.pos === 'NOUN' && head.lower !== head.lemma && head.lower.endsWith('s');
};

/** "the Emir", "Halvard Crane": written as a name, but no mention was made of it. */
const isUnknownName = (scene: Scene, { chunk }: Filler): boolean => {
  const head = scene.tokens[chunk?.head ?? -1];
  return head?.pos === 'PROPN' && /^\p{Lu}\p{L}*\p{Ll}/u.test(head.text);
};

/**
 * Whether it is plain who "he" or "the group" is: spoken of in the same sentence or the one before. Of a lasting tie a wrong bearer
 * costs more than none.
 */
const isNear = (scene: Scene, { start, end, form, chain }: Mention): boolean => {
  const words = scene.known.text.slice(start, end);
  if (!(form === 'pronoun' ? THIRD : ANY_BODY).test(words)) return true;
  const sentence = scene.sentenceOf(scene.tokenFrom(start));
  const before = scene.sentenceOf(sentence.first - 1);
  // A chain that names nobody ties nobody to anything: nothing can be mistaken.
  if (!scene.isNamed(chain)) return true;
  return scene
    .mentionsWithin(sentence.first === 0 ? sentence.start : before.start, sentence.end)
    .some((one) => one.chain === chain && (one.start < start || one.form === 'name') && one.start !== start);
};

const THIRD = /^(?:he|him|his|she|her|hers|it|its)$/i;
const ANY_BODY = /^(?:the|this|that) (?:group|organi[sz]ation|movement|party)$/i;

/** "Egyptian", where the document does not name the country. */
const isAdjectiveOfLand = (scene: Scene, { span }: Filler): boolean =>
  countriesByDemonym(scene.known.text.slice(...span)).length > 0;

export const isWorded = (scene: Scene, role: Role, filler: Filler): boolean =>
  role.words?.some((word) => isHeadedBy(scene, filler, word)) ?? false;

/** Pronouns that denote nothing in particular. */
const isNothing = (scene: Scene, chunk: Chunk): boolean =>
  /^(?:there|nothing|something|anything|each|other|another)$/.test(scene.tokens[chunk.head]?.lower ?? '');

const isTime = (scene: Scene, { span }: Filler): boolean =>
  scene
    .timesIn(scene.sentenceOf(scene.tokenFrom(span[0])))
    .some((time) => time.start <= span[0] && time.end >= span[1]);

export const isSame = (a: Filler, b: Filler): boolean => {
  if (a.mention !== null && b.mention !== null) {
    return a.mention.id === b.mention.id || (a.mention.chain === b.mention.chain && a.mention.form !== 'nominal');
  }
  if (a.chunk !== null && b.chunk !== null) return a.chunk.head === b.chunk.head;
  // A clause may hold whoever else has a part: "bars [Kestria] from joining".
  if (isBare(a) || isBare(b)) return a.span[0] === b.span[0] && a.span[1] === b.span[1];
  return a.span[0] < b.span[1] && b.span[0] < a.span[1];
};

const isBare = ({ mention, chunk }: Filler): boolean => mention === null && chunk === null;
