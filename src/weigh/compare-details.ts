import { byText, type Claim, type Contradiction, type Filler } from '../model/index.ts';
import { countShared } from '../resolve/index.ts';
import { datesOverlap } from '../text/index.ts';
import { type Count, countsIn, splitIn } from './counts.ts';
import { kinshipIn } from './kin.ts';
import { isOtherAuthority, isOtherPlace, type Known } from './known.ts';
import { daysIn, differentAmounts, differentDurations, differentShares, percentOf } from './quantities.ts';
import { siteKindOf } from './site-kinds.ts';

/** A detail that claims of one thing give, and on which they may exclude each other. */
export interface Detail {
  readonly kind: Contradiction['kind'];
  /** Frame types that have it. */
  readonly types: ReadonlySet<string>;
  /** What a claim says, for people; null when it does not say. */
  readonly value: (claim: Claim) => string | null;
  /** What a claim says, for telling the same from the like. */
  readonly key?: (claim: Claim) => string;
  readonly differ: (a: Claim, b: Claim, known: Known) => boolean;
  /** Whether others that tell of the same thing make both right. */
  readonly areBoth?: (a: Claim, b: Claim, all: readonly Claim[]) => boolean;
}

const keysOf = (claim: Claim, role: string): readonly string[] =>
  (claim.roles[role] ?? []).map((filler) => filler.entity).filter((id): id is string => id !== null);

const words = (fillers: readonly Filler[] | undefined): string | null =>
  fillers === undefined || fillers.length === 0 ? null : fillers.map((filler) => filler.text).join(' and ');

const idsOr =
  (role: string) =>
  (claim: Claim): string => {
    const ids = keysOf(claim, role);
    return ids.length > 0 ? [...ids].sort(byText).join(' ') : (words(claim.roles[role]) ?? '');
  };

/** Two sets of entities that share nobody. A set with nobody resolved differs from nothing. */
const disjoint = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((id) => b.includes(id));

const set = (...types: readonly string[]): ReadonlySet<string> => new Set(types);
const OCCASIONS = set('meeting', 'visit', 'call');
const DEALS = set('deal', 'offer');
/** What can have to do with money. */
const MONEYED = set(
  'deal',
  'offer',
  'ownership',
  'proposal',
  'clause',
  'waiver',
  'sanction',
  'tie',
  'handover',
  'condition',
);

/** Details that can contradict, as a table: what it is called, which frames have it, how it reads, when two differ. */
export const DETAILS: readonly Detail[] = [
  {
    kind: 'date',
    types: set('meeting', 'visit', 'call', 'waiver', 'sanction', 'deal', 'offer'),
    value: (claim) => claim.date,
    // "In May" and "May 14" are one date told with different care; only days that exclude each other contradict. The second
    // day of talks is none of the first.
    differ: (a, b) =>
      a.date !== null &&
      b.date !== null &&
      datesOverlap(a.date, b.date) === false &&
      sameStep(a, b) &&
      !areRaised(a, b) &&
      (!areNextDays(a, b) || (OCCASIONS.has(a.type) && OCCASIONS.has(b.type) && !shareOrigin(a, b))),
    areBoth: (a, b, all) => areNextDays(a, b) && all.some((claim) => isOfBothDays(claim, a, b)),
  },
  {
    kind: 'number',
    types: set('proposal'),
    value: (claim) => claim.properties.points ?? null,
    differ: (a, b, known) =>
      differentNumbers(a.properties.points, b.properties.points) &&
      ![a, b].some((claim) => isLaterVersion(claim) || known.tellsOther(claim.document, claim.properties.points ?? '')),
  },
  {
    // How something is to be shared out.
    kind: 'number',
    types: set('proposal', 'deal', 'offer'),
    value: (claim) => splitIn(textOf(claim)),
    differ: (a, b) => splitIn(textOf(a)) !== splitIn(textOf(b)),
  },
  {
    // How many of what.
    kind: 'number',
    types: set('deal', 'offer', 'meeting', 'visit', 'call'),
    value: (claim) => countsOf(claim)[0]?.text ?? null,
    key: (claim) =>
      countsOf(claim)
        .map(({ number }) => number)
        .join(' '),
    differ: (a, b) => differentCounts(countsOf(a), countsOf(b)),
  },
  {
    kind: 'duration',
    types: set('meeting', 'visit', 'call', 'deal', 'offer'),
    value: (claim) => claim.duration,
    differ: (a, b) => differentDurations(a.duration, b.duration),
  },
  {
    // For how many days a licence lets somebody in.
    kind: 'duration',
    types: set('waiver'),
    value: (claim) => daysOf(claim),
    differ: (a, b) => differentNumbers(daysOf(a) ?? undefined, daysOf(b) ?? undefined),
  },
  {
    kind: 'place',
    types: set('meeting', 'visit'),
    value: (claim) => words(claim.roles.place),
    key: idsOr('place'),
    differ: (a, b, known) =>
      keysOf(a, 'place').length > 0 && disjoint(keysOf(a, 'place'), keysOf(b, 'place')) && isOtherPlace(a, b, known),
  },
  {
    // A hotel or a villa, where a place is only described.
    kind: 'place',
    types: set('meeting', 'visit'),
    value: (claim) => (siteOf(claim) === null ? null : words(claim.roles.place)),
    key: (claim) => siteOf(claim) ?? '',
    differ: (a, b) =>
      siteOf(a) !== siteOf(b) &&
      (keysOf(a, 'place').length === 0 || keysOf(b, 'place').length === 0) &&
      !a.origins.some((origin) => b.origins.includes(origin)),
  },
  {
    kind: 'amount',
    types: set('deal', 'offer', 'ownership'),
    value: (claim) => sharesOf(claim)[0] ?? null,
    differ: (a, b) => !areRaised(a, b) && allDiffer(sharesOf(a), sharesOf(b), differentShares),
  },
  {
    kind: 'amount',
    types: MONEYED,
    value: (claim) => words(sumsOf(claim)),
    differ: (a, b) => !areRaised(a, b) && differentSums(a, b),
  },
  {
    kind: 'authorship',
    types: set('proposal'),
    value: (claim) => words(claim.roles.author),
    key: idsOr('author'),
    differ: (a, b, known) => sameAct(a, b) && disjoint(authorsOf(a, known), authorsOf(b, known)),
  },
  {
    kind: 'agency',
    types: set('waiver'),
    value: (claim) => words(claim.roles.authority),
    key: idsOr('authority'),
    differ: (a, b, known) =>
      disjoint(keysOf(a, 'authority'), keysOf(b, 'authority')) &&
      bothGive(a, b) &&
      isOtherAuthority(a, b, 'authority', known),
  },
  {
    kind: 'agency',
    types: set('waiver'),
    value: (claim) => words(claim.roles.requester),
    key: idsOr('requester'),
    differ: (a, b, known) =>
      disjoint(keysOf(a, 'requester'), keysOf(b, 'requester')) && isOtherAuthority(a, b, 'requester', known),
  },
  ...(
    [
      ['waiver', 'director'],
      ['appointment', 'appointer'],
      ['leak', 'leaker'],
    ] as const
  ).map(
    ([type, role]): Detail => ({
      kind: 'agency',
      types: set(type),
      value: (claim) => words(claim.roles[role]),
      key: idsOr(role),
      differ: (a, b, known) => disjoint(keysOf(a, role), keysOf(b, role)) && isOtherAuthority(a, b, role, known),
    }),
  ),
  {
    // How two people are related.
    kind: 'role',
    types: set('tie'),
    value: (claim) => (claim.properties.kind === 'family' ? kinshipIn(claim.properties.words ?? '') : null),
    differ: (a, b) => kinshipIn(a.properties.words ?? '') !== kinshipIn(b.properties.words ?? ''),
  },
  {
    // Whether what was planned took place, was called off or only put off.
    kind: 'yes-no',
    types: OCCASIONS,
    value: (claim) => (OUTCOMES.has(claim.status) ? claim.status : null),
    differ: (a, b, known) =>
      a.status !== b.status && OUTCOMES.has(a.status) && OUTCOMES.has(b.status) && !isLaterState(a, b, known),
  },
  {
    kind: 'yes-no',
    types: set('stance'),
    value: (claim) => (VIEWS.has(claim.properties.stance ?? '') ? (claim.properties.stance ?? null) : null),
    differ: (a, b) =>
      a.properties.stance !== b.properties.stance &&
      ![a, b].some(isOfBefore) &&
      (a.date === null || b.date === null || datesOverlap(a.date, b.date) !== false),
  },
];

const siteOf = (claim: Claim): string | null => siteKindOf(words(claim.roles.place) ?? '');

/** "Her previous support for trade deals": a view that was changed is no other view. */
const isOfBefore = ({ evidence }: Claim): boolean =>
  evidence.some(({ quote }) =>
    /\b(?:previous(?:ly)?|earlier|former(?:ly)?|once|used to|initially|at first|originally)\b/i.test(quote),
  );

const VIEWS = set('accepts', 'rejects');
/** What can become of a plan. That it is planned says nothing of it. */
const OUTCOMES = set('held', 'postponed', 'cancelled');

/** Told of a later day than the other: put off first, called off afterwards. */
const isLaterState = (a: Claim, b: Claim, known: Known): boolean => {
  if (a.date !== null && b.date !== null && datesOverlap(a.date, b.date) === false) return true;
  const [one, other] = [known.published(a.document), known.published(b.document)];
  const order = ['postponed', 'cancelled', 'held'];
  if (one === null || other === null || one === other) return false;
  const [first, last] = one < other ? [a, b] : [b, a];
  return order.indexOf(first.status) < order.indexOf(last.status) && last.status !== 'cancelled';
};

/** An offer of another sum on another day is a later one. */
const areRaised = (a: Claim, b: Claim): boolean =>
  a.type === 'offer' &&
  b.type === 'offer' &&
  a.date !== null &&
  b.date !== null &&
  datesOverlap(a.date, b.date) === false &&
  differentSums(a, b);

const shareOrigin = (a: Claim, b: Claim): boolean => a.origins.some((origin) => b.origins.includes(origin));

/** "On 11 and 12 May", "two days of talks": both days are days of it. */
const isOfBothDays = (claim: Claim, a: Claim, b: Claim): boolean =>
  SEVERAL_DAYS.test(
    [claim.duration ?? '', claim.dateWords ?? '', ...claim.evidence.map(({ quote }) => quote)].join(' '),
  ) ||
  (claim !== a &&
    claim !== b &&
    /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/.test(claim.date ?? '') &&
    datesOverlap(claim.date ?? '', a.date ?? '') === true &&
    datesOverlap(claim.date ?? '', b.date ?? '') === true);
const SEVERAL_DAYS =
  /\b(?:(?:two|three|several|2|3)-day|(?:(?:over|for|lasted|took|both|spread over) (?:two|three|several|2|3)|both|second|third|next|following) days?|overnight|past midnight|the next|into the night|weekend)\b/i;

/** Consecutive days are one meeting of two days. */
const areNextDays = (a: Claim, b: Claim): boolean => {
  const [one, other] = [Date.parse(a.date ?? ''), Date.parse(b.date ?? '')];
  return /^\d{4}-\d\d-\d\d$/.test(a.date ?? '') && Math.abs(one - other) <= DAY_MS;
};
const DAY_MS = 86_400_000;

/** Drafted by one and handed over by another is no contradiction. */
const sameAct = (a: Claim, b: Claim): boolean => a.properties.act === b.properties.act;

/** Who is said to have written it: entities, and those whom the words for an author name. */
const authorsOf = (claim: Claim, known: Known): readonly string[] =>
  (claim.roles.author ?? []).flatMap(({ entity, text }) =>
    entity === null
      ? known
          .namedIn(text)
          .split(' ')
          .filter((id) => id !== '')
      : [entity],
  );

/** "Revised to nineteen points": a later state, no other word on the first. */
const isLaterVersion = (claim: Claim): boolean =>
  claim.properties.act === 'revised' || ['revised', 'supplementary'].includes(claim.properties.version ?? '');

/** How many days a licence runs: as the frame has it, or the only number of days in its words. */
const daysOf = (claim: Claim): string | null =>
  daysIn([claim.duration ?? '', ...claim.evidence.map((one) => one.quote)]);

/** Whoever is asked for a waiver is the one to grant it; only a refusal by one leaves room for a grant by another. */
const bothGive = (a: Claim, b: Claim): boolean =>
  a.properties.status !== 'refused' && b.properties.status !== 'refused';

/** Asked on one day and granted on another, offered and agreed, is no contradiction. */
const sameStep = (a: Claim, b: Claim): boolean =>
  a.properties.status === b.properties.status && a.properties.stage === b.properties.stage;

const differentNumbers = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b && /^\d+$/.test(a) && /^\d+$/.test(b);

/** "12 percent", as a share or as what is paid. */
const sharesOf = (claim: Claim): readonly string[] =>
  [...(claim.roles.share ?? []), ...(claim.roles.amount ?? [])].map(({ text }) => text).filter(isShare);
/** Sums of money. */
const sumsOf = (claim: Claim): readonly Filler[] => (claim.roles.amount ?? []).filter(({ text }) => !isShare(text));
const isShare = (text: string): boolean => percentOf(text) !== null && !/million|billion|thousand/i.test(text);

/** None of what the one says is what the other says. */
const allDiffer = (a: readonly string[], b: readonly string[], differ: (a: string, b: string) => boolean): boolean =>
  a.length > 0 && b.length > 0 && a.every((one) => b.every((other) => differ(one, other)));

/** The price of a stake and that of the whole company are two sums of one deal. */
const differentSums = (a: Claim, b: Claim): boolean => {
  const [of, other] = [a.properties.amountOf, b.properties.amountOf];
  if (of !== undefined && other !== undefined && of !== other) return false;
  const textsOf = (claim: Claim): readonly string[] => sumsOf(claim).map(({ text }) => text);
  return allDiffer(textsOf(a), textsOf(b), differentAmounts);
};

/** What a claim says of its thing in words: topic, asset and the quotes themselves. */
const textOf = (claim: Claim): string =>
  [words(claim.roles.topic), words(claim.roles.asset), ...claim.evidence.map(({ quote }) => quote)].join(' . ');

interface CountOf extends Count {
  readonly text: string;
}

const counted = new WeakMap<Claim, readonly CountOf[]>();

/** What is exchanged or met so many times: of a deal what its asset counts, of a meeting how many rounds it had. */
const countsOf = (claim: Claim): readonly CountOf[] => {
  const known = counted.get(claim);
  if (known !== undefined) return known;
  const text = DEALS.has(claim.type)
    ? (claim.roles.asset ?? []).map((filler) => filler.text).join(' . ')
    : claim.evidence.map(({ quote }) => quote.match(ROUNDS)?.[0] ?? '').join(' . ');
  const made = countsIn(text).map((count) => ({ ...count, text: `${count.number} ${[...count.of].join(' ')}` }));
  counted.set(claim, made);
  return made;
};

const ROUNDS = /\b[\w-]+ (?:rounds?|sessions?|meetings)\b/i;

/** The same is counted, and as many of it differ. Where either counts several things of one name, nothing can be told. */
const differentCounts = (a: readonly CountOf[], b: readonly CountOf[]): boolean =>
  a.some((one) => {
    const same = b.filter((other) => countShared(one.of, other.of) > 0);
    const mine = a.filter((other) => countShared(one.of, other.of) > 0);
    return same.length === 1 && mine.length === 1 && same[0]?.number !== one.number;
  });
