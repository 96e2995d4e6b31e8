import type { Entity, Evidence, MentionType } from './model/index.ts';
import { compareNames, foldName, type NameType, nameTokens } from './text/index.ts';

/** Two names of which it can be doubted whether they name the same: held for one, or kept apart. */
export interface DoubtfulNames {
  readonly kind: 'joined' | 'kept-apart';
  readonly entities: readonly [string, string];
  readonly names: readonly [string, string];
  /** Where each is written: a decision is about these places. */
  readonly places: readonly [Evidence, Evidence];
  /** Of the comparison of the names alone, 0 to 1. */
  readonly score: number;
  /** What the comparison went by, and by which rules they were joined. */
  readonly reasons: readonly string[];
}

const TYPES: Readonly<Partial<Record<MentionType, NameType>>> = {
  person: 'person',
  organization: 'organization',
  publicBody: 'publicBody',
  place: 'place',
  asset: 'asset',
};

/** Names that are compared in all; those of entities that most documents name come first. */
const COMPARED = 300;
/** Entities that share a word are compared with each other unless this many share it: then the word tells nothing. */
const SHARING = 12;
/** Names kept apart that are this alike may be one. */
const NEAR = 0.65;
/** Names held for one that are less alike than this may be two. */
const FAR = 0.7;

/** Where a name is written among the places of an entity. */
const placeOf = (entity: Entity, name: string): Evidence | null =>
  entity.evidence.find(({ quote }) => foldName(quote) === foldName(name)) ??
  entity.evidence.find(({ quote }) => foldName(quote).includes(foldName(name))) ??
  null;

/** Parts of a name alone ("Marsh") are read from the text around them, not from the name. */
const isWhole = (name: string): boolean => nameTokens(name).length > 1;

/**
 * Names that were joined although they are not much alike, and names kept apart although they are: the questions of identity that
 * somebody who knows can settle.
 *
 * @param entities Those that matter most first; comparing stops when enough was compared.
 */
export const doubtfulNames = (entities: readonly Entity[]): readonly DoubtfulNames[] => {
  const found: DoubtfulNames[] = [];
  let left = COMPARED;
  const compare = (a: readonly [Entity, string], b: readonly [Entity, string], type: NameType): void => {
    left -= 1;
    const isJoined = a[0].id === b[0].id;
    const { score, verdict, reasons } = compareNames(a[1], b[1], type);
    // That one is a part of the other says little either way: the text around them has to tell.
    if (reasons.some(({ kind }) => kind === 'left out' || kind === 'part')) return;
    if (isJoined ? verdict === 'match' && score >= FAR : score < NEAR) return;
    const [one, other] = [placeOf(...a), placeOf(...b)];
    if (one === null || other === null || foldName(one.quote) === foldName(other.quote)) return;
    found.push({
      kind: isJoined ? 'joined' : 'kept-apart',
      entities: [a[0].id, b[0].id],
      names: [a[1], b[1]],
      places: [one, other],
      score,
      reasons: [
        ...reasons.map(({ text }) => text),
        ...(isJoined ? a[0].reasons.filter((reason) => reason.includes(`“${b[1]}”`)) : []),
      ],
    });
  };
  for (const entity of entities) {
    const type = TYPES[entity.type];
    if (type === undefined || left <= 0) continue;
    for (const { text } of entity.names)
      if (text !== entity.name && isWhole(text) && isWhole(entity.name) && left > 0)
        compare([entity, entity.name], [entity, text], type);
  }
  const byWord = new Map<string, Entity[]>();
  for (const entity of entities)
    for (const word of new Set(nameTokens(entity.name))) byWord.set(word, [...(byWord.get(word) ?? []), entity]);
  const met = new Set<string>();
  for (const entity of entities) {
    const type = TYPES[entity.type];
    if (type === undefined || left <= 0) continue;
    for (const word of nameTokens(entity.name)) {
      const sharing = byWord.get(word) ?? [];
      if (sharing.length > SHARING) continue;
      for (const other of sharing) {
        const key = [entity.id, other.id].sort().join(' ');
        if (other.id === entity.id || other.type !== entity.type || met.has(key) || left <= 0) continue;
        met.add(key);
        compare([entity, entity.name], [other, other.name], type);
      }
    }
  }
  return found;
};
