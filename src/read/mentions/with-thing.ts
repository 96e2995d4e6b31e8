import type { MentionType } from '../../model/index.ts';
import type { Token } from '../known.ts';
import { isGlued, type Run } from './words.ts';
import { isCountry, isDemonym } from './world-of-names.ts';

const KINDS = /^(?:gas|oil|lng|copper|gold|iron|coal|lithium|uranium|nuclear|power|natural)$/;
const THINGS = /^(?:field|pipeline|refinery|mine|terminal|deposit|smelter|shipyard|dam|plant|oilfield|airport|hotel)$/;

/** "Mirra gas field", "Druva refinery": the noun in lower case belongs to the name of the thing. */
export const withThing = (tokens: readonly Token[], run: Run): Run => {
  const sentence = tokens[run.first]?.sentence;
  const last = tokens[run.last - 1];
  if (isGlued(tokens, run.last) || isDemonym(last?.lower ?? '') || isCountry(last?.text ?? '')) return run;
  const noun = (index: number): boolean => tokens[index]?.sentence === sentence && tokens[index]?.pos === 'NOUN';
  let at = run.last;
  while (at < run.last + 2 && noun(at) && KINDS.test(tokens[at]?.lower ?? '')) at++;
  if (!noun(at) || !THINGS.test(tokens[at]?.lower ?? '') || tokens[at + 1]?.pos === 'NOUN') return run;
  return { first: run.first, last: at + 1 };
};

/** Type of a thing whose name takes its noun along: where people stay or pass through, or what somebody owns. */
export const typeOfThing = (tokens: readonly Token[], { last }: Run): MentionType =>
  /^(?:hotel|airport)$/.test(tokens[last - 1]?.lower ?? '') ? 'facility' : 'asset';
