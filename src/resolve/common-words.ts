import { foldName, nameTokens } from '../text/index.ts';
import type { LocalEntity } from './local-entities.ts';
import type { Leaf } from './pile.ts';

const isOneWord = (local: LocalEntity): boolean =>
  !local.isOutlet && local.names.every((name) => !/[\s-]/.test(name.text));

/** "Ostran" beside "Ostra": what is of a place is said by a word of its own, which is no surname unless somebody bears it. */
const adjectivesOf = (locals: readonly LocalEntity[]): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const local of locals) {
    const [word] = local.tokens;
    if (local.class !== 'place' || local.tokens.length !== 1 || word === undefined || word.length < 5) continue;
    if (word.endsWith('a')) words.add(`${word}n`);
    if (word.endsWith('ia')) words.add(`${word.slice(0, -2)}ian`);
    if (!/[aeiou]$/.test(word)) words.add(`${word}ian`);
  }
  for (const local of locals)
    if (local.class === 'person' && local.tokens.length > 1) for (const token of local.tokens) words.delete(token);
  return words;
};

/**
 * Leaves out chains whose every name is one word that the pile writes with a small letter at least as often as it is read
 * as a name (rule S10): "Front" alone is more likely a misread heading or first word of a sentence than a name. Likewise
 * persons and bodies called by the adjective of a place of the pile.
 */
export const dropCommonWords = (pile: readonly Leaf[], locals: readonly LocalEntity[]): readonly LocalEntity[] => {
  const asName = new Map<string, number>();
  for (const local of locals) {
    for (const { text, count } of local.names)
      asName.set(text.toLowerCase(), (asName.get(text.toLowerCase()) ?? 0) + count);
  }
  const asWord = new Map<string, number>();
  for (const { document } of pile) {
    for (const [word] of document.text.matchAll(/(?<![\p{L}\p{M}])\p{Ll}[\p{Ll}\p{M}]+(?![\p{L}\p{M}.])/gu)) {
      if (asName.has(word)) asWord.set(word, (asWord.get(word) ?? 0) + 1);
    }
  }
  const isCommon = (text: string): boolean => {
    const word = text.toLowerCase();
    return (asWord.get(word) ?? 0) >= (asName.get(word) ?? 1) || foldName(text).length < 2;
  };
  const adjectives = adjectivesOf(locals);
  const isAdjective = (local: LocalEntity): boolean =>
    (local.class === 'person' || local.class === 'organization') &&
    local.names.every(({ text }) => adjectives.has(nameTokens(text).join(' ')));
  return locals
    .filter((local) => !isOneWord(local) || !local.names.every((name) => isCommon(name.text)))
    .filter((local) => local.isOutlet || !isAdjective(local));
};
