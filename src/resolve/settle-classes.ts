import { countryNamed, organizationTokens, parsePersonName } from '../text/index.ts';
import { endsWithLegalForm } from './legal-form.ts';
import { type EntityClass, type LocalEntity, nameKey, singleName, tokensOf } from './local-entities.ts';
import { hasStateForm } from './office-names.ts';
import type { Leaf } from './pile.ts';
import { keyOfState, statesIn } from './states.ts';

const plainKey = (local: LocalEntity): string =>
  local.names[0] === undefined ? '' : tokensOf(local.names[0].text, 'organization', local.isOutlet).join(' ');

const as = (local: LocalEntity, kind: EntityClass): LocalEntity => {
  const name = local.names[0]?.text ?? '';
  return {
    ...local,
    class: kind,
    types: new Map([[kind, 1]]),
    key: nameKey(name, kind, local.isOutlet),
    isOffice: false,
    generation: null,
    gender: null,
    tokens: tokensOf(name, kind, local.isOutlet),
  };
};

const outletKey = (local: LocalEntity): string => tokensOf(local.names[0]?.text ?? '', 'organization', true).join(' ');

/** Words in front of a place; nobody is "in" a person. */
const LOCATIVE = /\b(?:in|at|near|outside|around|inside|across|throughout)\s+(?:the\s+)?$/i;
/** Share of its places that must follow such a word, and how many places there must be at least. */
const PLACED_SHARE = 0.5;
const PLACED_LEAST = 3;

/** How a document reads names: gathered once for each document, counted over the pile. */
export interface ClassWords {
  /** Each plain key with a class that it is read as. */
  readonly votes: readonly (readonly [key: string, kind: EntityClass])[];
  /** Keys of outlets named as such. */
  readonly outlets: readonly string[];
  /** Of names read as persons: how often they stand after a word for being at a place, and how often in all. */
  readonly placed: readonly (readonly [key: string, places: number, all: number])[];
  /** Words of the full names of persons. */
  readonly borne: readonly string[];
  /** Keys of names that are said to be those of states. */
  readonly states: readonly string[];
  /** First words of the names of bodies. */
  readonly bodies: readonly string[];
}

const onceEach = <T extends readonly string[]>(list: readonly T[]): readonly T[] => [
  ...new Map(list.map((one) => [one.join('\n'), one])).values(),
];

/** Gathers how one document reads names. */
export const classWordsOf = (leaf: Leaf, locals: readonly LocalEntity[]): ClassWords => {
  const placed = locals.flatMap((local): ClassWords['placed'] => {
    if (local.class !== 'person' || local.chain === null) return [];
    const named = (leaf.chains.get(local.chain) ?? []).filter((mention) => mention.form === 'name');
    const places = named.filter(({ start }) =>
      LOCATIVE.test(leaf.document.text.slice(Math.max(0, start - 20), start)),
    ).length;
    return [[plainKey(local), places, named.length]];
  });
  const borne = locals.flatMap((local) =>
    local.class !== 'person' || endsWithForm(local)
      ? []
      : local.names.flatMap(({ text }) => {
          const { tokens } = parsePersonName(text);
          return tokens.length < 2 ? [] : tokens;
        }),
  );
  return {
    votes: onceEach(locals.map((local) => [plainKey(local), local.class] as const)),
    outlets: locals.filter((local) => local.isOutlet && !local.types.has('publicBody')).map((local) => local.key),
    placed,
    borne: [...new Set(borne)],
    states: [...new Set(locals.flatMap(statesIn))],
    bodies: [
      ...new Set(
        locals
          .flatMap(({ class: kind, tokens, isOffice, isOutlet }) =>
            kind === 'organization' && tokens.length > 1 && !isOffice && !isOutlet ? tokens.slice(0, 1) : [],
          )
          .concat(
            locals.filter(endsWithForm).flatMap(({ names }) => organizationTokens(names[0]?.text ?? '').slice(0, 1)),
          ),
      ),
    ],
  };
};

/** What rule S8 asks of the pile. */
export interface AskClasses {
  /** Whether what is read as a person of that name mostly stands where places stand. */
  readonly isPlaced: (key: string) => boolean;
  readonly isOutletKey: (key: string) => boolean;
  readonly isPlaceByMost: (key: string) => boolean;
  readonly isBodyByMost: (key: string) => boolean;
  /** The class that more documents give a name than this one; null when none does. */
  readonly outvoted: (key: string, kind: EntityClass) => EntityClass | null;
  /** The class, other than person, that most documents give a name; null when none does. */
  readonly thing: (key: string) => EntityClass | null;
  /** Whether a word is part of a person's full name. */
  readonly isBorne: (word: string) => boolean;
  /** Whether it is in several documents. */
  readonly isBorneOften: (word: string) => boolean;
  /** Whether the pile says that a name is that of a state. */
  readonly isState: (key: string) => boolean;
  /** Whether the names of bodies begin with a word in at least half as many documents as persons bear it. */
  readonly isBodyOften: (word: string) => boolean;
  /** Whether no more documents read a word alone as of that class than name persons who bear it; of places, one alone. */
  readonly isSurnameByMost: (word: string, kind: EntityClass) => boolean;
  /** Whether more documents name bodies that begin with a word than persons who bear it. */
  readonly isBodyRather: (word: string) => boolean;
}

type Counts = ReadonlyMap<EntityClass, number>;

/** Counts over the pile. */
export const askClasses = (all: readonly ClassWords[]): AskClasses => {
  const votes = new Map<string, Map<EntityClass, number>>();
  const outlets = new Set<string>();
  const placed = new Map<string, { places: number; all: number }>();
  const borne = new Map<string, number>();
  const bodies = new Map<string, number>();
  const states = new Set<string>();
  for (const one of all) {
    for (const key of one.states) states.add(key);
    for (const word of one.bodies) bodies.set(word, (bodies.get(word) ?? 0) + 1);
    for (const [key, kind] of one.votes) {
      const classes = votes.get(key);
      if (classes === undefined) votes.set(key, new Map([[kind, 1]]));
      else classes.set(kind, (classes.get(kind) ?? 0) + 1);
    }
    for (const key of one.outlets) outlets.add(key);
    for (const [key, places, count] of one.placed) {
      const known = placed.get(key);
      if (known === undefined) placed.set(key, { places, all: count });
      else {
        known.places += places;
        known.all += count;
      }
    }
    for (const word of one.borne) borne.set(word, (borne.get(word) ?? 0) + 1);
  }
  const none: Counts = new Map();
  const of = (key: string): Counts => votes.get(key) ?? none;
  return {
    isPlaced: (key) => {
      const counted = placed.get(key);
      return counted !== undefined && counted.all >= PLACED_LEAST && counted.places / counted.all >= PLACED_SHARE;
    },
    isOutletKey: (key) => outlets.has(key),
    isPlaceByMost: (key) => isPlaceByMost(of(key)),
    isBodyByMost: (key) => isBodyByMost(of(key)),
    outvoted: (key, kind) => {
      const rival = kind === 'person' ? mostVoted(of(key), THINGS) : 'person';
      return rival !== null && (of(key).get(rival) ?? 0) > (of(key).get(kind) ?? 0) ? rival : null;
    },
    thing: (key) => mostVoted(of(key), THINGS),
    isBorne: (word) => borne.has(word),
    isBorneOften: (word) => (borne.get(word) ?? 0) > 1,
    isState: (key) => states.has(key) || countryNamed(key) !== null,
    isBodyOften: (word) => 2 * (bodies.get(word) ?? 0) >= (borne.get(word) ?? 0),
    isSurnameByMost: (word, kind) =>
      (of(word).get(kind) ?? 0) <= (kind === 'organization' ? (borne.get(word) ?? 0) : 1),
    isBodyRather: (word) => (bodies.get(word) ?? 0) > (borne.get(word) ?? 0),
  };
};

/** Classes in the order in which they win a tie. */
const ORDER: readonly EntityClass[] = ['organization', 'place', 'instrument', 'asset', 'person'];

const THINGS: readonly EntityClass[] = ORDER.filter((kind) => kind !== 'person');

const mostVoted = (classes: Counts, among: readonly EntityClass[]): EntityClass | null => {
  let best: EntityClass | null = null;
  for (const kind of among) {
    const count = classes.get(kind) ?? 0;
    if (count > 0 && (best === null || count > (classes.get(best) ?? 0))) best = kind;
  }
  return best;
};

const sizeOf = (classes: Counts, kind: EntityClass): number => classes.get(kind) ?? 0;

/** So many documents outweigh the one that reads a place as a body. */
const PLACES_LEAST = 3;

/** "Ostra denied it": a state is no second thing beside the country. A company named after a town is mostly read as a company. */
const isPlaceByMost = (classes: Counts): boolean =>
  sizeOf(classes, 'organization') === 1 && sizeOf(classes, 'place') >= PLACES_LEAST;

/** A name of several words is hardly that of a place and of a company. */
const isBodyByMost = (classes: Counts): boolean =>
  sizeOf(classes, 'organization') > 0 && sizeOf(classes, 'organization') >= sizeOf(classes, 'place');

/** "Republic of Ostra", and "Ostra" where the pile says elsewhere that this is a state; of one who has a post, no name is a state's. */
const isStateName = (local: LocalEntity, asked: AskClasses): boolean =>
  (local.class === 'organization' || (local.class === 'person' && local.roles.length === 0)) &&
  local.names.every(({ text }) => hasStateForm(text) || asked.isState(keyOfState(text)));

const endsWithForm = ({ names }: LocalEntity): boolean => names.some(({ text }) => endsWithLegalForm(text));

/** "Mr Halden": more is written than the name. */
const isTitled = (local: LocalEntity): boolean =>
  local.names.some(({ text, span, otherwise }) =>
    [span, ...otherwise].some((one) => one !== null && one[1] - one[0] > text.length + 2),
  );

/** "Halden" in a text that names "Halden SpA". */
const isFirmHere = (locals: readonly LocalEntity[], word: string): boolean =>
  locals.some(({ names }) =>
    names.some(({ text }) => endsWithLegalForm(text) && organizationTokens(text).join(' ') === word),
  );

const surnamesHere = (locals: readonly LocalEntity[], word: string): readonly LocalEntity[] =>
  locals.filter(
    ({ class: kind, names }) =>
      kind === 'person' &&
      names.some(({ text }) => singleName(text) === null && parsePersonName(text).tokens.includes(word)),
  );

/** "... of Ostra A. Voss", read as one name: the state in front is no part of the person's. */
const withoutState = (local: LocalEntity, asked: AskClasses): LocalEntity => {
  if (local.class !== 'person') return local;
  let isChanged = false;
  const sides = new Set(local.sides);
  const names = local.names.map((name) => {
    const words = name.text.split(/\s+/);
    for (let length = Math.min(3, words.length - 2); length > 0; length--) {
      const front = words.slice(0, length).join(' ');
      if (!asked.isState(keyOfState(front))) continue;
      isChanged = true;
      sides.add(front);
      return { ...name, text: words.slice(length).join(' ') };
    }
    return name;
  });
  const text = names[0]?.text ?? '';
  return isChanged
    ? {
        ...local,
        names,
        sides: [...sides],
        key: nameKey(text, 'person', false),
        tokens: tokensOf(text, 'person', false),
      }
    : local;
};

/**
 * Corrects classes that one document misread, by how the rest of the pile reads the name (rule S8).
 *
 * A name of several words goes with the class that more documents give it. A single word read as a person, though no person
 * of the pile is called so and others read it as a place or a body, is that; a single word read as a place or a body in one
 * document alone, though a person of several documents is called so, is that person's surname. Of places
 * and bodies, a single word that one document alone reads as a body is the place that three read, and several words
 * are the body if as many do. What the text says is an outlet is one.
 * A name read as a person that stands after "in" or "at" most of the time is a place.
 */
export const settleClasses = (locals: readonly LocalEntity[], asked: AskClasses): readonly LocalEntity[] =>
  locals.map((given) => {
    if (given.isOutlet) return given;
    const local = withoutState(given, asked);
    const key = plainKey(local);
    if (local.class !== 'place' && isStateName(local, asked)) return as(local, 'place');
    if (local.class === 'person' && local.roles.length === 0 && endsWithForm(local)) return as(local, 'organization');
    // "Halden" beside "Halden SpA", where nothing says "in Halden": the company, though it be named after a town.
    if (local.class === 'person' && local.roles.length === 0 && isFirmHere(locals, key))
      return as(local, 'organization');
    if (local.class === 'person' && local.roles.length === 0 && asked.isPlaced(key)) return as(local, 'place');
    if (local.class !== 'organization' && local.roles.length === 0 && asked.isOutletKey(outletKey(local)))
      return as(local, 'organization');
    if (local.class === 'organization' && local.tokens.length === 1 && asked.isPlaceByMost(key))
      return as(local, 'place');
    if (local.class === 'place' && local.tokens.length > 1 && asked.isBodyByMost(key)) return as(local, 'organization');
    if (local.tokens.length > 1) {
      const rival = asked.outvoted(key, local.class);
      return rival === null ? local : as(local, rival);
    }
    const word = local.tokens[0] ?? '';
    if (local.class === 'person') {
      const isBare = local.roles.length === 0 && !isTitled(local) && surnamesHere(locals, word).length === 0;
      if (isBare && asked.isBodyRather(word)) return as(local, 'organization');
      const other = local.roles.length === 0 && !asked.isBorne(word) ? asked.thing(key) : null;
      return other === null ? local : as(local, other);
    }
    const isSurname =
      asked.isBorneOften(word) &&
      !asked.isBodyOften(word) &&
      !endsWithForm(local) &&
      asked.isSurnameByMost(word, local.class);
    return isSurname && (local.class === 'place' || local.class === 'organization') ? as(local, 'person') : local;
  });
