import { byText, type Claim, type Entity, type Resolved } from '../model/index.ts';
import { countShared, NameIndex, placedIn, stemsOf } from '../resolve/index.ts';
import { countryNamed, countryOf, foldName } from '../text/index.ts';

/** What telling two claims apart asks of the whole case. */
export interface Known {
  readonly entity: (id: string) => Entity | undefined;
  readonly isNamedIn: (entity: string, document: string) => boolean;
  /** Bodies of the rank of a ministry that a document names. */
  readonly ministriesIn: (document: string) => readonly string[];
  /** The document gives this number of points and another: it tells of two drafts, so neither is the other's error. */
  readonly tellsOther: (document: string, points: string) => boolean;
  /** Ids of entities that words name, parted by spaces: "Ostran lawyers" names Ostra. */
  readonly namedIn: (words: string) => string;
  /** A place that acts more often than others meet there: a state. */
  readonly isActor: (id: string) => boolean;
  /** A hotel and its town: one claim gives both for one thing, or says that the one lies in the other. */
  readonly areTogether: (place: string, other: string) => boolean;
  /** When the document came out; null where that is not known. */
  readonly published: (document: string) => string | null;
}

const ACTORS: ReadonlySet<string> = new Set([
  'participant',
  'party',
  'authority',
  'target',
  'appointer',
  'requester',
  'owner',
  'author',
]);

/** Gathers look-ups in a case, each made when first asked for. */
export const knownOf = (resolved: Resolved): Known => {
  const entities = new Map(resolved.entities.map((entity) => [entity.id, entity]));
  const documents = new Map<string, ReadonlySet<string>>();
  const ministries = new Map<string, string[]>();
  for (const entity of resolved.entities) {
    const named = new Set(entity.names.flatMap((name) => name.documents));
    documents.set(entity.id, named);
    if (rankOf(entity) === 'ministry')
      for (const id of named) ministries.set(id, [...(ministries.get(id) ?? []), entity.id]);
  }
  const points = new Map<string, Set<string>>();
  /** How much more often somebody acts than is a place where others meet. */
  const acting = new Map<string, number>();
  const placed = new Set<string>();
  const together = new Set<string>();
  for (const claim of resolved.claims) {
    if (claim.type === 'proposal' && claim.properties.points !== undefined)
      points.set(claim.document, (points.get(claim.document) ?? new Set()).add(claim.properties.points));
    for (const [role, fillers] of Object.entries(claim.roles))
      if (ACTORS.has(role) || role === 'place')
        for (const { entity } of fillers)
          if (entity !== null) acting.set(entity, (acting.get(entity) ?? 0) + (role === 'place' ? -1 : 1));
    const places = claim.roles.place ?? [];
    for (const one of places) for (const other of places) together.add(`${one.entity} ${other.entity}`);
    for (const [inner, outer] of placedIn(claim)) placed.add(`${foldName(inner)} in ${foldName(outer)}`);
  }
  let names: NameIndex | null = null;
  const indexed = (): NameIndex => {
    const index = new NameIndex();
    for (const { id, type, names: own } of resolved.entities) for (const { text } of own) index.add(text, id, type);
    return index;
  };
  const published = new Map(resolved.documents.map((document) => [document.id, document.published]));
  return {
    entity: (id) => entities.get(id),
    isNamedIn: (entity, document) => documents.get(entity)?.has(document) === true,
    ministriesIn: (document) => ministries.get(document) ?? [],
    tellsOther: (document, number) => {
      const told = points.get(document);
      return told?.has(number) === true && told.size > 1;
    },
    namedIn: (words) => {
      names ??= indexed();
      return [...names.namedIn(words)].sort(byText).join(' ');
    },
    isActor: (id) => (acting.get(id) ?? 0) > 0,
    areTogether: (place, other) => {
      if (together.has(`${place} ${other}`)) return true;
      const [one, two] = [place, other].map((id) => (entities.get(id)?.names ?? []).map(({ text }) => foldName(text)));
      return (one ?? []).some((a) => (two ?? []).some((b) => placed.has(`${a} in ${b}`) || placed.has(`${b} in ${a}`)));
    },
    published: (document) => published.get(document) ?? null,
  };
};

type Rank = 'person' | 'state' | 'ministry' | 'office' | 'other';

const MINISTRY = /\b(?:ministr(?:y|ies)|department|treasury|secretariat|chancellery|foreign office|home office)\b/;
const OFFICE = /\b(?:office|bureau|directorate|agency|service|commission|authority|board|unit|section|division)\b/;
const STATE = /\b(?:government|administration|cabinet|state|republic|kingdom|federation|union)\b/;

/** How high a body stands, by the words of its name: a state, one of its ministries, an office of one of these. */
const rankOf = (entity: Entity): Rank => {
  if (entity.type === 'person') return 'person';
  const name = foldName(entity.name);
  if (MINISTRY.test(name)) return 'ministry';
  if (OFFICE.test(name)) return 'office';
  if (entity.type === 'place' || countryOf(entity.name) !== null || STATE.test(name)) return 'state';
  return 'other';
};

const entitiesOf = (claim: Claim, role: string, known: Known): readonly Entity[] =>
  (claim.roles[role] ?? []).flatMap(({ entity }) => (entity === null ? [] : (known.entity(entity) ?? [])));

/**
 * Whether two claims name authorities that cannot both be meant. A state and its ministry, a minister and the ministry are one
 * told at two heights. An office and a ministry are two only if the office's own document names another ministry and not that.
 */
export const isOtherAuthority = (a: Claim, b: Claim, role: string, known: Known): boolean => {
  const [left, right] = [entitiesOf(a, role, known), entitiesOf(b, role, known)];
  return (
    left.length > 0 &&
    right.length > 0 &&
    left.every((one) => right.every((other) => isOther(one, other, a, b, known) && isOther(other, one, b, a, known)))
  );
};

const isOther = (one: Entity, other: Entity, a: Claim, b: Claim, known: Known): boolean => {
  const [left, right] = [rankOf(one), rankOf(other)];
  // A minister stands for the ministry of the same field, and for no other.
  if ((left === 'person') !== (right === 'person') && (left === 'ministry' || right === 'ministry')) {
    const [person, ministry] = left === 'person' ? [one, other] : [other, one];
    const fields = person.roles.map(({ text }) => fieldOf(text)).filter((field) => field.size > 0);
    const own = fieldOf(ministry.name);
    return fields.length > 0 && own.size > 0 && fields.every((field) => countShared(field, own) === 0);
  }
  // "The Foreign Ministry" may be that of any state.
  if (left === 'ministry' && right === 'ministry' && isWithin(stemsOf(one.name), stemsOf(other.name))) return false;
  if (left === right) return left !== 'office' || !known.isNamedIn(other.id, a.document);
  if (left === 'ministry' && right === 'office') {
    const parents = known.ministriesIn(b.document);
    return parents.length > 0 && !parents.includes(one.id);
  }
  // A state, and a body that bears another state's name: "the presidency of Ostra".
  if (left === 'state' || right === 'state') {
    const [state, body] = left === 'state' ? [one, other] : [other, one];
    const named = known
      .namedIn(body.name)
      .split(' ')
      .filter((id) => id !== body.id && isState(known.entity(id)));
    return named.length > 0 && !named.includes(state.id);
  }
  if (left === 'office' && right === 'ministry') return true;
  // Of two sides that are known: a company and the state of another.
  const [ours, theirs] = [sidesOf(one, known), sidesOf(other, known)];
  return ours.size > 1 && theirs.size > 1 && countShared(ours, theirs) === 0;
};

/** Somebody and the states and bodies that their name, posts and sides name. */
const sidesOf = (entity: Entity, known: Known): ReadonlySet<string> =>
  new Set([
    entity.id,
    ...[entity.name, ...entity.sides, ...entity.roles.map(({ text }) => text)].flatMap((words) =>
      known
        .namedIn(words)
        .split(' ')
        .filter((id) => id !== ''),
    ),
  ]);

const MINISTER = /\b(?:minister|secretary|chancellor of the)\b/i;
const RANK_STEMS = stemsOf(
  'ministry minister department secretary state office of the republic federal national deputy',
);

/** The field of a ministry or a minister: "finance", "foreign affairs". Empty for any other post. */
const fieldOf = (words: string): ReadonlySet<string> =>
  MINISTER.test(words) || MINISTRY.test(foldName(words))
    ? new Set([...stemsOf(words)].filter((stem) => !RANK_STEMS.has(stem)))
    : new Set();

const isWithin = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  countShared(a, b) === Math.min(a.size, b.size) && a.size > 0 && b.size > 0;

const isState = (entity: Entity | undefined): boolean => entity !== undefined && rankOf(entity) === 'state';

/** Towns that exclude each other: no country, no building, none within the other's name, and never given for one thing together. */
export const isOtherPlace = (a: Claim, b: Claim, known: Known): boolean => {
  const [left, right] = [entitiesOf(a, 'place', known), entitiesOf(b, 'place', known)];
  return (
    left.length > 0 &&
    right.length > 0 &&
    left.every((one) => right.every((other) => isOneLevel(one, other, known) && isApart(one, other, a, b, known)))
  );
};

/** Two towns, or two sites; a site may lie in the town, a town in the country. */
const isOneLevel = (one: Entity, other: Entity, known: Known): boolean =>
  (isTown(one, known) && isTown(other, known)) || (one.type === 'facility' && other.type === 'facility');

const isTown = (entity: Entity, known: Known): boolean =>
  entity.type === 'place' && !known.isActor(entity.id) && entity.names.every(({ text }) => countryNamed(text) === null);

const isApart = (one: Entity, other: Entity, a: Claim, b: Claim, known: Known): boolean => {
  const [name, rest] = [foldName(one.name), foldName(other.name)];
  if (name.includes(rest) || rest.includes(name)) return false;
  // A report that names the other place as well may tell that one lies in the other, in words that were not read.
  if (known.isNamedIn(other.id, a.document) || known.isNamedIn(one.id, b.document)) return false;
  return !known.areTogether(one.id, other.id) && !known.areTogether(other.id, one.id);
};
