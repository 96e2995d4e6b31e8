import { areSameObjects, Kept } from '../model/index.ts';
import { Clusters } from './clusters.ts';
import { chainKey, joinJudged } from './decisions/join-judged.ts';
import type { JudgedChains } from './decisions/judged-chains.ts';
import { joinLikeNames, LikeNames, type Likeness, type Named } from './join-like-names.ts';
import { type Link, LinkedJoiner, type PassContext } from './join-linked.ts';
import { endingOf, joinSameNames, sameNameKey } from './join-same-names.ts';
import {
  type AskLongNames,
  findLongForm,
  initialsKeys,
  isBareSort,
  leftWord,
  leftWordReason,
  type ShortForms,
  shortForms,
} from './join-short-names.ts';
import {
  type AskSurnames,
  findBearer,
  LEFT_SURNAME,
  leftSurname,
  type Meant,
  type SurnameKeys,
  surnameKeys,
  surnameOf,
} from './join-surnames.ts';
import type { LocalEntity } from './local-entities.ts';
import type { Names } from './name-pool.ts';
import { type NameSet, profileOfSet } from './name-set.ts';
import { officesOf } from './offices.ts';
import { areStrangers } from './support.ts';

/** Who is one bearer, with what became of what people decided. */
export interface Joined {
  readonly sets: readonly NameSet[];
  /** Chains without a name that were decided to denote a named bearer: the local of that bearer. */
  readonly described: ReadonlyMap<string, LocalEntity>;
  /** Decisions that cannot hold beside one that keeps apart, with why. */
  readonly overruled: ReadonlyMap<string, string>;
}

/** Lists of sets by key; a list that is as it was in the last run stays the same object, so that it can be asked for. */
class SetIndex {
  #before: ReadonlyMap<string, readonly NameSet[]> = new Map();

  index(entries: Iterable<readonly [key: string, set: NameSet]>): (key: string) => readonly NameSet[] {
    const now = new Map<string, NameSet[]>();
    for (const [key, set] of entries) {
      const known = now.get(key);
      if (known === undefined) now.set(key, [set]);
      else known.push(set);
    }
    const steady = new Map<string, readonly NameSet[]>();
    for (const [key, list] of now) {
      const before = this.#before.get(key);
      steady.set(key, before !== undefined && areSameObjects(before, list) ? before : list);
    }
    this.#before = steady;
    return (key) => steady.get(key) ?? NONE;
  }
}

const NONE: readonly NameSet[] = [];

const onceFor = <Made>(make: (set: NameSet) => Made): ((set: NameSet) => Made) => {
  const made = new WeakMap<NameSet, { readonly made: Made }>();
  return (set) => {
    const known = made.get(set) ?? { made: make(set) };
    made.set(set, known);
    return known.made;
  };
};

/** Joins the names of a pile in four passes (rules S2 to S6), each over the sets that the one before left. */
export class SetJoiner {
  readonly #same = new Kept<string | LocalEntity, object, Joined>();
  readonly #names = new LikeNames();
  readonly #like = new LinkedJoiner<Likeness>();
  readonly #bearers = new Kept<LocalEntity, AskSurnames, Meant | null>();
  readonly #surnames = new LinkedJoiner<string>();
  readonly #longForms = new Kept<LocalEntity, AskLongNames, Meant | null>();
  readonly #short = new LinkedJoiner<string>();
  readonly #indexes = {
    exact: new SetIndex(),
    sound: new SetIndex(),
    given: new SetIndex(),
    initials: new SetIndex(),
    parts: new SetIndex(),
  };
  readonly #named: (set: NameSet) => Named = onceFor((set) => this.#names.namesOf(profileOfSet(set)));
  readonly #surnameKeys: (set: NameSet) => SurnameKeys = onceFor((set) => surnameKeys(profileOfSet(set)));
  readonly #shortForms: (set: NameSet) => ShortForms = onceFor((set) => shortForms(profileOfSet(set)));

  join(names: Names, judged: readonly JudgedChains[]): Joined {
    const places = new Map(names.locals.map((local, place) => [local, place]));
    const context: PassContext = { order: (local) => places.get(local) ?? 0, judged };
    const inOrder = (sets: readonly NameSet[]): readonly NameSet[] =>
      sets
        .map((set) => ({ set, at: places.get(set.members[0] as LocalEntity) ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ set }) => set);
    const first = this.#joinSame(names, judged);
    const like = inOrder(this.#joinLike(inOrder(first.sets), names, context));
    const surnames = inOrder(this.#joinSurnames(like, names, context));
    return { ...first, sets: this.#joinShort(surnames, names, context) };
  }

  #joinSame(names: Names, judged: readonly JudgedChains[]): Joined {
    const endings = new Set<string>();
    for (const local of names.locals) {
      const ending = endingOf(local);
      if (ending !== null) endings.add(ending);
      for (const letters of initialsKeys(local)) endings.add(letters);
    }
    const offices = officesOf(names.locals);
    const groups = groupByName(names.locals, (ending) => endings.has(ending), judged);
    this.#same.begin({});
    const described = new Map<string, LocalEntity>();
    const overruled = new Map<string, string>();
    const sets: NameSet[] = [];
    for (const [key, members] of groups) {
      const isJudged = typeof key === 'string' && key.startsWith(JUDGED);
      const inputs: unknown[] = isJudged ? [...members, ...judged] : [...members];
      for (const local of members) {
        inputs.push(
          offices.isContested(`${local.class} ${local.key}`),
          offices.holderOf(`${local.class} ${local.key}`, local.leaf),
        );
      }
      for (const { leaf } of members) inputs.push(names.companyOf(leaf));
      const joined = this.#same.of(key, inputs, () => {
        const clusters = new Clusters(members);
        const decided = joinJudged(clusters, members, isJudged ? judged : []);
        const parts = new Map<string | number, number[]>();
        members.forEach((local, member) => {
          const name = sameNameKey(local, (ending) => endings.has(ending)) ?? member;
          parts.set(name, [...(parts.get(name) ?? []), member]);
        });
        for (const part of parts.values()) joinSameNames(clusters, part, names.company, offices);
        return { sets: clusters.sets(), ...decided };
      });
      for (const set of joined.sets) sets.push(set);
      for (const [chain, local] of joined.described) described.set(chain, local);
      for (const [id, why] of joined.overruled) overruled.set(id, why);
    }
    return { sets, described, overruled };
  }

  #joinLike(sets: readonly NameSet[], names: Names, context: PassContext): readonly NameSet[] {
    const bearing = new Map<Named, NameSet[]>();
    for (const set of sets) {
      const named = this.#named(set);
      if (named.names.length === 0) continue;
      const known = bearing.get(named);
      if (known === undefined) bearing.set(named, [set]);
      else known.push(set);
    }
    const links: Link<Likeness>[] = [];
    for (const { a, b, near } of this.#names.pairs([...bearing.keys()])) {
      for (const left of bearing.get(a) ?? [])
        for (const right of bearing.get(b) ?? []) links.push({ a: left, b: right, why: near });
    }
    for (const [named, [one, ...others]] of bearing) {
      if (one === undefined || others.length === 0) continue;
      const near = this.#names.ofItself(named);
      const all = [one, ...others];
      all.forEach((a, at) => {
        for (const b of all.slice(at + 1)) links.push({ a, b, why: near });
      });
    }
    return this.#like.join(sets, links, context, (clusters, edges) =>
      joinLikeNames(
        clusters,
        edges.map(({ a, b, why }) => ({ a, b, near: why })),
        names.company,
      ),
    );
  }

  #joinSurnames(sets: readonly NameSet[], names: Names, context: PassContext): readonly NameSet[] {
    const persons = sets.filter((set) => profileOfSet(set).class === 'person');
    const by = (which: keyof SurnameKeys): ((key: string) => readonly NameSet[]) =>
      this.#indexes[which].index(
        persons.flatMap((set) => [...this.#surnameKeys(set)[which]].map((key) => [key, set] as const)),
      );
    const asked: AskSurnames = { exact: by('exact'), sound: by('sound'), given: by('given') };
    this.#bearers.begin(asked);
    const links: Link<string>[] = [];
    const left = new Map<string, readonly NameSet[]>();
    for (const [local, set] of localsOf(persons, isOneWord, context)) {
      const meant = this.#bearers.of(local, [set], (questions) => findBearer(local, set, questions, names.company));
      if (meant !== null) {
        links.push({ a: meant.set, b: set, why: meant.reason });
        continue;
      }
      const key = leftSurname(local, asked);
      if (key === null) continue;
      const before = left.get(key) ?? [];
      const like = before.find((one) => !areStrangers(names.company, profileOfSet(one), profileOfSet(set)));
      if (like === undefined) left.set(key, [...before, set]);
      else links.push({ a: like, b: set, why: LEFT_SURNAME });
    }
    return this.#surnames.join(sets, links, context, joinAll);
  }

  #joinShort(sets: readonly NameSet[], names: Names, context: PassContext): readonly NameSet[] {
    const things = sets.filter((set) => profileOfSet(set).class !== 'person');
    const by = (which: keyof ShortForms): ((key: string) => readonly NameSet[]) =>
      this.#indexes[which].index(
        things.flatMap((set) => [...this.#shortForms(set)[which]].map((key) => [key, set] as const)),
      );
    const asked: AskLongNames = { byInitials: by('initials'), byPart: by('parts') };
    this.#longForms.begin(asked);
    const links: Link<string>[] = [];
    const left = new Map<string, NameSet>();
    for (const [local, set] of localsOf(things, () => true, context)) {
      const meant = this.#longForms.of(local, [set], (questions) => findLongForm(local, set, questions, names.company));
      if (meant !== null) {
        links.push({ a: meant.set, b: set, why: meant.reason });
        continue;
      }
      const key = leftWord(local, asked);
      const before = key === null ? undefined : left.get(key);
      if (before === undefined) {
        if (key !== null) left.set(key, set);
      } else if (before !== set && !isBareSort(local)) links.push({ a: before, b: set, why: leftWordReason(local) });
    }
    return this.#short.join(sets, links, context, joinAll);
  }
}

const joinAll = (
  clusters: Clusters,
  links: readonly { readonly a: number; readonly b: number; readonly why: string }[],
): void => {
  for (const { a, b, why } of links) clusters.joinUnlessAgainst(a, b, why);
};

const isOneWord = (local: LocalEntity): boolean => surnameOf(local) !== null;

/** The locals of some sets that are wanted, in the order of the pile. */
const localsOf = (
  sets: readonly NameSet[],
  isWanted: (local: LocalEntity) => boolean,
  { order }: PassContext,
): readonly (readonly [local: LocalEntity, set: NameSet])[] =>
  sets
    .flatMap((set) => set.members.filter(isWanted).map((local) => ({ local, set, at: order(local) })))
    .sort((a, b) => a.at - b.at)
    .map(({ local, set }) => [local, set] as const);

/** Begins the key of a group in which people judged: no name does. */
const JUDGED = '\u0000';

/** Locals in groups of one name, each in the order of the pile; groups between which people judged are one group. */
const groupByName = (
  locals: readonly LocalEntity[],
  isEnding: (ending: string) => boolean,
  judged: readonly JudgedChains[],
): ReadonlyMap<string | LocalEntity, readonly LocalEntity[]> => {
  const wanted = new Set(judged.flatMap(({ a, b }) => [chainKey(a), chainKey(b)]));
  const keyOf = (local: LocalEntity): string | LocalEntity => sameNameKey(local, isEnding) ?? local;
  const judgedKeys = new Set(
    wanted.size === 0
      ? []
      : locals
          .filter(({ leaf, chain }) => chain !== null && wanted.has(chainKey({ leaf, chain })))
          .map((local) => keyOf(local)),
  );
  const groups = new Map<string | LocalEntity, LocalEntity[]>();
  for (const local of locals) {
    const own = keyOf(local);
    const key = judgedKeys.has(own) ? JUDGED : own;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [local]);
    else known.push(local);
  }
  return groups;
};
