import type { Claim, Filler } from '../model/index.ts';
import { countShared, stemsOf } from '../resolve/index.ts';
import type { Known } from './known.ts';

/** Roles whose fillers a denial may be aimed at, by family of types. What only says which thing is meant is not among them. */
const AIMED: Readonly<Record<string, readonly string[]>> = {
  waiver: ['requester', 'authority', 'director'],
  proposal: ['author', 'recipient'],
  leak: ['leaker', 'recipient'],
  sanction: ['authority'],
};
/** Roles of those who were there or took part. */
const TAKING_PART = ['participant', 'visitor', 'host', 'party', 'offerer', 'recipient'];
const OCCASIONS: ReadonlySet<string> = new Set(['meeting', 'visit', 'call']);
const DEALS: ReadonlySet<string> = new Set(['deal', 'offer']);
/** Steps of a deal in the order in which they come. */
const STAGES = ['floated', 'offered', 'in talks', 'agreed', 'done'];

/** Words by which the thing itself is said not to be, whoever is named beside it: "has no record of a licence in that name". */
const NO_SUCH =
  /\b(?:no (?:record|knowledge)|not aware of any|(?:does not|doesn't|do not|don't|did not|didn't|never) exist(?:ed)?|existence of)\b/i;

/**
 * Whether a denial gainsays what a claim of the same thing asserts (SPEC.md, rule W45): "the bank did not ask for it" gainsays those
 * who say that the bank asked, not those who say that it was granted. A denial of the thing itself gainsays all that is told of it.
 */
export const gainsays = (denial: Claim, claim: Claim, known: Known): boolean => {
  if (denial.evidence.some(({ quote }) => NO_SUCH.test(quote))) return true;
  for (const role of AIMED[denial.type] ?? []) {
    const denied = denial.roles[role] ?? [];
    if (denied.length > 0 && !meansOne(denied, claim.roles[role] ?? [], known)) return false;
  }
  if (OCCASIONS.has(denial.type)) return isOfTheSame(denial, claim, known);
  if (DEALS.has(denial.type)) return isSoFar(denial, claim);
  if (denial.type === 'waiver') return isOfTheSameStep(denial, claim);
  return true;
};

/**
 * That two met is denied of the meeting, however it is told. That one was there gainsays only those who say that this one was, and that
 * something was spoken of only those who say that it was.
 */
const isOfTheSame = (denial: Claim, claim: Claim, known: Known): boolean => {
  // Who never met anybody may yet mean to.
  if (claim.status === 'planned' && denial.status !== 'planned' && denial.date === null) return false;
  // What will not take place as planned says nothing of what took place before.
  if (denial.status === 'planned' && claim.status !== 'planned' && claim.tense === 'non-future') return false;
  const subject = wordsOf(denial, 'topic');
  if (subject.size > 0 && countShared(subject, wordsOf(claim, 'topic')) === 0) return false;
  const [absent, present] = [denial, claim].map((one) => TAKING_PART.flatMap((role) => one.roles[role] ?? []));
  if (absent === undefined || present === undefined) return false;
  return absent.length !== 1 || meansOne(absent, present, known);
};

/** That it was not granted leaves it standing that somebody asked; that it is not for one purpose, that it is for another. */
const isOfTheSameStep = (denial: Claim, claim: Claim): boolean => {
  if (denial.properties.status === 'granted' && claim.properties.status === 'asked') return false;
  const purpose = wordsOf(denial, 'purpose');
  return purpose.size === 0 || countShared(purpose, wordsOf(claim, 'purpose')) > 0;
};

const wordsOf = (claim: Claim, role: string): ReadonlySet<string> =>
  stemsOf((claim.roles[role] ?? []).map(({ text }) => text).join(' '));

/** "Nothing was signed" leaves it standing that they talk. */
const isSoFar = (denial: Claim, claim: Claim): boolean => {
  const [no, yes] = [denial, claim].map(({ properties }) => STAGES.indexOf(properties.stage ?? ''));
  return no === undefined || yes === undefined || no < 3 || yes < 0 || yes >= no;
};

/** Whether somebody of the one list is, or may be, somebody of the other: by who they are, or by words that name or describe them. */
const meansOne = (a: readonly Filler[], b: readonly Filler[], known: Known): boolean =>
  a.some((one) => b.some((other) => mayBe(one, other, known)));

const mayBe = (one: Filler, other: Filler, known: Known): boolean => {
  if (one.entity !== null && other.entity !== null) return one.entity === other.entity;
  const [mine, theirs] = [one, other].map(({ entity, text }) =>
    entity === null ? known.namedIn(text).split(' ') : [entity],
  );
  if (mine?.some((id) => id !== '' && theirs?.includes(id)) === true) return true;
  return countShared(wordsFor(one, known), wordsFor(other, known)) > 0;
};

/** Stems of the words for somebody: what they are called here, and what they are called and said to be anywhere. */
const wordsFor = ({ entity, text }: Filler, known: Known): ReadonlySet<string> => {
  const who = entity === null ? undefined : known.entity(entity);
  return stemsOf([text, who?.name ?? '', ...(who?.roles ?? []).map((role) => role.text)].join(' '));
};
