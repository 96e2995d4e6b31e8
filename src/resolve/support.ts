import { romanKey } from '../text/index.ts';
import type { Company } from './company.ts';
import { tokensOf } from './local-entities.ts';
import { type Profile, shareLeaf, shareRole, shareSide } from './profile.ts';

/** What besides the name speaks for one bearer. */
export interface Support {
  readonly role: boolean;
  readonly side: boolean;
  readonly sameDocument: boolean;
  /** Others that both are named with, counted to three. */
  readonly company: number;
  /** For a reason, e.g. "like post, 2 others in common". Empty when there is none. */
  readonly words: string;
}

const ownKeys = (profile: Profile): readonly string[] =>
  profile.names.map((name) => tokensOf(name, profile.class, false).map(romanKey).join(' '));

/** Gathers what besides the name speaks for two sets being one. */
export const supportFor = (company: Company, left: Profile, right: Profile): Support => {
  const role = shareRole(left, right);
  const side = shareSide(left.sides, right.sides) === true;
  const sameDocument = shareLeaf(left, right);
  const shared = company.shared(left, right, new Set([...ownKeys(left), ...ownKeys(right)]));
  const words = [
    ...(role ? ['like post'] : []),
    ...(side ? ['same side'] : []),
    ...(sameDocument ? ['same document'] : []),
    ...(shared > 0 ? [`${shared === 3 ? 'three or more' : shared} others in common`] : []),
  ].join(', ');
  return { role, side, sameDocument, company: shared, words };
};

/** Documents that name so many tell in what company somebody is. */
const MANY = 3;

/** Whether two sets are named in company that has nobody in common, many on either side, and share neither post nor side. */
export const areStrangers = (company: Company, left: Profile, right: Profile): boolean => {
  const own = new Set([...ownKeys(left), ...ownKeys(right)]);
  if (company.count(left, own, MANY) < MANY || company.count(right, own, MANY) < MANY) return false;
  const { company: shared, role, side, sameDocument } = supportFor(company, left, right);
  return shared === 0 && !role && !side && !sameDocument;
};
