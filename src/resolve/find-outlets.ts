import { byText, type Citation, changedAndAddress, type Found, type Span } from '../model/index.ts';
import {
  countryOf,
  LEGAL_FORMS,
  nameTokens,
  OFFICE_WORDS,
  OUTLET_SORTS,
  OUTLET_WORDS,
  outletByDomain,
  outletTokens,
  siteOf,
} from '../text/index.ts';
import { classOf, type LocalEntity, localOutlet } from './local-entities.ts';
import { type Leaf, mentionAt, wordsAt } from './pile.ts';

/** How a document names an outlet: by a chain of its mentions, by words beside them, or not at all ("the newspaper", "us"). */
export type OutletReference =
  | { readonly kind: 'chain'; readonly chain: number }
  | { readonly kind: 'local'; readonly local: LocalEntity }
  | { readonly kind: 'unnamed' };

/** A citation with its outlets looked up. */
export interface CitedOutlet {
  readonly citation: Citation;
  readonly outlet: OutletReference;
  readonly by: OutletReference | null;
}

/** What a document says of outlets: its own, those it cites, and the body whose statement it is. */
export interface OutletsOf {
  readonly own: LocalEntity | null;
  /** Whose copy the text is, when it says so: the agency of its dateline, "originally published by". */
  readonly copyOf: LocalEntity | null;
  /** Where it says so. */
  readonly copyPlace: Span | null;
  /** Whether its words or data name the house, or it gives an address there as that of its original (rule O23). Null: no copy. */
  readonly copyBy: 'name' | 'address' | null;
  readonly cited: readonly CitedOutlet[];
  readonly statementOf: LocalEntity | null;
}

const UNNAMED: OutletReference = { kind: 'unnamed' };

const lookUp = (leaf: Leaf, span: Span): OutletReference => {
  const mention = mentionAt(leaf, span);
  const chain = mention === null ? undefined : leaf.chains.get(mention.chain);
  const isNamed = chain?.some((one) => one.form === 'name' && classOf(one.type) === 'organization') ?? false;
  if (mention !== null && isNamed) return { kind: 'chain', chain: mention.chain };
  const words = wordsAt(leaf, span);
  // "our colleagues", "told this newspaper": no word but the article is written as a name.
  if (!/\p{Lu}/u.test(words.replace(/^\s*(?:The|An?|Our|This|We|I)\b/u, ''))) return UNNAMED;
  const local = localOutlet(words, span, leaf.document.id);
  return local === null ? UNNAMED : { kind: 'local', local };
};

/** The first place where the text writes a name as it stands. */
const firstPlaceOf = (leaf: Leaf, name: string): Span | null => {
  const at = leaf.document.text.indexOf(name);
  return at < 0 ? null : [at, at + name.length];
};

const STATEMENT =
  /\b(?:statement|press release|communiqu[eé]|read-?out|fact sheet|press service|press office|for immediate release|press and information)\b/i;
/** A line that says no more than that what follows is given out by whoever heads the page. */
const RELEASE_LINE =
  /^(?:(?:press|media|news) (?:release|statement|notice)|for immediate release|regulatory (?:announcement|news|notice)|stock exchange (?:announcement|notice|release)|official statement|public notice|media (?:advisory|information)|(?:ad[ -]hoc|corporate|company|shareholder|market|exchange) (?:announcement|disclosure|notification|notice|release|statement)|announcement (?:to (?:the )?(?:market|shareholders|exchange)|pursuant to|under))\b.{0,60}$|^(?:issue(?:d by|r)|released by|issuing (?:body|authority)|announcement by)\s*:/i;
/** A statement says what it is at its head. */
const HEAD_LINES = 8;

/** The state whose the office above is, on a line of its own. */
const STATE_LINE =
  /^[ \t]*\r?\n\s*(?:(?:of )?the )?(?<state>(?:\p{L}+ )?(?:republic|kingdom|state|federation|commonwealth|union|principality|emirate|sultanate)\s+of\s+[^\n.,:;!?\d]{3,40}?)[ \t]*(?=\r?\n)/iu;

/** "Lorne, 2 May 2031 – " in front of a release. */
const RELEASE_PLACE = /^\p{Lu}[\p{L} ]{2,30},\s[^–—-]{0,30}[–—-]\s*/u;

/** The company that a release names at the front of a line, by its legal form: "Varsa Lines plc: board meets", "Varsa Lines plc said". */
const companyIn = (head: readonly string[]): string | undefined => {
  for (const line of head) {
    const words = line.replace(RELEASE_PLACE, '').split(/\s+/).slice(0, 8);
    const form = words.findIndex((word) => LEGAL_FORMS.has(nameTokens(word)[0] ?? ''));
    const name = words.slice(0, form + 1).join(' ');
    const isName = words.slice(0, form).every((word) => /^(?:\p{Lu}|&|and$)[\p{L}\p{N}.&’'-]*$/u.test(word));
    if (form > 0 && isName) return name.replace(/[,:;)]+$/, '');
  }
  return undefined;
};

/** The body named in the letterhead of a statement (rule O7): a line of office words with a capital, or the outlet itself. */
const statementBody = (leaf: Leaf, own: LocalEntity | null): LocalEntity | null => {
  const { text } = leaf.document;
  const head = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, HEAD_LINES);
  const isRelease = head.some((one) => RELEASE_LINE.test(one));
  if (!isRelease && !STATEMENT.test(`${leaf.document.title ?? ''}\n${head.join('\n')}`)) return null;
  const isBody = (name: string): boolean => {
    const tokens = nameTokens(name);
    if (isRelease && tokens.length > 1 && LEGAL_FORMS.has(tokens.at(-1) ?? '')) return true;
    return (
      tokens.length > 1 && tokens.length <= 10 && tokens.some((token) => OFFICE_WORDS.has(token) && token.length > 3)
    );
  };
  const line =
    head.find((one) => isBody(one) && /^\p{Lu}/u.test(one) && !/[.!?:]$/.test(one) && !STATEMENT.test(one)) ??
    (isRelease ? companyIn(head) : undefined);
  // "Directorate for Fisheries, Lorne": where it sits is none of its name.
  const ownName = own?.names[0]?.text.replace(/, \p{Lu}\p{L}+$/u, '') ?? null;
  const isOutlet = nameTokens(ownName ?? '').some((token) => OUTLET_WORDS.has(token) || OUTLET_SORTS.has(token));
  const name =
    ownName !== null && isBody(ownName)
      ? ownName
      : own === null || isRelease
        ? (line ?? (isRelease && !isOutlet ? ownName : null))
        : null;
  if (name === null) return null;
  const place = firstPlaceOf(leaf, name);
  const state = place === null ? null : STATE_LINE.exec(text.slice(place[1]));
  const whole: Span | null = place === null || state === null ? place : [place[0], place[1] + state[0].length];
  // "MINISTRY OF FISHERIES", and below it "REPUBLIC OF OSTRA": the state belongs to the name.
  const full = state === null ? name : `${name} of ${state.groups?.state ?? ''}`;
  const local = localOutlet(full, whole, leaf.document.id);
  return local === null ? null : { ...local, types: new Map([['publicBody', 1]]) };
};

const outletKey = (name: string): string => outletTokens(name).join(' ');

/**
 * Keys of the outlets that a document is from or cites: what the headings of others, that state no outlet in so many words, are
 * looked up in.
 */
export const outletKeys = (leaf: Leaf): readonly string[] => {
  const keys = new Set<string>();
  if (leaf.document.outlet !== null) keys.add(outletKey(leaf.document.outlet));
  for (const { outlet, by } of leaf.reading.citations) {
    for (const span of [outlet, by]) {
      const words = span === null ? '' : wordsAt(leaf, span);
      if (/\p{Lu}/u.test(words)) keys.add(outletKey(words));
    }
  }
  keys.delete('');
  return [...keys];
};

/** The site that a document says it is of, with its outlet: what addresses of others are looked up in (rule O23). */
export const siteAndOutlet = ({ document }: Leaf): readonly [site: string, outlet: string] | null => {
  const { url } = changedAndAddress(document);
  const site = url === null ? null : siteOf(url);
  return site === null || document.outlet === null ? null : [site, document.outlet];
};

/**
 * Outlets by site, as the documents of a pile tell: where those of one site name several outlets it is a platform and tells none.
 */
export const outletsBySite = (
  told: readonly (readonly [site: string, outlet: string])[],
): ReadonlyMap<string, string> => {
  const names = new Map<string, string | null>();
  for (const [site, outlet] of [...told].sort(([, a], [, b]) => byText(a, b))) {
    const known = names.get(site);
    if (known === undefined) names.set(site, outlet);
    else if (known !== null && outletKey(known) !== outletKey(outlet)) names.set(site, null);
  }
  return new Map([...names].flatMap(([site, name]) => (name === null ? [] : [[site, name]])));
};

type Copied = Pick<Found, 'value' | 'span' | 'by'> & { readonly isByAddress?: boolean };

/** The head of a text where an agency or a paper signs: its first lines. */
const SIGNED_LINES = 6;

/**
 * The outlet that signs a text whose outlet nobody could tell (rule O12): known in the pile, and standing alone on one of the
 * first lines, between its bars, or in the brackets of a dateline. "... - The Meridian" at the end of a headline is a citation, no signature.
 */
const signedOutlet = (
  leaf: Leaf,
  isKnown: (key: string) => boolean,
): { readonly name: string; readonly span: Span } | null => {
  let start = 0;
  let lines = 0;
  for (const line of leaf.document.text.split('\n')) {
    if (line.trim() !== '') {
      if (lines++ >= SIGNED_LINES) return null;
      const dateline = /^\p{Lu}[^()]{2,60}\((\p{Lu}[^()]{1,40})\)\s*(?:[-–—]|:)/u.exec(line)?.[1];
      const pieces = dateline === undefined ? line.split(/[|/·•]/) : [dateline];
      for (const piece of pieces) {
        const name = piece.trim();
        const at = line.indexOf(name);
        if (name !== '' && name.length <= 60 && isKnown(outletKey(name)))
          return { name, span: [start + at, start + at + name.length] };
      }
    }
    start += line.length + 1;
  }
  return null;
};

/** "LORNE, May 2 (Kelmar Wire) -": the agency in the brackets of a dateline. */
const agencyOfDateline = (leaf: Leaf): Copied | null => {
  for (const block of leaf.reading.blocks) {
    if (block.kind !== 'dateline') continue;
    const words = wordsAt(leaf, [block.start, block.end]);
    const match = /[([/](?<agency>\p{Lu}[\p{L}.&' -]{1,40})[)\]/]\W*$/u.exec(words);
    const value = match?.groups?.agency?.trim();
    if (match === null || value === undefined || countryOf(value) !== null) continue;
    const start = block.start + words.indexOf(value, match.index);
    return { value, span: [start, start + value.length], by: 'dateline' };
  }
  return null;
};

/** Whose copy a text says it is: what its head and foot say first, then its dateline (rule O13). */
const copied = (leaf: Leaf, outletOfSite: (site: string) => string | null): Copied | null =>
  leaf.document.found.find((one) => one.field === 'syndicated') ??
  agencyOfDateline(leaf) ??
  copiedFrom(leaf, outletOfSite);

/** The house at whose site a document says that its original stands (rule O23). */
const copiedFrom = (leaf: Leaf, outletOfSite: (site: string) => string | null): Copied | null => {
  for (const { field, value: address, by } of leaf.document.found) {
    const site = field === 'original' ? siteOf(address) : null;
    const value =
      site === null ? null : (outletOfSite(site) ?? (outletByDomain(new URL(address).hostname)?.name || null));
    if (value !== null && outletKey(value) !== outletKey(leaf.document.outlet ?? ''))
      return { value, span: null, by, isByAddress: true };
  }
  return null;
};

/**
 * Looks up the outlets that a document names.
 *
 * @param isKnown Whether a key is that of an outlet of the pile, see {@link outletKeys}.
 * @param outletOfSite The outlet of a site as documents of the pile tell it, see {@link outletsBySite}.
 */
export const findOutlets = (
  leaf: Leaf,
  isKnown: (key: string) => boolean,
  outletOfSite: (site: string) => string | null,
): OutletsOf => {
  const { id, found } = leaf.document;
  const copy = copied(leaf, outletOfSite);
  const signed = leaf.document.outlet === null && copy === null ? signedOutlet(leaf, isKnown) : null;
  // An agency's dispatch that stands on nobody's page is the agency's own.
  const agency = copy?.by === 'dateline' || copy?.by === 'byline' ? copy : null;
  const outlet = leaf.document.outlet ?? signed?.name ?? agency?.value ?? null;
  const told = signed ?? found.find((one) => one.field === 'outlet' && one.value === outlet) ?? agency;
  const own = outlet === null ? null : localOutlet(outlet, told?.span ?? firstPlaceOf(leaf, outlet), id);
  const cited = leaf.reading.citations.map((citation) => ({
    citation,
    outlet: lookUp(leaf, citation.outlet),
    by: citation.by === null ? null : lookUp(leaf, citation.by),
  }));
  const copyOf = copy === null ? null : localOutlet(copy.value, copy.span ?? firstPlaceOf(leaf, copy.value), id);
  const copyBy = copyOf === null ? null : copy?.isByAddress === true ? 'address' : 'name';
  return { own, copyOf, copyPlace: copy?.span ?? null, copyBy, cited, statementOf: statementBody(leaf, own) };
};

/** The locals that must be joined beside the chains. */
export const outletLocals = (outlets: readonly OutletsOf[]): readonly LocalEntity[] =>
  outlets.flatMap(({ own, copyOf, cited, statementOf }) => [
    ...(own === null ? [] : [own]),
    ...(copyOf === null ? [] : [copyOf]),
    ...(statementOf === null ? [] : [statementOf]),
    ...cited.flatMap(({ outlet, by }) => [outlet, by].flatMap((one) => (one?.kind === 'local' ? [one.local] : []))),
  ]);
