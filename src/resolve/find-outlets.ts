import type { Citation, Span } from '../model/index.ts';
import { nameTokens, OFFICE_WORDS } from '../text/names/index.ts';
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
  readonly cited: readonly CitedOutlet[];
  readonly statementOf: LocalEntity | null;
}

const UNNAMED: OutletReference = { kind: 'unnamed' };

const lookUp = (leaf: Leaf, index: number, span: Span): OutletReference => {
  const mention = mentionAt(leaf, span);
  const chain = mention === null ? undefined : leaf.chains.get(mention.chain);
  const isNamed = chain?.some((one) => one.form === 'name' && classOf(one.type) === 'organization') ?? false;
  if (mention !== null && isNamed) return { kind: 'chain', chain: mention.chain };
  const words = wordsAt(leaf, span);
  // "our colleagues", "told this newspaper": no word but the article is written as a name.
  if (!/\p{Lu}/u.test(words.replace(/^\s*(?:The|An?|Our|This|We)\b/u, ''))) return UNNAMED;
  const local = localOutlet(words, span, index);
  return local === null ? UNNAMED : { kind: 'local', local };
};

/** The first place where the text writes a name as it stands. */
const firstPlaceOf = (leaf: Leaf, name: string): Span | null => {
  const at = leaf.document.text.indexOf(name);
  return at < 0 ? null : [at, at + name.length];
};

const STATEMENT =
  /\b(?:statement|press release|communiqu[eé]|read-?out|fact sheet|press service|press office|for immediate release|press and information)\b/i;
/** A statement says what it is at its head. */
const HEAD_LINES = 8;

/** The body named in the letterhead of a statement (rule O7): a line of office words with a capital, or the outlet itself. */
const statementBody = (leaf: Leaf, index: number, own: LocalEntity | null): LocalEntity | null => {
  const { text } = leaf.document;
  const head = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, HEAD_LINES);
  if (!STATEMENT.test(`${leaf.document.title ?? ''}\n${head.join('\n')}`)) return null;
  const isBody = (name: string): boolean => {
    const tokens = nameTokens(name);
    return (
      tokens.length > 1 && tokens.length <= 10 && tokens.some((token) => OFFICE_WORDS.has(token) && token.length > 3)
    );
  };
  const line = head.find((one) => isBody(one) && /^\p{Lu}/u.test(one) && !/[.!?:]$/.test(one) && !STATEMENT.test(one));
  const name =
    own !== null && isBody(own.names[0]?.text ?? '')
      ? (own.names[0]?.text ?? null)
      : own === null
        ? (line ?? null)
        : null;
  if (name === null) return null;
  const local = localOutlet(name, firstPlaceOf(leaf, name), index);
  return local === null ? null : { ...local, types: new Map([['publicBody', 1]]) };
};

/** Looks up the outlets that a document names. */
export const findOutlets = (leaf: Leaf, index: number): OutletsOf => {
  const { outlet, found } = leaf.document;
  const told = found.find((one) => one.field === 'outlet' && one.value === outlet);
  const own = outlet === null ? null : localOutlet(outlet, told?.span ?? firstPlaceOf(leaf, outlet), index);
  const cited = leaf.reading.citations.map((citation) => ({
    citation,
    outlet: lookUp(leaf, index, citation.outlet),
    by: citation.by === null ? null : lookUp(leaf, index, citation.by),
  }));
  return { own, cited, statementOf: statementBody(leaf, index, own) };
};

/** The locals that must be joined beside the chains. */
export const outletLocals = (outlets: readonly OutletsOf[]): readonly LocalEntity[] =>
  outlets.flatMap(({ own, cited, statementOf }) => [
    ...(own === null ? [] : [own]),
    ...(statementOf === null ? [] : [statementOf]),
    ...cited.flatMap(({ outlet, by }) => [outlet, by].flatMap((one) => (one?.kind === 'local' ? [one.local] : []))),
  ]);
