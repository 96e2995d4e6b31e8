import type { Mention, MentionType, Span } from '../model/index.ts';
import { byText } from '../model/index.ts';
import {
  countryNamed,
  FUNCTION_WORDS,
  HONORIFICS,
  nameTokens,
  organizationTokens,
  outletTokens,
  parsePersonName,
  stripGenitive,
} from '../text/index.ts';
import { type Gender, genderOfMentions } from './gender-of-mentions.ts';
import { endsWithLegalForm } from './legal-form.ts';
import { officeName, sideAbove, sideBehind, withoutStateForm } from './office-names.ts';
import { type Leaf, wordsAt } from './pile.ts';
import { standsAside } from './stands-aside.ts';

/** Sorts of entity that are never joined with one another (rule S1). Money is none. */
export type EntityClass = 'person' | 'organization' | 'place' | 'asset' | 'instrument';

const CLASSES: Readonly<Record<MentionType, EntityClass | null>> = {
  person: 'person',
  organization: 'organization',
  publicBody: 'organization',
  group: 'organization',
  place: 'place',
  facility: 'place',
  asset: 'asset',
  instrument: 'instrument',
  money: null,
};

/** A name as one document writes it. */
export interface LocalName {
  readonly text: string;
  readonly count: number;
  /** Where it stands first; null for an outlet known from metadata alone. */
  readonly span: Span | null;
  /** Where it first stands with each other title, or without one: "President Vorin", "Mr Vorin". */
  readonly otherwise: readonly Span[];
}

/** One chain of one document that has a name, or an outlet that the document names: what is joined across documents. */
export interface LocalEntity {
  /** Id of its document. */
  readonly leaf: string;
  /** Null for an outlet that stands in no chain. */
  readonly chain: number | null;
  readonly class: EntityClass;
  readonly isOutlet: boolean;
  readonly types: ReadonlyMap<MentionType, number>;
  /** Most telling first: the fullest, then the most frequent. Never empty. */
  readonly names: readonly LocalName[];
  readonly descriptions: readonly string[];
  readonly roles: readonly { readonly text: string; readonly span: Span }[];
  readonly sides: readonly string[];
  /** What two locals of one class must share to bear the same name to the letter, spelling of marks and forms aside. */
  readonly key: string;
  /** Its name alone does not tell whose it is: every state has a foreign ministry, many towns a port authority (rule S4). */
  readonly isOffice: boolean;
  /** Of a surname alone that stands with "young", "junior", "the elder": whose son or father is meant (rule S5). */
  readonly generation: 'younger' | 'elder' | null;
  /** As titles, kin words and given names say; null where they do not, or differ. */
  readonly gender: Gender | null;
  /** It has to do with how its document came about alone, see `standsAside`. */
  readonly isAside: boolean;
  readonly tokens: readonly string[];
}

/** The class of a mention's type; null for what is no entity. */
export const classOf = (type: MentionType): EntityClass | null => CLASSES[type];

/** The words that a name is compared by. */
export const tokensOf = (name: string, kind: EntityClass, isOutlet: boolean): readonly string[] => {
  if (kind === 'person') return parsePersonName(name).tokens;
  return isOutlet ? outletTokens(name) : organizationTokens(name);
};

/** What two names of one class must share to be the same name. */
export const nameKey = (name: string, kind: EntityClass, isOutlet: boolean): string => {
  if (kind === 'person')
    return [...parsePersonName(name).tokens, parsePersonName(name).generation ?? ''].join(' ').trim();
  const country = kind === 'place' ? countryNamed(name) : null;
  const formless = kind === 'place' ? withoutStateForm(name) : name;
  return country === null ? tokensOf(formless, kind, isOutlet).join(' ') : `country ${country}`;
};

/** Small words that no name ends with: what a reader left of "Ministry of Trade of the Republic of Ostra". */
const LOOSE_END = /(?:\s+(?:of|for|and|in|at|the|on|to|with|from))+$/u;

/** Without genitive ending, loose end, and an article that is not written as part of the name. */
const cleanName = (words: string): string =>
  stripGenitive(words.replace(/\s+/g, ' '))
    .trim()
    .replace(LOOSE_END, '')
    .replace(/^the\s+(?=\p{Lu})/u, '');

/** Particles that nobody has for a given name: "Al Harun" is a surname alone, if the pile knows somebody with it. */
const LED_BY: ReadonlySet<string> = new Set(
  'al el as ash at az ul ur von van der den de del della di da do dos das du la le af av ter ten zu zum zur bin ibn abu'.split(
    ' ',
  ),
);

/**
 * The words of a person's name that is one word, hyphens and all ("Voss", "Solheim-Pratt"): a surname or a given name alone.
 * Null for longer names.
 */
export const singleName = (name: string): string | null => {
  const { tokens } = parsePersonName(name);
  const family = tokens.at(-1) ?? '';
  if (tokens.length > 1 && tokens.slice(0, -1).every((token) => LED_BY.has(token) || HONORIFICS.has(token)))
    return family;
  return tokens.length === 1 || /^[\p{L}\p{M}'’.]+(?:-[\p{L}\p{M}'’.]+)+$/u.test(name) ? tokens.join(' ') : null;
};

/** A name has a letter that is no small one (scripts without case count), a word that is no initial, and is no mere title. */
const isName = (text: string, kind: EntityClass): boolean => {
  if (!/[\p{Lu}\p{Lt}\p{Lo}]/u.test(text) || (text.match(/\p{L}/gu)?.length ?? 0) < 2) return false;
  const tokens = nameTokens(text);
  if (tokens.every((token) => token.length === 1)) return false;
  return tokens.length > 0 && !(kind === 'person' && tokens.every((token) => HONORIFICS.has(token)));
};

/** "Ostra's Foreign Ministry", "the Ostran Foreign Ministry": an office is named with whose it is, where that stands before it. */
const withSide = (leaf: Leaf, mention: Mention, name: string): string => {
  const office = mention.side === null ? null : officeName(name);
  if (office === null || office.side !== null || mention.side === null) return name;
  const before = leaf.document.text.slice(Math.max(0, mention.start - mention.side.length - 4), mention.start);
  const at = before.lastIndexOf(mention.side);
  const between = before.slice(at + mention.side.length);
  return at >= 0 && /^(?:['’]s?)?\s+$/.test(between)
    ? `${mention.side}${between.replace(/\s+/g, ' ')}${name}`.replace(/^the\s+/i, '')
    : name;
};

/** "Halden Logistik" + " AB": what a reader took for a person has a legal form behind it. */
const withForm = (leaf: Leaf, mention: Mention, name: string): string => {
  const form = /^ (\p{Lu}{2,5}|\p{Lu}\p{L}*\p{Lu}|Ltd|Inc|Corp|plc)\b/u.exec(
    leaf.document.text.slice(mention.end, mention.end + 8),
  )?.[1];
  const whole = `${name} ${form ?? ''}`;
  return form !== undefined && endsWithLegalForm(whole) ? whole : name;
};

const countNames = (leaf: Leaf, mentions: readonly Mention[], kind: EntityClass): readonly LocalName[] => {
  const names = new Map<string, LocalName>();
  const written = new Set<string>();
  for (const mention of mentions) {
    if (mention.form !== 'name') continue;
    const head = wordsAt(leaf, mention.head);
    const bare = cleanName(head === '' ? wordsAt(leaf, [mention.start, mention.end]) : head);
    const text =
      kind === 'organization'
        ? withSide(leaf, mention, bare)
        : kind === 'person'
          ? withForm(leaf, mention, bare)
          : bare;
    if (!isName(text, kind)) continue;
    const known = names.get(text);
    const span: Span = [mention.start, mention.end];
    const form = wordsAt(leaf, span).replace(/\s+/g, ' ');
    const isNew = !written.has(form);
    written.add(form);
    names.set(
      text,
      known === undefined
        ? { text, count: 1, span, otherwise: [] }
        : { ...known, count: known.count + 1, otherwise: isNew ? [...known.otherwise, span] : known.otherwise },
    );
  }
  const fullness = (name: LocalName): number => tokensOf(name.text, kind, false).length;
  return [...names.values()].sort((a, b) => fullness(b) - fullness(a) || b.count - a.count || byText(a.text, b.text));
};

/** The type most of the named mentions have; ties go to the first in text. */
const mainType = (mentions: readonly Mention[]): MentionType | null => {
  const counts = new Map<MentionType, number>();
  for (const mention of mentions)
    if (mention.form === 'name') counts.set(mention.type, (counts.get(mention.type) ?? 0) + 1);
  let best: MentionType | null = null;
  for (const [type, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = type;
  return best;
};

/** "Young Voss", "Voss junior", "old Voss", as far as all places of a name say the same. */
const generationOfMentions = (leaf: Leaf, mentions: readonly Mention[]): LocalEntity['generation'] => {
  const found = new Set<'younger' | 'elder'>();
  for (const { form, head } of mentions) {
    if (form !== 'name' || singleName(wordsAt(leaf, head)) === null) continue;
    const [before, after] = [
      leaf.document.text.slice(Math.max(0, head[0] - 12), head[0]),
      leaf.document.text.slice(head[1]),
    ];
    if (/\b(?:young|younger)\s+(?:m[rs]s?\.?\s+)?$/i.test(before) || /^(?:,?\s+(?:junior|jr)\b)/i.test(after))
      found.add('younger');
    else if (/\b(?:old|elder|older)\s+(?:m[rs]s?\.?\s+)?$/i.test(before) || /^,?\s+(?:senior|sr)\b/i.test(after))
      found.add('elder');
  }
  const [one] = found;
  return found.size === 1 && one !== undefined ? one : null;
};

interface Owned {
  readonly key: string;
  readonly isOffice: boolean;
  readonly sides: readonly string[];
}

/** "Port Authority of Velm": what it is and whose, where the document names Velm as a place. */
const partedByPlace = (name: string, places: ReadonlySet<string>): Owned | null => {
  const [, body, place] = /^(.+)\s+of\s+(?:the\s+)?(\S.*)$/u.exec(name) ?? [];
  if (body === undefined || place === undefined) return null;
  const tokens = organizationTokens(body).filter((token) => !FUNCTION_WORDS.has(token));
  const isPlace = countryNamed(place) !== null || places.has(nameTokens(withoutStateForm(place)).join(' '));
  return tokens.length < 2 || !isPlace
    ? null
    : { key: organizationTokens(body).join(' '), isOffice: true, sides: [withoutStateForm(place)] };
};

/** The key of a body, and whose its names, and the words around them, say that it is. */
const ownedBody = (leaf: Leaf, name: string, mentions: readonly Mention[], places: ReadonlySet<string>): Owned => {
  const office = officeName(name);
  if (office === null)
    return partedByPlace(name, places) ?? { key: nameKey(name, 'organization', false), isOffice: false, sides: [] };
  const { text } = leaf.document;
  const around = mentions.flatMap(({ start, end, form }) =>
    form === 'name'
      ? [
          sideAbove(text.slice(Math.max(0, start - 80), start)),
          sideBehind(`${LOOSE_END.exec(text.slice(start, end))?.[0] ?? ''}${text.slice(end, end + 80)}`),
        ]
      : [],
  );
  const sides = [office.side, ...around].flatMap((side) => side ?? []);
  return { key: `office ${office.key}`, isOffice: true, sides: sides.map(stripGenitive) };
};

const placesOf = (leaf: Leaf): ReadonlySet<string> =>
  new Set(
    leaf.reading.mentions
      .filter(({ form, type }) => form === 'name' && type === 'place')
      .map(({ head }) => nameTokens(withoutStateForm(wordsAt(leaf, head))).join(' ')),
  );

const fromChain = (
  leaf: Leaf,
  chain: number,
  mentions: readonly Mention[],
  places: ReadonlySet<string>,
): LocalEntity | null => {
  const type = mainType(mentions);
  const kind = type === null ? null : classOf(type);
  if (kind === null) return null;
  const same = mentions.filter((mention) => classOf(mention.type) === kind);
  const names = countNames(leaf, same, kind);
  const name = names[0];
  if (name === undefined) return null;
  const types = new Map<MentionType, number>();
  for (const mention of same) if (mention.form === 'name') types.set(mention.type, (types.get(mention.type) ?? 0) + 1);
  const nominals = same
    .filter((mention) => mention.form === 'nominal')
    .map((mention) => wordsAt(leaf, [mention.start, mention.end]).replace(/\s+/g, ' ').trim());
  const owned =
    kind === 'organization'
      ? ownedBody(leaf, name.text, same, places)
      : { key: nameKey(name.text, kind, false), isOffice: false, sides: [] };
  const stated = same.flatMap((mention) => (mention.side === null ? [] : [stripGenitive(mention.side)]));
  return {
    leaf: leaf.document.id,
    chain,
    class: kind,
    isOutlet: false,
    types,
    names,
    descriptions: [...new Set(nominals)],
    roles: same.flatMap((mention) =>
      mention.role === null
        ? []
        : [{ text: mention.role.replace(/\s+/g, ' ').trim(), span: [mention.start, mention.end] as const }],
    ),
    sides: [...new Set([...stated, ...owned.sides])],
    key: owned.key,
    isOffice: owned.isOffice,
    generation: kind === 'person' ? generationOfMentions(leaf, same) : null,
    gender: kind === 'person' ? genderOfMentions(leaf, same) : null,
    isAside: (kind === 'person' || kind === 'organization') && standsAside(leaf, same),
    tokens: tokensOf(name.text, kind, false),
  };
};

/** The named chains of a document. */
export const localEntities = (leaf: Leaf): readonly LocalEntity[] => {
  const places = placesOf(leaf);
  return [...leaf.chains].flatMap(([chain, mentions]) => fromChain(leaf, chain, mentions, places) ?? []);
};

/** An outlet that a document names as such, where no chain of mentions does. */
export const localOutlet = (name: string, span: Span | null, document: string): LocalEntity | null => {
  // "Issuer: Halden SpA": what a form calls its sender is no part of the name.
  const text = cleanName(name.replace(/^\p{Lu}\p{Ll}+:\s+(?=\p{Lu})/u, ''));
  if (!isName(text, 'organization')) return null;
  const office = officeName(text);
  return {
    leaf: document,
    chain: null,
    class: 'organization',
    isOutlet: true,
    types: new Map([['organization', 1]]),
    names: [{ text, count: span === null ? 0 : 1, span, otherwise: [] }],
    descriptions: [],
    roles: [],
    sides: office?.side == null ? [] : [stripGenitive(office.side)],
    key: office === null ? nameKey(text, 'organization', true) : `office ${office.key}`,
    isOffice: office !== null,
    generation: null,
    gender: null,
    isAside: false,
    tokens: tokensOf(text, 'organization', true),
  };
};
