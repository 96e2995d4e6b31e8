import { after } from './around-noun.ts';
import type { Chunk } from './chunks.ts';
import { type Filler, ofMention } from './fillers.ts';
import type { Scene } from './scene.ts';

/** People who stand for a side: several of them, told with their sides, are those sides. */
const SENT =
  /^(?:ministers|delegations|negotiators|envoys|officials|representatives|leaders|presidents|diplomats|governments|teams|emissaries|chiefs|ambassadors|sides|delegates|advisers|advisors|aides|mediators|generals|foreign-ministers|secretaries|executives|lawyers|bankers)$/;

const isSeveral = (scene: Scene, { head }: Chunk): boolean => SENT.test(scene.tokens[head]?.lower ?? '');

/**
 * "The foreign ministers of Ostra and Kestria", "Ostran and Kestrian envoys": the sides by name, where two are named, in place
 * of the description that a case could not resolve.
 */
export const withSides = (scene: Scene, fillers: readonly Filler[]): readonly Filler[] => {
  const expanded = fillers.flatMap((filler): readonly Filler[] => {
    const { chunk, mention } = filler;
    if (chunk === null || mention?.form === 'name' || !isSeveral(scene, chunk)) return [filler];
    for (const preposition of ['of', 'from', 'for']) {
      const named = after(scene, chunk, preposition).filter((one) => isSide(one));
      if (named.length > 1 && named.some((one) => one.mention?.form === 'name'))
        return named.map((one) => ({ ...one, confidence: filler.confidence }));
    }
    const own = adjectivesIn(scene, chunk);
    const before = joinedBefore(scene, chunk);
    const all = [...before, ...own];
    return all.length > 1
      ? all.map((found) => ({
          ...found,
          confidence: filler.confidence,
          ...(filler.across === undefined ? {} : { across: filler.across }),
        }))
      : [filler];
  });
  const seen = new Set<string>();
  return expanded.filter(({ mention, span, chunk }) => {
    // "Ostran" of "Ostran and Kestrian envoys" alone is nobody.
    if (mention === null && chunk !== null && isAdjectiveAlone(scene, chunk)) return false;
    const key = mention === null ? span.join() : `chain ${mention.chain}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** A name, or a body that is only described beside one: "of Ostra's army and of the Marsh Front". */
const isSide = ({ mention }: Filler): boolean =>
  mention?.form === 'name' || (mention?.form === 'nominal' && /^(?:organization|publicBody)$/.test(mention.type));

const adjectivesIn = (scene: Scene, { first, head }: Chunk): readonly Filler[] => {
  const found: Filler[] = [];
  for (let i = first; i < head; i++) {
    const mention = scene.nameBehindAdjective(i);
    if (mention !== null) found.push(ofMention(mention, 1));
  }
  return found;
};

const isAdjectiveAlone = (scene: Scene, { first, last }: Chunk): boolean =>
  last - first <= 2 && scene.nameBehindAdjective(last - 1) !== null;

/** "Ostran and" before "Kestrian envoys". */
const joinedBefore = (scene: Scene, chunk: Chunk): readonly Filler[] => {
  const and = scene.tokens[chunk.first - 1];
  if (and === undefined || !/^(?:and|–|-)$/.test(and.lower)) return [];
  // "US and Kestrian delegations"
  const name = scene.nameEndingAt(chunk.first - 2);
  const mention = scene.nameBehindAdjective(chunk.first - 2) ?? (name?.type === 'place' ? name : null);
  return mention === null ? [] : [ofMention(mention, 1)];
};
