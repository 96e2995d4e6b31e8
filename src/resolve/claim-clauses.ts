import { after, type Bare, type Clause, clause, list, one, texts } from './clause.ts';
import { TALKS_CLAUSES } from './talks-clauses.ts';
import { tie, withArticle } from './tie-clause.ts';

const isSeveral = (claim: Bare, role: string): boolean => texts(claim, role).length > 1;

const meet = (claim: Bare, base: string, past: string): Clause => {
  const people = texts(claim, 'participant');
  const host = one(claim, 'host');
  const subject = people.length > 0 ? list(people) : (host ?? 'Unnamed participants');
  const alone = people.length === 1 && base === 'meet';
  const place = one(claim, 'place');
  const isSaid = place !== null && people.some((words) => words.endsWith(` in ${place}`));
  const hosted = people.length > 0 ? after('hosted by', host) : '';
  const rest = `${hosted}${isSaid ? '' : after('in', place)}${after('about', one(claim, 'topic'))}`;
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
  dated: ['date', 'dated'],
};

const STANCES: Readonly<Record<string, readonly [base: string, past: string, present: string]>> = {
  accepts: ['accept', 'accepted', 'accepts'],
  rejects: ['reject', 'rejected', 'rejects'],
  'on-condition': ['accept on condition', 'accepted on condition', 'accepts on condition'],
  silent: ['be silent on', 'was silent on', 'is silent on'],
};

/** What is done with a deal at each stage, as a participle. */
const STAGES: Readonly<Record<string, string>> = {
  floated: 'floated',
  offered: 'offered',
  'in talks': 'discussed',
  agreed: 'agreed',
  done: 'closed',
  dropped: 'dropped',
};

/** What a deal of a kind is called, and by which word its asset follows. */
const DEALS: Readonly<Record<string, readonly [noun: string, asset: string]>> = {
  stake: ['a stake deal', 'over'],
  purchase: ['a purchase', 'of'],
  concession: ['a concession', 'for'],
  supply: ['a supply deal', 'over'],
  investment: ['an investment', 'in'],
  loan: ['a loan', 'for'],
  lease: ['a lease', 'of'],
};

const deal = (claim: Bare): Clause => {
  const parties = texts(claim, 'party');
  const [noun, asset] = DEALS[claim.properties.kind ?? ''] ?? ['a deal', 'over'];
  const between = parties.length > 1 ? ` between ${list(parties)}` : after('with', parties[0] ?? null);
  const share = one(claim, 'share');
  const things = one(claim, 'asset');
  const called = noun === 'a stake deal' && /\b(?:stakes?|shares)\b/i.test(things ?? '') ? 'a deal' : noun;
  const over = `${after(asset, things)}${share === null ? '' : ` (${share})`}`;
  const what = `${called}${asset === 'over' ? `${between}${over}` : `${over}${between}`}${after('for', one(claim, 'amount'))}`;
  return clause(what, false, `be ${STAGES[claim.properties.stage ?? ''] ?? 'discussed'}`, '', '');
};

const SANCTION_VERBS: Readonly<Record<string, readonly [base: string, past: string]>> = {
  imposed: ['impose sanctions on', 'imposed sanctions on'],
  lifted: ['lift sanctions on', 'lifted sanctions on'],
  demanded: ['demand sanctions on', 'demanded sanctions on'],
  planned: ['plan sanctions on', 'planned sanctions on'],
};

/** What a licence is for; one bare verb tells nothing. */
const purposeOf = (claim: Bare): string | null => {
  const words = one(claim, 'purpose');
  return words === null || !/\s/.test(words) ? null : words.replace(/^to /, '');
};

const waiver = (claim: Bare): Clause => {
  const what = `a ${claim.properties.form ?? 'waiver'}`;
  const aim = purposeOf(claim);
  const rest = `${after('for', one(claim, 'beneficiary'))}${after('at the direction of', one(claim, 'director'))}${aim === null ? '' : ` (purpose: ${aim})`}`;
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
  if (claim.properties.status === undefined) {
    const post = one(claim, 'post')?.toLowerCase() ?? 'in office';
    return clause(
      one(claim, 'person') ?? 'somebody',
      false,
      `be ${withArticle(post)}`,
      '',
      after('of', one(claim, 'body')),
      '',
    );
  }
  const [base, past] = claim.properties.status === 'dismissed' ? ['dismiss', 'dismissed'] : ['appoint', 'appointed'];
  const rest = `${after('as', one(claim, 'post'))}${after('of', one(claim, 'body'))}`;
  const [appointer, person] = [one(claim, 'appointer'), one(claim, 'person') ?? 'somebody'];
  return appointer === null
    ? clause(person, false, `be ${past}`, past, rest)
    : clause(appointer, isSeveral(claim, 'appointer'), base, past, ` ${person}${rest}`);
};

/** How each frame type of the shipped beat is told; a type that is not here is listed role by role. */
export const CLAUSES: Readonly<Record<string, (claim: Bare) => Clause>> = {
  ...TALKS_CLAUSES,
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
    const isDraft = past === 'drafted' && /\bdraft/i.test(planOf(claim));
    const [author, rest] = [
      one(claim, 'author'),
      `${after('to', one(claim, 'recipient'))}${after('about', one(claim, 'topic'))}`,
    ];
    return author === null
      ? clause(planOf(claim), false, `be ${isDraft ? 'written' : past}`, past, rest)
      : clause(
          author,
          isSeveral(claim, 'author'),
          isDraft ? 'write' : base,
          isDraft ? 'wrote' : past,
          ` ${planOf(claim)}${rest}`,
        );
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
      ` ${one(claim, 'about') ?? one(claim, 'clause') ?? 'the proposal'}`,
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
  deal,
  condition: (claim) =>
    clause(
      one(claim, 'dependent') ?? 'it',
      false,
      'depend on',
      'depended on',
      ` a condition: ${one(claim, 'condition') ?? 'it is not told'}`,
      'depends on',
    ),
  sanction: (claim) => {
    const [base, past] = SANCTION_VERBS[claim.properties.status ?? ''] ?? ['sanction', 'sanctioned'];
    const [authority, target] = [one(claim, 'authority'), one(claim, 'target') ?? 'somebody'];
    if (authority !== null) return clause(authority, isSeveral(claim, 'authority'), base, past, ` ${target}`);
    const status = claim.properties.status ?? 'imposed';
    if (status !== 'imposed') return clause(`sanctions on ${target}`, true, `be ${status}`, '', '');
    return clause(target, isSeveral(claim, 'target'), 'be under sanctions', '', '', '');
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
    const plan = planOf(claim).replace(/\bleaked /i, '');
    return leaker === null
      ? clause(plan, false, 'be leaked', '', rest)
      : clause(leaker, isSeveral(claim, 'leaker'), 'leak', 'leaked', ` ${plan}${rest}`);
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
