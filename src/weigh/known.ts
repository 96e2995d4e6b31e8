import type { Claim, Entity, Resolved } from '../model/index.ts';
import { countryNamed, countryOf, foldName } from '../text/index.ts';

/** What telling two claims apart asks of the whole case. */
export interface Known {
  readonly entity: (id: string) => Entity | undefined;
  /** Documents that name an entity. */
  readonly documentsOf: (id: string) => ReadonlySet<string>;
  /** Bodies of the rank of a ministry that a document names. */
  readonly ministriesIn: (document: string) => readonly string[];
  /** A document gives both numbers of points: it tells of two drafts, so neither is the other's error. */
  readonly tellsBoth: (a: Claim, b: Claim) => boolean;
}

const NONE: ReadonlySet<string> = new Set();

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
  for (const claim of resolved.claims) {
    if (claim.type !== 'proposal' || claim.properties.points === undefined) continue;
    points.set(claim.document, (points.get(claim.document) ?? new Set()).add(claim.properties.points));
  }
  const both = new Set(
    [...points.values()].flatMap((told) => [...told].flatMap((a) => [...told].map((b) => pairOf(a, b)))),
  );
  return {
    entity: (id) => entities.get(id),
    documentsOf: (id) => documents.get(id) ?? NONE,
    ministriesIn: (document) => ministries.get(document) ?? [],
    tellsBoth: (a, b) => both.has(pairOf(a.properties.points ?? '', b.properties.points ?? '')),
  };
};

const pairOf = (a: string, b: string): string => [a, b].sort().join(' ');

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
  if (left === right) return left !== 'office' || known.documentsOf(other.id).has(a.document) === false;
  if (left === 'ministry' && right === 'office') {
    const parents = known.ministriesIn(b.document);
    return parents.length > 0 && !parents.includes(one.id);
  }
  return left === 'office' && right === 'ministry';
};

/** Towns that exclude each other: no country, no building, none within the other's name, and no document names both. */
export const isOtherPlace = (a: Claim, b: Claim, known: Known): boolean => {
  const [left, right] = [entitiesOf(a, 'place', known), entitiesOf(b, 'place', known)];
  return (
    left.length > 0 &&
    right.length > 0 &&
    left.every((one) => right.every((other) => isTown(one) && isTown(other) && isApart(one, other, known)))
  );
};

const isTown = (entity: Entity): boolean =>
  entity.type === 'place' && entity.names.every(({ text }) => countryNamed(text) === null);

const isApart = (a: Entity, b: Entity, known: Known): boolean => {
  const [one, other] = [foldName(a.name), foldName(b.name)];
  if (one.includes(other) || other.includes(one)) return false;
  const near = known.documentsOf(b.id);
  return ![...known.documentsOf(a.id)].some((id) => near.has(id));
};
