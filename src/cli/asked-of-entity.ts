import type { Entity } from '../model/index.ts';
import type { Asked } from '../screen/index.ts';
import { countryOf, type NameType } from '../text/index.ts';

const TYPES: Partial<Readonly<Record<Entity['type'], NameType>>> = {
  person: 'person',
  organization: 'organization',
  publicBody: 'publicBody',
  asset: 'vessel',
};

/** "Tomas" of somebody who is also called "Tomas Hale": asked for alone it would bring up every Tomas of the lists. */
const isCutFrom = (name: string, spelt: readonly string[]): boolean => {
  const words = name.split(/\s+/u);
  return spelt.some((other) => {
    const others = other.split(/\s+/u);
    return others.length > words.length && words.every((word) => others.includes(word));
  });
};

/** Who of a case could be on a list: people, bodies and things that go by a name. */
export const askedOf = (entity: Entity): Asked | null => {
  const type = TYPES[entity.type];
  if (type === undefined || entity.names.length === 0) return null;
  const spelt = [...new Set([entity.name, ...entity.names.map(({ text }) => text)])];
  const names = type === 'person' ? spelt.filter((name) => !isCutFrom(name, spelt)) : spelt;
  const countries = [...new Set(entity.sides.flatMap((side) => countryOf(side) ?? []))].map((code) =>
    code.toUpperCase(),
  );
  return { names, type, birthDates: [], countries };
};
