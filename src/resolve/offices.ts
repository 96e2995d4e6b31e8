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

/** What one local tells of offices. */
interface Told {
  readonly states: readonly string[];
  /** Keys of offices whose post it holds, with its document and its surname. */
  readonly posts: readonly (readonly [key: string, holder: string])[];
}

const tellings = new WeakMap<LocalEntity, Told>();

const tell = (local: LocalEntity): Told => {
  const known = tellings.get(local);
  if (known !== undefined) return known;
  const holder = local.class === 'person' ? local.tokens.at(-1) : undefined;
  const made = {
    states: statesIn(local).map((state) => keyOfState(state).slice(0, STEM)),
    posts: local.roles.flatMap(({ text }) => {
      const post = holder === undefined ? null : postKey(text);
      return post === null ? [] : [[`organization office ${post} ${local.leaf}`, romanKey(holder ?? '')] as const];
    }),
  };
  tellings.set(local, made);
  return made;
};

/** Gathers what the names of a pile tell of offices. */
export const officesOf = (locals: readonly LocalEntity[]): Offices => {
  const holders = new Map<string, Set<string>>();
  const states = new Set<string>();
  for (const local of locals) {
    const told = tell(local);
    for (const state of told.states) states.add(state);
    for (const [key, holder] of told.posts) holders.set(key, (holders.get(key) ?? new Set()).add(holder));
  }
  return {
    isContested: (key) => states.size >= SEVERAL && EVERY_STATES.test(key),
    holderOf: (key, document) => {
      const known = holders.get(`${key} ${document}`);
      return known?.size === 1 ? ([...known][0] ?? null) : null;
    },
  };
};
