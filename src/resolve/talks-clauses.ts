import { after, type Bare, type Clause, clause, list, one, texts } from './clause.ts';

const isSeveral = (claim: Bare, role: string): boolean => texts(claim, role).length > 1;

/** How what surrounds a meeting or a plan is told: on whose behalf, past whom, what was handed over, what a plan says. */
export const TALKS_CLAUSES: Readonly<Record<string, (claim: Bare) => Clause>> = {
  representation: (claim) =>
    clause(
      one(claim, 'agent') ?? 'Somebody',
      isSeveral(claim, 'agent'),
      'act for',
      'acted for',
      `${after('', one(claim, 'principal')).replace(/ +/g, ' ')}${after('towards', one(claim, 'counterpart'))}`,
    ),
  bypass: (claim) =>
    clause(
      one(claim, 'bypassed') ?? 'Somebody',
      isSeveral(claim, 'bypassed') || /s$/.test(one(claim, 'bypassed') ?? ''),
      'be bypassed or left uninformed',
      '',
      `${after('by', one(claim, 'by'))}${after('about', one(claim, 'about'))}`,
    ),
  handover: (claim) => {
    const [givers, thing] = [texts(claim, 'giver'), one(claim, 'thing') ?? 'something'];
    const rest = `${after('to', one(claim, 'recipient'))}${after('in', one(claim, 'place'))}`;
    return givers.length === 0
      ? clause(thing, false, 'be handed over', '', rest)
      : clause(list(givers), givers.length > 1, 'hand over', 'handed over', ` ${thing}${rest}`);
  },
  clause: (claim) =>
    clause(
      one(claim, 'proposal') ?? 'the plan',
      false,
      'contain',
      'contained',
      `: ${one(claim, 'content') ?? claim.properties.topic ?? 'a clause that is not told'}${after('for', one(claim, 'party'))}`,
      'contains',
    ),
};
