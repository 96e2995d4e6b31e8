import type { Span } from '../../model/index.ts';
import type { Beat } from '../beats/index.ts';
import { PRESS_WORDS } from '../mentions/index.ts';
import { after } from './around-noun.ts';
import type { Chunk } from './chunks.ts';
import { type Filler, fillerOf, ofMention, wholeOf } from './fillers.ts';
import { splitWords, type Trigger } from './find-triggers.ts';
import { isExcluded, isHeadedBy, isSame, isWorded, mayFill, type Role } from './may-fill.ts';
import { at, speakers } from './positions.ts';
import type { Scene } from './scene.ts';
import { withSides } from './sides-of-group.ts';
import { withThoseSpokenFor } from './speaks-for.ts';
import { takenUp } from './take-up.ts';
import { possessorIn, standAt } from './words-at.ts';

/** What fills each role, in text order. */
export type Filled = ReadonlyMap<string, readonly Filler[]>;

/**
 * Fills the roles of a trigger from the positions its definition names, best first; null when a requirement of the
 * definition (`when`, `not`) or a need of the frame is not met. A filler of a wrong type fills nothing.
 */
export const fillRoles = (scene: Scene, beat: Beat, trigger: Trigger): Filled | null => {
  const { definition, frame } = trigger;
  const stand = (position: string, whole = false): readonly Filler[] => {
    const found = at(scene, beat.cues, trigger, position, whole);
    const role = takingUp(trigger, position);
    return role === undefined || whole
      ? found
      : found.map((one) => takenUp(scene, trigger, one, isNamedBy(scene, role)));
  };
  const when = Object.entries(definition.when ?? {});
  const not = Object.entries(definition.not ?? {});
  const heads = (position: string, words: readonly string[]): boolean =>
    stand(position).some((filler) => words.some((word) => isHeadedBy(scene, filler, word)));
  if (when.length > 0 && !when.some(([position, words]) => heads(position, words ?? []))) return null;
  if (not.some(([position, words]) => isExcluded(scene, stand(position), words ?? []))) return null;
  if (definition.beside !== undefined && !standsBeside(scene, trigger, definition.beside)) return null;
  const filled = new Map<string, Filler[]>();
  const used: Filler[] = [];
  for (const [role, positions] of Object.entries(definition.fill)) {
    const wanted = roleOf(trigger, role);
    if (wanted === undefined || wanted.among !== undefined) continue;
    const found: Filler[] = [];
    for (const position of wordedFirst(scene, wanted, positions, stand, trigger)) {
      for (const standing of bestFirst(
        scene,
        wanted,
        role === 'participant'
          ? withSides(scene, stand(position))
          : wanted.sides
            ? stand(position).flatMap((one) => withThoseSpokenFor(scene, trigger, one))
            : stand(position, wanted.types === 'any' && wanted.words === undefined),
      )) {
        const body = withinBody(scene, wanted, ofName(scene, standing, trigger), trigger);
        const filler = sayingSo(scene, allOf(scene, wanted, body, trigger), trigger);
        if (!mayFill(scene, wanted, filler, trigger) || used.some((other) => isSame(other, filler))) continue;
        found.push(inFull(scene, wanted, filler, used));
        used.push(filler);
        if (!wanted.many) break;
      }
      if (!wanted.many && found.length > 0) break;
    }
    if (found.length > 0)
      filled.set(
        role,
        found.sort((a, b) => a.span[0] - b.span[0]),
      );
  }
  const picked = Object.entries(definition.fill).flatMap(([role, positions]) => {
    const among = trigger.frame.roles[role]?.among?.flatMap((other) => filled.get(other) ?? []) ?? [];
    return among.length === 0 ? [] : [{ role, found: pickedOut(among, positions, stand) }];
  });
  for (const { role, found } of picked) {
    // "signed a deal with Norel to buy": who stands for both sides is told to be neither.
    const others = picked.filter((one) => one.role !== role).flatMap((one) => one.found);
    const own = found.filter((filler) => !others.includes(filler));
    if (own.length > 0) filled.set(role, own);
  }
  if (definition.mutual) pairUp(scene, beat, trigger, filled);
  const needs = definition.needs ?? frame.needs;
  const present = filled.get('participant') ?? [];
  if (isOurs(scene, present) || isInterview(scene, present)) return null;
  const met = needs.some((need) =>
    Object.entries(need).every(([role, count]) => countOf(scene, filled.get(role) ?? [], role) >= count),
  );
  return met ? inTheirNames(scene, trigger, filled) : null;
};

/** The role that a place fills in which "it" takes up what was told before. */
const takingUp = ({ frame, definition }: Trigger, position: string): Role | undefined => {
  const found = Object.entries(definition.fill).find(
    ([role, positions]) => positions.includes(position) && frame.roles[role]?.['takes-up'] === true,
  );
  return found === undefined ? undefined : frame.roles[found[0]];
};

const isNamedBy =
  (scene: Scene, role: Role) =>
  (chunk: Chunk): boolean =>
    isWorded(scene, role, { chunk, mention: null, span: scene.span(chunk.first, chunk.last), confidence: 1 });

/** Which of the fillers of other roles stand in these positions: of the first position where one does. */
const pickedOut = (
  among: readonly Filler[],
  positions: readonly string[],
  stand: (position: string) => readonly Filler[],
): Filler[] => {
  for (const position of positions) {
    const standing = stand(position);
    const found = among.filter((filler) => standing.some((one) => isSame(one, filler)));
    if (found.length > 0) return found;
  }
  return [];
};

/** A role of the frame, with the types that it may have besides at this trigger. */
const roleOf = ({ frame, definition }: Trigger, name: string): Role | undefined => {
  const role = frame.roles[name];
  const besides = definition.also?.[name] ?? [];
  if (role === undefined || role.types === 'any' || besides.length === 0) return role;
  return { ...role, types: [...role.types, ...besides] };
};

/** Whether one of the words stands in the trigger's sentence, apart from the trigger itself. */
const standsBeside = (scene: Scene, trigger: Trigger, words: readonly string[]): boolean => {
  const { first, last } = scene.sentenceOf(trigger.first);
  return words.some((word) => {
    const parts = splitWords(word);
    for (let i = first; i + parts.length <= last; i++) {
      if (i >= trigger.first && i < trigger.last) continue;
      if (standAt(scene, parts, i)) return true;
    }
    return false;
  });
};

/** "The cabinet said it backed the plan": a pronoun right behind the cue that nobody was found for is whoever says so. */
const sayingSo = (scene: Scene, filler: Filler, trigger: Trigger): Filler => {
  const { chunk, mention } = filler;
  if (mention !== null || chunk === null || chunk.last - chunk.first > 1) return filler;
  if (!/^(?:it|he|she|they)$/.test(scene.tokens[chunk.head]?.lower ?? '')) return filler;
  const that = scene.tokens[chunk.first - 1]?.lower === 'that' ? 2 : 1;
  if (scene.cueAt(scene.tokens[chunk.first - that]?.start ?? -1) === null) return filler;
  const [speaker] = speakers(scene, trigger);
  const isPerson = speaker?.mention?.type === 'person';
  const fits = { it: !isPerson, he: isPerson, she: isPerson }[scene.tokens[chunk.head]?.lower ?? ''] ?? true;
  return speaker === undefined || !fits
    ? filler
    : { ...speaker, confidence: Math.min(speaker.confidence, filler.confidence) };
};

/** "We reject it all," says Hale: who speaks of himself or his own side is named by who is quoted. */
const inTheirNames = (scene: Scene, trigger: Trigger, filled: Map<string, Filler[]>): Filled => {
  for (const [name, fillers] of filled) {
    const wanted = trigger.frame.roles[name];
    if (wanted === undefined || !fillers.some((filler) => isFirstPerson(scene, filler))) continue;
    const [speaker] = speakers(scene, trigger).filter((one) => mayFill(scene, wanted, one, trigger));
    if (speaker === undefined || [...filled.values()].flat().some((other) => isSame(other, speaker))) continue;
    filled.set(
      name,
      fillers.map((filler) => (isFirstPerson(scene, filler) ? speaker : filler)),
    );
  }
  return filled;
};

/** "Veld, a banker who has been blacklisted": what is told of a description between commas is told of the name before. */
const ofName = (scene: Scene, filler: Filler, { predicate }: Trigger): Filler => {
  const { chunk, mention } = filler;
  if (chunk === null || mention?.form === 'name' || predicate?.relative !== true) return filler;
  if (!/^an?$/.test(scene.tokens[chunk.first]?.lower ?? '') || scene.tokens[chunk.first - 1]?.text !== ',')
    return filler;
  if (chunk.first > predicate.token) return filler;
  const before = scene.chunkOf(chunk.first - 2);
  const named = before !== null && before.last === chunk.first - 1 ? scene.mentionOf(before) : null;
  return named?.form === 'name' && before !== null ? fillerOf(scene, before, filler.confidence) : filler;
};

const isFirstPerson = (scene: Scene, { span }: Filler): boolean =>
  // Not "US", which is a state.
  /^(?:I|i|[Ww]e|[Mm]e|[Uu]s|[Mm]y|[Oo]ur)$/.test(scene.known.text.slice(...span));

const MOVES = /^(?:travel|trip|visit|entry|stay|journey|return|passage|wedding)$/;

/** "a licence for his travel", "for Veld's trip", "at the wedding of Veld": whose it is. */
const traveller = (scene: Scene, chunk: Chunk, confidence: number): Filler | null => {
  const owner = possessorIn(scene, chunk);
  if (owner !== null) return fillerOf(scene, owner, confidence);
  const [of] = scene.tokens[chunk.head]?.lower === 'wedding' ? after(scene, chunk, 'of') : [];
  if (of?.mention != null) return of;
  const [mention] = scene.mentionsWithin(...scene.span(chunk.first, chunk.head));
  return mention?.form === 'pronoun' ? ofMention(mention, confidence) : null;
};

/** "the Kestrian government" is Kestria, where the document has its name. */
const GOVERNMENTS = /^(?:government|regime|administration)$/;

/** What is given to somebody's campaign is given to him. */
const GIVING = /^(?:donor|megadonor|sponsor|financier|fundraiser|backer|bundler|donate|contribute|give)$/;

const BODY_PARTS =
  /^(?:board|council|committee|staff|team|panel|leadership|management|secretariat|office|side|faction|wing|branch|bureau|presidium|whole|entirety|remainder)$/;

/** "a member of the council of the Institute", "the whole of Norel": a part of a body that has no name stands for the body. */
const withinBody = (scene: Scene, role: Role, filler: Filler, trigger: Trigger): Filler => {
  const { chunk } = filler;
  const head = scene.tokens[chunk?.head ?? -1]?.lower ?? '';
  if (chunk === null || role.types === 'any') return filler;
  if (MOVES.test(head)) return traveller(scene, chunk, filler.confidence) ?? filler;
  if (filler.mention?.form !== 'name' && GOVERNMENTS.test(head)) {
    for (let i = chunk.head - 1; i >= chunk.first; i--) {
      const land = scene.nameBehindAdjective(i);
      const whole = land === null ? null : ofMention(land, filler.confidence);
      if (whole !== null && mayFill(scene, role, whole, trigger)) return whole;
    }
  }
  // "President Veld's campaign", read as a name as it stands, is hers.
  const given = scene.tokens[trigger.last - 1]?.lemma ?? '';
  const isGift = head === 'campaign' && GIVING.test(given);
  if (!isGift && (filler.mention?.form === 'name' || !BODY_PARTS.test(head))) return filler;
  const owner = possessorIn(scene, chunk);
  const [body] = [...after(scene, chunk, 'of'), ...(owner === null ? [] : [fillerOf(scene, owner, filler.confidence)])];
  return body?.mention?.form === 'name' && mayFill(scene, role, body, trigger) ? body : filler;
};

/** "to buy all of Norel", "the rest of the field": the whole of a thing is told by the thing. */
const allOf = (scene: Scene, role: Role, filler: Filler, trigger: Trigger): Filler => {
  const { chunk } = filler;
  if (chunk === null || !/^(?:all|rest|remainder|most|whole|part)$/.test(scene.tokens[chunk.head]?.lower ?? ''))
    return filler;
  const [thing] = after(scene, chunk, 'of');
  return thing !== undefined && mayFill(scene, role, thing, trigger) ? thing : filler;
};

/** "sold Halden a stake": where the noun that the role names stands goes before where another would do. */
const wordedFirst = (
  scene: Scene,
  role: Role,
  positions: readonly string[],
  stand: (position: string) => readonly Filler[],
  trigger: Trigger,
): readonly string[] => {
  // Where even a name that nobody knows will do, the words are there for want of one.
  if (role.many || role.words === undefined || role.types === 'any' || role.unknown || positions.length < 2)
    return positions;
  // "a concession for the port": what the beat asks for before the thing itself stays first.
  const first = positions.find((position) => stand(position).some((filler) => mayFill(scene, role, filler, trigger)));
  if (first !== undefined && first !== 'theme' && first !== 'recipient') return positions;
  const worded = positions.find((position) => stand(position).some((filler) => isWorded(scene, role, filler)));
  return worded === undefined ? positions : [worded, ...positions.filter((position) => position !== worded)];
};

/** Of what stands in one place the noun that the role names goes before whatever else would do. */
const bestFirst = (scene: Scene, role: Role, fillers: readonly Filler[]): readonly Filler[] =>
  role.many || (role.types !== 'any' && role.unknown) || fillers.length < 2
    ? fillers
    : fillers.toSorted((a, b) => Number(isWorded(scene, role, b)) - Number(isWorded(scene, role, a)));

/**
 * "a stake in the field", not "a stake": a thing told by its noun is quoted with what hangs on it, unless that fills
 * another role ("owns 40 percent of the port").
 */
const inFull = (scene: Scene, role: Role, filler: Filler, used: readonly Filler[]): Filler => {
  const { chunk, mention, span } = filler;
  if (chunk === null || mention?.form === 'name' || !isWorded(scene, role, filler)) return filler;
  const whole = wholeOf(scene, chunk);
  const taken = used.some(({ span: [start, end] }) => start < whole[1] && whole[0] < end);
  if (taken) return { ...filler, span: scene.span(chunk.first, chunk.last) };
  return { ...filler, span: [Math.min(span[0], whole[0]), Math.max(span[1], whole[1])] };
};

/** "We had a summit": without anybody else nobody is named. */
const isOurs = (scene: Scene, fillers: readonly Filler[]): boolean =>
  fillers.length === 1 &&
  fillers.every(({ span }) => /^(?:[Ww]e|[Uu]s|[Oo]ur|[Yy]ou|[Yy]our)$/.test(scene.known.text.slice(...span)));

/** "His conversation with the Lorne Times": who speaks to a paper gives an interview. */
const isInterview = (scene: Scene, fillers: readonly Filler[]): boolean =>
  fillers.length === 2 &&
  fillers.some(
    ({ mention }) =>
      mention?.form === 'name' &&
      mention.type === 'organization' &&
      PRESS_WORDS.has(
        scene.known.text
          .slice(...mention.head)
          .toLowerCase()
          .split(/\s+/)
          .at(-1) ?? '',
      ),
  );

/** "Hale and Veld are friends": the first is tied to the second. */
const pairUp = (scene: Scene, beat: Beat, trigger: Trigger, filled: Map<string, Filler[]>): void => {
  const [first, second] = Object.keys(trigger.definition.fill);
  const word = scene.tokens[trigger.last - 1];
  if (first === undefined || second === undefined || word === undefined) return;
  if (trigger.kind === 'noun' && word.lower === word.lemma) return;
  if (filled.has(second)) return;
  const position = trigger.kind === 'verb' ? 'agent' : 'bearer';
  const said = at(scene, beat.cues, trigger, position).filter(({ mention }) => mention !== null);
  const [a, b] = said;
  if (said.length !== 2 || a === undefined || b === undefined || isSame(a, b)) return;
  const wanted = [roleOf(trigger, first), roleOf(trigger, second)];
  if ([a, b].some((one, i) => wanted[i] === undefined || !mayFill(scene, wanted[i], one, trigger))) return;
  filled.set(first, [a]);
  filled.set(second, [b]);
};

/** How many a role holds: "they" and "the two envoys" are more than one. */
const countOf = (scene: Scene, fillers: readonly Filler[], role: string): number =>
  role === 'participant' && fillers.every(({ across }) => across !== undefined)
    ? // "talks with Veld and Marr": nobody is told who talked with them; "a letter from Hale to Veld" is of two.
      new Set(fillers.map(({ across }) => across)).size
    : fillers.reduce((sum, filler) => sum + (isPlural(scene, filler, role) ? 2 : 1), 0);

const isPlural = (scene: Scene, { mention, chunk }: Filler, role: string): boolean => {
  if (mention === null || (role !== 'participant' && role !== 'party')) return false;
  const word = scene.known.text.slice(...mention.head).toLowerCase();
  if (mention.form === 'pronoun' && role !== 'participant') return false;
  if (mention.form === 'pronoun') return /^(?:they|them|their|theirs|we|us|our)$/.test(word);
  if (mention.form === 'name' || chunk === null) return false;
  const head = scene.tokens[chunk.head];
  const opener = scene.tokens[chunk.first]?.lower ?? '';
  const listed = /^(?:the|both|two|three|four|five|six|several)$/.test(opener);
  if (head === undefined || head.lower === 'people') return listed;
  return (
    (listed && head.lower !== head.lemma && /(?:s|men)$/.test(head.lower)) || /^(?:pair|duo|trio|couple)$/.test(word)
  );
};

export const spansOf = (fillers: readonly Filler[]): readonly Span[] => fillers.map(({ span }) => span);
