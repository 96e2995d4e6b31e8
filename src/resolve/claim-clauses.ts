import type { Claim } from '../model/index.ts';

type Bare = Omit<Claim, 'id' | 'text'>;

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

const texts = (claim: Bare, role: string): readonly string[] => (claim.roles[role] ?? []).map((filler) => filler.text);

const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const one = (claim: Bare, role: string): string | null => {
  const names = texts(claim, role);
  return names.length === 0 ? null : list(names);
};

const after = (word: string, words: string | null): string => (words === null ? '' : ` ${word} ${words}`);

const clause = (
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

const isSeveral = (claim: Bare, role: string): boolean => texts(claim, role).length > 1;

const meet = (claim: Bare, base: string, past: string): Clause => {
  const people = texts(claim, 'participant');
  const host = one(claim, 'host');
  const subject = people.length > 0 ? list(people) : (host ?? 'Unnamed participants');
  const alone = people.length === 1 && base === 'meet';
  const hosted = people.length > 0 ? after('hosted by', host) : '';
  const rest = `${hosted}${after('in', one(claim, 'place'))}${after('about', one(claim, 'topic'))}`;
  return alone
    ? clause(subject, false, 'take part in a meeting', 'took part in a meeting', rest)
    : clause(subject, people.length > 1, base, past, rest);
};

const planOf = (claim: Bare): string => {
  const named = one(claim, 'proposal');
  const points = claim.properties.points;
  if (named !== null) return named;
  return points === undefined ? 'a proposal' : `a ${points}-point proposal`;
};

const ACTS: Readonly<Record<string, readonly [base: string, past: string]>> = {
  drafted: ['draft', 'drafted'],
  presented: ['present', 'presented'],
  'handed over': ['hand over', 'handed over'],
  revised: ['revise', 'revised'],
};

const STANCES: Readonly<Record<string, readonly [base: string, past: string, present: string]>> = {
  accepts: ['accept', 'accepted', 'accepts'],
  rejects: ['reject', 'rejected', 'rejects'],
  'on-condition': ['accept on condition', 'accepted on condition', 'accepts on condition'],
  silent: ['be silent on', 'was silent on', 'is silent on'],
};

const STAGES: Readonly<Record<string, readonly [base: string, past: string]>> = {
  floated: ['float', 'floated'],
  offered: ['offer', 'offered'],
  'in talks': ['hold talks on', 'held talks on'],
  agreed: ['agree on', 'agreed on'],
  done: ['close', 'closed'],
  dropped: ['drop', 'dropped'],
};

const SANCTION_VERBS: Readonly<Record<string, readonly [base: string, past: string]>> = {
  imposed: ['impose sanctions on', 'imposed sanctions on'],
  lifted: ['lift sanctions on', 'lifted sanctions on'],
  demanded: ['demand sanctions on', 'demanded sanctions on'],
  planned: ['plan sanctions on', 'planned sanctions on'],
};

const waiver = (claim: Bare): Clause => {
  const what = `a ${claim.properties.form ?? 'waiver'}`;
  const rest = `${after('for', one(claim, 'beneficiary'))}${after('for the purpose of', one(claim, 'purpose'))}${after('at the direction of', one(claim, 'director'))}`;
  const [requester, authority] = [one(claim, 'requester'), one(claim, 'authority')];
  if (claim.properties.status === 'asked' && requester !== null) {
    return clause(
      requester,
      isSeveral(claim, 'requester'),
      'ask',
      'asked',
      `${after('', authority).replace(/ +/g, ' ')} for ${what}${rest}`,
    );
  }
  const [base, past] =
    claim.properties.status === 'refused'
      ? ['refuse', 'refused']
      : claim.properties.status === 'asked'
        ? ['ask', 'asked']
        : ['grant', 'granted'];
  const asked = after('at the request of', requester);
  if (authority === null || base === 'ask')
    return clause(`${what}${rest}`, false, base === 'ask' ? 'be asked for' : `be ${past}`, past, asked);
  return clause(authority, isSeveral(claim, 'authority'), base, past, ` ${what}${rest}${asked}`);
};

const appointment = (claim: Bare): Clause => {
  const [base, past] = claim.properties.status === 'dismissed' ? ['dismiss', 'dismissed'] : ['appoint', 'appointed'];
  const rest = `${after('as', one(claim, 'post'))}${after('of', one(claim, 'body'))}`;
  const [appointer, person] = [one(claim, 'appointer'), one(claim, 'person') ?? 'somebody'];
  return appointer === null
    ? clause(person, false, `be ${past}`, past, rest)
    : clause(appointer, isSeveral(claim, 'appointer'), base, past, ` ${person}${rest}`);
};

/** Verbs that a tie's words may be: told as they stand. */
const LEADING =
  /^(?:runs|ran|leads|led|heads|headed|chairs|chaired|directs|manages|controls|oversees|founded|employs|advises|represents)$/;

/** Kinds of tie whose noun takes "of". */
const OF_SOMEBODY = new Set(['family', 'employment', 'directorship', 'membership', 'appointment']);

const tie = (claim: Bare): Clause => {
  const [from, to] = [one(claim, 'from') ?? 'somebody', one(claim, 'to') ?? 'somebody'];
  const words =
    claim.properties.words?.replace(/^(?:(?:is|was|are|were|the|a|an|his|her|its|their)\s+)+/i, '').trim() ?? '';
  const lasting = (base: string, rest: string): Clause => clause(from, false, base, '', rest, '');
  if (/\b(?:of|to|for|at|in|with|by)$/.test(words)) return lasting(`be ${words}`, ` ${to}`);
  if (LEADING.test(words)) return { ...lasting(words, ` ${to}`), present: words };
  // "Lanin's son Ivan", "its chairman": a noun for what the one is to the other.
  if (
    OF_SOMEBODY.has(claim.properties.kind ?? '') &&
    /^[\p{Ll}-]+(?: [\p{Ll}-]+)?$/u.test(words) &&
    !/(?:s|ed)$/.test(words)
  )
    return lasting(`be ${words} of`, ` ${to}`);
  return lasting('be connected', ` with ${to} (${words === '' ? (claim.properties.kind ?? 'tie') : words})`);
};

/** How each frame type of the shipped beat is told; a type that is not here is listed role by role. */
export const CLAUSES: Readonly<Record<string, (claim: Bare) => Clause>> = {
  meeting: (claim) =>
    claim.properties.channel === 'call' ? meet(claim, 'speak by phone', 'spoke by phone') : meet(claim, 'meet', 'met'),
  call: (claim) =>
    claim.properties.channel === 'message'
      ? meet(claim, 'exchange messages', 'exchanged messages')
      : meet(claim, 'speak by phone', 'spoke by phone'),
  visit: (claim) => {
    const [place, host] = [one(claim, 'place'), one(claim, 'host')];
    const rest = place === null ? after('', host).replace(/ +/g, ' ') : ` ${place}${after('to see', host)}`;
    return clause(one(claim, 'visitor') ?? 'Unnamed visitors', isSeveral(claim, 'visitor'), 'visit', 'visited', rest);
  },
  proposal: (claim) => {
    const [base, past] = ACTS[claim.properties.act ?? ''] ?? ['put forward', 'put forward'];
    const [author, rest] = [
      one(claim, 'author'),
      `${after('to', one(claim, 'recipient'))}${after('about', one(claim, 'topic'))}`,
    ];
    return author === null
      ? clause(planOf(claim), false, `be ${past}`, past, rest)
      : clause(author, isSeveral(claim, 'author'), base, past, ` ${planOf(claim)}${rest}`);
  },
  stance: (claim) => {
    const [base, past, present] = STANCES[claim.properties.stance ?? ''] ?? [
      'take a view of',
      'took a view of',
      'takes a view of',
    ];
    return clause(
      one(claim, 'party') ?? 'Somebody',
      isSeveral(claim, 'party'),
      base,
      past,
      ` ${one(claim, 'about') ?? 'the proposal'}`,
      isSeveral(claim, 'party') ? base : present,
    );
  },
  offer: (claim) =>
    clause(
      one(claim, 'offerer') ?? 'Somebody',
      isSeveral(claim, 'offerer'),
      'offer',
      'offered',
      `${after('', one(claim, 'recipient')).replace(/ +/g, ' ')} ${one(claim, 'asset') ?? claim.properties.kind ?? 'terms'}${after('for', one(claim, 'amount'))}`,
    ),
  deal: (claim) => {
    const [base, past] = STAGES[claim.properties.stage ?? ''] ?? ['discuss', 'discussed'];
    const what = `a ${claim.properties.kind !== undefined && claim.properties.kind !== 'other' ? `${claim.properties.kind} ` : ''}deal`;
    return clause(
      one(claim, 'party') ?? 'Unnamed parties',
      isSeveral(claim, 'party'),
      base,
      past,
      ` ${what}${after('over', one(claim, 'asset'))}${after('for', one(claim, 'amount'))}`,
    );
  },
  condition: (claim) =>
    clause(
      one(claim, 'dependent') ?? 'it',
      false,
      'depend on',
      'depended on',
      ` ${one(claim, 'condition') ?? 'a condition'}`,
      'depends on',
    ),
  sanction: (claim) => {
    const [base, past] = SANCTION_VERBS[claim.properties.status ?? ''] ?? ['sanction', 'sanctioned'];
    const [authority, target] = [one(claim, 'authority'), one(claim, 'target') ?? 'somebody'];
    if (authority !== null) return clause(authority, isSeveral(claim, 'authority'), base, past, ` ${target}`);
    return clause(`sanctions on ${target}`, true, `be ${claim.properties.status ?? 'imposed'}`, '', '');
  },
  waiver,
  ownership: (claim) =>
    clause(
      one(claim, 'owner') ?? 'Somebody',
      isSeveral(claim, 'owner'),
      'own',
      'owned',
      `${one(claim, 'share') === null ? '' : ` ${one(claim, 'share') ?? ''} of`} ${one(claim, 'owned') ?? 'it'}`,
      isSeveral(claim, 'owner') ? 'own' : 'owns',
    ),
  appointment,
  tie,
  leak: (claim) => {
    const [leaker, rest] = [one(claim, 'leaker'), after('to', one(claim, 'recipient'))];
    return leaker === null
      ? clause(planOf(claim), false, 'be leaked', '', rest)
      : clause(leaker, isSeveral(claim, 'leaker'), 'leak', 'leaked', ` ${planOf(claim)}${rest}`);
  },
  denial: (claim) =>
    clause(
      one(claim, 'denier') ?? 'Somebody',
      isSeveral(claim, 'denier'),
      'deny',
      'denied',
      after('', one(claim, 'about')).replace(/ +/g, ' '),
    ),
};
