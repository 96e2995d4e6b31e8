import type { Mention, Span } from '../../model/index.ts';
import type { Chunk } from './chunks.ts';
import { prepositionAt, RELATIVE } from './predicates.ts';
import type { Scene } from './scene.ts';

/** What stands in a role: a noun group, a mention without one ("their"), or bare words. */
export interface Filler {
  readonly chunk: Chunk | null;
  readonly mention: Mention | null;
  readonly span: Span;
  /** How sure it is that this belongs to the trigger, 0 to 1. */
  readonly confidence: number;
  /** The "with" or "to" that it stands behind: on the other side from who did it. */
  readonly across?: string;
}

/**
 * The fillers in a stretch of words: its noun, with all that are joined to it ("A, B and C"). What hangs on a noun
 * ("of the fund"), its description between commas and its relative clauses are no fillers.
 */
export const fillersIn = (
  scene: Scene,
  first: number,
  last: number,
  confidence: number,
  stop: (token: number) => boolean = () => false,
): readonly Filler[] => {
  // "its plan to buy": the network gives the plan to "its" alone.
  const only = last - first === 1 && OWNERS.test(scene.tokens[first]?.lower ?? '') ? scene.tokens[first] : undefined;
  const owner = only === undefined ? null : scene.mentionAt(only.start, only.end);
  if (owner !== null) return [ofMention(owner, confidence)];
  const [from, to] = mended(scene, first, last);
  return joined(scene, from, to, stop).map((chunk) => fillerOf(scene, chunk, confidence));
};

const OWNERS = /^(?:his|her|their|its)$/;

/** Where the network cuts a list in two: "and a banker", "Hale and". */
const mended = (scene: Scene, first: number, last: number): readonly [number, number] => {
  let from = first;
  let to = last;
  const then = scene.chunkOf(last);
  // "envoys of the army and of [the Front]"
  const preposed =
    /^(?:of|from)$/.test(scene.tokens[first - 1]?.lower ?? '') && scene.tokens[first - 2]?.lower === 'and';
  if (preposed) {
    let head = scene.chunkOf(first - 3);
    for (let steps = 0; head !== null && head.preposition !== null && steps < 3; steps++)
      head = scene.chunkOf(head.preposition - 1);
    if (head !== null) from = head.first;
  }
  if (/^(?:and|or)$/.test(scene.tokens[last - 1]?.lower ?? '') && then !== null) to = then.last;
  if (/^(?:and|or)$/.test(scene.tokens[first]?.lower ?? '')) {
    let before = scene.chunkOf(first - 1) ?? (scene.tokens[first - 1]?.text === ',' ? scene.chunkOf(first - 2) : null);
    for (let steps = 0; before !== null && before.preposition !== null && steps < 4; steps++)
      before = scene.chunkOf(before.preposition - 1) ?? null;
    if (before !== null) from = before.first;
  }
  return [from, to];
};

export const fillerOf = (scene: Scene, chunk: Chunk, confidence: number): Filler => {
  const own = scene.mentionOf(chunk) ?? namedElsewhere(scene, chunk);
  const mention = own === null || own.form === 'nominal' ? (nameBehind(scene, chunk, own) ?? own) : own;
  return { chunk, mention, span: mention === null ? wholeOf(scene, chunk) : [mention.start, mention.end], confidence };
};

/** A name of which no mention was made here, but elsewhere in the document. */
const namedElsewhere = (scene: Scene, { first, last, head }: Chunk): Mention | null => {
  if (scene.tokens[head]?.pos !== 'PROPN') return null;
  const article = /^(?:the|a|an)$/i.test(scene.tokens[first]?.text ?? '') ? 1 : 0;
  return scene.sameName(scene.known.text.slice(...scene.span(first + article, last)));
};

/** "her party, the Civic Union", "a company called Norel": a name says more than the description it belongs to. */
const nameBehind = (scene: Scene, chunk: Chunk, own: Mention | null): Mention | null => {
  const next = scene.tokens[chunk.last];
  if (next === undefined) return null;
  const called = /^(?:called|named)$/.test(next.lower);
  if (!called && next.text !== ',') return null;
  const other = scene.chunkOf(chunk.last + 1);
  const mention = other === null || other.first !== chunk.last + 1 ? null : scene.mentionOf(other);
  if (mention?.form !== 'name' || other === null) return null;
  if (called) return mention;
  if (isDefiniteList(scene, other)) return null;
  const end = scene.tokens[other.last]?.text ?? '.';
  // A description that no mention was made of: what stands between two commas, and "by its secretary, Irina Veld."
  if (own === null) {
    const isPost =
      mention.type === 'person' && /^(?:its|his|her|their|the)$/.test(scene.tokens[chunk.first]?.lower ?? '');
    const led = chunk.preposition === null ? '' : scene.tokens[chunk.preposition]?.lower;
    return led === '' && end === ',' ? mention : isPost && led === 'by' && /^[,.;]$/.test(end) ? mention : null;
  }
  const isBody = BODIES.has(mention.type) && BODY.test(scene.tokens[chunk.head]?.lower ?? '');
  return /^[,.;:]$/.test(end) && (isBody || isLike(mention, own)) ? mention : null;
};

const PLACELIKE = new Set(['place', 'facility', 'publicBody']);

/** What is no person, whatever the network takes it for. */
const BODY = /^(?:party|company|firm|fund|bank|agency|ministry|union|newspaper)$/;

const BODIES = new Set(['organization', 'publicBody', 'group']);

/** "her party, the Civic Union": what is a group to one is a body to another. */
const isLike = (a: Mention, b: Mention): boolean => a.type === b.type || (BODIES.has(a.type) && BODIES.has(b.type));

/** "the ministry, Norel, and the fund" is a list. */
const isDefiniteList = (scene: Scene, chunk: Chunk): boolean =>
  scene.tokens[chunk.last]?.text === ',' && /^(?:and|or)$/.test(scene.tokens[chunk.last + 1]?.lower ?? '');

/** "Norel chairman Peter Voss", "Lorne-based Norel": the name of a body or place that only says whose or where what follows is. */
const behindBody = (scene: Scene, chunk: Chunk): Chunk => {
  const body = scene.mentionOf(chunk);
  if (body?.form !== 'name' || !/^(?:organization|publicBody|place|group)$/.test(body.type)) return chunk;
  if (body.end !== scene.tokens[chunk.last - 1]?.end) return chunk;
  const dash = scene.tokens[chunk.last]?.text === '-' ? 1 : 0;
  if (/^-?based$/.test(scene.tokens[chunk.last + dash]?.lower ?? '')) {
    const based = scene.chunkOf(chunk.last + dash + 1);
    return based?.first === chunk.last + dash + 1 ? based : chunk;
  }
  const next = scene.chunkOf(chunk.last);
  const bearer = next === null || next.first !== chunk.last ? null : scene.mentionOf(next);
  const opensWithPost =
    bearer?.form === 'name' &&
    bearer.type === 'person' &&
    bearer.role !== null &&
    bearer.start === scene.tokens[chunk.last]?.start &&
    bearer.head[0] > bearer.start;
  return opensWithPost && next !== null ? next : chunk;
};

/** The noun groups joined at the head of `[first, last)`. A group that begins inside may end behind it. */
const joined = (scene: Scene, first: number, last: number, stop: (token: number) => boolean): readonly Chunk[] => {
  const opening = leading(scene, first, last);
  if (opening === null) return [];
  const lead = behindBody(scene, opening);
  const found: Chunk[] = [lead];
  // Items after a comma count once "and" or "or" has closed the list.
  let closed = 1;
  let inner: Chunk | null = null;
  let at = lead.last;
  for (let steps = 0; at < last && steps < 40; steps++) {
    const token = scene.tokens[at];
    if (token === undefined) break;
    const preposition = prepositionAt(scene.tokens, at);
    if (preposition !== null) {
      const hanging = leading(scene, at, last);
      if (hanging === null) break;
      inner = /^(?:of|in|at|near|from)$/.test(preposition) ? hanging : null;
      at = hanging.last;
      continue;
    }
    const comma = token.text === ',';
    const and = /^(?:and|or|&)$/.test(token.lower);
    if (!comma && !and) break;
    const serial = comma && /^(?:and|or)$/.test(scene.tokens[at + 1]?.lower ?? '');
    const then = serial ? at + 2 : at + 1;
    const preposed = inner?.preposition ?? lead.preposition;
    // "of the army and of the Front"
    const isAgain = preposed !== null && scene.tokens[then]?.lower === scene.tokens[preposed]?.lower;
    const both = isAgain || /^(?:both|also|then|even)$/.test(scene.tokens[then]?.lower ?? '') ? then + 1 : then;
    const item = scene.chunkOf(both);
    // Behind a preposition no new subject opens, whatever the network says.
    if (item === null || item.first > both || both >= last || (stop(item.first) && !isAgain)) break;
    const next = behindBody(scene, item);
    if (serial && found.length === 1 && isSubject(scene, next)) break;
    at = next.last;
    if (comma && !serial && isAside(scene, found.at(-1), next, last)) {
      // Over the closing comma, if there is one.
      if (scene.tokens[at]?.text === ',' && !/^(?:and|or)$/.test(scene.tokens[at + 1]?.lower ?? '')) at++;
      continue;
    }
    if (inner !== null && (isAgain || isInner(scene, found.at(-1), inner, next))) continue;
    inner = null;
    found.push(next);
    if (and || serial) closed = found.length;
  }
  return namesOf(scene, found.slice(0, closed));
};

const NUMBERS: Readonly<Record<string, number>> = { both: 2, two: 2, three: 3, four: 4, five: 5 };

/** "the two companies, Halden and Norel": as many names as the description counts are those whom it describes. */
const namesOf = (scene: Scene, found: readonly Chunk[]): readonly Chunk[] => {
  const [lead, ...rest] = found;
  if (lead === undefined || rest.length < 2 || scene.mentionOf(lead)?.form === 'name') return found;
  const counted = scene.tokens.slice(lead.first, lead.head).flatMap(({ lower }) => NUMBERS[lower] ?? []);
  const isCounted = counted.includes(rest.length) && scene.tokens[lead.last]?.text === ',';
  return isCounted && rest.every(({ head }) => scene.tokens[head]?.pos === 'PROPN') ? rest : found;
};

/** "sanctions on the generals, and Veld, who was freed, invited him": the subject of another clause. */
const isSubject = (scene: Scene, chunk: Chunk): boolean => {
  const then = scene.tokens[chunk.last];
  if (then?.text === ',') return /^(?:who|which|an?|the)$/.test(scene.tokens[chunk.last + 1]?.lower ?? '');
  return then !== undefined && (then.pos === 'AUX' || scene.predicateAt(chunk.last)?.group?.form === 'finite');
};

/** "the envoys of Ostra and Kestria": the second name belongs to the of-phrase. */
const isInner = (scene: Scene, outer: Chunk | undefined, inner: Chunk, next: Chunk): boolean => {
  const plural = scene.tokens[outer?.head ?? -1];
  const a = scene.mentionOf(inner);
  const b = scene.mentionOf(next);
  const word = scene.tokens[inner.preposition ?? -1]?.lower;
  // "degrees from Norel and Halden"
  if (word === 'from')
    return (
      outer !== undefined &&
      scene.mentionOf(outer)?.form !== 'name' &&
      a?.form === 'name' &&
      b?.form === 'name' &&
      a.type === b.type
    );
  if (outer !== undefined && word !== 'of') {
    // "with Hale at the library in Brask and the palace": where it was goes on, not who was there.
    const isPlaced = a !== null && /^(?:place|facility)$/.test(a.type);
    return isPlaced && scene.mentionOf(outer)?.type === 'person' && b?.form === 'name' && PLACELIKE.has(b.type);
  }
  if (outer === undefined || plural === undefined || plural.lower === plural.lemma || plural.pos !== 'NOUN')
    return false;
  return a?.form === 'name' && b?.form === 'name' && a.type === b.type;
};

/** "Hale, the envoy, …" and "the envoy, Tomas Hale, …": one description of the other, not two of a list. */
const isAside = (scene: Scene, before: Chunk | undefined, next: Chunk, last: number): boolean => {
  if (before === undefined) return false;
  const a = scene.mentionOf(before);
  const b = scene.mentionOf(next);
  const described = a?.form === 'name' && b?.form !== 'name';
  const named = a?.form === 'nominal' && b?.form === 'name' && a.type === b.type;
  if (!described && !named) return false;
  if (b !== null && a !== null && a.type !== b.type && b.type !== 'group') return false;
  const closing = scene.tokens[tailOf(scene, next, last)];
  return closing === undefined || closing.text === ',' || tailOf(scene, next, last) >= last;
};

/** Behind the of- and in-phrases that hang on a noun. */
const tailOf = (scene: Scene, chunk: Chunk, last: number): number => {
  let at = chunk.last;
  for (let steps = 0; steps < 6 && at < last && prepositionAt(scene.tokens, at) !== null; steps++) {
    const next = leading(scene, at, last);
    if (next === null) break;
    at = next.last;
  }
  return at;
};

/** "the banker, who": the noun before; over a description of a name ("Hale, the envoy, who"). */
const antecedent = (scene: Scene, pronoun: number): Chunk | null => {
  const comma = scene.tokens[pronoun - 1]?.text === ',';
  let before = scene.chunkOf(pronoun - (comma ? 2 : 1));
  if (/^whom?$/.test(scene.tokens[pronoun]?.lower ?? '')) {
    // "an envoy to the union who", "Hale, the head of the fund, whom": nobody but a person.
    for (
      let steps = 0;
      before !== null && before.preposition !== null && !isPerson(scene, before) && steps < 4;
      steps++
    )
      before = scene.chunkOf(before.preposition - 1);
  }
  if (before === null || scene.tokens[before.first - 1]?.text !== ',') return before;
  const named = scene.chunkOf(before.first - 2);
  const described =
    named !== null && scene.mentionOf(named)?.form === 'name' && scene.mentionOf(before)?.form !== 'name';
  return described ? named : before;
};

const isPerson = (scene: Scene, chunk: Chunk): boolean => {
  const mention = scene.mentionOf(chunk);
  return mention?.type === 'person' || mention?.type === 'group';
};

const SKIPPED =
  /^(?:whose|that|this|all|both|either|neither|even|also|only|not|just|then|former|about|roughly|approximately|around|almost|nearly|some|up|more|less|than|least|exclusively|mainly|partly)$/;

/** The first noun group at the head of a stretch, its preposition and a few words before it passed over. */
const leading = (scene: Scene, first: number, last: number): Chunk | null => {
  if (last - first === 1 && RELATIVE.test(scene.tokens[first]?.lower ?? '')) return antecedent(scene, first);
  // The network at times leaves off after the preposition: "with", not "with Veld".
  const end = prepositionAt(scene.tokens, last - 1) === null ? last : last + 1;
  for (let i = first; i < Math.min(end, first + 4); i++) {
    const chunk = scene.chunkOf(i);
    // "from Ostra-based Norel": Norel, not Ostra.
    if (chunk !== null && isSeat(scene, chunk)) return leading(scene, chunk.last + 2, Math.max(last, chunk.last + 3));
    if (chunk !== null) return chunk.first >= first || chunk.head >= first ? chunk : null;
    const token = scene.tokens[i];
    if (token === undefined) return null;
    const passed =
      token.pos === 'ADP' ||
      prepositionAt(scene.tokens, i) !== null ||
      SKIPPED.test(token.lower) ||
      /^["“‘'(]$/.test(token.text) ||
      isPremodifier(scene, i) ||
      token.lower === 'to';
    if (!passed || (token.lower === 'to' && prepositionAt(scene.tokens, i) === null)) return null;
  }
  return null;
};

/** "Ostra-based", "state-owned": says where or whose the next noun is. */
const isSeat = (scene: Scene, { last }: Chunk): boolean =>
  /^[-‐‑–]$/.test(scene.tokens[last]?.text ?? '') &&
  /^(?:based|backed|owned|led|born|listed|registered|controlled|headquartered|run)$/.test(
    scene.tokens[last + 1]?.lower ?? '',
  );

/** "proposed changes", "frozen assets": a participle at the head of a noun group. */
const isPremodifier = (scene: Scene, at: number): boolean => {
  const token = scene.tokens[at];
  const next = scene.tokens[at + 1];
  return (
    token?.pos === 'VERB' &&
    /(?:ed|en|wn)$/.test(token.lower) &&
    (next?.pos === 'NOUN' || next?.pos === 'ADJ' || next?.pos === 'PROPN') &&
    scene.chunkOf(at + 1)?.first === at + 1
  );
};

/** What one has in somebody: "a stake in Norel" is one thing. */
const SHARES = /^(?:stake|share|shareholding|interest|holding|equity)s?$/;

/** A noun with the of-phrases and one in-phrase that hang on it: "a stake in the field". */
export const wholeOf = (scene: Scene, chunk: Chunk): Span => {
  let last = chunk.last;
  for (let steps = 0; steps < 3; steps++) {
    const word = scene.tokens[last];
    const after = scene.chunkOf(last + 1);
    if (word === undefined || after === null || after.preposition !== last) break;
    if (word.lower !== 'of' && word.lower !== 'in') break;
    // "the deal in December": when it is told, not what.
    if (word.lower === 'in' && isWhen(scene, after)) break;
    // "the sale in exchange", "the plan in principle"
    if (word.lower === 'in' && after.last - after.first === 1 && scene.tokens[after.head]?.pos !== 'PROPN') break;
    // "officials in Lorne", but "a stake in the Brask field".
    const named = scene.mentionOf(after)?.form === 'name' && scene.tokens[after.head]?.pos === 'PROPN';
    if (word.lower === 'in' && named && !SHARES.test(scene.tokens[chunk.head]?.lower ?? '')) break;
    last = after.last;
  }
  // '"Norel" assets': with the mark that opens it.
  const isQuoted = /^["“]$/.test(scene.tokens[chunk.first - 1]?.text ?? '');
  const closes = scene.tokens.slice(chunk.first, chunk.last).some(({ text }) => /^["”]$/.test(text));
  return scene.span(isQuoted && closes ? chunk.first - 1 : chunk.first, last);
};

const isWhen = (scene: Scene, { first, last, head }: Chunk): boolean => {
  const [start, end] = scene.span(first, last);
  return (
    CALENDAR.test(scene.tokens[head]?.lower ?? '') ||
    scene.timesIn(scene.sentenceOf(first)).some((time) => time.start < end && start < time.end)
  );
};

/** What a time is counted in or called, where none was read. */
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|days?|weeks?|months?|quarters?|years?|decades?|future|past|advance|time|(?:1[89]|20)\d\d)$/;

/** Words as they stand. */
export const bare = (scene: Scene, first: number, last: number, confidence: number): Filler => ({
  chunk: null,
  mention: null,
  span: scene.span(first, last),
  confidence,
});

export const ofMention = (mention: Mention, confidence: number): Filler => ({
  chunk: null,
  mention,
  span: [mention.start, mention.end],
  confidence,
});
