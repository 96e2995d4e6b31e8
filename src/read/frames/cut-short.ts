import { wholeOf } from './fillers.ts';
import type { Hanging } from './hanging.ts';
import type { Scene } from './scene.ts';

/** "lifted before, and not after, | the signing": with what the last preposition belongs to. */
export const inWhole = (scene: Scene, hanging: Hanging): Hanging => {
  const [first, last] = hanging.conditionAt;
  const next = scene.chunkOf(last + 1);
  if (scene.tokens[last - 1]?.pos !== 'ADP' || scene.tokens[last]?.text !== ',' || next === null) return hanging;
  if (next.first !== last + 1 || last >= scene.sentenceOf(first).last) return hanging;
  const condition = [hanging.condition[0], wholeOf(scene, next)[1]] as const;
  return { ...hanging, condition, conditionAt: [first, scene.tokenFrom(condition[1])] };
};

/** No clause or noun ends on these. */
const OPEN_ENDS: ReadonlySet<string> = new Set(['DET', 'ADP', 'CCONJ', 'SCONJ']);
/** But on these it may: "comes off", "as long as it was on", "this and that". */
const CLOSES =
  /^(?:off|on|out|up|down|in|over|through|back|away|by|around|apart|together|forward|this|that|these|those|all|both|each|any|some|none|n['’]?t|so)$/;

/** Whether the words of a condition, or of what hangs on it, were cut off in the middle: worse than none. */
export const isCutShort = (scene: Scene, { conditionAt, dependentAt, verb, strength }: Hanging): boolean =>
  isFragment(scene, conditionAt) ||
  (strength === 'leaning' && isDenied(scene, dependentAt)) ||
  (verb?.group?.negated === true && strength === 'leaning') ||
  isHabit(scene, dependentAt, conditionAt);

const isFragment = (scene: Scene, [first, last]: readonly [number, number]): boolean => {
  const end = scene.tokens[last - 1];
  if (end === undefined || last <= first) return true;
  const words = scene.known.text.slice(...scene.span(first, last));
  if (!/[\p{L}\p{N}]/u.test(words)) return true;
  // "a promise of the “fullest": of what is quoted only the beginning.
  if ((words.match(/“/g) ?? []).length > (words.match(/”/g) ?? []).length) return true;
  if (last - first === 1 && /^(?:ADP|DET|CCONJ|SCONJ|AUX|PRON|PUNCT)$/.test(end.pos)) return true;
  if (OPEN_ENDS.has(end.pos) && !CLOSES.test(end.lower)) return true;
  // "it comes with a similar"
  return end.pos === 'ADJ' && /^(?:an?|the|its|their|his|her)$/.test(scene.tokens[last - 2]?.lower ?? '');
};

/** "sales have not been conditioned on": told not to hang on it. */
const isDenied = (scene: Scene, [first, last]: readonly [number, number]): boolean =>
  /(?:\b(?:not|never|nor)|n['’]\s?t)\s*$/i.test(scene.known.text.slice(...scene.span(first, last)));

/** "a man who never moves without her leave": what somebody is like. */
const isHabit = (
  scene: Scene,
  [first, last]: readonly [number, number],
  [conditionFirst]: readonly [number, number],
): boolean => {
  if (!/^without$/.test(scene.tokens[conditionFirst - 1]?.lower ?? '')) return false;
  const never = scene.tokens.findLastIndex(({ lower }, i) => i >= first && i < last && lower === 'never');
  if (never < 0) return false;
  const verb = scene.predicatesNear(never).find(({ token, group }) => group !== null && token > never);
  return verb?.group?.form === 'finite' && verb.group.modal === null;
};
