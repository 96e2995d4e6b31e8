import { romanKey } from '../text/index.ts';
import type { LocalEntity } from './local-entities.ts';
import { postKey } from './office-names.ts';
import { keyOfState, statesIn } from './states.ts';

/** What the pile tells of offices, asked by rule S4. Keys are those of locals, with their class. */
export interface Offices {
  /** Whether every state has such an office and the pile speaks of several states. */
  readonly isContested: (key: string) => boolean;
  /** The surname of the one person whom a document names as the holder of the post at such an office; null for none or several. */
  readonly holderOf: (key: string, document: string) => string | null;
}

const EVERY_STATES =
  /\b(?:ministry|government|parliament|presidency|cabinet|senate|army|navy|police|embassy|administration)\b|\bbank central\b/;
/** Letters by which "Ostra" and "Ostran" are one state. */
const STEM = 4;
const SEVERAL = 2;

/** Gathers what the names of a pile tell of offices. */
export const officesOf = (locals: readonly LocalEntity[]): Offices => {
  const holders = new Map<string, Set<string>>();
  const states = new Set<string>();
  for (const local of locals) {
    for (const state of statesIn(local)) states.add(keyOfState(state).slice(0, STEM));
    const holder = local.tokens.at(-1);
    if (local.class !== 'person' || holder === undefined) continue;
    for (const { text } of local.roles) {
      const post = postKey(text);
      const key = `organization office ${post} ${local.leaf}`;
      if (post !== null) holders.set(key, (holders.get(key) ?? new Set()).add(romanKey(holder)));
    }
  }
  return {
    isContested: (key) => states.size >= SEVERAL && EVERY_STATES.test(key),
    holderOf: (key, document) => {
      const known = holders.get(`${key} ${document}`);
      return known?.size === 1 ? ([...known][0] ?? null) : null;
    },
  };
};
