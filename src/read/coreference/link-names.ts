import type { MentionType } from '../../model/index.ts';
import {
  compareOrganizationNames,
  comparePersonNames,
  compareTokens,
  countryNamed,
  isAcronymOf,
  isSameGivenName,
  isSameSide,
  LEGAL_FORMS,
  nameTokens,
  OFFICE_WORDS,
  ORGANIZATION_SORTS,
  organizationTokens,
  parsePersonName,
} from '../../text/index.ts';
import type { Token } from '../known.ts';
import { PRESS_WORDS } from '../mentions/index.ts';
import type { Cast, Entity, Gender, Placed } from './entity.ts';
import { genderOfMention } from './gender.ts';

const BODIES: ReadonlySet<MentionType> = new Set([
  'organization',
  'publicBody',
  'facility',
  'asset',
  'instrument',
  'place',
]);

/**
 * Links names: full names first, then the parts that stand alone.
 *
 * A part that fits two bearers equally well is left alone.
 */
export const linkNames = (cast: Cast, names: readonly Placed[], tokens: readonly Token[], text: string): void => {
  const persons = names.filter((name) => name.mention.type === 'person');
  const others = new Set<string>();
  for (const name of names)
    if (name.mention.type !== 'person')
      for (const word of name.head.split(/\s+/)) others.add(nameTokens(word).join(' '));
  linkPersons(cast, persons, tokens, others, text);
  linkBodies(
    cast,
    names.filter((name) => BODIES.has(name.mention.type)),
    tokens,
  );
  const peoples = new Map<string, Entity>();
  for (const name of names.filter((other) => other.mention.type === 'group')) {
    const key = name.head.toLowerCase();
    const known = peoples.get(key);
    if (known !== undefined) cast.join(known, name);
    else peoples.set(key, start(cast, name));
  }
};

const start = (cast: Cast, name: Placed): Entity => {
  const entity = cast.begin(name);
  entity.names.push(name.head);
  return entity;
};

const add = (cast: Cast, entity: Entity, name: Placed): void => {
  cast.join(entity, name);
  if (!entity.names.includes(name.head)) entity.names.push(name.head);
};

/** @param others Words of the document's names of places, bodies and things: none of them is a surname that was misheard. */
const linkPersons = (
  cast: Cast,
  names: readonly Placed[],
  tokens: readonly Token[],
  others: ReadonlySet<string>,
  text: string,
): void => {
  const full = new Map<string, Entity>();
  const byFamily = new Map<string, Entity[]>();
  const byGiven = new Map<string, Entity[]>();
  const byJunior = new Map<string, Entity[]>();
  const remember = (entity: Entity, name: string): void => {
    const parsed = parsePersonName(name);
    // the bare surname is the elder's, and so is the given name that both bear
    push(parsed.generation === null ? byFamily : byJunior, parsed.family, entity);
    if (parsed.generation === null) for (const given of parsed.given.slice(0, 1)) push(byGiven, given, entity);
  };
  const partial: Placed[] = [];
  for (const name of names) {
    const parsed = parsePersonName(name.head);
    if (parsed.given.length === 0) {
      partial.push(name);
      continue;
    }
    const key = parsed.tokens.join(' ') + (parsed.generation ?? '');
    let entity = full.get(key);
    if (entity === undefined) {
      const alike = sameBearer(name, few(byFamily.get(parsed.family)), few(byGiven.get(parsed.given[0] ?? '')));
      if (alike === null) entity = start(cast, name);
      else {
        entity = alike;
        add(cast, entity, name);
      }
      full.set(key, entity);
      remember(entity, name.head);
    } else add(cast, entity, name);
  }
  const rest = linkGenerations(cast, partial, byFamily, byJunior, tokens);
  linkSingles(cast, rest, byFamily, byGiven, others, text);
};

const push = (map: Map<string, Entity[]>, key: string, entity: Entity): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entity]);
  else if (!list.includes(entity)) list.push(entity);
};

/** Namesakes that a full name is compared with one by one; more than these are a list, and none is looked at. */
const MOST_NAMESAKES = 60;
const few = (entities: readonly Entity[] | undefined): readonly Entity[] =>
  entities === undefined || entities.length > MOST_NAMESAKES ? [] : entities;

/** One whose full name is another form of this; with the same given name also one that sounds alike. */
const sameBearer = (name: Placed, family: readonly Entity[], given: readonly Entity[]): Entity | null => {
  const fits: Entity[] = [];
  for (const entity of new Set([...family, ...given])) {
    const known = entity.names[0] ?? '';
    const relation = comparePersonNames(known, name.head).relation;
    // one text spells the given name one way: Marius and Magnus are brothers
    const isHeard =
      relation === 'sounds' && isSameGivenName(givenOf(known), givenOf(name.head)) && !hasOtherPost(entity, name);
    if ((relation === 'same' || relation === 'variant' || isHeard) && !hasOneHyphen(known, name.head))
      fits.push(entity);
  }
  return fits.length === 1 ? (fits[0] ?? null) : null;
};

const givenOf = (name: string): string => parsePersonName(name).given[0] ?? '';

const headOfPost = (role: string | null): string => role?.toLowerCase().split(/\s+/).at(-1) ?? '';

const hasPost = (entity: Entity, post: string): boolean =>
  entity.mentions.some(({ mention }) => headOfPost(mention.role) === post);

/** "President Anton Varga" and "his predecessor, Anton Vargas": names that sound alike, with posts of two people. */
const hasOtherPost = (entity: Entity, name: Placed): boolean => {
  const post = headOfPost(name.mention.role);
  const posts = entity.mentions.map(({ mention }) => headOfPost(mention.role)).filter((one) => one !== '');
  return post !== '' && posts.length > 0 && !posts.includes(post);
};

/** "Jonas Voss" and "Jonas Voss-Lie": who has a surname of two parts is called by both in one text. */
const hasOneHyphen = (a: string, b: string): boolean => {
  const isDouble = (name: string): boolean => /\p{L}-\p{Lu}/u.test(name.split(/\s+/).at(-1) ?? '');
  return isDouble(a) !== isDouble(b);
};

const linkSingles = (
  cast: Cast,
  names: readonly Placed[],
  byFamily: Map<string, Entity[]>,
  byGiven: Map<string, Entity[]>,
  others: ReadonlySet<string>,
  text: string,
): void => {
  const genderOf = (entity: Entity): Gender | null => {
    for (const { mention } of entity.mentions) {
      const gender = genderOfMention(mention, text);
      if (gender !== null) return gender;
    }
    return null;
  };
  const alone = new Map<string, Entity>();
  const settled = new Map<string, Entity>();
  for (const name of names) {
    const key = parsePersonName(name.head).family;
    const before = (entity: Entity): boolean => (entity.mentions[0]?.index ?? 0) < name.index;
    // "Ms Voss" is not Lars Voss
    const gender = genderOfMention(name.mention, text);
    const agrees = (entity: Entity): boolean => {
      const known = gender === null ? null : genderOf(entity);
      return known === null || known === gender;
    };
    const families = (byFamily.get(key) ?? []).filter(agrees);
    const known = families.filter(before);
    // "Colonel Voss", and Yusuf Voss after him without that post: his brother sooner than the colonel
    const post = headOfPost(name.mention.role);
    const later = families.filter((entity) => post === '' || hasPost(entity, post));
    const givens = byGiven.get(key) ?? [];
    const chosen =
      choose(name, known.length > 0 ? known : later, settled.get(key)) ?? (families.length === 0 ? only(givens) : null);
    if (chosen !== null) {
      add(cast, chosen, name);
      settled.set(key, chosen);
      continue;
    }
    if (families.length > 1 || givens.length > 1) {
      start(cast, name);
      continue;
    }
    const same =
      alone.get(key) ?? (others.has(key) ? undefined : (heardOtherwise(key, byFamily) ?? aloneAlike(key, alone)));
    if (same === undefined || !agrees(same)) alone.set(key, start(cast, name));
    else add(cast, same, name);
  }
};

const KIN_BELOW = /\b(?:son|daughter|nephew|niece|grandson|granddaughter|stepson|stepdaughter)$/i;

/** "Young Voss", "Voss junior", "the elder Voss": links those and returns the others. Two of one generation are left alone. */
const linkGenerations = (
  cast: Cast,
  names: readonly Placed[],
  byFamily: ReadonlyMap<string, readonly Entity[]>,
  byJunior: ReadonlyMap<string, readonly Entity[]>,
  tokens: readonly Token[],
): readonly Placed[] => {
  const begun = new Map<string, Entity>();
  return names.filter((name) => {
    const younger = isYounger(name, tokens);
    if (younger === null) return true;
    const key = parsePersonName(name.head).family;
    const bearers = byFamily.get(key) ?? [];
    const below = [
      ...(byJunior.get(key) ?? []),
      ...bearers.filter((one) => one.mentions.some((other) => KIN_BELOW.test(other.mention.role ?? ''))),
    ];
    const chosen = only(younger ? below : bearers.filter((one) => !below.includes(one)));
    if (chosen !== null) {
      add(cast, chosen, name);
      return false;
    }
    if (!younger) return true;
    const known = begun.get(key);
    if (known === undefined) begun.set(key, start(cast, name));
    else add(cast, known, name);
    return false;
  });
};

/** True for the younger of a family, false for the elder, null when nothing tells. */
const isYounger = (name: Placed, tokens: readonly Token[]): boolean | null => {
  const before = tokens[name.first - 1];
  const lead = before?.sentence === name.sentence ? before.lower : '';
  const after = tokens[name.last];
  const words = `${name.head} ${after?.sentence === name.sentence ? after.lower : ''}`;
  if (/^(?:young|younger)$/.test(lead) || /\b(?:jr|junior|fils)\b/i.test(words)) return true;
  return /^(?:elder|old|older)$/.test(lead) || /\b(?:sr|senior)\b|\bpère(?!\p{L})/iu.test(words) ? false : null;
};

const only = (entities: readonly Entity[]): Entity | null => (entities.length === 1 ? (entities[0] ?? null) : null);

/** Of several of one surname: who bears the post named with it; else the one whom the surname alone has meant so far. */
const choose = (name: Placed, entities: readonly Entity[], settled: Entity | undefined): Entity | null => {
  if (entities.length <= 1) return entities[0] ?? null;
  const role = name.mention.role?.toLowerCase();
  if (role !== undefined && role !== null) {
    const byRole = entities.filter((entity) =>
      entity.mentions.some((other) => other.mention.role?.toLowerCase() === role),
    );
    if (byRole.length === 1) return byRole[0] ?? null;
  }
  const near = entities.filter((entity) =>
    entity.mentions.some(
      (other) => other.index < name.index && name.sentence - other.sentence <= 1 && other.head.includes(' '),
    ),
  );
  if (near.length > 1) return null;
  if (settled !== undefined && entities.includes(settled) && (near.length === 0 || near[0] === settled)) return settled;
  return near.length === 1 && settled === undefined ? (near[0] ?? null) : null;
};

/** A surname that was misheard or misspelt: it must sound like one surname only. */
const heardOtherwise = (key: string, byFamily: ReadonlyMap<string, readonly Entity[]>): Entity | undefined => {
  const fits = new Set<Entity>();
  if (byFamily.size > MOST_SURNAMES) return undefined;
  for (const [family, entities] of byFamily)
    if (isHeardAlike(key, family)) for (const entity of entities) fits.add(entity);
  return fits.size === 1 ? [...fits][0] : undefined;
};

const aloneAlike = (key: string, alone: ReadonlyMap<string, Entity>): Entity | undefined =>
  alone.size > MOST_SURNAMES ? undefined : [...alone].find(([other]) => isHeardAlike(key, other))?.[1];

/** Beyond so many surnames a text is a list, where names that sound alike are many; and each is compared with each. */
const MOST_SURNAMES = 300;
const MIN_HEARD = 5;
const isHeardAlike = (a: string, b: string): boolean => {
  if (Math.min(a.length, b.length) < MIN_HEARD) return false;
  const likeness = compareTokens(a, b);
  return likeness === 'variant' || likeness === 'sounds';
};

/** Words by which one company is said to be part of another. */
const PART_OF =
  /^(?:unit|arm|subsidiary|subsidiaries|affiliate|affiliates|division|branch|parent|spin-off|offshoot|owner|owns|owned|daughter|sister|shareholder|stake|daughters|units)$/;

/**
 * Names that stand for a body of their own though a longer name begins with them: "Halden" beside "Halden Shipping, a unit of
 * Halden", and "Halden" where "Halden SpA" or "Halden Group" says that this is the whole of its name.
 */
const parentNames = (names: readonly Placed[], tokens: readonly Token[]): ReadonlyMap<string, 'whole' | 'parent'> => {
  const bare = names.map((name) => ({ name, words: organizationTokens(name.head) }));
  const found = new Map<string, 'whole' | 'parent'>();
  const inSentence = new Map<number, { readonly name: Placed; readonly words: readonly string[] }[]>();
  for (const one of bare) {
    const { name, words } = one;
    inSentence.set(name.sentence, [...(inSentence.get(name.sentence) ?? []), one]);
    const [word] = words;
    if (word === undefined) continue;
    const isWhole = words.length > 1 ? words.slice(1).every(isSort) : nameTokens(name.head).some(isLegalForm);
    if (isWhole) found.set(word, 'whole');
  }
  for (const [sentence, all] of inSentence) {
    if (all.length < 2) continue;
    const first = Math.min(...all.map(({ name }) => name.first));
    const last = Math.max(...all.map(({ name }) => name.last));
    if (!tokens.slice(first, last).some((token) => token.sentence === sentence && PART_OF.test(token.lower))) continue;
    for (const { words } of all)
      if (all.some((other) => other.words.length > words.length && startsWith(other.words, words)))
        found.set(words.join(' '), 'parent');
  }
  return found;
};

const isSort = (word: string): boolean => ORGANIZATION_SORTS.has(word);
const isLegalForm = (word: string): boolean => LEGAL_FORMS.has(word);
const startsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.length > 0 && short.every((word, at) => long[at] === word);

const linkBodies = (cast: Cast, names: readonly Placed[], words: readonly Token[]): void => {
  const exact = new Map<string, Entity[]>();
  const byWord = new Map<string, Entity[]>();
  const parents = parentNames(names, words);
  const placesIn = new Map<number, string[]>();
  for (const { mention, sentence, head } of names)
    if (mention.type === 'place') placesIn.set(sentence, [...(placesIn.get(sentence) ?? []), head]);
  const byLength = [...names].sort(
    (a, b) => organizationTokens(b.head).length - organizationTokens(a.head).length || a.index - b.index,
  );
  for (const name of byLength) {
    const tokens = organizationTokens(name.head);
    const country = name.mention.type === 'place' ? countryNamed(name.head) : null;
    const key = country ?? tokens.join(' ');
    const there = isNamelessOffice(name, tokens) ? (placesIn.get(name.sentence) ?? []) : [];
    const same = (exact.get(key) ?? []).find((entity) => agrees(entity, name) && !isElsewhere(entity, there));
    const isDefinite = words[name.first - 1]?.lower === 'the';
    const entity = same ?? longerName(name, tokens, byWord, parents.get(key), isDefinite);
    if (entity !== null && entity !== undefined) {
      add(cast, entity, name);
      if (name.mention.side !== null) entity.sides.push(name.mention.side);
      push(exact, key, entity);
      continue;
    }
    const begun = start(cast, name);
    if (name.mention.side !== null) begun.sides.push(name.mention.side);
    push(exact, key, begun);
    if (name.mention.type !== 'place') for (const word of wordsOf(name, tokens)) push(byWord, word, begun);
  }
};

const isNamelessOffice = ({ mention }: Placed, tokens: readonly string[]): boolean =>
  mention.type === 'publicBody' && mention.side === null && tokens.every((token) => OFFICE_WORDS.has(token));

/** "He came to Velm on a permit from the Foreign Ministry": hardly Ostra's, of which the text spoke before. */
const isElsewhere = (entity: Entity, places: readonly string[]): boolean =>
  entity.sides.length > 0 &&
  places.length > 0 &&
  !places.some((place) => entity.sides.some((side) => isSameSide(side, place) === true));

/** Words by which a shorter form may be looked up, its first letters included. */
const wordsOf = (name: Placed, tokens: readonly string[]): readonly string[] => {
  const initials = tokens.map((token) => token[0] ?? '').join('');
  const plain = tokens
    .filter((token) => !/^(?:of|the|and|for)$/.test(token))
    .map((token) => token[0] ?? '')
    .join('');
  return name.head.includes(' ') ? [...new Set([...tokens, initials, plain])] : tokens;
};

const agrees = (entity: Entity, name: Placed): boolean => {
  const side = name.mention.side;
  if (side === null) return true;
  if (entity.sides.length > 0) return entity.sides.some((other) => isSameSide(other, side) === true);
  // "Velland's Foreign Ministry" is not the "Ostran Foreign Ministry"
  const long = entity.names[0]?.split(/\s+/) ?? [];
  return long.length <= name.head.split(/\s+/).length || isSameSide(long[0] ?? '', side) === true;
};

/**
 * The one longer name that this is a short form of, or the first letters.
 *
 * @param standing Of a name that stands for a body of its own: a longer one is the same only where it adds the sort of body, and
 *   not even then where the text says that one is part of the other.
 */
const longerName = (
  name: Placed,
  tokens: readonly string[],
  byWord: ReadonlyMap<string, readonly Entity[]>,
  standing: 'whole' | 'parent' | undefined,
  isDefinite: boolean,
): Entity | null => {
  if (name.mention.type === 'place') return null;
  const candidates = new Set(tokens.length === 0 ? [] : (byWord.get(tokens[0] ?? '') ?? []));
  for (const entity of byWord.get(tokens.join('')) ?? []) candidates.add(entity);
  const fits: Entity[] = [];
  for (const entity of candidates) {
    const long = entity.names[0] ?? '';
    if (!isKindred(entity.type, name.mention.type) || !agrees(entity, name)) continue;
    if (isAcronymOf(name.head, long) || (isDefinite && isNounOf(tokens, organizationTokens(long)))) fits.push(entity);
    else if (
      isShortForm(tokens, organizationTokens(long)) &&
      (PRESS_WORDS.has(tokens.join(' ')) || compareOrganizationNames(name.head, long).relation !== 'different')
    ) {
      fits.push(entity);
    }
  }
  const [found] = fits;
  if (found === undefined || fits.length > 1) return null;
  const long = found.names[0] ?? '';
  const rest = isAcronymOf(name.head, long) ? [] : organizationTokens(long).slice(tokens.length);
  if (standing === undefined || rest.length === 0) return found;
  return standing === 'whole' && rest.every(isSort) ? found : null;
};

/** "The Front" after "the Delta Front", "the Directorate" after "the Directorate for Trade". */
const isNounOf = (short: readonly string[], long: readonly string[]): boolean => {
  const [noun] = short;
  if (short.length !== 1 || long.length < 2) return false;
  const of = long.findIndex((word, at) => at > 0 && /^(?:of|for|on)$/.test(word));
  return noun === long[of > 0 ? of - 1 : long.length - 1];
};

const SORTS_IN_FRONT = new Set(['hotel', 'palace', 'villa', 'cafe', 'radio', 'bank', 'club']);

/** The first words of a name or its last two and more: "Halden" or "Sovereign Fund", hardly "Fund". */
const isShortForm = (short: readonly string[], long: readonly string[]): boolean => {
  if (short.length >= long.length) return short.join(' ') === long.join(' ');
  const text = long.join(' ');
  // papers are named after towns and called by their last word: "the Courier", never "Velm"
  const press = PRESS_WORDS.has(long.at(-1) ?? '');
  if (press && long.length === 2 && short.length === 1) return short[0] === long[1];
  if (press && short.length === 1 && short[0] === long.at(-1)) return true;
  if (SORTS_IN_FRONT.has(long[0] ?? '') && text === `${long[0]} ${short.join(' ')}`) return true;
  return text.startsWith(`${short.join(' ')} `) || (short.length >= 2 && text.endsWith(` ${short.join(' ')}`));
};

const isKindred = (a: MentionType, b: MentionType): boolean => {
  if (a === b) return true;
  const bodies = ['organization', 'publicBody'];
  return bodies.includes(a) && bodies.includes(b);
};
