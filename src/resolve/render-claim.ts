import type { Claim } from '../model/index.ts';
import { CLAUSES, type Clause } from './claim-clauses.ts';

type Bare = Omit<Claim, 'id' | 'text'>;

/** How a claim is negated: by somebody's denial, by the lack of evidence, or in the statement itself. */
export type Negation =
  | { readonly kind: 'denied'; readonly by: string | null }
  | { readonly kind: 'no-evidence' }
  | { readonly kind: 'plain' };

const isBe = (base: string): boolean => base === 'be' || base.startsWith('be ');

const be = (clause: Clause, tense: 'past' | 'present'): string =>
  tense === 'past' ? (clause.isPlural ? 'were' : 'was') : clause.isPlural ? 'are' : 'is';

/** The verb in the form that status and polarity call for. */
const verb = (claim: Bare, clause: Clause, isNegative: boolean): string => {
  const { base, past } = clause;
  const rest = base.replace(/^be ?/, '');
  const not = isNegative ? ' not' : '';
  switch (claim.status) {
    case 'planned':
      return `${be(clause, 'present')}${not} to ${base}`;
    case 'postponed':
    case 'cancelled':
      return `${be(clause, 'past')}${not} to ${base}`;
    case 'hypothetical':
      return `would${not} ${base}`;
    default:
      break;
  }
  if (isBe(base)) return `${be(clause, clause.isLasting ? 'present' : 'past')}${not} ${rest}`.trim();
  if (claim.tense === 'future') return `will${not} ${base}`;
  if (!isNegative) return clause.isLasting ? clause.present : past;
  return clause.isLasting ? `${clause.isPlural ? 'do' : 'does'} not ${base}` : `did not ${base}`;
};

const statement = (claim: Bare, isNegative: boolean): string => {
  const clause = CLAUSES[claim.type]?.(claim) ?? null;
  const date = claim.date === null ? '' : ` (${claim.date})`;
  if (clause === null) {
    const roles = Object.entries(claim.roles).map(
      ([role, list]) => `${role} ${list.map((one) => one.text).join(', ')}`,
    );
    return `${isNegative ? 'no ' : ''}${claim.type}: ${roles.join('; ')}${date}`;
  }
  const put = claim.status === 'postponed' || claim.status === 'cancelled' ? `; it was ${claim.status}` : '';
  return `${clause.subject} ${verb(claim, clause, isNegative)}${clause.rest}${date}${put}`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * One plain sentence for a claim, from its type, fillers, date, status, polarity and certainty: "Possibly Ana Lanin met
 * Osman Hadari in Belogost (2031-05)."
 *
 * Who says so is not in it (that is the chain), except that a denial names the one who denies.
 */
export const renderClaim = (claim: Bare, negation: Negation = { kind: 'plain' }): string => {
  const isNegative = claim.polarity === 'negative';
  if (isNegative && negation.kind === 'no-evidence') return `There is no evidence that ${statement(claim, false)}.`;
  if (isNegative && negation.kind === 'denied') {
    return capital(
      `${negation.by === null ? 'it is denied' : `${negation.by} denies`} that ${statement(claim, false)}.`,
    );
  }
  const sure = { certain: '', underspecified: '', probable: 'probably ', possible: 'possibly ' }[claim.certainty];
  return capital(`${sure}${statement(claim, isNegative)}.`);
};
