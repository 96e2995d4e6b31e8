import { parsePersonName } from '../text/index.ts';
import { type EntityClass, type LocalEntity, nameKey, tokensOf } from './local-entities.ts';

/** How many documents read a name as which class, by the folded name. */
type Votes = ReadonlyMap<string, ReadonlyMap<EntityClass, ReadonlySet<number>>>;

const plainKey = (local: LocalEntity): string =>
  local.names[0] === undefined ? '' : tokensOf(local.names[0].text, 'organization', local.isOutlet).join(' ');

const countVotes = (locals: readonly LocalEntity[]): Votes => {
  const votes = new Map<string, Map<EntityClass, Set<number>>>();
  for (const local of locals) {
    const key = plainKey(local);
    const classes = votes.get(key) ?? new Map<EntityClass, Set<number>>();
    const leaves = classes.get(local.class) ?? new Set<number>();
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

/** Classes in the order in which they win a tie. */
const ORDER: readonly EntityClass[] = ['organization', 'place', 'instrument', 'asset', 'person'];

const mostVoted = (
  classes: ReadonlyMap<EntityClass, ReadonlySet<number>>,
  among: readonly EntityClass[],
): EntityClass | null => {
  let best: EntityClass | null = null;
  for (const kind of among) {
    const count = classes.get(kind)?.size ?? 0;
    if (count > 0 && (best === null || count > (classes.get(best)?.size ?? 0))) best = kind;
  }
  return best;
};

/**
 * Corrects classes that one document misread, by how the rest of the pile reads the name (rule S8).
 *
 * A name of several words goes with the class that more documents give it. A single word read as a person, though no person
 * of the pile is called so and others read it as a place or a body, is that; a single word read as a place or a body in one
 * document alone, though a person of several documents is called so, is that person's surname. Only persons are corrected
 * against the others: a company may well be named after a town.
 */
export const settleClasses = (locals: readonly LocalEntity[]): readonly LocalEntity[] => {
  const votes = countVotes(locals);
  const bearers = new Map<string, Set<number>>();
  for (const local of locals) {
    if (local.class !== 'person') continue;
    for (const { text } of local.names) {
      const { tokens } = parsePersonName(text);
      if (tokens.length < 2) continue;
      for (const token of tokens) bearers.set(token, (bearers.get(token) ?? new Set<number>()).add(local.leaf));
    }
  }
  return locals.map((local) => {
    const classes = votes.get(plainKey(local));
    if (classes === undefined || local.isOutlet) return local;
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
