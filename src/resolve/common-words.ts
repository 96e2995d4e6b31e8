import { foldName } from '../text/index.ts';
import type { LocalEntity } from './local-entities.ts';
import type { Leaf } from './pile.ts';

const isOneWord = (local: LocalEntity): boolean =>
  !local.isOutlet && local.names.every((name) => !/[\s-]/.test(name.text));

/**
 * Leaves out chains whose every name is one word that the pile writes with a small letter at least as often as it is read
 * as a name (rule S2): "Front" alone is more likely a misread heading or first word of a sentence than a name.
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
  return locals.filter((local) => !isOneWord(local) || !local.names.every((name) => isCommon(name.text)));
};
