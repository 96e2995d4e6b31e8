import { COPULAS, governorOf, inRole } from './arguments.ts';
import { bodyAndName } from './body-and-name.ts';
import { BY_WORDS } from './by-words.ts';
import type { Chunk } from './chunks.ts';
import { type Filler, fillerOf, ofMention } from './fillers.ts';
import type { Trigger } from './find-triggers.ts';
import { type Predicate, prepositionAt } from './predicates.ts';
import type { Scene } from './scene.ts';

export const isBefore =
  (scene: Scene, chunk: Chunk) =>
  ({ span }: Filler): boolean =>
    span[1] <= scene.span(chunk.first, chunk.last)[0];

/**
 * Whom a describing noun denotes: the name after it, what it is an apposition to or of, the subject of "is" or of "served as",
 * or itself.
 */
export const bearers = (scene: Scene, chunk: Chunk, trigger: Trigger): readonly Filler[] => {
  if (chunk.head >= trigger.last) {
    const mention = scene.mentionOf(chunk);
    return mention === null ? [] : [ofMention(mention, BY_WORDS)];
  }
  const { carrier } = trigger;
  const beside = trigger.definition.titles === true ? bodyAndName(scene, chunk) : null;
  // "The adviser of the President of Kestria Marek Voss": the name may be that of either.
  if (beside !== null && isOfPost(scene, chunk)) return [];
  if (beside !== null) return [ofMention(beside.name, BY_WORDS)];
  if (carrier !== null && carrier.as === 'complement') {
    const { predicate } = carrier;
    // "unfit to be president of Kestria", "hopes to become head of the fund": nobody is told to be it.
    if (trigger.definition.titles === true && predicate.group?.form === 'infinitive' && !isTold(scene, predicate))
      return [];
    const positions = COPULAS.has(predicate.lemma) ? ['theme', 'agent'] : ['agent', 'theme'];
    for (const name of positions) {
      const said = inRole(scene, predicate, name).filter(isBefore(scene, chunk));
      if (said.length > 0) return said;
    }
  }
  const name = named(scene, chunk);
  const isPost = trigger.definition.titles === true;
  // "According to Norel, an adviser came": a post is nobody's but a person's.
  if (name !== null && !(isPost && scene.mentionOf(name)?.type !== 'person')) return [fillerOf(scene, name, BY_WORDS)];
  if (carrier !== null && carrier.predicate.lemma === 'be' && carrier.as === 'subject') {
    const [other] = inRole(scene, carrier.predicate, 'result');
    if (other?.mention?.form === 'name') return [other];
  }
  const own = fillerOf(scene, chunk, BY_WORDS);
  if (own.mention === null || isAnybody(scene, chunk)) return [];
  // "an adviser to the president came": of a post nobody is told who holds it.
  const isOpen = isPost || trigger.definition.named === true;
  return isOpen && !scene.isNamed(own.mention.chain) ? [] : [own];
};

/** Whether a post hangs on another: "the adviser of the President". */
const isOfPost = (scene: Scene, { preposition }: Chunk): boolean => {
  const top = preposition === null ? null : scene.chunkOf(preposition - 1);
  return top !== null && scene.mentionOf(top)?.type === 'person' && scene.mentionOf(top)?.form === 'nominal';
};

/** "seems to be", "is known to be", "continues to be": what the infinitive says is told as so. */
const isTold = (scene: Scene, predicate: Predicate): boolean => {
  const governor = governorOf(scene, predicate);
  return (
    governor !== null &&
    /^(?:rise|go|seem|appear|prove|turn|happen|continue|know|say|report|believe|claim|think|reveal|use)$/.test(
      governor.lemma,
    )
  );
};

/** The name beside a description between commas: "Voss, the chairman of Norel," and "Hale's cousin, Marek Voss,". */
const named = (scene: Scene, chunk: Chunk): Chunk | null => {
  const end = endOf(scene, chunk);
  // "According to Norel officials, Hale left": several are nobody's description.
  if (isPlural(scene, chunk)) return null;
  const before = apposedTo(scene, chunk, 0);
  if (before !== null && !isListed(scene, chunk) && isClosed(scene, end)) return before;
  if (scene.tokens[end]?.text !== ',') return null;
  const next = scene.chunkOf(end + 1);
  const mention = next === null ? null : scene.mentionOf(next);
  // "the envoy of Ostra, the banker Irina Veld": two of a list.
  if (next === null || next.first !== end + 1) return null;
  if (scene.tokens[next.first]?.pos === 'DET' && !isNameOfThing(scene, next)) return null;
  return mention?.form === 'name' ? next : null;
};

/** "his yacht, the Maris": an article and a name alone. */
const isNameOfThing = (scene: Scene, chunk: Chunk): boolean =>
  scene.tokens[chunk.first]?.lower === 'the' &&
  scene.tokens.slice(chunk.first + 1, chunk.last).every(({ pos }) => pos === 'PROPN') &&
  scene.mentionOf(chunk)?.type !== 'person';

/** Behind the phrases that hang on a description: "the chairman of the board of Norel". */
const endOf = (scene: Scene, chunk: Chunk): number => {
  let end = chunk.last;
  for (let steps = 0; steps < 4 && prepositionAt(scene.tokens, end) !== null; steps++) {
    const hanging = scene.chunkOf(end + 1);
    if (hanging === null || hanging.first !== end + 1) break;
    end = hanging.last;
  }
  return end;
};

/** What stands behind a description between commas; before a verb it is who does something: "To Voss, the head of the fund wrote". */
const isClosed = (scene: Scene, end: number): boolean => {
  const token = scene.tokens[end];
  if (token === undefined || token.pos === 'PUNCT') return true;
  return scene.predicateAt(end)?.group?.form !== 'finite' && token.pos !== 'AUX';
};

const ASIDE = /^[,–—(]$/;

/** "Voss, 54, a banker and friend of Hale": the name that one of several descriptions goes with. */
const apposedTo = (scene: Scene, chunk: Chunk, depth: number): Chunk | null => {
  if (chunk.preposition !== null || depth > 2) return null;
  const mark = chunk.first - 1;
  const word = scene.tokens[mark];
  if (word === undefined) return null;
  if (word.lower === 'and') {
    const comma = scene.tokens[mark - 1]?.text === ',' ? 2 : 1;
    let other = scene.chunkOf(mark - comma);
    for (let steps = 0; other !== null && other.preposition !== null && steps < 3; steps++)
      other = scene.chunkOf(other.preposition - 1);
    const isName = other !== null && scene.mentionOf(other)?.form === 'name';
    return other === null || isName ? null : apposedTo(scene, other, depth + 1);
  }
  if (!ASIDE.test(word.text)) return null;
  let before = scene.chunkOf(mark - 1);
  if (before !== null && isAge(scene, before)) before = scene.chunkOf(before.first - 2);
  const mention = before === null ? null : scene.mentionOf(before);
  const isNext = before !== null && (before.last === mark || isAge(scene, scene.chunkOf(mark - 1)));
  return isNext && mention?.form === 'name' ? before : null;
};

/** "Voss, 54, a banker" */
const isAge = (scene: Scene, chunk: Chunk | null): boolean =>
  chunk !== null &&
  chunk.last - chunk.first === 1 &&
  /^\d\d$/.test(scene.tokens[chunk.head]?.text ?? '') &&
  scene.tokens[chunk.first - 1]?.text === ',';

/** "Voss, the chairman and Hale": one of a list; "Voss, a banker and friend of Hale" is not. */
const isListed = (scene: Scene, chunk: Chunk): boolean => {
  if (!/^(?:and|or)$/.test(scene.tokens[chunk.last]?.lower ?? '')) return false;
  const next = scene.chunkOf(chunk.last + 1);
  return next === null || scene.mentionOf(next)?.form === 'name';
};

/** "members", "my friends": nobody that a case could name; "Veld's brother" may be named elsewhere. */
const isAnybody = (scene: Scene, chunk: Chunk): boolean => {
  const opener = scene.tokens[chunk.first]?.lower ?? '';
  return isPlural(scene, chunk) || /^(?:my|our|your|no|any|every|each|another)$/.test(opener);
};

const isPlural = (scene: Scene, { head, preposition }: Chunk): boolean => {
  const word = scene.tokens[head];
  // "one of Voss's boats"
  if (preposition !== null && scene.tokens[preposition - 1]?.lower === 'one') return false;
  return word !== undefined && word.pos !== 'PROPN' && word.lower !== word.lemma && /(?:s|men|wives)$/.test(word.lower);
};
