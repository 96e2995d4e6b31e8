import type { Claim } from '../model/index.ts';
import { CLAUSES } from './claim-clauses.ts';
import { type Bare, type Clause, isNoEvidence } from './clause.ts';

/** How a claim is negated: by somebody's denial, by the lack of evidence, or in the statement itself. */
export type Negation =
  | { readonly kind: 'denied'; readonly by: string | null }
  | { readonly kind: 'no-evidence' }
  | { readonly kind: 'plain' };

const isBe = (base: string): boolean => base === 'be' || base.startsWith('be ');

const be = (clause: Clause, tense: 'past' | 'present'): string =>
  tense === 'past' ? (clause.isPlural ? 'were' : 'was') : clause.isPlural ? 'are' : 'is';

/** How sure the words are, put beside the verb: "reportedly met", "is probably to meet". */
const HEDGES: Readonly<Record<Claim['certainty'], string>> = {
  certain: '',
  underspecified: '',
  probable: ' probably',
  possible: ' reportedly',
};

/** The verb in the form that status, certainty and polarity call for. */
const verb = (claim: Bare, clause: Clause, isNegative: boolean): string => {
  const { base } = clause;
  const not = isNegative ? ' not' : '';
  const hedge = HEDGES[claim.certainty];
  const isState = isBe(base) || base.startsWith('have ');
  switch (claim.status) {
    case 'planned':
      if (clause.isLasting) break;
      return `${be(clause, 'present')}${hedge}${not} to ${base}`;
    case 'postponed':
    case 'cancelled':
      return `${be(clause, 'past')}${hedge}${not} to ${base}`;
    case 'hypothetical':
      // What a plan says it says, whether or not it comes about.
      if (claim.type === 'clause') return told(clause, isNegative, hedge);
      // What is only asked for or floated is told as such: the asking has come about.
      if (!isState && clause.isLasting) return `would${not} ${base}`;
      return SPOKEN_OF.has(claim.type) && claim.properties.stage !== 'agreed' && claim.properties.stage !== 'done'
        ? told(clause, isNegative, hedge)
        : `would${not} ${base}`;
    default:
      break;
  }
  if (claim.tense === 'future' && !clause.isLasting) return `will${not} ${base}`;
  return told(clause, isNegative, hedge);
};

/** Types that say that something was spoken of: supposing it adds nothing. */
const SPOKEN_OF: ReadonlySet<string> = new Set(['deal', 'offer', 'waiver']);

const told = (clause: Clause, isNegative: boolean, hedge: string): string => {
  const { base, past, present, isLasting, isPlural } = clause;
  if (isBe(base)) {
    const not = isNegative ? ' not' : '';
    return `${be(clause, isLasting ? 'present' : 'past')}${hedge}${not} ${base.replace(/^be ?/, '')}`.trim();
  }
  const before = hedge === '' ? '' : `${hedge.trim()} `;
  if (!isNegative) return `${before}${isLasting ? present : past}`;
  return `${before}${isLasting ? (isPlural ? 'do' : 'does') : 'did'} not ${base}`;
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

/** Whoever has seen nothing that would show it has not denied it. */
const sayNoEvidence = ({ roles }: Bare): string => {
  const [who, what] = [roles.denier?.[0]?.text, (roles.about?.[0]?.text ?? '').replace(/^that /i, '')];
  return `${who === undefined ? 'There is' : `${capital(who)} knows of`} no evidence that ${what}.`;
};

/**
 * One plain sentence for a claim, from its type, fillers, date, status, polarity and certainty: "Ana Lanin reportedly met
 * Osman Hadari in Belogost (2031-05)."
 *
 * Who says so is not in it (that is the chain), except that a denial names the one who denies.
 */
export const renderClaim = (claim: Bare, negation: Negation = { kind: 'plain' }): string => {
  if (isNoEvidence(claim)) return sayNoEvidence(claim);
  const isNegative = claim.polarity === 'negative';
  if (isNegative && negation.kind === 'no-evidence') return `There is no evidence that ${statement(claim, false)}.`;
  if (isNegative && negation.kind === 'denied') {
    return capital(
      `${negation.by === null ? 'it is denied' : `${negation.by} denies`} that ${statement(claim, false)}.`,
    );
  }
  return capital(`${statement(claim, isNegative)}.`);
};
