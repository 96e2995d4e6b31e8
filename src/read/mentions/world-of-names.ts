import { readFileSync } from 'node:fs';
import type { MentionType } from '../../model/index.ts';

const read = (name: string): string => readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8');
interface Country {
  readonly name: string;
  readonly official: string;
  readonly names: readonly string[];
  readonly demonyms: readonly string[];
  readonly capitals: readonly string[];
}
const countries = JSON.parse(read('countries.json')) as readonly Country[];
const countryNames = new Set(countries.flatMap((c) => [c.name, c.official, ...c.names]).map((n) => n.toLowerCase()));
const capitals = new Set(countries.flatMap((c) => c.capitals).map((n) => n.toLowerCase()));
const demonyms = new Set(countries.flatMap((c) => c.demonyms).map((n) => n.toLowerCase()));
const given = new Map(
  read('given-names.txt')
    .split('\n')
    .map((line) => line.split('\t') as [string, string]),
);

export const placeKind = (key: string): 'country' | 'place' | null =>
  countryNames.has(key) ? 'country' : capitals.has(key) ? 'place' : null;
export const isDemonym = (lower: string): boolean => demonyms.has(lower);
const bare = (lower: string): string => lower.normalize('NFD').replace(/\p{M}/gu, '');
export const isGivenName = (lower: string): boolean =>
  given.has(bare(lower)) && !(given.get(bare(lower)) ?? '').includes('!');
export const genderOf = (lower: string): 'male' | 'female' | null => {
  const flags = given.get(bare(lower)) ?? '';
  return flags.includes('m') ? 'male' : flags.includes('f') ? 'female' : null;
};
export const isOutlet = (_key: string): boolean => false;
export const metonymOf = (_key: string): MentionType | null => null;
