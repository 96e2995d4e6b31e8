import type { Mention, Span } from '../../model/index.ts';
import {
  byDate,
  FUNCTION_WORDS,
  isCommonWord,
  isSameSide,
  nameTokens,
  OFFICE_WORDS,
  ORGANIZATION_SORTS,
  organizationTokens,
  placesByName,
} from '../../text/index.ts';
import type { OutletsOf } from '../find-outlets.ts';
import { type Leaf, mentionAt, wordsAt } from '../pile.ts';
import type { Bearer, Bearers } from '../resolve-entities.ts';
import { type BodyNames, bodyNames, statedBy } from './body-names.ts';
import { printedStatements } from './printed-statements.ts';
import { isStater, statingSentences } from './stating.ts';

/** A body's statement that is a document of the pile. */
interface Statement {
  readonly bearer: Bearer;
  readonly leaf: number;
  readonly story: number;
  /** What the office is for ("foreign"); empty where its name says no more than that it is one. */
  readonly office: ReadonlySet<string>;
  /** The state or house whose it is, and the place where it was given out. */
  readonly sides: readonly string[];
  /** Family names of those who speak in it. */
  readonly speakers: ReadonlySet<string>;
  /** The words of a name that is no office's: a company's. */
  readonly name: readonly string[];
  /** What else it goes by, in full and short. */
  readonly names: BodyNames;
  /** A report prints it; the statement itself is no document of the pile. */
  readonly isPrinted: boolean;
}

/** Where a document passes on a statement. */
export interface StatementMention {
  readonly bearer: Bearer;
  readonly extent: Span;
  readonly span: Span;
}

/** Words that say no more than that a body is one. */
const SORTS = new Set(
  'ministry ministries minister department office government cabinet agency service services bureau authority commission committee council state of the and for affairs press information republic kingdom federation general'.split(
    ' ',
  ),
);
/** Offices go by two words. */
const SAME_OFFICE: ReadonlyMap<string, string> = new Map([
  ['external', 'foreign'],
  ['mfa', 'foreign'],
  ['interior', 'internal'],
  ['home', 'internal'],
  ['treasury', 'finance'],
  ['presidential', 'president'],
  ['presidency', 'president'],
  ['prosecutors', 'prosecutor'],
  ['defense', 'defence'],
]);

const officeOf = (tokens: readonly string[]): ReadonlySet<string> =>
  new Set(
    tokens
      .filter((token) => !SORTS.has(token) && (OFFICE_WORDS.has(token) || SAME_OFFICE.has(token)))
      .map((token) => SAME_OFFICE.get(token) ?? token),
  );

const OF_STATE =
  /\b(?:republic|kingdom|state|federation|commonwealth|union|principality|emirate)\s+of\s+(?:the\s+)?(\p{L}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*)?)/giu;
const PLACE_AND_DATE =
  /^(?<place>\p{Lu}[\p{L} ’'-]{2,30}),\s+(?:\p{L}+,\s+)?(?:\d{1,2}\.?\s+\p{L}+|\p{L}+\s+\d{1,2})[.,]?\s*(?:\d{4})?/mu;
const HEAD = 700;

const ISSUED = /(?<!\p{L})(?:statement|communiqu[eé]|press release|read-?out|denial|note|declaration)(?!\p{L})/iu;

/** Statements of bodies among the documents of the pile, and where other documents pass them on (rule O15). */
export class Statements {
  readonly #byStory = new Map<number, Statement[]>();
  readonly #stories: readonly number[];
  readonly #pile: readonly Leaf[];

  constructor(
    pile: readonly Leaf[],
    outlets: readonly OutletsOf[],
    bearers: Pick<Bearers, 'ofChain' | 'ofLocal'>,
    stories: readonly number[],
    isHouse: (bearer: Bearer) => boolean,
  ) {
    this.#stories = stories;
    this.#pile = pile;
    const put = (index: number, statement: Omit<Statement, 'leaf' | 'story'>): void => {
      const story = stories[index] ?? index;
      const list = this.#byStory.get(story) ?? [];
      list.push({ ...statement, leaf: index, story });
      this.#byStory.set(story, list);
    };
    pile.forEach((leaf, index) => {
      const local = outlets[index]?.statementOf ?? null;
      const bearer = local === null ? null : bearers.ofLocal(local);
      if (local === null || bearer === null) {
        for (const { chain, span } of printedStatements(leaf)) {
          const stater = bearers.ofChain(leaf.document.id, chain);
          if (stater === null || isHouse(stater)) continue;
          const names = bodyNames(stater.name);
          const office = officeOf(nameTokens(stater.name));
          const sides = office.size === 0 ? [] : sidesOf(leaf, span, stater.name);
          if (names.full.length > 0 || names.word !== null || sides.length > 0)
            put(index, { bearer: stater, office, sides, speakers: new Set(), name: [], names, isPrinted: true });
        }
        return;
      }
      const name = local.names[0]?.text ?? bearer.name;
      const head = leaf.document.text.slice(0, HEAD);
      const office = officeOf(nameTokens(name));
      const rest = nameTokens(name).filter(
        (token) => !OFFICE_WORDS.has(token) && !SORTS.has(token) && !FUNCTION_WORDS.has(token),
      );
      const states = [...head.matchAll(OF_STATE)].map((match) => match[1] ?? '');
      const place = PLACE_AND_DATE.exec(head)?.groups?.place;
      const sides = [...new Set([...rest, ...states.slice(0, 1), ...(place === undefined ? [] : [place])])].filter(
        (side) => side !== '',
      );
      const core = organizationTokens(name).filter((token) => !ORGANIZATION_SORTS.has(token));
      const isOffice = office.size > 0 || nameTokens(name).some((token) => SORTS.has(token) && token.length > 5);
      put(index, {
        bearer,
        office,
        sides,
        speakers: speakersOf(leaf),
        name: isOffice || core.every((token) => isCommonWord(token)) ? [] : core,
        names: bodyNames(name),
        isPrinted: false,
      });
    });
  }

  /** Sentences that pass on a statement of the document's story that is not younger than the document. */
  mentionsIn(leaf: Leaf, index: number): readonly StatementMention[] {
    const all = (this.#byStory.get(this.#stories[index] ?? index) ?? []).filter(
      (one) => (one.leaf !== index || one.isPrinted) && this.#isNotYounger(one, leaf),
    );
    if (all.length === 0) return [];
    const found: StatementMention[] = [];
    for (const { extent, words } of statingSentences(leaf)) {
      const meant = new Map<string, StatementMention>();
      for (const one of all) {
        const span = this.#named(leaf, extent, words, one);
        if (span !== null) meant.set(one.bearer.id, { bearer: one.bearer, extent, span });
      }
      if (meant.size === 1) found.push(...meant.values());
    }
    return found;
  }

  #isNotYounger(one: Statement, leaf: Leaf): boolean {
    const stated = this.#pile[one.leaf]?.document.published ?? null;
    const published = leaf.document.published ?? (stated === null ? null : datelineIn(leaf, stated));
    return stated === null || published === null || byDate(stated, published) <= 0;
  }

  /** Where a sentence names the body: its office with its side, its speaker, or the side that issues a statement. */
  #named(leaf: Leaf, [start, end]: Span, words: string, one: Statement): Span | null {
    const isSide = (side: string): boolean => one.sides.some((own) => isSameSide(own, side) === true);
    for (const match of words.matchAll(BODY_WORDS)) {
      const office = officeOf(nameTokens(match[0]));
      const isSame = one.office.size > 0 && [...office].some((word) => one.office.has(word));
      if (!isSame) continue;
      const before = words.slice(Math.max(0, match.index - 40), match.index);
      const after = words.slice(match.index + match[0].length, match.index + match[0].length + 50);
      const sides = [
        /(\p{Lu}[\p{L}-]+)(?:['’]s?)?\s+(?:\p{Ll}+\s+)?$/u.exec(before)?.[1],
        /^\s*(?:of|in|at)\s+(?:the\s+)?(?:\p{Lu}\p{L}+ of (?:the )?)?(\p{Lu}[\p{L}-]+)/u.exec(after)?.[1],
        sideOf(mentionAt(leaf, [start + match.index, start + match.index + match[0].length])),
      ];
      const told = sides.filter((side) => side !== undefined && side !== null);
      if (told.some(isSide)) return [start + match.index, start + match.index + match[0].length];
    }
    const company = one.name.length === 0 ? null : namedIn(words, one.name);
    if (company !== null) return [start + company[0], start + company[1]];
    const called = statedBy(leaf, words, one.names);
    if (called !== null) return [start + called[0], start + called[1]];
    for (const match of words.matchAll(/\b\p{Lu}[\p{L}-]+/gu)) {
      const isSpeaker = one.speakers.has(nameTokens(match[0]).join(' '));
      const after = words.slice(match.index + match[0].length);
      const isIssued =
        isSide(match[0]) && /^['’]s?\s+(?:\p{Ll}+\s+){0,2}/u.test(after) && ISSUED.test(after.slice(0, 40));
      if (isSpeaker || isIssued) return [start + match.index, Math.min(end, start + match.index + match[0].length)];
    }
    return null;
  }
}

/** Where a sentence names a company as the one who states something: before the verb, or after "according to". */
const namedIn = (words: string, name: readonly string[]): Span | null => {
  const tokens = [...words.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.&-]*/gu)].map((match) => ({
    text: nameTokens(match[0]).join(''),
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (let at = 0; at + name.length <= tokens.length; at++) {
    if (!name.every((token, nth) => tokens[at + nth]?.text === token)) continue;
    const [from, to] = [tokens[at]?.start ?? 0, tokens[at + name.length - 1]?.end ?? 0];
    const isSource = isStater(words, [from, to]);
    // "A councillor in Lorne says": the town, whatever the company is called.
    const isPlace =
      name.length === 1 && /\b(?:in|at|of|from|near|to|outside)\s+(?:the\s+)?$/i.test(words.slice(0, from));
    if (isSource && !isPlace && /^\p{Lu}/u.test(words.slice(from))) return [from, to];
  }
  return null;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The date of a dateline that gives no year ("LORNE, May 2 (Kelmar) -"), in the year of `near`; null when there is none. */
const datelineIn = (leaf: Leaf, near: string): string | null => {
  const line = leaf.document.text.slice(0, HEAD);
  const match = /^\p{Lu}[\p{L} ,.’'-]{2,50}, (?<month>\p{Lu}\p{Ll}{2,8})\.? (?<day>\d{1,2}) \(/mu.exec(line);
  const month = MONTHS.indexOf((match?.groups?.month ?? '').slice(0, 3).toLowerCase());
  const year = /^\d{4}/.exec(near)?.[0];
  if (month < 0 || year === undefined) return null;
  return `${year}-${String(month + 1).padStart(2, '0')}-${(match?.groups?.day ?? '').padStart(2, '0')}`;
};

const BODY_WORDS =
  /\b(?:(?:[Mm]inistry|[Dd]epartment|[Oo]ffice|[Cc]hancellery)\s+(?:of|for)\s+(?:\p{L}+\s+){0,2}?\p{L}+|(?:[Ff]oreign|[Ii]nterior|[Dd]efen[cs]e|[Ff]inance|[Ee]nergy|[Jj]ustice|[Tt]rade|[Ee]conomy|[Hh]ealth|[Hh]ome|[Tt]ransport|[Ss]ecurity|[Ii]ntelligence)(?:\s+[Aa]ffairs)?\s+(?:[Mm]inistry|[Oo]ffice|[Dd]epartment|[Ss]ervice)|[Pp]residency|[Pp]residential (?:[Oo]ffice|[Aa]dministration|[Pp]ress [Ss]ervice)|[Gg]overnment|[Pp]arliament|[Cc]entral [Bb]ank|MFA)\b/gu;

/** Whose an office is that a report quotes: said beside it, or part of its name. */
const sidesOf = (leaf: Leaf, span: Span, name: string): readonly string[] => {
  const side = sideOf(mentionAt(leaf, span));
  const before = /(\p{Lu}[\p{L}-]+)(?:['’]s)?\s+(?:\p{Ll}+\s+)?$/u.exec(
    wordsAt(leaf, [Math.max(0, span[0] - 40), span[0]]),
  )?.[1];
  const places = nameTokens(name).filter((token) => placesByName(token).length > 0);
  return [...new Set([side ?? '', before ?? '', ...places])].filter((one) => one.length > 2 && one !== 'The');
};

const sideOf = (mention: Mention | null): string | null => mention?.side ?? null;

/** Those whom a statement quotes as speaking for the body: named sources, by the last word of their names. */
const speakersOf = (leaf: Leaf): ReadonlySet<string> => {
  const speakers = new Set<string>();
  for (const match of leaf.document.text.slice(0, HEAD).matchAll(SPOKESPERSON)) {
    const name = nameTokens(match.groups?.name ?? '').at(-1);
    if (name !== undefined && name.length > 3) speakers.add(name);
  }
  return speakers;
};

const SPOKESPERSON =
  /\b(?:[Ss]pokes(?:man|woman|person)|SPOKES(?:MAN|WOMAN|PERSON)|[Pp]ress [Ss]ecretary)\b[^.\n\p{Lu}]{0,30}(?:[Oo]f the \p{Lu}\p{L}+,?\s+)?(?:M[rs]s?\.? )?(?<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2})/gu;
