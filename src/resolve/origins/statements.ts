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
} from '../../text/index.ts';
import type { OutletsOf } from '../find-outlets.ts';
import { type Leaf, mentionAt, wordsAt } from '../pile.ts';
import type { Bearer, Bearers } from '../resolve-entities.ts';

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

/** What a body says of itself in the first person of its kind is known by these words. */
const STATING =
  /(?<!\p{L})(?:said|says|say|stated|states|called|calls|denied|denies|deny|described|describes|insisted|insists|maintains|maintained|dismissed|dismisses|rejected|rejects|announced|announces|declared|declares|confirmed|confirms|claimed|claims|published|issued|statement|communiqu[eé]|press release|read-?out|in the words of|according to|by the words of|assert(?:s|ed)|recalled|recalls|emphasi[sz]ed|underlined|noted|notes|told|wrote|flatly|answered|put out|released)(?!\p{L})/iu;
/** Nothing was stated to anyone but the asker. */
const NOTHING_STATED =
  /\b(?:(?:had|has|have|did|does|do) not (?:immediately |yet )?(?:repl(?:y|ied)|respond(?:ed)?|comment(?:ed)?|answer(?:ed)?|return(?:ed)?)|declin(?:ed|es) to|no comment|no (?:reply|answer|response)|would look into)\b/i;
const ISSUED = /(?<!\p{L})(?:statement|communiqu[eé]|press release|read-?out|denial|note|declaration)(?!\p{L})/iu;

/** Statements of bodies among the documents of the pile, and where other documents pass them on (rule O15). */
export class Statements {
  readonly #byStory = new Map<number, Statement[]>();
  readonly #stories: readonly number[];
  readonly #pile: readonly Leaf[];

  constructor(
    pile: readonly Leaf[],
    outlets: readonly OutletsOf[],
    bearers: Pick<Bearers, 'ofLocal'>,
    stories: readonly number[],
  ) {
    this.#stories = stories;
    this.#pile = pile;
    pile.forEach((leaf, index) => {
      const local = outlets[index]?.statementOf ?? null;
      const bearer = local === null ? null : bearers.ofLocal(local);
      if (local === null || bearer === null) return;
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
      const story = stories[index] ?? index;
      const list = this.#byStory.get(story) ?? [];
      const core = organizationTokens(name).filter((token) => !ORGANIZATION_SORTS.has(token));
      const isOffice = office.size > 0 || nameTokens(name).some((token) => SORTS.has(token) && token.length > 5);
      list.push({
        bearer,
        leaf: index,
        story,
        office,
        sides,
        speakers: speakersOf(leaf),
        name: isOffice || core.every((token) => isCommonWord(token)) ? [] : core,
      });
      this.#byStory.set(story, list);
    });
  }

  /** Sentences that pass on a statement of the document's story that is not younger than the document. */
  mentionsIn(leaf: Leaf, index: number): readonly StatementMention[] {
    const all = (this.#byStory.get(this.#stories[index] ?? index) ?? []).filter(
      (one) => one.leaf !== index && this.#isNotYounger(one, leaf),
    );
    if (all.length === 0) return [];
    const found: StatementMention[] = [];
    const reporting = leaf.reading.blocks.filter(
      ({ kind }) => kind === 'body' || kind === 'turn' || kind === 'headline',
    );
    for (const extent of leaf.reading.sentences) {
      if (!reporting.some((block) => block.start <= extent[0] && extent[0] < block.end)) continue;
      const words = wordsAt(leaf, extent);
      if (!STATING.test(words) || NOTHING_STATED.test(words)) continue;
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
    const isSource =
      SAYS_AFTER.test(words.slice(to, to + 80)) || SAID_BEFORE.test(words.slice(Math.max(0, from - 50), from));
    // "A councillor in Stornes says": the town, whatever the company is called.
    const isPlace =
      name.length === 1 && /\b(?:in|at|of|from|near|to|outside)\s+(?:the\s+)?$/i.test(words.slice(0, from));
    if (isSource && !isPlace && /^\p{Lu}/u.test(words.slice(from))) return [from, to];
  }
  return null;
};

const SAYS_AFTER =
  /^(?:['’]s?\s+(?:board|management|spokes\p{L}+|statement|press release|denial|lawyers?)\b|,?\s+(?:(?:has|had|also|later|itself|in turn|on \p{Lu}\p{L}+|\p{Ll}+ly|which|plc|ltd|inc)\s+){0,3})?\s*(?:said|says|stated|states|called|denied|denies|described|insisted|insists|dismissed|dismisses|rejected|rejects|announced|announces|declared|confirmed|confirms|claimed|claims|published a|issued a|put out)(?!\p{L})/iu;
const SAID_BEFORE =
  /\b(?:according to|in the words of|(?:statement|press release|announcement|filing|notice|denial) (?:by|from|of|issued by))\s+(?:the\s+)?$/iu;

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
