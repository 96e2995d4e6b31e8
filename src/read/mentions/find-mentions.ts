import type { Mention, MentionType, Span } from '../../model/index.ts';
import { isCommonWord, isGivenName, isSurname } from '../../text/index.ts';
import type { Known, Token } from '../known.ts';
import { findRegime, findRuns, type Run } from './capitals.ts';
import { collectVotes } from './collect-votes.ts';
import { isAdjective, isPeople } from './demonyms.ts';
import { voteByDocument } from './document-evidence.ts';
import { decideType, keyOf } from './evidence.ts';
import { findHeadlineNames, type KnownName } from './headline-names.ts';
import { dropLoneStarts, splitAtInitials, splitPair, withGeneration, withoutAge, withThing } from './mend-runs.ts';
import { findMoney } from './money.ts';
import { type Piece, sideBefore, splitRun, wordsOf } from './names.ts';
import { findNominals, type Nominal } from './nominals.ts';
import { readPosts } from './posts.ts';
import { pronounType } from './pronouns.ts';
import { staffKeys } from './staff.ts';

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
  const adjectives: Run[] = [];
  const isName = (run: Run): boolean => {
    if (!isAdjective(tokens, run, stems)) return true;
    adjectives.push(run);
    return false;
  };
  sentences.forEach((sentence, i) => {
    const named = (runs[i] ?? [])
      .flatMap((run) => splitPair(tokens, run, stems))
      .flatMap((run) => splitAtInitials(tokens, run))
      .map((run) => withGeneration(tokens, withThing(tokens, withoutAge(tokens, run, stems))))
      .filter(isName);
    const split = named.flatMap((run) => splitRun(text, tokens, run)).filter(isName);
    pieces.push(...split);
    if (regimes[i] !== 'caps') nominals.push(...findNominals(text, tokens, sentence, split));
  });
  const posts = readPosts(tokens, pieces, nominals);
  const spoken = blocks.some((block) => block.kind === 'turn');
  const votes = collectVotes(tokens, pieces, nominals, posts, spoken, (all) =>
    voteByDocument(known, adjectives, stems, all),
  );
  const staff = staffKeys(known, pieces);
  const names = new Map<string, KnownName>();
  for (const piece of pieces) {
    const key = keyOf(tokens, piece.first, piece.last);
    // "the Republic": a word for any state names none
    if (/^(?:republic|state|nation|kingdom|fatherland|motherland)$/.test(key)) continue;
    const people = isPeople(tokens, piece, stems);
    const decided = people ? 'group' : decideType(tokens, piece, votes.get(key) ?? new Map());
    const type = decided === 'person' ? personOr(tokens, piece) : decided;
    if (type === null || (type === 'person' && staff.has(key))) continue;
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

/** A firm by its "&"; no name at all when a lone common word was taken for a person ("Agriculture"). */
const personOr = (tokens: readonly Token[], piece: Piece): MentionType | null => {
  const words = tokens.slice(piece.first, piece.last);
  if (words.some((word) => word.text === '&')) return 'organization';
  const [only, second] = words;
  if (only === undefined || second !== undefined || piece.role !== null) return 'person';
  const bearer = isGivenName(only.text) || isSurname(only.text);
  return isCommonWord(only.lower) && !bearer ? null : 'person';
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
