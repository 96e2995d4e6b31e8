import type { Mention, Span } from '../../model/index.ts';
import type { NounPhrase } from '../known.ts';
import type { Scene } from './scene.ts';

/** What stands at a position: a phrase, a mention without a phrase ("their"), or bare words. */
export interface Filler {
  readonly phrase: NounPhrase | null;
  readonly mention: Mention | null;
  readonly span: Span;
  /** Stands behind "with" or "to": on the other side from who did it. */
  readonly across?: boolean;
}

/** A phrase with all phrases joined to it. */
export const fillers = (scene: Scene, phrases: readonly (NounPhrase | null)[]): readonly Filler[] => {
  const found: Filler[] = [];
  for (const phrase of phrases) {
    if (phrase === null || found.some((filler) => filler.phrase === phrase) || isInner(scene, phrase)) continue;
    found.push(filler(scene, phrase));
  }
  return found;
};

/** "envoys of Ostra and Kestria": the second name belongs to the of-phrase as well, though it looks like one of the list. */
const isInner = (scene: Scene, phrase: NounPhrase): boolean => {
  if (phrase.group.length < 2 || scene.tokens[phrase.first - 1]?.lower !== 'and') return false;
  const before = scene.phraseOf(phrase.first - 2);
  if (before?.attachment !== 'of' || before.attachedTo === null || !phrase.group.includes(before.attachedTo))
    return false;
  const plural = scene.tokens[scene.phrase(before.attachedTo)?.head ?? -1];
  const isName = (index: number): boolean => scene.tokens[index]?.pos === 'PROPN';
  return plural?.pos === 'NOUN' && plural.lower !== plural.lemma && isName(phrase.head) && isName(before.head);
};

export const filler = (scene: Scene, phrase: NounPhrase): Filler => {
  const own = scene.mentionOf(phrase);
  const mention = own?.form === 'nominal' ? (nameOf(scene, phrase, own) ?? own) : own;
  return { phrase, mention, span: mention === null ? wholePhrase(scene, phrase) : [mention.start, mention.end] };
};

/** "her party, the Civic Union", "a company called Norel": a name says more than the description it belongs to. */
const nameOf = (scene: Scene, phrase: NounPhrase, own: Mention): Mention | null => {
  if (/^(?:called|named)$/.test(scene.tokens[phrase.last]?.lower ?? '')) {
    const after = scene.phraseOf(phrase.last + 1);
    const mention = after === null ? null : scene.mentionOf(after);
    if (mention?.form === 'name') return mention;
  }
  for (const other of scene.attached(phrase, 'apposition')) {
    const mention = scene.mentionOf(other);
    const near = scene.tokens[other.first - 1]?.text === ',' && other.first - phrase.last < 8;
    if (near && mention?.form === 'name' && mention.type === own.type) return mention;
  }
  return null;
};

/** What one has in somebody: "a stake in Norel" is one thing. */
const SHARES = /^(?:stake|share|shareholding|interest|holding|equity)s?$/;

/** A phrase with the of-phrases and one in-phrase that hang on it: "a stake in the field". */
export const wholePhrase = (scene: Scene, phrase: NounPhrase): Span => {
  let last = phrase.last;
  for (let steps = 0; steps < 3; steps++) {
    const next = scene.tokens[last];
    const after = scene.phraseOf(last + 1);
    if (next === undefined || after === null || after.preposition !== last) break;
    if (next.lower !== 'of' && next.lower !== 'in') break;
    // "the sale in exchange", "the plan in principle"
    if (next.lower === 'in' && after.last - after.first === 1 && scene.tokens[after.head]?.pos !== 'PROPN') break;
    const held = scene.mentionOf(after);
    // "officials in Lorne", but "a stake in the Brask field".
    const named = held?.form === 'name' && scene.tokens[after.head]?.pos === 'PROPN';
    if (next.lower === 'in' && named && !SHARES.test(scene.tokens[phrase.head]?.lower ?? '')) break;
    last = after.last;
  }
  return scene.span(phrase.first, last);
};

export const list = (scene: Scene, indices: readonly number[]): readonly Filler[] =>
  fillers(
    scene,
    indices.map((index) => scene.phrase(index)),
  );

export const bare = (span: Span): Filler => ({ phrase: null, mention: null, span });

interface After {
  readonly word: string;
  readonly fillers: readonly Filler[];
}

/** Prepositional phrases right after a phrase, one after the other, up to a comma, verb or other word. */
export const after = (scene: Scene, phrase: NounPhrase, stop: number | null): readonly After[] => {
  const found: After[] = [];
  let end = phrase.last;
  for (let steps = 0; steps < 6; steps++) {
    if (stop !== null && end >= stop) break;
    const word = scene.tokens[end];
    const next = scene.phraseOf(end + 1);
    if (word === undefined || next === null || next.preposition !== end) break;
    const outer = outermost(scene, next);
    // "with the head of the fund": the fund hangs on the head, not on the noun.
    if (found.length > 0 && outer.attachment === 'of') {
      end = outer.last;
      continue;
    }
    const group = scene.members(outer).filter((member) => member.first >= outer.first);
    found.push({ word: word.lower, fillers: fillers(scene, group.length === 0 ? [outer] : group) });
    end = Math.max(outer.last, group.at(-1)?.last ?? 0);
    // Descriptions between commas and of-phrases of the last one are passed over.
    const last = group.at(-1) ?? outer;
    for (const hanging of [...scene.attached(last, 'apposition'), ...scene.attached(last, 'of')]) {
      if (hanging.attachment === 'apposition' && hanging.first === end + 1) {
        end = hanging.last + (scene.tokens[hanging.last]?.text === ',' ? 1 : 0);
      }
    }
  }
  return found;
};

export const outermost = (scene: Scene, phrase: NounPhrase): NounPhrase => {
  let outer = phrase;
  for (let steps = 0; steps < 5 && outer.attachment === 'possessive' && outer.attachedTo !== null; steps++) {
    outer = scene.phrase(outer.attachedTo) ?? outer;
  }
  return outer;
};
