import type { Proposal, Stance } from '../../src/model/index.ts';
import type { Place } from './answers.ts';
import type { Score } from './ground.ts';
import type { KnownProposal, KnownStance } from './known-ledgers.ts';
import { isAlike, isWords, type Matcher } from './matcher.ts';
import { FieldTally, matchRows, type Pair, same } from './row-scores.ts';

const TYPES = ['proposal', 'leak', 'clause'];

/** Proposals with their drafts, authors and clauses; stances with what they are on. */
export const scoreProposals = (matcher: Matcher): readonly Score[] => {
  const { answers } = matcher.ground;
  const { score, apart, pairs } = matchRows<KnownProposal, Proposal>(matcher, {
    kind: 'proposals',
    known: answers.proposals,
    made: matcher.case.proposals,
    types: TYPES,
    agrees: () => true,
    isTrue: (row) => matcher.claimsAt(row.evidence, TYPES).length > 0,
    says: ({ name }) => name,
  });
  return [score, apart, ...fields(matcher, pairs), ...scoreStances(matcher)];
};

const text = (one: { readonly text: string }): string => one.text;

const fields = (matcher: Matcher, pairs: readonly Pair<KnownProposal, Proposal>[]): readonly Score[] => {
  const versions = new FieldTally('proposals: versions');
  const points = new FieldTally('proposals: numbers of points');
  const authorship = new FieldTally('proposals: authorship as claimed');
  const clauses = new FieldTally('proposals: clauses');
  const topics = new FieldTally('proposals: clauses, topic');
  const forms = new FieldTally('proposals: clauses, quoted or not');
  const handed = new FieldTally('proposals: handed from whom to whom');
  const changes = new FieldTally('proposals: changes between versions');
  for (const { known, made, name } of pairs) {
    versions.list(
      name,
      known.versions,
      made.versions,
      (one, told) =>
        isVersion(one, told) ||
        (matcher.touches(told.evidence, one.evidence) && (one.points == null || told.points === null)),
      { known: ({ id }) => id, made: text },
      // A number of points that some document gives is no invention, be it a slip.
      (told) => told.points !== null && claimedPoints(matcher).has(told.points),
    );
    const told = known.versions.flatMap((one) => one.points ?? []);
    points.list(
      name,
      [...new Set([...told, known.points ?? []].flat())],
      made.points,
      same,
      {
        known: String,
        made: String,
      },
      (points) => claimedPoints(matcher).has(points),
    );
    if (known.authorship === undefined) continue;
    authorship.list(
      name,
      known.authorship.filter(({ by }) => by.some((one) => !isWords(one))),
      made.authorship.filter(({ by }) => by.length > 0),
      (one, claimed) => one.polarity === claimed.polarity && matcher.anyOf(one.by, claimed.by),
      {
        known: ({ by, polarity }) => `${polarity} ${by.join(', ')}`,
        made: ({ by, polarity }) => `${polarity} ${by.join(', ')}`,
      },
    );
    clauses.list(
      name,
      known.clauses ?? [],
      made.clauses,
      (one, clause) => matcher.touches(clause.evidence, one.evidence),
      {
        known: ({ id }) => id,
        made: text,
      },
    );
    for (const clause of made.clauses) {
      const right = (known.clauses ?? []).filter((one) => matcher.touches(clause.evidence, one.evidence));
      if (right.length === 0) continue;
      topics.value(
        name,
        right.map(({ topic }) => topic),
        clause.topic === 'other' ? null : clause.topic,
        isTopic,
      );
      forms.value(
        name,
        right.map(({ form }) => form),
        clause.form,
        same,
      );
    }
    handed.list(
      name,
      known.handed ?? [],
      made.handed,
      (one, giving) =>
        (matcher.anyOf(one.from, giving.from) || one.from.every(isWords) || giving.from.length === 0) &&
        (matcher.anyOf(one.to, giving.to) || one.to.every(isWords) || giving.to.length === 0) &&
        (matcher.touches(giving.evidence, one.evidence) || one.to.length > 0),
      {
        known: ({ from, to }) => `${from.join(', ')} to ${to.join(', ')}`,
        made: ({ from, to }) => `${from.join(', ')} to ${to.join(', ')}`,
      },
    );
    changes.list(
      name,
      known.changes ?? [],
      made.changes,
      (one, change) => matcher.touches(change.evidence, one.evidence),
      {
        known: ({ what }) => what,
        made: ({ what }) => what,
      },
      // From one known draft to another, or what a known claim tells as a revision.
      (change) => {
        const ends = [change.from, change.to].map((id) => made.versions.find((one) => one.id === id));
        return (
          ends.every((end) => end !== undefined && known.versions.some((one) => isVersion(one, end))) ||
          matcher.claimsAt(change.evidence, ['proposal']).some(({ properties }) => properties?.['act'] === 'revised')
        );
      },
    );
  }
  return [versions, points, authorship, clauses, topics, forms, handed, changes].map((tally) => tally.score);
};

type Version = Proposal['versions'][number];

const isVersion = (known: KnownProposal['versions'][number], told: Version): boolean =>
  (known.date != null && known.date === told.date) || (known.points != null && known.points === told.points);

const claimedPoints = (matcher: Matcher): ReadonlySet<number> =>
  new Set(
    (matcher.ground.answers.claims ?? []).flatMap(({ properties }) => Number(properties?.['points'] ?? Number.NaN)),
  );

/** Words for one topic; the beat's name for it may be wider or narrower than the annotator's. */
const TOPICS: readonly RegExp[] = [
  /sanction|restrict|list|freez|frozen|relief/,
  /price|revenue|money|pay|financ|amount|fee|fund|credit|reparat|cost|dividend/,
  /territor|border|withdraw|troop|patrol|militar|securit|ceasefire|truce|armed|buffer|weapon|demilit/,
  /prison|detain|captiv|hostage|release|exchange|return|persons|passage/,
  /port|railway|rail|crossing|transport|transit|ferry|route|corridor|cable|ship/,
  /energy|gas|oil|mine|mining|graphite|resource|field|mineral|ore/,
  /share|stake|sale|land|asset|ownership|concession|supply|trade|econom|invest|urea|maize|wheat|fertili/,
  /govern|authority|board|seat|office|institution|election|politic|administration|control|golden/,
  /monitor|guarant|inspect|observer|verif|commission|mediator|enforce/,
  /publi|secre|confiden|disclos|media/,
  /effect|time|date|deadline|order|duration|sequence|schedule|lapse|term/,
  /humanit|aid|refugee|medical|displaced/,
  /legal|court|law|jurisdiction|arbitrat|amnesty|dispute/,
  /rights|language|citizen|minorit|status|recogni/,
];

const isTopic = (known: string, made: string): boolean =>
  isAlike(known, made) || TOPICS.some((words) => words.test(known.toLowerCase()) && words.test(made.toLowerCase()));

const scoreStances = (matcher: Matcher): readonly Score[] => {
  const { answers } = matcher.ground;
  const isParty = (known: KnownStance, row: Stance): boolean =>
    isWords(known.party) || matcher.is(known.party, row.party) || matcher.isNamed(known.party, row.party);
  const { score, pairs } = matchRows<KnownStance, Stance>(matcher, {
    kind: 'stances',
    known: answers.stances,
    made: matcher.case.stances,
    types: ['stance'],
    agrees: (known, row) => isParty(known, row) && known.stance === row.stance,
    isTrue: (row) =>
      matcher
        .claimsAt(row.evidence, ['stance'])
        .some(
          (claim) =>
            claim.properties?.['stance'] === row.stance &&
            (claim.roles['party'] ?? []).some((one) => isWords(one) || matcher.is(one, row.party)),
        ),
    says: ({ party, stance }) => `${party} ${stance}`,
  });
  const on = new FieldTally('stances: of which plan');
  const clause = new FieldTally('stances: on which clause');
  const date = new FieldTally('stances: date');
  const proposals = new Map(answers.proposals.map((one) => [one.id, one]));
  const found = new Map(matcher.case.proposals.map((one) => [one.id, one]));
  for (const { known, made, name } of pairs) {
    const plan = known.proposal === null ? undefined : proposals.get(known.proposal);
    const row = made.proposal === null ? undefined : found.get(made.proposal);
    const isPlan = (one: KnownProposal, told: Proposal): boolean =>
      matcher.touches(told.evidence, matcher.placesOf(one.id, one.evidence, TYPES));
    on.list(name, plan === undefined ? [] : [plan], row === undefined ? [] : [row], isPlan, {
      known: (one) => one.name,
      made: (one) => one.name,
    });
    if (known.clause === undefined) continue;
    const ids = [known.clause ?? [], known.clauses ?? []].flat();
    const wanted = (plan?.clauses ?? []).filter(({ id }) => ids.includes(id)).slice(0, 1);
    const others = (plan?.clauses ?? []).filter(({ id }) => ids.includes(id));
    const told = (row?.clauses ?? []).filter(({ id }) => id === made.clause);
    const isClause = (a: (typeof others)[number], b: (typeof told)[number]): boolean =>
      others.some((one) => one === a || ids.includes(one.id)) &&
      others.some((one) => matcher.touches(b.evidence, one.evidence));
    clause.list(name, wanted, told, isClause, { known: ({ id }) => id, made: text });
    const dates = [known.date ?? [], known.dates ?? []].flat();
    // A stance is dated where somebody says when it was taken; the day of the report is not wrong.
    const claimed = claimedDates(matcher, known);
    date.value(
      name,
      dates.filter((one) => claimed.includes(one)),
      made.date,
      same,
      [...dates, ...claimed, ...publishedDates(matcher, known)],
    );
  }
  return [score, on.score, clause.score, date.score];
};

const claimedDates = (matcher: Matcher, known: KnownStance): readonly string[] =>
  (matcher.ground.answers.claims ?? [])
    .filter((claim) => claim.type === 'stance' && known.evidence.some((place) => isSamePlace(place, claim)))
    .flatMap(({ date }) => date ?? []);

const isSamePlace = (a: Place, b: Place): boolean =>
  a.document === b.document && (a.quote.includes(b.quote) || b.quote.includes(a.quote));

const publishedDates = (matcher: Matcher, known: KnownStance): readonly string[] =>
  known.evidence.flatMap(
    ({ document }) => matcher.ground.answers.documents.find(({ path }) => path === document)?.published ?? [],
  );
