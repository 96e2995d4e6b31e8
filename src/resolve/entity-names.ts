import { byText } from '../model/index.ts';
import { isAcronymOf, OUTLET_SORTS, parsePersonName } from '../text/index.ts';
import { type EntityClass, type LocalEntity, tokensOf } from './local-entities.ts';

/** A name of an entity with the documents it occurs in. */
export interface EntityName {
  readonly text: string;
  readonly leaves: ReadonlySet<string>;
  readonly count: number;
}

/** All names of some locals, by text. */
export const namesOf = (locals: readonly LocalEntity[]): readonly EntityName[] => {
  const names = new Map<string, { text: string; leaves: Set<string>; count: number }>();
  for (const local of locals) {
    for (const { text, count } of local.names) {
      const known = names.get(text) ?? { text, leaves: new Set<string>(), count: 0 };
      known.leaves.add(local.leaf);
      known.count += count;
      names.set(text, known);
    }
  }
  return [...names.values()].sort((a, b) => byText(a.text, b.text));
};

/** How much of the whole name is written out: words that are no initials; an acronym counts nothing. */
const fullness = (name: string, kind: EntityClass, others: readonly EntityName[]): number => {
  if (kind === 'person') return parsePersonName(name).tokens.filter((token) => token.length > 1).length;
  if (others.some((other) => isAcronymOf(name, other.text))) return 0;
  return tokensOf(name, kind, false).filter((token) => !OUTLET_SORTS.has(token)).length;
};

/** In how many documents each of its words is written so: of spellings that occur as often, the one made of common parts. */
const agreement = (name: EntityName, kind: EntityClass, names: readonly EntityName[]): number => {
  const documentsOf = (token: string): number =>
    new Set(names.flatMap((one) => (tokensOf(one.text, kind, false).includes(token) ? [...one.leaves] : []))).size;
  return tokensOf(name.text, kind, false).reduce((sum, token) => sum + documentsOf(token), 0);
};

/** A name in fewer documents than this share of the most frequent one's is taken for a slip. */
const SLIP_SHARE = 0.2;

/** The name to show: the fullest of the names that are not rare, then the one in most documents, then the most written. */
export const shownName = (names: readonly EntityName[], kind: EntityClass): string => {
  const most = Math.max(...names.map((name) => name.leaves.size));
  const ranked = names
    .filter((name) => name.leaves.size >= most * SLIP_SHARE)
    .map((name) => ({
      name,
      full: Math.min(fullness(name.text, kind, names), kind === 'person' ? 2 : 9),
      agreed: agreement(name, kind, names),
    }))
    .sort(
      (a, b) =>
        b.full - a.full ||
        b.name.leaves.size - a.name.leaves.size ||
        b.agreed - a.agreed ||
        b.name.count - a.name.count ||
        byText(a.name.text, b.name.text),
    );
  return ranked[0]?.name.text ?? names[0]?.text ?? '';
};
