import type { Mention, MentionType, Span } from '../../model/index.ts';
import { compareTokens } from '../../text/index.ts';
import type { Known, Sentence, Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import { findRegime, findRuns, isClosedBy, isGlued, isPossessive, isSentenceStart, type Run } from './capitals.ts';
import { isAdjective, isPeople } from './demonyms.ts';
import { decideType, keyOf, type Votes, vote, voteByContext, voteByWords } from './evidence.ts';
import { findHeadlineNames, type KnownName } from './headline-names.ts';
import { findMoney } from './money.ts';
import { type Piece, sideBefore, splitRun, wordsOf } from './names.ts';
import { findNominals, type Nominal } from './nominals.ts';
import { pronounType } from './pronouns.ts';
import { isCountry, isDemonym } from './world-of-names.ts';

interface Draft extends Omit<Mention, 'id' | 'chain'> {
  readonly first: number;
  readonly last: number;
}

/**
 * Names, descriptions and pronouns for people, bodies, places, things and sums, in text order.
 *
 * Two mentions overlap only when one stands within the other ("the head of Halden Energy"). Every mention has a
 * chain of its own; `linkMentions` joins them. Country adjectives ("Ostran") are no mentions, peoples ("Ostrans") are.
 * A capitalised word that nothing speaks for is left out.
 */
export const findMentions = (
  known: Pick<Known, 'text' | 'blocks' | 'sentences' | 'tokens' | 'quotes' | 'document'>,
): Mention[] => {
  const { text, tokens, sentences, blocks } = known;
  const regimes = sentences.map((sentence) => findRegime(tokens, sentence, blocks[sentence.block]));
  const runs = dropLoneStarts(
    tokens,
    sentences,
    sentences.map((sentence, i) => (regimes[i] === 'plain' ? findRuns(tokens, sentence) : [])),
  );
  const stems = new Set(runs.flat().map((run) => keyOf(tokens, run.first, run.last)));
  const drafts: Draft[] = [];
  const pieces: Piece[] = [];
  const nominals: Nominal[] = [];
  sentences.forEach((sentence, i) => {
    const named = (runs[i] ?? [])
      .flatMap((run) => splitPair(tokens, run, stems))
      .map((run) => withThing(tokens, run))
      .filter((run) => !isAdjective(tokens, run, stems));
    const split = named
      .flatMap((run) => splitRun(text, tokens, run))
      .filter((piece) => !isAdjective(tokens, piece, stems));
    pieces.push(...split);
    if (regimes[i] !== 'caps') nominals.push(...findNominals(text, tokens, sentence, split));
  });
  const posts = readPosts(tokens, pieces, nominals);
  const votes = collectVotes(tokens, pieces, nominals, posts);
  const names = new Map<string, KnownName>();
  for (const piece of pieces) {
    const key = keyOf(tokens, piece.first, piece.last);
    const people = isPeople(tokens, piece, stems);
    const type = people ? 'group' : decideType(tokens, piece, votes.get(key) ?? new Map());
    if (type === null) continue;
    if (!people) names.set(key, { type });
    const family = tokens[piece.last - 1]?.lower ?? '';
    if (type === 'person' && !names.has(family)) names.set(family, { type });
    const post = posts.get(piece);
    const person = type === 'person';
    drafts.push({
      ...rangeOf(tokens, person ? piece.from : piece.first, piece.last),
      type,
      form: 'name',
      head: spanOf(tokens, piece.first, piece.last),
      role: person ? (piece.role ?? post?.role ?? null) : null,
      side: person
        ? (sideText(text, tokens, piece.side) ?? post?.side ?? null)
        : type === 'publicBody' || type === 'organization'
          ? sideText(text, tokens, sideBefore(tokens, piece.first))
          : null,
    });
  }
  sentences.forEach((sentence, i) => {
    if (regimes[i] === 'plain') return;
    for (const found of findHeadlineNames(tokens, sentence, names)) {
      drafts.push({
        ...rangeOf(tokens, found.first, found.last),
        type: found.type,
        form: 'name',
        head: spanOf(tokens, found.first, found.last),
        role: null,
        side: null,
      });
    }
  });
  const fixed = drafts.slice();
  for (const nominal of nominals) {
    if (fixed.some((name) => crosses(name, nominal))) continue;
    drafts.push({
      ...rangeOf(tokens, nominal.first, nominal.last),
      type: nominal.type,
      form: 'nominal',
      head: spanOf(tokens, nominal.head.first, nominal.head.last),
      role: nominal.role,
      side: nominal.side,
    });
  }
  for (const token of tokens) {
    const type = pronounType(tokens, token.index);
    if (type === null) continue;
    drafts.push({
      ...rangeOf(tokens, token.index, token.index + 1),
      type,
      form: 'pronoun',
      head: [token.start, token.end],
      role: null,
      side: null,
    });
  }
  return number([...drafts, ...moneyOf(known)]);
};

/** "Ostra-Velland", "US-Russian": two names, or a name and an adjective, unless the pair is one person's name. */
const splitPair = (tokens: readonly Token[], run: Run, names: ReadonlySet<string>): readonly Run[] => {
  const [a, mark, b] = tokens.slice(run.first, run.last);
  if (run.last - run.first !== 3 || mark?.text !== '-' || a === undefined || b === undefined) return [run];
  const left = { first: run.first, last: run.first + 1 };
  const right = { first: run.last - 1, last: run.last };
  if (isDemonym(b.lower)) return isDemonym(a.lower) ? [] : [left];
  const isKnown = (token: Token): boolean =>
    isCountry(token.text) || [...names].some((name) => name === token.lower || name.endsWith(` ${token.lower}`));
  return isKnown(a) && isKnown(b) ? [left, right] : [run];
};

/** "Mirra gas field", "Druva refinery": the noun in lower case belongs to the name of the thing. */
const withThing = (tokens: readonly Token[], run: Run): Run => {
  const sentence = tokens[run.first]?.sentence;
  if (
    isGlued(tokens, run.last) ||
    isDemonym(tokens[run.last - 1]?.lower ?? '') ||
    isCountry(tokens[run.last - 1]?.text ?? '')
  )
    return run;
  const noun = (index: number): boolean => tokens[index]?.sentence === sentence && tokens[index]?.pos === 'NOUN';
  const kind = /^(?:gas|oil|lng|copper|gold|iron|coal|lithium|uranium|nuclear|power|natural)$/;
  let at = run.last;
  while (at < run.last + 2 && noun(at) && kind.test(tokens[at]?.lower ?? '')) at++;
  if (!noun(at) || !THINGS.test(tokens[at]?.lower ?? '') || tokens[at + 1]?.pos === 'NOUN') return run;
  return { first: run.first, last: at + 1 };
};
const THINGS = /^(?:field|pipeline|refinery|mine|terminal|deposit|smelter|shipyard|dam|plant|oilfield|airport|hotel)$/;

/** A common word that only its sentence's start capitalised is a name when the document has it as one elsewhere. */
const dropLoneStarts = (
  tokens: readonly Token[],
  sentences: Known['sentences'],
  runs: readonly (readonly Run[])[],
): readonly (readonly Run[])[] => {
  const isLone = (run: Run, sentence: Sentence | undefined): boolean => {
    const token = tokens[run.first];
    if (token === undefined || run.last - run.first > 1 || !isSentenceStart(tokens, sentence, run.first)) return false;
    return isEnglishWord(token.lower) && !/^\p{Lu}{2,}$/u.test(token.text) && !isCountry(token.text);
  };
  const elsewhere = new Set<string>();
  runs.forEach((list, i) => {
    for (const run of list) {
      if (!isLone(run, sentences[i])) for (const token of tokens.slice(run.first, run.last)) elsewhere.add(token.text);
    }
  });
  return runs.map((list, i) =>
    list.filter((run) => !isLone(run, sentences[i]) || elsewhere.has(tokens[run.first]?.text ?? '')),
  );
};

const spanOf = (tokens: readonly Token[], first: number, last: number): Span => [
  tokens[first]?.start ?? 0,
  tokens[last - 1]?.end ?? 0,
];

const rangeOf = (tokens: readonly Token[], first: number, last: number) => {
  const [start, end] = spanOf(tokens, first, last);
  return { first, last, start, end };
};

const sideText = (text: string, tokens: readonly Token[], side: Run | null): string | null =>
  side === null ? null : wordsOf(text, tokens, side.first, side.last);

const crosses = (a: Run, b: Run): boolean => {
  if (a.last <= b.first || b.last <= a.first) return false;
  return !(b.first <= a.first && a.last <= b.last && !(a.first === b.first && a.last === b.last));
};

interface Post {
  readonly role: string | null;
  readonly side: string | null;
}

/** Posts that stand beside a name between commas: "X, the head of Y," and "the head of Y, X,". */
const readPosts = (
  tokens: readonly Token[],
  pieces: readonly Piece[],
  nominals: readonly Nominal[],
): ReadonlyMap<Piece, Post> => {
  const starts = new Map(nominals.map((nominal) => [nominal.first, nominal]));
  const ends = new Map(nominals.map((nominal) => [nominal.last, nominal]));
  const posts = new Map<Piece, Post>();
  for (const piece of pieces) {
    const sentence = tokens[piece.first]?.sentence;
    const mark = tokens[piece.last];
    const after = starts.get(piece.last + 1);
    if (mark?.text === ',' && after !== undefined && tokens[after.first]?.sentence === sentence && isPost(after)) {
      const close = tokens[after.last];
      const closed = close === undefined || close.sentence !== sentence || isClosedBy(tokens, after.last);
      if (closed && !isListed(tokens, piece)) posts.set(piece, { role: after.role, side: after.side });
    }
    const before = ends.get(piece.from - 1);
    if (
      tokens[piece.from - 1]?.text === ',' &&
      before !== undefined &&
      tokens[before.first]?.sentence === sentence &&
      isPost(before)
    ) {
      const close = tokens[piece.last];
      if (before.definite && (close === undefined || /^[,.;:)—–-]$/.test(close.text)))
        posts.set(piece, { role: before.role, side: before.side });
    }
  }
  return posts;
};

const isPost = (nominal: Nominal): boolean => nominal.type === 'person' && nominal.role !== null;

/** "A, B, the envoy": a list, where the description may be one more of it. */
const isListed = (tokens: readonly Token[], piece: Piece): boolean => {
  const before = tokens[piece.from - 1];
  const earlier = tokens[piece.from - 2];
  return before?.text === ',' && earlier?.pos === 'PROPN';
};

const collectVotes = (
  tokens: readonly Token[],
  pieces: readonly Piece[],
  nominals: readonly Nominal[],
  posts: ReadonlyMap<Piece, Post>,
): ReadonlyMap<string, Votes> => {
  const all = new Map<string, Votes>();
  const seen = new Set<string>();
  for (const piece of pieces) {
    const key = keyOf(tokens, piece.first, piece.last);
    const votes = all.get(key) ?? new Map();
    all.set(key, votes);
    if (!seen.has(key)) voteByWords(tokens, piece, votes);
    seen.add(key);
    voteByContext(tokens, piece, votes);
    if (posts.has(piece)) vote(votes, 'person', 4);
  }
  const byEnd = new Map(pieces.map((piece) => [piece.last, piece]));
  for (const nominal of nominals) voteByApposition(tokens, byEnd.get(nominal.first - 1), nominal, all);
  shareVotes(tokens, pieces, all);
  joinLists(tokens, pieces, all);
  return all;
};

/** "Brennick, the energy group,": the description beside a name says what it is. */
const voteByApposition = (
  tokens: readonly Token[],
  piece: Piece | undefined,
  nominal: Nominal,
  all: ReadonlyMap<string, Votes>,
): void => {
  if (nominal.type === 'group' || nominal.type === 'person' || nominal.type === 'instrument') return;
  if (piece === undefined || tokens[piece.last]?.text !== ',') return;
  if (tokens[piece.first]?.sentence !== tokens[nominal.first]?.sentence) return;
  const votes = all.get(keyOf(tokens, piece.first, piece.last));
  if (votes !== undefined) vote(votes, nominal.type, 4);
};

/** Of two names joined by "and" the one that nothing speaks for takes after the other. */
const joinLists = (tokens: readonly Token[], pieces: readonly Piece[], all: ReadonlyMap<string, Votes>): void => {
  for (let i = 1; i < pieces.length; i++) {
    const a = pieces[i - 1];
    const b = pieces[i];
    if (a === undefined || b === undefined || b.from !== a.last + 1) continue;
    const joint = tokens[a.last];
    if (isPossessive(tokens, b.last)) continue;
    if (joint === undefined || !/^(?:and|or|,|&)$/.test(joint.lower) || joint.sentence !== tokens[b.first]?.sentence)
      continue;
    const left = all.get(keyOf(tokens, a.first, a.last));
    const right = all.get(keyOf(tokens, b.first, b.last));
    if (left === undefined || right === undefined || left === right) continue;
    const leftType = decideType(tokens, a, left);
    const rightType = decideType(tokens, b, right);
    if (leftType !== null && rightType === null) vote(right, leftType, 1);
    if (rightType !== null && leftType === null) vote(left, rightType, 1);
  }
};

/** A surname takes after the full name, the short form of a body after the long one, a misheard surname after the right one. */
const shareVotes = (tokens: readonly Token[], pieces: readonly Piece[], all: Map<string, Votes>): void => {
  const give = (key: string, type: MentionType, weight: number): void => {
    const votes = all.get(key);
    if (votes !== undefined) vote(votes, type, weight);
  };
  const done = new Set<string>();
  const families = new Set<string>();
  for (const piece of pieces) {
    const key = keyOf(tokens, piece.first, piece.last);
    if (!key.includes(' ') || done.has(key)) continue;
    done.add(key);
    const type = decideType(tokens, piece, all.get(key) ?? new Map());
    const words = key.split(' ');
    if (type === 'person') {
      families.add(words.at(-1) ?? '');
      give(words.at(-1) ?? '', 'person', 3);
      give(words[0] ?? '', 'person', 1.5);
    } else if (type === 'facility') give(words.at(-1) ?? '', type, 4);
    else if (type !== null && type !== 'place') {
      for (let n = 1; n < words.length; n++) give(words.slice(0, n).join(' '), type, n === 1 ? 1.2 : 3);
      for (let n = 2; n < words.length; n++) give(words.slice(-n).join(' '), type, 2);
      const initials = words.filter((word) => /^\p{L}/u.test(word) && !/^(?:of|the|and|for)$/.test(word));
      give(initials.map((word) => word[0]).join(''), type, 3);
    }
  }
  for (const piece of pieces) {
    const key = keyOf(tokens, piece.first, piece.last);
    const votes = all.get(key);
    if (votes === undefined || done.has(key) || key.length < MIN_HEARD || decideType(tokens, piece, votes) !== null)
      continue;
    done.add(key);
    if (
      [...families].some(
        (family) => family.length >= MIN_HEARD && /^(?:variant|sounds)$/.test(compareTokens(key, family)),
      )
    ) {
      vote(votes, 'person', 1);
    }
  }
};

/** Shorter words are too often alike by chance. */
const MIN_HEARD = 5;

const moneyOf = (known: Pick<Known, 'text' | 'sentences'>): Draft[] =>
  known.sentences.flatMap((sentence) =>
    findMoney(known.text, sentence.start, sentence.end).map(([start, end]) => ({
      first: -1,
      last: -1,
      start,
      end,
      type: 'money' as MentionType,
      form: 'nominal' as const,
      head: [start, end] as Span,
      role: null,
      side: null,
    })),
  );

/** In text order, outer before inner; of two that cross or coincide the first listed stays. */
const number = (drafts: readonly Draft[]): Mention[] => {
  const money = drafts.filter((draft) => draft.type === 'money');
  const kept: Draft[] = [];
  for (const draft of drafts) {
    if (
      draft.type !== 'money' &&
      money.some(
        (sum) => sum.start < draft.end && draft.start < sum.end && !(draft.start <= sum.start && sum.end < draft.end),
      )
    )
      continue;
    kept.push(draft);
  }
  kept.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Mention[] = [];
  const open: Draft[] = [];
  for (const draft of kept) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= draft.start) open.pop();
    const outer = open.at(-1);
    if (outer !== undefined && (draft.end > outer.end || (draft.start === outer.start && draft.end === outer.end)))
      continue;
    if (outer !== undefined && outer.form === 'name') continue;
    open.push(draft);
    const { first: _first, last: _last, ...mention } = draft;
    out.push({ ...mention, id: `m${out.length + 1}`, chain: out.length });
  }
  return out;
};
