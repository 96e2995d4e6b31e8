import type { Pos, Token } from '../known.ts';

/** Marks after which a capital says nothing: what follows begins a sentence or a quotation. */
const OPENING = /^["“‘«„'(:;•*#–—-]+$|^[.!?]+$/;

/**
 * Mends what the tagger gets wrong often enough to matter in reporting: names that are also words ("Lynch said"), and
 * progressive forms taken for nouns ("has been meeting").
 *
 * @param before The token before it in the same sentence, if there is one.
 * @param capitals Whether capitals tell names here: not in headlines and not in text that is all capitals.
 */
export const correctTag = (form: string, pos: Pos, before: Token | undefined, capitals: boolean): Pos => {
  if (before === undefined) return pos;
  if (pos === 'NOUN' && before.pos === 'AUX' && before.lemma === 'be' && /^\p{Ll}{2,}ing$/u.test(form)) return 'VERB';
  const mendable = pos === 'VERB' || pos === 'NOUN' || pos === 'ADV';
  if (mendable && capitals && /^\p{Lu}\p{Ll}/u.test(form) && !OPENING.test(before.text)) return 'PROPN';
  return pos;
};
