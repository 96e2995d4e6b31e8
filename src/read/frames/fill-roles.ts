import type { Span } from '../../model/index.ts';
import type { Beat, FrameDefinition } from '../beats/index.ts';
import type { NounPhrase, Token } from '../known.ts';
import { type Filler, filler as fillerOf, wholePhrase } from './fillers.ts';
import { splitWords, type Trigger } from './find-triggers.ts';
import { at, speakers } from './positions.ts';
import type { Scene } from './scene.ts';

/** What fills each role, in text order. */
export type Filled = ReadonlyMap<string, readonly Filler[]>;

/**
 * Fills the roles of a trigger from the positions its definition names, best first; null when a requirement of the
 * definition (`when`, `not`, `plain`) or a need of the frame is not met. A filler of a wrong type fills nothing.
 */
export const fillRoles = (scene: Scene, beat: Beat, trigger: Trigger): Filled | null => {
  const { definition, frame } = trigger;
  const stand = (position: string): readonly Filler[] => at(scene, beat.cues, trigger, position);
  const when = Object.entries(definition.when ?? {});
  const not = Object.entries(definition.not ?? {});
  const heads = (position: string, words: readonly string[]): boolean =>
    stand(position).some((filler) => words.some((word) => isHeadedBy(scene, filler, word)));
  if (when.length > 0 && !when.some(([position, words]) => heads(position, words ?? []))) return null;
  if (not.some(([position, words]) => heads(position, words ?? []))) return null;
  if (definition.plain && !isPlain(scene, trigger)) return null;
  const filled = new Map<string, Filler[]>();
  const used: Filler[] = [];
  for (const [role, positions] of Object.entries(definition.fill)) {
    const wanted = frame.roles[role];
    if (wanted === undefined) continue;
    const found: Filler[] = [];
    for (const position of positions) {
      for (const standing of bestFirst(scene, wanted, stand(position))) {
        const filler = withinBody(scene, wanted, standing, trigger);
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
  if (definition.mutual) pairUp(scene, trigger, filled);
  const needs = definition.needs ?? frame.needs;
  if (isOurs(scene, filled.get('participant') ?? [])) return null;
  const met = needs.some((need) =>
    Object.entries(need).every(([role, count]) => countOf(scene, filled.get(role) ?? [], role) >= count),
  );
  return met ? inTheirNames(scene, trigger, filled) : null;
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

const isFirstPerson = (scene: Scene, { span }: Filler): boolean =>
  /^(?:i|we|me|us|my|our)$/i.test(scene.known.text.slice(...span));

const MOVES = /^(?:travel|trip|visit|entry|stay|journey|return|passage)$/;

/** "a licence for his travel", "for Veld's trip": who travels. */
const traveller = (scene: Scene, phrase: NounPhrase): Filler | null => {
  const [owner] = scene.attached(phrase, 'possessive');
  if (owner !== undefined) return fillerOf(scene, owner);
  const [mention] = scene.mentionsWithin(...scene.span(phrase.first, phrase.head));
  return mention?.form === 'pronoun' ? { phrase: null, mention, span: [mention.start, mention.end] } : null;
};

const BODY_PARTS =
  /^(?:board|council|committee|staff|team|panel|leadership|management|secretariat|office|side|faction|wing|branch|bureau|presidium)$/;

/** "a member of the council of the Institute": a part of a body that has no name stands for the body. */
const withinBody = (scene: Scene, role: Role, filler: Filler, trigger: Trigger): Filler => {
  const { phrase } = filler;
  if (phrase !== null && MOVES.test(scene.tokens[phrase.head]?.lower ?? '') && role.types !== 'any')
    return traveller(scene, phrase) ?? filler;
  if (phrase === null || filler.mention?.form === 'name' || !BODY_PARTS.test(scene.tokens[phrase.head]?.lower ?? ''))
    return filler;
  const [body] = [...scene.attached(phrase, 'of'), ...scene.attached(phrase, 'possessive')];
  if (body === undefined) return filler;
  const other = fillerOf(scene, body);
  return other.mention?.form === 'name' && mayFill(scene, role, other, trigger) ? other : filler;
};

/** "sold Halden a stake": the noun that the role names goes before whatever else would do. */
const bestFirst = (scene: Scene, role: Role, fillers: readonly Filler[]): readonly Filler[] =>
  role.many || fillers.length < 2
    ? fillers
    : fillers.toSorted((a, b) => Number(isWorded(scene, role, b)) - Number(isWorded(scene, role, a)));

/**
 * "a stake in the field", not "a stake": a thing told by its noun is quoted with what hangs on it, unless that fills
 * another role ("owns 40 percent of the port").
 */
const inFull = (scene: Scene, role: Role, filler: Filler, used: readonly Filler[]): Filler => {
  const { phrase, mention, span } = filler;
  if (phrase === null || mention?.form === 'name' || !isWorded(scene, role, filler)) return filler;
  const whole = wholePhrase(scene, phrase);
  const taken = used.some(({ span: [start, end] }) => start < whole[1] && whole[0] < end);
  if (taken) return { ...filler, span: scene.span(phrase.first, phrase.last) };
  return { ...filler, span: [Math.min(span[0], whole[0]), Math.max(span[1], whole[1])] };
};

/** "We had a summit": without anybody else nobody is named. */
const isOurs = (scene: Scene, fillers: readonly Filler[]): boolean =>
  fillers.length === 1 &&
  fillers.every(({ span }) => /^(?:we|us|our|you|your)$/i.test(scene.known.text.slice(...span)));

/** Whether a word heads what stands there. "*" is anything, "*money" a mention of that type. */
const isHeadedBy = (scene: Scene, filler: Filler, word: string): boolean => {
  if (word === '*') return true;
  if (word.startsWith('*')) return filler.mention?.type === word.slice(1);
  return hasHead(scene, filler, word);
};

const isName = ({ pos }: Token): boolean => pos === 'PROPN';

const hasHead = (scene: Scene, { phrase }: Filler, word: string): boolean => {
  if (phrase === null) return false;
  const words = splitWords(word);
  // "Halden 20%" in a list is no share.
  if (/^(?:%|per cent|percent)$/.test(word) && scene.tokens.slice(phrase.first, phrase.head).some(isName)) return false;
  return words.every((part, i) => {
    const token = scene.tokens[phrase.head - words.length + 1 + i];
    return token !== undefined && (token.lower === part || token.lemma === part);
  });
};

/** "called Hale a liar", "called Hale brave": something is said of the object. */
const isPlain = (scene: Scene, { clause }: Trigger): boolean => {
  if (clause === null || clause.passive) return false;
  const [object] = clause.objects;
  const phrase = object === undefined ? null : scene.phrase(object);
  if (phrase === null) return true;
  if (phrase.first > clause.last + 1) return false;
  const last = Math.max(...scene.members(phrase).map((member) => member.last));
  const next = scene.tokens[last];
  if (next === undefined || isTimeWord(next.lower)) return true;
  return (
    scene.phraseOf(last) === null && (next.pos === 'ADP' || next.pos === 'CCONJ' || /^(?:[.;]|to)$/.test(next.lower))
  );
};

const isTimeWord = (word: string): boolean =>
  /^(?:yesterday|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|early|late|twice|again)$/.test(
    word,
  );

type Role = FrameDefinition['roles'][string];

const mayFill = (scene: Scene, role: Role, filler: Filler, trigger: Trigger): boolean => {
  const { mention, phrase } = filler;
  // The trigger's own phrase denotes the event, not who has part in it.
  if (phrase !== null && phrase === trigger.phrase && trigger.kind === 'noun' && phrase.head < trigger.last) {
    const described = mention !== null && role.types !== 'any' && role.types.includes(mention.type);
    if (!described && !isWorded(scene, role, filler)) return false;
  }
  if (phrase !== null && mention === null && isNothing(scene, filler)) return false;
  if (role.types === 'any') {
    if (isTime(scene, filler)) return false;
    return role.words === undefined || isWorded(scene, role, filler);
  }
  if (mention !== null && role.types.includes(mention.type)) return !isTime(scene, filler);
  return isWorded(scene, role, filler);
};

const isWorded = (scene: Scene, role: Role, filler: Filler): boolean =>
  role.words?.some((word) => hasHead(scene, filler, word)) ?? false;

/** Pronouns that denote nothing in particular. */
const isNothing = (scene: Scene, { phrase }: Filler): boolean =>
  phrase !== null &&
  /^(?:there|nothing|something|anything|each|other|another)$/.test(scene.tokens[phrase.head]?.lower ?? '');

const isTime = (scene: Scene, { span }: Filler): boolean =>
  scene.known.times.some((time) => time.start <= span[0] && time.end >= span[1]);

const isSame = (a: Filler, b: Filler): boolean => {
  if (a.mention !== null && b.mention !== null) {
    return a.mention.id === b.mention.id || (a.mention.chain === b.mention.chain && a.mention.form !== 'nominal');
  }
  if (a.phrase !== null && b.phrase !== null) return a.phrase === b.phrase;
  return a.span[0] < b.span[1] && b.span[0] < a.span[1];
};

/** "Hale and Veld are friends": the first is tied to the second. */
const pairUp = (scene: Scene, trigger: Trigger, filled: Map<string, Filler[]>): void => {
  const [first, second] = Object.keys(trigger.definition.fill);
  const word = scene.tokens[trigger.last - 1];
  if (first === undefined || second === undefined || word === undefined || word.lower === word.lemma) return;
  if (filled.has(second)) return;
  const clause = trigger.clause;
  const names = (clause?.subjects ?? []).flatMap((index) => {
    const phrase = scene.phrase(index);
    const mention = phrase === null ? null : scene.mentionOf(phrase);
    return phrase === null || mention === null ? [] : [{ phrase, mention, span: [mention.start, mention.end] as Span }];
  });
  const [a, b] = names;
  if (names.length !== 2 || a === undefined || b === undefined) return;
  filled.set(first, [a]);
  filled.set(second, [b]);
};

/** How many a role holds: "they" and "the two envoys" are more than one. */
const countOf = (scene: Scene, fillers: readonly Filler[], role: string): number =>
  role === 'participant' && fillers.every(({ across }) => across === true)
    ? // "talks with Veld and Marr": nobody is told who talked with them.
      Math.min(1, fillers.length)
    : fillers.reduce((sum, filler) => sum + (isPlural(scene, filler, role) ? 2 : 1), 0);

const isPlural = (scene: Scene, { mention, phrase }: Filler, role: string): boolean => {
  if (mention === null || role !== 'participant') return false;
  const word = scene.known.text.slice(...mention.head).toLowerCase();
  if (mention.form === 'pronoun') return /^(?:they|them|their|theirs|we|us|our)$/.test(word);
  if (mention.form === 'name' || phrase === null) return false;
  const head = scene.tokens[phrase.head];
  const opener = scene.tokens[phrase.first]?.lower ?? '';
  const listed = /^(?:the|both|two|three|four|five|six|several)$/.test(opener);
  if (head === undefined || head.lower === 'people') return listed;
  return (listed && head.lower !== head.lemma && head.lower.endsWith('s')) || /^(?:pair|duo|trio|couple)$/.test(word);
};

export const spansOf = (fillers: readonly Filler[]): readonly Span[] => fillers.map(({ span }) => span);
