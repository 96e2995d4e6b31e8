import { byText, type Claim, type Entity, type Meeting } from '../model/index.ts';
import { countryName, countryOf, isCommonWord, isSameSide, metonym } from '../text/index.ts';
import type { Told } from '../weigh/index.ts';
import { entitiesIn } from './rows.ts';

type Side = Meeting['sides'][number];

interface Sided {
  readonly id: string;
  readonly side: string;
}

/**
 * Participants by side, sides in order of their names. A state is its own side; a person is on the side that the documents give,
 * if it is one, else on the side of whom he acts for or holds a post with; a body that nothing is told of stands for itself.
 * Who is given two sides, or of whom no side is told, is on none.
 *
 * @param claims What the meeting is told by; a side's evidence are those that name one of its people.
 * @param behalf Whom a participant acts for, by entity: his side where none is told of himself.
 * @param posts With whom somebody holds a post, by entity, see `postsOf`.
 */
export const listSides = (
  participants: readonly string[],
  unnamed: readonly string[],
  claims: readonly Claim[],
  entities: ReadonlyMap<string, Entity>,
  isPersonName: (word: string) => boolean,
  behalf: ReadonlyMap<string, string>,
  posts: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Side[] => {
  const known = participants.flatMap((id): readonly Sided[] => {
    const side =
      sideOf(id, entities, isPersonName) ??
      sideOf(behalf.get(id) ?? '', entities, isPersonName) ??
      sideOfPosts([...(posts.get(id) ?? [])], entities, isPersonName);
    return side === null ? [] : [{ id, side }];
  });
  const groups: { names: string[]; ids: string[] }[] = [];
  for (const { id, side } of known) {
    const group = groups.find(({ names }) => names.some((name) => name === side || isSameSide(name, side) === true));
    if (group === undefined) groups.push({ names: [side], ids: [id] });
    else {
      group.names.push(side);
      group.ids.push(id);
    }
  }
  // A land whose people are only described is a side, too.
  for (const words of unnamed) {
    const land = sideIn(words);
    const isKnown = land === null || groups.some(({ names }) => names.some((name) => isSameSide(name, land) === true));
    if (!isKnown && countryOf(land) !== null) groups.push({ names: [land], ids: [] });
  }
  return groups
    .map(({ names, ids }): Side => {
      const described = unnamed.filter((words) => {
        const land = sideIn(words);
        return land !== null && names.some((name) => isSameSide(name, land) === true);
      });
      const own = claims.filter((claim) => namesAny(claim, ids, described));
      return {
        name: nameOf(names),
        participants: [...ids].sort(byText),
        unnamed: described,
        claims: own.map((claim) => claim.id),
        evidence: own.flatMap((claim) => claim.evidence),
      };
    })
    .sort((a, b) => byText(a.name, b.name));
};

/** Ties by which somebody is of a body: an office, a job, a seat. */
const POSTS: ReadonlySet<string> = new Set(['employment', 'directorship', 'membership']);
const FORMER = /\b(?:former|ex|erstwhile|late|one-time|then)\b/i;

/** With whom each holds a post now, as far as the claims tell. */
export const postsOf = (told: readonly Told[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const posts = new Map<string, Set<string>>();
  for (const claim of told.flatMap(({ happening, favour }) => (happening.type === 'tie' ? favour : []))) {
    const { kind = '', words = '', until } = claim.properties;
    if (!POSTS.has(kind) || FORMER.test(words) || until !== undefined) continue;
    for (const who of entitiesIn([claim], 'from')) {
      posts.set(who, new Set([...(posts.get(who) ?? []), ...entitiesIn([claim], 'to')]));
    }
  }
  return posts;
};

/** The one land that somebody holds a post with, else the one body. */
const sideOfPosts = (
  bodies: readonly string[],
  entities: ReadonlyMap<string, Entity>,
  isPersonName: (word: string) => boolean,
): string | null => {
  const sides = bodies.flatMap((id) => {
    const side = sideOf(id, entities, isPersonName);
    return side === null ? [] : [{ side, isLand: entities.get(id)?.type === 'place' || countryOf(side) !== null }];
  });
  const lands = apart(sides.filter(({ isLand }) => isLand).map(({ side }) => side));
  const told = lands.length > 0 ? lands : apart(sides.map(({ side }) => side));
  return told.length === 1 ? (told[0] ?? null) : null;
};

const namesAny = (claim: Claim, ids: readonly string[], described: readonly string[]): boolean =>
  Object.values(claim.roles).some((fillers) =>
    fillers.some(({ entity, text }) => (entity === null ? described.includes(text) : ids.includes(entity))),
  );

/** Whose people are described: "Kestrian diplomats", "the Kestrian side"; of "Ostra's Kestrian allies" the last. */
const sideIn = (words: string): string | null =>
  words
    .split(/\s+/)
    .filter(
      (word) => /^\p{Lu}/u.test(word) && !/^(?:The|An?|His|Her|Its|Their|Two|Three|Several|Some|Both)$/.test(word),
    )
    .map((word) => word.replace(/['’]s?$/, ''))
    .at(-1) ?? null;

/** A country's own name, else the shortest of the names that were told: "Ostra" rather than "Ostran". */
const nameOf = (names: readonly string[]): string => {
  for (const name of names) {
    const code = countryOf(name);
    if (code !== null) return countryName(code) ?? name;
  }
  return [...new Set(names)].sort((a, b) => a.length - b.length || byText(a, b))[0] ?? '';
};

const sideOf = (
  id: string,
  entities: ReadonlyMap<string, Entity>,
  isPersonName: (word: string) => boolean,
): string | null => {
  const entity = entities.get(id);
  if (entity === undefined) return null;
  if (entity.type === 'place') return entity.name;
  const told = entity.sides.filter((side) => isSide(side, isPersonName));
  const [side, ...others] = apart(told);
  const countries = told.filter((one) => countryOf(one) !== null);
  if (entity.type !== 'organization') {
    if (side !== undefined && others.length === 0) return side;
    const [country, ...more] = apart(countries);
    if (country !== undefined && more.length === 0) return country;
  }
  if (entity.type === 'person') return null;
  const seat = metonym(entity.name)?.country;
  return seat == null ? entity.name : (countryName(seat) ?? entity.name);
};

/** Names of different sides among those told; the shortest of each. */
const apart = (sides: readonly string[]): readonly string[] => {
  const found: string[] = [];
  for (const side of [...sides].sort((a, b) => a.length - b.length || byText(a, b))) {
    if (!found.some((known) => isSameSide(known, side) === true)) found.push(side);
  }
  return found;
};

/** A country or a body by name; "the fund", "His Highness" and "Hale's" are none. */
const isSide = (words: string, isPersonName: (word: string) => boolean): boolean => {
  const last = words.split(/\s+/).at(-1) ?? '';
  if (!/^\p{Lu}/u.test(words) || isPersonName(last.toLowerCase())) return false;
  return countryOf(words) !== null || words.includes(' ') || !isCommonWord(words.toLowerCase());
};
