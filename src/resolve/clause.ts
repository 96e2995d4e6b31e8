import type { Claim, Filler } from '../model/index.ts';

export type Bare = Omit<Claim, 'id' | 'text'>;

/** "There is no evidence that …": a denial that denies nothing. */
export const isNoEvidence = ({ type, properties }: Pick<Claim, 'type' | 'properties'>): boolean =>
  type === 'denial' && properties.form === 'no evidence';

/** The parts of a clause that says what a claim claims. */
export interface Clause {
  readonly subject: string;
  readonly isPlural: boolean;
  /** Infinitive, "be ..." for states and passives. */
  readonly base: string;
  readonly past: string;
  /** Third person, used when `isLasting`. */
  readonly present: string;
  /** A state that goes on: told in the present. */
  readonly isLasting: boolean;
  /** What follows the verb, each piece with a space in front. */
  readonly rest: string;
}

/** Words that begin a description, not a name: small within a sentence. */
const BEGINS_SMALL =
  /^(?:The|An?|That|This|These|Those|His|Her|Its|Their|Our|My|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Some|Both|All|Another|Other|Senior|Former|Representatives?|Officials?|Envoys?|Members?|People|Leaders?|Delegations?)(?=[\s-])/;

/** Names that stand with the article: "the Foreign Ministry", "the Reserve Fund", "the United States". */
const TAKES_THE =
  /^(?:United|Ministry|Office|Department|Bureau|Bank|Republic|Kingdom|House|Council|Committee|Commission|University) |\b(?:Ministry|Department|Office|Fund|Institute|Union|Council|Committee|Commission|Agency|Administration|Government|Authority|Service|Bureau|Parliament|Senate|Court|Party|Alliance|Movement|Organi[sz]ation|Association|Society|Federation|Republic|Kingdom|Emirates|States|Islands|Nations|House|Navy|Army)$/;

/** Words of a filler as they stand within a sentence: small at the start of a description, without a quote that never closes. */
const within = ({ text, entity }: Filler): string => {
  const small = entity === null ? text.replace(BEGINS_SMALL, (word) => word.toLowerCase()) : text;
  return balanced(entity !== null && TAKES_THE.test(text) && !/^the |['’]s\b/i.test(text) ? `the ${text}` : small);
};

const balanced = (text: string): string => {
  const straight = (text.match(/"/g)?.length ?? 0) % 2 === 1;
  const opened = (text.match(/“/g)?.length ?? 0) !== (text.match(/”/g)?.length ?? 0);
  return (straight ? text.replace(/"/g, '') : text).replace(opened ? /[“”]/g : /(?!)/g, '').trim();
};

/** Those who are named come before those who are described. */
export const texts = (claim: Bare, role: string): readonly string[] => {
  const fillers = claim.roles[role] ?? [];
  return [...fillers.filter((one) => one.entity !== null), ...fillers.filter((one) => one.entity === null)].map(within);
};

export const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

export const one = (claim: Bare, role: string): string | null => {
  const names = texts(claim, role);
  return names.length === 0 ? null : list(names);
};

export const after = (word: string, words: string | null): string => (words === null ? '' : ` ${word} ${words}`);

export const clause = (
  subject: string,
  isPlural: boolean,
  base: string,
  past: string,
  rest: string,
  present: string | null = null,
): Clause => ({
  subject,
  isPlural,
  base,
  past,
  present: present ?? base,
  isLasting: present !== null,
  rest,
});
