import type { Frame } from '../../model/index.ts';
import { WORDS_OF_TENS, WORDS_TO_NINETEEN } from '../../text/index.ts';
import type { Filled } from './fill-roles.ts';
import { type Filler, fillersIn } from './fillers.ts';
import { splitWords, type Trigger } from './find-triggers.ts';
import type { Modality } from './modality.ts';
import type { Scene } from './scene.ts';

/**
 * Settles the properties of a frame: what the trigger sets, else the value one of whose words stands at the trigger, as
 * what governs or carries it, in its noun phrases or its clause; else the value for the status.
 */
export const readProperties = (
  scene: Scene,
  trigger: Trigger,
  filled: Filled,
  modality: Modality,
  stand: (position: string) => readonly Filler[] = () => [],
): Frame['properties'] => {
  const properties: Record<string, string> = {};
  for (const [name, property] of Object.entries(trigger.frame.properties)) {
    if (property.role !== undefined && (filled.get(property.role) ?? []).length === 0) continue;
    if (Object.entries(property.if ?? {}).some(([other, wanted]) => properties[other] !== wanted)) continue;
    const set = trigger.definition.set[name];
    const value =
      set ??
      (property.values === 'number'
        ? points(scene, trigger, filled)
        : property.values === 'until'
          ? untilOf(scene, trigger)
          : name === 'words' && Object.keys(property.values).length === 0
            ? wordsAsWritten(scene, trigger, filled)
            : property.in !== undefined
              ? inWords(
                  scene,
                  property.in.flatMap((role) => filled.get(role) ?? []),
                  property.values,
                )
              : property.at !== undefined
                ? inWords(
                    scene,
                    property.at.flatMap((name) => stand(name)),
                    property.values,
                  )
                : (byWordsBehind(scene, filled.get(property.role ?? '') ?? [], property.values) ??
                  byWords(
                    scene,
                    trigger,
                    filled,
                    modality,
                    property.values,
                    neverOf(trigger, name, property, modality),
                  ))) ??
      (modality.status === 'held' ? trigger.definition.held?.[name] : undefined) ??
      (typeof property.otherwise === 'string'
        ? property.otherwise
        : // "The sale depends on …": a noun alone does not say that it took place.
          modality.status === 'held' && (trigger.kind === 'noun' || isToldAsPresent(scene, trigger))
          ? undefined
          : property.otherwise?.[modality.status]);
    if (value !== undefined && value !== null) properties[name] = value;
  }
  return properties;
};

/** Values that words do not set here: "plans to sign a contract" is none that is agreed. */
const neverOf = (
  { kind, definition }: Trigger,
  name: string,
  { never }: Trigger['frame']['properties'][string],
  { status }: Modality,
): readonly string[] => {
  const open = kind === 'noun' && (status === 'planned' || status === 'hypothetical');
  const asHeld = open ? definition.held?.[name] : undefined;
  return [...(never?.[status] ?? []), ...(asHeld === undefined ? [] : [asHeld])];
};

/** "Under the draft the fund sells a stake": done in a headline only, and elsewhere not said to be. */
const isToldAsPresent = (scene: Scene, { kind, predicate, first }: Trigger): boolean => {
  const group = predicate?.group;
  if (kind !== 'verb' || group == null || group.form !== 'finite' || group.perfect || group.passive) return false;
  const block = scene.known.blocks[scene.sentenceOf(first).block];
  const word = scene.tokens[group.first];
  const isPresent = word !== undefined && word.lower !== word.lemma && /s$/.test(word.lower) && word.lower !== 'was';
  return isPresent && group.first === predicate?.token && block?.kind !== 'headline';
};

const byWords = (
  scene: Scene,
  trigger: Trigger,
  filled: Filled,
  modality: Modality,
  values: Readonly<Record<string, readonly string[]>>,
  never: readonly string[],
): string | null => {
  const near = modality.words;
  // "issued at the request of the ministry" is no request that is made now.
  const around = surroundings(scene, trigger, filled).replace(/ (?:at|on) (?:\S+ ){1,4}?requests?(?= )/g, ' ');
  // "171 crowns a share" is no share of anything.
  const plain = around.replace(/ (?:a|per|each|every) share(?= )/g, ' ');
  const entries = Object.entries(values).filter(([value]) => !never.includes(value));
  // What governs and carries the trigger says more than the words of its clause.
  for (const place of [
    (word: string) => near.includes(word),
    (word: string) => (word.includes(' ') ? around : plain).includes(` ${word} `),
  ]) {
    for (const [value, words] of entries) if (words.some((word) => place(spaced(word)) || place(word))) return value;
  }
  return null;
};

/** "171 crowns a share": the value whose words stand right behind what fills the role that the property is of. */
const byWordsBehind = (
  scene: Scene,
  fillers: readonly Filler[],
  values: Readonly<Record<string, readonly string[]>>,
): string | null => {
  for (const { span } of fillers) {
    const next = scene.tokenFrom(span[1]);
    for (const [value, words] of Object.entries(values)) {
      const stands = words
        .map(splitWords)
        .some(
          (parts) =>
            parts.length > 1 &&
            [next, next + 1].some(
              (at) =>
                (at === next || scene.tokens[next]?.text === '-') &&
                parts.every((part, k) => scene.tokens[at + k]?.lower === part),
            ),
        );
      if (stands) return value;
    }
  }
  return null;
};

/** The value one of whose words comes first in what fills some roles. */
export const inWords = (
  scene: Scene,
  fillers: readonly Filler[],
  values: Readonly<Record<string, readonly string[]>>,
): string | null => {
  const tokens = fillers.flatMap(({ span: [start, end], chunk }) =>
    chunk === null
      ? scene.tokens.slice(scene.tokenFrom(start), scene.tokenFrom(end))
      : scene.tokens.slice(chunk.first, chunk.last),
  );
  const parts = Object.entries(values).flatMap(([value, words]) =>
    words.map((word) => ({ value, words: splitWords(word) })),
  );
  for (let i = 0; i < tokens.length; i++) {
    const here = parts.find(({ words }) =>
      words.every((word, k) => tokens[i + k]?.lower === word || tokens[i + k]?.lemma === word),
    );
    if (here !== undefined) return here.value;
  }
  return null;
};

/** The date behind "until" in the trigger's sentence, where there is one only. */
const untilOf = (scene: Scene, trigger: Trigger): string | null => {
  const dates = scene.timesIn(scene.sentenceOf(trigger.first)).flatMap(({ start, edtf }) => {
    const at = scene.tokenFrom(start);
    const words = [scene.tokens[at]?.lower ?? '', scene.tokens[at - 1]?.lower ?? ''];
    return edtf !== null && words.some((word) => /^(?:until|till|through)$/.test(word)) ? [edtf] : [];
  });
  const [date] = dates;
  // "until June": "../2027-06" has its end only.
  return date === undefined || dates.length > 1 ? null : (date.split('/').findLast((part) => /\d/.test(part)) ?? null);
};

const spaced = (word: string): string => splitWords(word).join(' ');

/** The trigger's clause and the phrases of its roles, forms and base forms, each word between spaces. */
const surroundings = (scene: Scene, trigger: Trigger, filled: Filled): string => {
  const ranges: (readonly [number, number])[] = [[trigger.first, trigger.last]];
  if (trigger.chunk !== null) ranges.push([trigger.chunk.first, trigger.chunk.last]);
  for (const fillers of filled.values()) {
    for (const { chunk, mention } of fillers) {
      if (chunk === null) continue;
      if (mention?.form !== 'name') ranges.push([chunk.first, chunk.last]);
    }
  }
  const predicate = trigger.kind === 'verb' ? trigger.predicate : (trigger.carrier?.predicate ?? null);
  if (predicate !== null && trigger.kind !== 'adjective') {
    ranges.push([predicate.group?.first ?? predicate.token, predicate.group?.last ?? predicate.token + 1]);
    for (const { preposition, first, last } of [...predicate.arguments, ...(trigger.predicate?.arguments ?? [])]) {
      if (preposition !== null && last - first < 6) ranges.push([first, last]);
    }
  }
  return ranges
    .map(([first, last]) => {
      const words = scene.tokens.slice(first, last);
      return ` ${words.map((token) => token.lower).join(' ')} ${words.map((token) => token.lemma).join(' ')} `;
    })
    .join('|');
};

const POINT = /^point$/;
/** What a text that "has" so many is counted by. */
const POINTS = /^(?:point|article|item)$/;

/** "a 28-point plan", "a plan of 28 points", "a twelve-point plan". */
const points = (scene: Scene, trigger: Trigger, filled: Filled): string | null => {
  const chunks = [...filled.values()].flat().flatMap(({ chunk }) => chunk ?? []);
  if (trigger.chunk !== null) chunks.push(trigger.chunk);
  // "The plan has nineteen points."
  const told = trigger.kind === 'verb' ? (trigger.predicate?.arguments ?? []) : [];
  for (const { first, last, confidence } of told) {
    for (const { chunk } of fillersIn(scene, first, last, confidence)) {
      if (chunk !== null && POINTS.test(scene.tokens[chunk.head]?.lemma ?? '')) chunks.push(chunk);
    }
  }
  for (const chunk of chunks) {
    for (let i = chunk.first; i < chunk.last + 6; i++) {
      if (i >= chunk.last && scene.chunkOf(i) === null && scene.predicateAt(i)?.group != null) break;
      if (!(trigger.kind === 'verb' ? POINTS : POINT).test(scene.tokens[i]?.lemma ?? '')) continue;
      const number = numberBefore(scene, i);
      // "But for one point" speaks of a point, not of a plan that has one.
      if (number !== null && number !== '1') return number;
    }
  }
  return null;
};

/** "28 points", "fourteen numbered points", "28-point", "twenty-eight-point". */
const numberBefore = (scene: Scene, at: number): string | null => {
  for (const back of [1, 2]) {
    const word = scene.tokens[at - back];
    const number = toNumber(word?.lower ?? '');
    if (number === null) {
      if (word?.text !== '-' && word?.pos !== 'ADJ' && word?.pos !== 'VERB') return null;
      continue;
    }
    const tens =
      scene.tokens[at - back - 1]?.text === '-' ? WORDS_OF_TENS.indexOf(scene.tokens[at - back - 2]?.lower ?? '') : -1;
    return tens < 0 || Number(number) > 9 ? number : String((tens + 2) * 10 + Number(number));
  }
  return null;
};

/** By value: the word at index i is i. */
const NUMBERS = ['zero', ...WORDS_TO_NINETEEN, 'twenty'];

const toNumber = (word: string): string | null => {
  if (/^\d{1,3}$/.test(word)) return word;
  if (WORDS_OF_TENS.includes(word)) return String((WORDS_OF_TENS.indexOf(word) + 2) * 10);
  const value = NUMBERS.indexOf(word);
  return value > 0 ? String(value) : null;
};

/** The words of a tie with the preposition that leads to the other end: "brother-in-law of", "works for". */
const wordsAsWritten = (scene: Scene, trigger: Trigger, filled: Filled): string => {
  const [start] = scene.span(trigger.first, trigger.last);
  let first = trigger.first;
  if (trigger.kind === 'noun') {
    while (
      first > (trigger.chunk?.first ?? first) &&
      scene.tokens[first - 1]?.pos === 'ADJ' &&
      scene.tokens[first - 2]?.text !== '-'
    )
      first--;
  }
  const [, end] = scene.span(trigger.first, trigger.last);
  const past = trigger.kind === 'noun' ? pastBefore(scene, groupFirst(scene, trigger), first) : '';
  const words = past + scene.known.text.slice(scene.tokens[first]?.start ?? start, end).replaceAll(/\s+/g, ' ');
  const next = scene.tokens[trigger.last];
  const to = [...filled.values()].at(-1)?.[0];
  const leads = next?.pos === 'ADP' && to !== undefined && to.span[0] >= next.end && to.span[0] - next.end < 20;
  return leads ? `${words} ${next.text}` : words;
};

/** Where the words of a post begin: "Former Norel Group | chief executive Hale" are two noun groups. */
const groupFirst = (scene: Scene, { chunk, first }: Trigger): number => {
  if (chunk === null) return first;
  const before = scene.chunkOf(chunk.first - 1);
  return before !== null && before.last === chunk.first ? before.first : chunk.first;
};

/** "former " of "a former Norel Group banker": of the post, and of no possessor in front of it. */
const pastBefore = (scene: Scene, first: number, last: number): string => {
  const tokens = scene.tokens.slice(first, last);
  const owned = tokens.findLastIndex(({ text }) => /^(?:'s?|’s?)$/.test(text));
  return tokens.slice(owned + 1).some(({ lower }) => /^(?:former|onetime|one-time|erstwhile)$/.test(lower))
    ? 'former '
    : '';
};
