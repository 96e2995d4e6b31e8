import { parsePersonName } from '../text/index.ts';
import { type EntityClass, type LocalEntity, nameKey, tokensOf } from './local-entities.ts';
import type { Leaf } from './pile.ts';

/** How many documents read a name as which class, by the folded name. */
type Votes = ReadonlyMap<string, ReadonlyMap<EntityClass, ReadonlySet<string>>>;

const plainKey = (local: LocalEntity): string =>
  local.names[0] === undefined ? '' : tokensOf(local.names[0].text, 'organization', local.isOutlet).join(' ');

const countVotes = (locals: readonly LocalEntity[]): Votes => {
  const votes = new Map<string, Map<EntityClass, Set<string>>>();
  for (const local of locals) {
    const key = plainKey(local);
    const classes = votes.get(key) ?? new Map<EntityClass, Set<string>>();
    const leaves = classes.get(local.class) ?? new Set<string>();
    classes.set(local.class, leaves.add(local.leaf));
    votes.set(key, classes);
  }
  return votes;
};

const as = (local: LocalEntity, kind: EntityClass): LocalEntity => {
  const name = local.names[0]?.text ?? '';
  return {
    ...local,
    class: kind,
    types: new Map([[kind, 1]]),
    key: nameKey(name, kind, local.isOutlet),
    tokens: tokensOf(name, kind, local.isOutlet),
  };
};

const outletKey = (local: LocalEntity): string => tokensOf(local.names[0]?.text ?? '', 'organization', true).join(' ');

/** Words in front of a place; nobody is "in" a person. */
const LOCATIVE = /\b(?:in|at|near|outside|around|inside|across|throughout)\s+(?:the\s+)?$/i;
/** Share of its places that must follow such a word, and how many places there must be at least. */
const PLACED_SHARE = 0.5;
const PLACED_LEAST = 3;

/** Names of persons, by their plain key, that the pile mostly uses as names of places. */
const placedNames = (pile: readonly Leaf[], locals: readonly LocalEntity[]): ReadonlySet<string> => {
  const counts = new Map<string, { places: number; all: number }>();
  const leaves = new Map(pile.map((leaf) => [leaf.document.id, leaf]));
  for (const local of locals) {
    const leaf = leaves.get(local.leaf);
    if (local.class !== 'person' || local.chain === null || leaf === undefined) continue;
    const known = counts.get(plainKey(local)) ?? { places: 0, all: 0 };
    for (const mention of leaf.chains.get(local.chain) ?? []) {
      if (mention.form !== 'name') continue;
      known.all++;
      if (LOCATIVE.test(leaf.document.text.slice(Math.max(0, mention.start - 20), mention.start))) known.places++;
    }
    counts.set(plainKey(local), known);
  }
  return new Set(
    [...counts]
      .filter(([, { places, all }]) => all >= PLACED_LEAST && places / all >= PLACED_SHARE)
      .map(([key]) => key),
  );
};

/** Classes in the order in which they win a tie. */
const ORDER: readonly EntityClass[] = ['organization', 'place', 'instrument', 'asset', 'person'];

const mostVoted = (
  classes: ReadonlyMap<EntityClass, ReadonlySet<string>>,
  among: readonly EntityClass[],
): EntityClass | null => {
  let best: EntityClass | null = null;
  for (const kind of among) {
    const count = classes.get(kind)?.size ?? 0;
    if (count > 0 && (best === null || count > (classes.get(best)?.size ?? 0))) best = kind;
  }
  return best;
};

const sizeOf = (classes: ReadonlyMap<EntityClass, ReadonlySet<string>>, kind: EntityClass): number =>
  classes.get(kind)?.size ?? 0;

/** So many documents outweigh the one that reads a place as a body. */
const PLACES_LEAST = 3;

/** "Ostra denied it": a state is no second thing beside the country. A company named after a town is mostly read as a company. */
const isPlaceByMost = (classes: ReadonlyMap<EntityClass, ReadonlySet<string>>): boolean =>
  sizeOf(classes, 'organization') === 1 && sizeOf(classes, 'place') >= PLACES_LEAST;

/** A name of several words is hardly that of a place and of a company. */
const isBodyByMost = (classes: ReadonlyMap<EntityClass, ReadonlySet<string>>): boolean =>
  sizeOf(classes, 'organization') > 0 && sizeOf(classes, 'organization') >= sizeOf(classes, 'place');

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
export const settleClasses = (pile: readonly Leaf[], locals: readonly LocalEntity[]): readonly LocalEntity[] => {
  const votes = countVotes(locals);
  const outlets = new Set(
    locals.filter((local) => local.isOutlet && !local.types.has('publicBody')).map((local) => local.key),
  );
  const placed = placedNames(pile, locals);
  const bearers = new Map<string, Set<string>>();
  for (const local of locals) {
    if (local.class !== 'person') continue;
    for (const { text } of local.names) {
      const { tokens } = parsePersonName(text);
      if (tokens.length < 2) continue;
      for (const token of tokens) bearers.set(token, (bearers.get(token) ?? new Set<string>()).add(local.leaf));
    }
  }
  return locals.map((local) => {
    const classes = votes.get(plainKey(local));
    if (classes === undefined || local.isOutlet) return local;
    if (local.class === 'person' && local.roles.length === 0 && placed.has(plainKey(local))) return as(local, 'place');
    if (local.class !== 'organization' && local.roles.length === 0 && outlets.has(outletKey(local)))
      return as(local, 'organization');
    if (local.class === 'organization' && local.tokens.length === 1 && isPlaceByMost(classes))
      return as(local, 'place');
    if (local.class === 'place' && local.tokens.length > 1 && isBodyByMost(classes)) return as(local, 'organization');
    const others = ORDER.filter((kind) => kind !== 'person');
    if (local.tokens.length > 1) {
      const rival = local.class === 'person' ? mostVoted(classes, others) : 'person';
      const [mine, theirs] = [
        classes.get(local.class)?.size ?? 0,
        rival === null ? 0 : (classes.get(rival)?.size ?? 0),
      ];
      return rival !== null && theirs > mine ? as(local, rival) : local;
    }
    const word = local.tokens[0] ?? '';
    if (local.class === 'person') {
      const other = mostVoted(classes, others);
      return other !== null && !bearers.has(word) && local.roles.length === 0 ? as(local, other) : local;
    }
    const isSurname = (bearers.get(word)?.size ?? 0) > 1 && classes.get(local.class)?.size === 1;
    return isSurname && (local.class === 'place' || local.class === 'organization') ? as(local, 'person') : local;
  });
};
