import type { Entity, Resolved } from '../model/index.ts';
import { foldName, isSameSide } from '../text/index.ts';
import type { WeightQuestions } from './weight-placement.ts';

/** Sides are compared by every name of a body; folding them is done once. */
const folded = new WeakMap<Entity, ReadonlySet<string>>();

const namesOf = (entity: Entity): ReadonlySet<string> => {
  const known = folded.get(entity) ?? new Set([entity.name, ...entity.names.map(({ text }) => text)].map(foldName));
  folded.set(entity, known);
  return known;
};

const isSideOf = (person: Entity, body: Entity): boolean =>
  person.type === 'person' &&
  body.type !== 'person' &&
  person.sides.some((side) => namesOf(body).has(foldName(side)) || isSameSide(side, body.name) === true);

/** A public body of a country: "Ministry of … of Ostra", "the Ostran Foreign Ministry". */
const isBodyOf = (body: Entity, country: Entity): boolean => {
  if (body.type !== 'publicBody' || country.type === 'person' || country.id === body.id) return false;
  const [own, other] = [foldName(body.name), foldName(country.name)];
  if (other === '' || other.includes(' of ')) return false;
  return own.endsWith(` of ${other}`) || isSameSide(body.name.split(/\s/)[0] ?? '', country.name) === true;
};

/** Answers what weighing asks, from look-ups in a case. */
export const weightQuestionsOf = (resolved: Pick<Resolved, 'documents' | 'origins' | 'entities'>): WeightQuestions => {
  const documents = new Map(resolved.documents.map((document) => [document.id, document]));
  const origins = new Map(resolved.origins.map((origin) => [origin.id, origin]));
  const entities = new Map(resolved.entities.map((entity) => [entity.id, entity]));
  return {
    published: (document) => documents.get(document)?.published ?? null,
    nameOf: (id) => origins.get(id)?.name ?? entities.get(id)?.name ?? id,
    speaksItself: (id) => {
      const origin = origins.get(id);
      return origin === undefined || (origin.kind !== 'body' && origin.kind !== 'person') ? null : origin.entity;
    },
    isPaper: (id) => origins.get(id)?.kind === 'document',
    isOfSide: (speaker, party) => {
      const [one, other] = [entities.get(speaker), entities.get(party)];
      return (
        one !== undefined &&
        other !== undefined &&
        (isSideOf(one, other) || isSideOf(other, one) || isBodyOf(one, other))
      );
    },
    ratingOf: (id) => (origins.get(id) ?? entities.get(id))?.sourceReliability ?? null,
  };
};
