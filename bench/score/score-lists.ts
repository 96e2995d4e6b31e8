import type { Sanction, SanctionsWaiver } from '../../src/model/index.ts';
import type { Score } from './ground.ts';
import type { KnownSanction, KnownWaiver } from './known-ledgers.ts';
import { isAlike, isWords, type Matcher } from './matcher.ts';
import { FieldTally, matchRows, same } from './row-scores.ts';

const says = { known: (one: string): string => one, made: (one: string): string => one };
const named = (list: readonly string[]): readonly string[] => list.filter((one) => !isWords(one));

/** Sanctions with how they might end, waivers with who asked, hesitated and granted. */
export const scoreLists = (matcher: Matcher): readonly Score[] => [
  ...scoreSanctions(matcher),
  ...scoreWaivers(matcher),
];

const scoreSanctions = (matcher: Matcher): readonly Score[] => {
  const { answers } = matcher.ground;
  const isDenial = (one: { readonly status?: string }): boolean => one.status === 'denied';
  const { score, apart, pairs } = matchRows<KnownSanction, Sanction>(matcher, {
    kind: 'sanctions',
    known: answers.sanctions,
    made: matcher.case.sanctions,
    types: ['sanction'],
    agrees: (known, row) => matcher.is(known.target, row.target) && isDenial(known) === isDenial(row),
    isTrue: (row) =>
      matcher
        .claimsAt(row.evidence, ['sanction'])
        .some(
          (claim) =>
            matcher.anyOf(claim.roles['target'] ?? [], [row.target]) &&
            (claim.polarity === 'negative') === isDenial(row),
        ),
    says: ({ target, status }) => `${status} ${target}`,
  });
  const by = new FieldTally('sanctions: by whom');
  const since = new FieldTally('sanctions: since');
  const until = new FieldTally('sanctions: until');
  const reason = new FieldTally('sanctions: why');
  const removal = new FieldTally('sanctions: removal');
  const who = new FieldTally('sanctions: removal, by whom');
  for (const { known, made, name } of pairs) {
    const authorities = [known.by ?? [], named(known.byAlso ?? [])].flat();
    const isAuthority = (one: string, id: string): boolean => matcher.is(one, id);
    by.value(name, authorities, made.by, isAuthority);
    since.value(name, [known.date ?? [], known.dates ?? []].flat(), made.date, same);
    until.value(name, [known.until ?? []].flat(), made.until, same);
    reason.value(name, [known.reason ?? []].flat(), made.reason, isAlike);
    const steps = known.removal ?? [];
    removal.list(name, steps, made.removal, (one, told) => one.status === told.status, {
      known: ({ status, by: whom }) => `${status} by ${whom.join(', ')}`,
      made: ({ status }) => status,
    });
    for (const step of made.removal) {
      const right = steps.filter(({ status }) => status === step.status);
      if (right.length === 0) continue;
      const whom = named(right.flatMap((one) => one.by));
      who.list(name, whom.slice(0, 1), step.by, (_, id) => matcher.anyOf(whom, [id]), says);
    }
  }
  return [score, apart, by.score, since.score, until.score, reason.score, removal.score, who.score];
};

const scoreWaivers = (matcher: Matcher): readonly Score[] => {
  const { answers } = matcher.ground;
  const { score, apart, pairs } = matchRows<KnownWaiver, SanctionsWaiver>(matcher, {
    kind: 'waivers',
    known: answers.waivers,
    made: matcher.case.waivers,
    types: ['waiver'],
    agrees: (known, row) => row.for === null || matcher.anyOf([known.for, ...(known.forAlso ?? [])], [row.for]),
    isTrue: (row) =>
      matcher
        .claimsAt(row.evidence, ['waiver'])
        .some(
          (claim) =>
            (claim.polarity === 'negative') === (row.status === 'denied') &&
            (row.for === null || matcher.anyOf(claim.roles['beneficiary'] ?? [], [row.for])),
        ),
    says: ({ status }) => status,
  });
  const asked = new FieldTally('waivers: asked by');
  const granted = new FieldTally('waivers: granted by');
  const directed = new FieldTally('waivers: on whose order');
  const hesitant = new FieldTally('waivers: who hesitated');
  const form = new FieldTally('waivers: form');
  const date = new FieldTally('waivers: date');
  const until = new FieldTally('waivers: until, or for how long');
  const purpose = new FieldTally('waivers: what for');
  const status = new FieldTally('waivers: status');
  const is = (one: string, id: string): boolean => matcher.is(one, id);
  for (const { known, made, name } of pairs) {
    // Two waivers that documents take for one make a row that names the people of both.
    const all = answers.waivers.filter((one) => [one.for, ...(one.forAlso ?? [])].includes(known.for));
    const may =
      (list: (one: KnownWaiver) => readonly string[]) =>
      (id: string): boolean =>
        all.some((one) => matcher.anyOf(list(one), [id])) ||
        matcher
          .claimsAt(made.evidence, ['waiver'])
          .some(({ roles }) => matcher.anyOf(Object.values(roles).flat(), [id]));
    asked.list(
      name,
      named(known.askedBy),
      made.askedBy,
      is,
      says,
      may((one) => one.askedBy),
    );
    granted.list(
      name,
      named(known.grantedBy),
      made.grantedBy,
      is,
      says,
      may((one) => one.grantedBy),
    );
    directed.list(
      name,
      named(known.directedBy ?? []),
      made.directedBy,
      is,
      says,
      may((one) => one.grantedBy),
    );
    hesitant.list(
      name,
      known.hesitant ?? [],
      made.hesitant,
      (one, told) => matcher.isFiller(one.who, told.who) || matcher.touches(told.evidence, one.evidence),
      { known: (one) => one.who, made: (one) => one.who.text },
      (told) =>
        all.some((one) => (one.hesitant ?? []).some(({ evidence }) => matcher.touches(told.evidence, evidence))),
    );
    // A permit or an exemption is called a licence or a waiver by the model.
    form.value(
      name,
      [known.form ?? []].flat(),
      made.form,
      (one, told) => formOf(one) === told,
      claimedForms(matcher, made),
    );
    const dates = all.flatMap((one) => [one.date ?? [], one.dates ?? [], one.from ?? []].flat());
    date.value(name, [known.date ?? [], known.dates ?? []].flat(), made.date, same, dates);
    const isEnd = (one: string, told: string): boolean => one === told || isLength(one, told);
    until.value(name, lengthsOf(known), made.until ?? made.duration, isEnd, all.flatMap(lengthsOf));
    purpose.value(name, purposesOf(known), made.purpose, isAlike, all.flatMap(purposesOf));
    status.value(name, [known.status ?? []].flat(), made.status, same);
  }
  return [
    score,
    apart,
    ...[asked, granted, directed, hesitant, form, date, until, purpose, status].map((one) => one.score),
  ];
};

const claimedForms = (matcher: Matcher, { evidence }: SanctionsWaiver): readonly string[] =>
  matcher.claimsAt(evidence, ['waiver']).flatMap(({ properties }) => properties?.['form'] ?? []);

const lengthsOf = (one: KnownWaiver): readonly string[] =>
  [one.length ?? [], one.lengths ?? [], one.until ?? []].flat();
const purposesOf = (one: KnownWaiver): readonly string[] => [one.purpose ?? [], one.purposes ?? []].flat();

const formOf = (words: string): string => (/waiver|exempt|exception|derogat/.test(words) ? 'waiver' : 'licence');

const NUMBERS: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  six: '6',
  seven: '7',
  ten: '10',
  fourteen: '14',
  thirty: '30',
  sixty: '60',
  ninety: '90',
};
const lengthOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\p{L}+/gu, (word) => NUMBERS[word] ?? word)
    .replace(/^~?p(?=\d)/, '')
    .replace(/[^\da-z]/g, '')
    .replace(/(?<=\d[a-z])[a-z]*$/, '');
const isLength = (a: string, b: string): boolean => lengthOf(a) === lengthOf(b);
