import type { Mention, MentionType, Span } from '../../model/index.ts';
import { lowerBound } from '../../text/index.ts';
import type { Known, Token } from '../known.ts';
import type { Precision } from '../network/index.ts';
import { isAdjective, isPeople } from './demonyms.ts';
import { cluesOfDocument } from './document-clues.ts';
import { gatherNames } from './gather-names.ts';
import { opinionByWords, typeOfName } from './kinds.ts';
import { findMoney } from './money.ts';
import { findNominals } from './nominals.ts';
import { findOffices } from './offices.ts';
import { type Post, readPosts } from './posts.ts';
import { pronounType } from './pronouns.ts';
import { shortForms } from './short-forms.ts';
import { staffKeys } from './staff.ts';
import { readTitle, sideBefore, type TitledName } from './titles.ts';
import { typeOfThing, withThing } from './with-thing.ts';
import { keyOf, type Run, tokensAt, wordsOf } from './words.ts';
import { isCountry, isKinNoun } from './world-of-names.ts';

type Draft = Omit<Mention, 'id' | 'chain'>;

/** Least confidence of a name in all schemes and places together. */
const LEAST: Readonly<Record<Precision, number>> = { careful: 0.4, thorough: 0.2 };

/** Money and pronouns are closed classes, found by rule: what is found is one, all but always. */
const BY_RULE = 0.98;

/** How much surer a body's full name is than its noun alone. */
const BY_NOUN_ALONE = 0.9;

interface Name extends TitledName {
  readonly key: string;
  readonly type: MentionType;
  readonly confidence: number;
  /** Where it ends within its last token; null when with it. */
  readonly cut: number | null;
}

/**
 * Names, descriptions and pronouns for people, bodies, places, things and sums, in text order.
 *
 * Names and descriptions are the network's; titles and posts, whose they are said to be, sums and pronouns are read by rule.
 * Two mentions overlap only when one stands within the other ("the head of Halden Energy"). Every mention has a chain of its
 * own; `linkMentions` joins them. Country adjectives ("Ostran") are no mentions, peoples ("Ostrans") are. Nothing is found
 * outside sentences, which are of reporting blocks.
 */
export const findMentions = (
  known: Pick<Known, 'text' | 'blocks' | 'sentences' | 'tokens' | 'document' | 'recognised'>,
  precision: Precision = 'careful',
): Mention[] => {
  const { text, tokens } = known;
  const { names, adjectives } = findNames(known, LEAST[precision]);
  const seen = findNominals(known, names, adjectives);
  const heads = new Set(seen.map(({ head }) => head.last - 1));
  const nominals = [...seen, ...findOffices(text, tokens, names, (head) => heads.has(head))];
  const persons = names.filter((name) => name.type === 'person');
  const posts = readPosts(text, tokens, persons, names, nominals);
  const staff = staffKeys(known, persons);
  const drafts: Draft[] = [];
  names.forEach((name, k) => {
    const person = name.type === 'person';
    // "the U.S. Treasury Department": whose body it is, kept as its side, and not a party of its own.
    const next = names[k + 1];
    if (next?.from === name.last && isBody(next) && isCountry(wordsOf(text, tokens, name.first, name.last))) return;
    if (person && staff.has(name.key)) return;
    const post = postOf(text, tokens, name, posts.get(name));
    const body = isBody(name);
    const { start, end } = rangeOf(tokens, name.from, name.last);
    const [headStart, headEnd] = spanOf(tokens, name.first, name.last);
    drafts.push({
      start,
      end: name.cut ?? end,
      type: name.type,
      form: 'name',
      head: [headStart, name.cut ?? headEnd],
      role: person ? post.role : null,
      side: person ? post.side : body ? sideText(text, tokens, sideBefore(tokens, name.first)) : null,
      confidence: name.confidence,
    });
  });
  for (const nominal of nominals) {
    drafts.push({
      ...rangeOf(tokens, nominal.first, nominal.last),
      type: nominal.type,
      form: 'nominal',
      head: spanOf(tokens, nominal.head.first, nominal.head.last),
      role: nominal.role,
      side: nominal.side,
      confidence: nominal.confidence,
    });
  }
  return number([...drafts, ...pronounsOf(tokens), ...moneyOf(known)]);
};

/**
 * Of the title before a name and the post beside it, the one that says more. "Commodities trader X, owner of Halden": the owner,
 * but a minister stays a minister whoever's brother he is.
 */
const postOf = (text: string, tokens: readonly Token[], name: Name, beside: Post | undefined): Post => {
  const title = { role: name.role, side: sideText(text, tokens, name.side) };
  if (beside === undefined) return title;
  if (title.role === null) return { role: beside.role, side: beside.side ?? title.side };
  const isPlain = title.side === null && /^\p{Ll}/u.test(title.role);
  return isPlain && beside.side !== null && !isKinNoun(beside.role?.toLowerCase() ?? '') ? beside : title;
};

const isBody = ({ type }: Name): boolean => type === 'publicBody' || type === 'organization';

/** Names with their titles, and the tokens that are adjectives of countries and peoples. */
const findNames = (
  known: Pick<Known, 'text' | 'blocks' | 'sentences' | 'tokens' | 'document' | 'recognised'>,
  least: number,
): { readonly names: readonly Name[]; readonly adjectives: ReadonlySet<number> } => {
  const { text, tokens } = known;
  const stems = stemsOf(known);
  const seen = gatherNames(known, (run) => opinionByWords(tokens, run), cluesOfDocument(known, stems), least);
  const adjectives = new Set<number>();
  const names: Name[] = [];
  let floor = 0;
  for (const one of seen) {
    if (isUnit(tokens, one)) continue;
    if (isAdjective(tokens, one, stems)) {
      adjectives.add(one.first);
      continue;
    }
    const type = isPeople(tokens, one, stems) ? 'group' : typeOfName(tokens, one, one.type);
    if (type === null) continue;
    const run: Run = type === 'person' ? one : withThing(tokens, one);
    const titled: TitledName =
      type === 'person' ? readTitle(text, tokens, one, floor) : { ...run, from: run.first, role: null, side: null };
    floor = titled.last;
    names.push({
      ...titled,
      key: keyOf(tokens, titled.first, titled.last),
      type: run.last > one.last ? typeOfThing(tokens, run) : type,
      confidence: one.confidence,
      cut: titled.last === one.last ? one.cut : null,
    });
  }
  const taken = new Set(names.flatMap(({ from, last }) => Array.from({ length: last - from }, (_, k) => from + k)));
  const short = shortForms(tokens, names.filter(isBody), (index) => taken.has(index)).map(
    ([first, { type, confidence }]): Name => ({
      ...{ from: first, first, last: first + 1, key: keyOf(tokens, first, first + 1), cut: null },
      ...{ type, confidence: confidence * BY_NOUN_ALONE, role: null, side: null },
    }),
  );
  return { names: [...names, ...short].sort((a, b) => a.first - b.first), adjectives };
};

/** "NHC 178": the sign of a currency. */
const isUnit = (tokens: readonly Token[], { first, last }: Run): boolean =>
  last - first === 1 &&
  /^\p{Lu}{2,4}$/u.test(tokens[first]?.text ?? '') &&
  tokens[last]?.sentence === tokens[first]?.sentence &&
  /^\d/.test(tokens[last]?.text ?? '');

/** Keys of all that some label scheme calls a name, and their words. */
const stemsOf = ({ tokens, recognised }: Pick<Known, 'tokens' | 'recognised'>): ReadonlySet<string> => {
  const at = tokensAt(tokens);
  const keys = new Set<string>();
  for (const { scheme, start, end } of recognised.names) {
    if (scheme === 'defence') continue;
    const { first, last } = at(start, end);
    const key = keyOf(tokens, first, last);
    keys.add(key);
    for (const word of key.split(' ')) if (word.length >= 4) keys.add(word);
  }
  return keys;
};

const spanOf = (tokens: readonly Token[], first: number, last: number): Span => [
  tokens[first]?.start ?? 0,
  tokens[last - 1]?.end ?? 0,
];

const rangeOf = (tokens: readonly Token[], first: number, last: number) => {
  const [start, end] = spanOf(tokens, first, last);
  return { start, end };
};

const sideText = (text: string, tokens: readonly Token[], side: Run | null): string | null =>
  side === null ? null : wordsOf(text, tokens, side.first, side.last);

const pronounsOf = (tokens: readonly Token[]): Draft[] =>
  tokens.flatMap((token) => {
    const type = pronounType(tokens, token.index);
    if (type === null) return [];
    const head: Span = [token.start, token.end];
    return [
      {
        start: token.start,
        end: token.end,
        type,
        form: 'pronoun' as const,
        head,
        role: null,
        side: null,
        confidence: BY_RULE,
      },
    ];
  });

const moneyOf = (known: Pick<Known, 'text' | 'sentences'>): Draft[] =>
  known.sentences.flatMap((sentence) =>
    findMoney(known.text, sentence.start, sentence.end).map(([start, end]) => ({
      start,
      end,
      type: 'money' as MentionType,
      form: 'nominal' as const,
      head: [start, end] as Span,
      role: null,
      side: null,
      confidence: BY_RULE,
    })),
  );

const isNameForm = (draft: Draft): number => (draft.form === 'name' ? 0 : 1);

/** In text order, outer before inner; nothing crosses a sum or a name, and nothing but a name's own words stands in a name. */
const number = (drafts: readonly Draft[]): Mention[] => {
  const fixed = drafts.filter((draft) => draft.type === 'money').sort((a, b) => a.start - b.start);
  const kept = drafts
    .filter((draft) => draft.type === 'money' || !touches(fixed, draft))
    .sort((a, b) => a.start - b.start || b.end - a.end || isNameForm(a) - isNameForm(b));
  const out: Mention[] = [];
  const open: Draft[] = [];
  for (const draft of kept) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= draft.start) open.pop();
    const outer = open.at(-1);
    if (outer !== undefined && (draft.end > outer.end || (draft.start === outer.start && draft.end === outer.end)))
      continue;
    if (outer !== undefined && outer.form === 'name') continue;
    open.push(draft);
    out.push({ ...draft, id: `m${out.length + 1}`, chain: out.length });
  }
  return out;
};

/** Whether a draft shares words with a sum without going around it: sums are in text order and never overlap. */
const touches = (sums: readonly Draft[], draft: Draft): boolean => {
  const sum = sums[lowerBound(sums.length, (i) => (sums[i]?.end ?? 0) <= draft.start)];
  return sum !== undefined && sum.start < draft.end && !(draft.start <= sum.start && sum.end < draft.end);
};
