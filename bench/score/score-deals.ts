import type { Condition, Deal, Money } from '../../src/model/index.ts';
import { fold, type Score } from './ground.ts';
import type { KnownAmount, KnownCondition, KnownDeal, KnownMoney } from './known-ledgers.ts';
import { isAlike, isWords, type Matcher } from './matcher.ts';
import { FieldTally, matchRows, type Pair, same } from './row-scores.ts';
import { consequencesOf, type GraphNode } from './what-if.ts';

const TYPES = ['deal', 'offer'];
const says = { known: (one: string): string => one, made: (one: string): string => one };

/** Deals, what they hang on and what hangs on that, sums of money, and what would follow. */
export const scoreDeals = (matcher: Matcher): readonly Score[] => {
  const { answers } = matcher.ground;
  const { score, apart, implied, pairs, hits } = matchRows<KnownDeal, Deal>(matcher, {
    kind: 'deals',
    known: answers.deals,
    made: matcher.case.deals,
    types: TYPES,
    agrees: (known, row) =>
      matcher.anyOf([...known.parties, ...(known.gains ?? [])], row.parties) || row.parties.length === 0,
    isImplied: ({ implied }) => implied === true,
    isTrue: (row) => matcher.claimsAt(row.evidence, TYPES).some((claim) => isSame(matcher, claim.roles, row)),
    says: ({ stage, asset }) => `${stage} ${asset}`,
  });
  const hinted = implied === null ? [] : [implied];
  // A known deal may be told in several rows; what hangs on any of them hangs on it.
  const dealOf: DealRows = new Map(
    [...hits].map(([known, rows]) => [known.id ?? '', rows.map(({ id }) => id)] as const),
  );
  return [
    score,
    apart,
    ...hinted,
    ...fields(matcher, pairs),
    ...scoreConditions(matcher, dealOf),
    ...scoreMoney(matcher, dealOf),
  ];
};

const isSame = (matcher: Matcher, roles: Readonly<Record<string, readonly string[]>>, row: Deal): boolean => {
  const told = Object.values(roles).flat();
  return row.parties.length === 0 || matcher.anyOf(told, row.parties) || told.every(isWords);
};

/** Known deals and all rows that tell of them. */
type DealRows = ReadonlyMap<string, readonly string[]>;

type Pairs = readonly Pair<KnownDeal, Deal>[];

/** Sums within this part of each other are one: "24-billion-crown" for 23.9. */
const ROUNDED = 0.01;

const isSum = (known: KnownAmount, made: { readonly text: string; readonly value: string | null }): boolean =>
  known.value !== null && made.value !== null
    ? Math.abs(Number(made.value) - known.value) <= ROUNDED * known.value
    : isAlike(known.text, made.text) || fold(known.text) === fold(made.text);

const fields = (matcher: Matcher, pairs: Pairs): readonly Score[] => {
  const parties = new FieldTally('deals: parties');
  const asset = new FieldTally('deals: asset');
  const kind = new FieldTally('deals: kind');
  const stage = new FieldTally('deals: stage');
  const amounts = new FieldTally('deals: amounts');
  const amountOf = new FieldTally('deals: amounts, what they are of');
  const gains = new FieldTally('deals: who gains');
  const is = (known: string, id: string): boolean => matcher.is(known, id);
  for (const { known, made, name } of pairs) {
    const claimed = (matcher.ground.answers.claims ?? [])
      .filter(({ event, type }) => event === known.id && TYPES.includes(type))
      .flatMap(({ roles }) => Object.values(roles).flat());
    const near = [...claimed, ...(known.gains ?? [])];
    const named = known.parties.filter((one) => !isWords(one));
    parties.list(name, named, made.parties, is, says, (id) => near.some((one) => matcher.is(one, id)));
    const isAsset = (one: string, told: string): boolean =>
      matcher.is(one, made.assetEntity) || matcher.isNamed(one, told) || isAlike(one, told);
    asset.value(name, known.asset === null ? [] : [known.asset], made.asset, isAsset, claimed);
    stage.value(name, known.stage === null ? [] : [known.stage], made.stage, same);
    if (known.kind === undefined) continue;
    kind.value(name, [known.kind], made.kind, same, claimedKinds(matcher, known));
    amounts.list(
      name,
      known.amounts ?? [],
      made.amounts,
      isSum,
      { known: (one) => one.text, made: (one) => one.text },
      // What a known claim says in short ("163", "310") is no mistake, though no number can be made of it.
      (told) => claimed.some((words) => isWords(words) && words.slice('words:'.length).includes(told.text)),
    );
    for (const told of made.amounts) {
      const right = (known.amounts ?? []).filter((one) => isSum(one, told));
      if (right.length > 0)
        amountOf.value(
          name,
          right.map((one) => one.of),
          told.of,
          isOf,
        );
    }
    const getting = (known.gains ?? []).filter((one) => !isWords(one));
    gains.list(name, getting, made.gains, is, says, (id) => known.parties.some((one) => matcher.is(one, id)));
  }
  return [parties, asset, kind, stage, amounts, amountOf, gains].map((tally) => tally.score);
};

const claimedKinds = (matcher: Matcher, known: KnownDeal): readonly string[] =>
  (matcher.ground.answers.claims ?? [])
    .filter(({ event, type }) => event === known.id && TYPES.includes(type))
    .flatMap(({ properties }) => properties?.['kind'] ?? []);

/** What a sum is of, told by the word of the model ("stake", "value") or by words of the text. */
const isOf = (known: string, made: string): boolean => {
  const words = known.toLowerCase();
  const kinds: Readonly<Record<string, RegExp>> = {
    stake: /per ?cent|stake|share\b|shares|of the company|%/,
    'price per share': /per share/,
    value: /value|price|worth|of the|tonnes|hectares|cargo|year/,
    'frozen funds': /frozen/,
    loan: /loan|credit/,
    fee: /fee|commission|retainer|pay/,
    donation: /gift|donat/,
  };
  return isAlike(known, made) || kinds[made.toLowerCase()]?.test(words) === true;
};

const scoreConditions = (matcher: Matcher, dealOf: DealRows): readonly Score[] => {
  const known = matcher.ground.answers.conditions ?? [];
  const { score, implied, pairs, hits } = matchRows<KnownCondition, Condition>(matcher, {
    kind: 'conditions',
    known: known.filter(({ status }) => status !== 'denied'),
    made: matcher.case.conditions,
    types: [],
    agrees: () => true,
    isTrue: (row) => matcher.claimsAt(row.evidence, ['condition']).some(({ polarity }) => polarity === 'positive'),
    isImplied: ({ form }) => form === 'implied',
    says: ({ text }) => text,
  });
  const form = new FieldTally('conditions: stated or implied');
  const hanging = new FieldTally('conditions: deals that hang on them');
  const needs = new FieldTally('conditions: what they hang on themselves');
  const by = new FieldTally('conditions: who brings them about');
  const rowsOf: DealRows = new Map([
    ...dealOf,
    ...[...hits].map(([one, rows]) => [one.id, rows.map(({ id }) => id)] as const),
  ]);
  const isRow = (known: string, id: string): boolean => rowsOf.get(known)?.includes(id) === true;
  const seen = new Set([...rowsOf.values()].flat());
  for (const { known: one, made, name } of pairs) {
    form.value(name, [one.form], made.form, same);
    const wanted = one.deals.filter((id) => (dealOf.get(id) ?? []).length > 0);
    hanging.list(
      name,
      wanted,
      made.deals.filter((id) => seen.has(id)),
      isRow,
      says,
    );
    const inner = one.needs.filter((id) => (rowsOf.get(id) ?? []).some((row) => row !== made.id));
    needs.list(
      name,
      inner,
      made.needs.filter((id) => seen.has(id)),
      isRow,
      says,
    );
    by.list(
      name,
      one.by.filter((who) => !isWords(who)),
      made.by.filter(({ entity }) => entity !== null),
      (who, filler) => matcher.isFiller(who, filler),
      { known: (who) => who, made: (filler) => filler.text },
      // Whoever stands in the condition's own words is not wrong there.
      (filler) => isAlike(filler.text, one.text),
    );
  }
  return [
    score,
    ...(implied === null ? [] : [implied]),
    ...[form, hanging, needs, by].map((tally) => tally.score),
    ...scoreWhatIf(matcher, rowsOf),
  ];
};

/** What the case's own graph says would follow, told in the ids of the answers. */
const scoreWhatIf = (matcher: Matcher, rowsOf: DealRows): readonly Score[] => {
  const whatIf = matcher.ground.answers.whatIf ?? [];
  if (whatIf.length === 0) return [];
  const opens = new FieldTally('what if: deals that open');
  const closes = new FieldTally('what if: deals that close');
  const nodes: readonly GraphNode[] = matcher.case.conditions.map(({ id, deals, needs, status }) => ({
    id,
    deals,
    needs,
    isOpen: status !== 'holds',
  }));
  const made = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => rowsOf.get(id) ?? []);
  const isDeal = (deal: string, id: string): boolean => rowsOf.get(deal)?.includes(id) === true;
  const known = new Set(matcher.ground.answers.deals.flatMap(({ id }) => rowsOf.get(id ?? '') ?? []));
  for (const one of whatIf) {
    const name = `${one.holds.length > 0 ? `holds ${one.holds.join(', ')}` : ''} ${one.fails.length > 0 ? `fails ${one.fails.join(', ')}` : ''}`;
    const told = consequencesOf(nodes, made(one.holds), made(one.fails));
    opens.list(
      name,
      one.opens,
      told.opens.filter((id) => known.has(id)),
      isDeal,
      says,
    );
    closes.list(
      name,
      one.closes,
      told.closes.filter((id) => known.has(id)),
      isDeal,
      says,
    );
  }
  return [opens.score, closes.score];
};

const scoreMoney = (matcher: Matcher, dealOf: DealRows): readonly Score[] => {
  const known = matcher.ground.answers.money ?? [];
  const { score, pairs } = matchRows<KnownMoney, Money>(matcher, {
    kind: 'money',
    known,
    made: matcher.case.money,
    types: [],
    // A report may give the sum in the next sentence: the words of the deal are as good a witness.
    places: (one) => matcher.placesOf(one.deal ?? undefined, one.evidence, TYPES),
    agrees: isSum,
    isTrue: (row) =>
      matcher
        .claimsAt(row.evidence, [...TYPES, 'tie', 'sanction', 'waiver'])
        .some((claim) => (claim.roles['amount'] ?? []).some((words) => isAlike(words.replace('words:', ''), row.text))),
    says: ({ text }) => text,
  });
  const of = new FieldTally('money: what it is of');
  const to = new FieldTally('money: who would get it');
  const from = new FieldTally('money: who pays');
  const deal = new FieldTally('money: of which deal');
  const is = (one: string, id: string): boolean => matcher.is(one, id);
  const named = (list: readonly string[]): readonly string[] => list.filter((one) => !isWords(one));
  for (const { known: one, made, name } of pairs) {
    of.value(name, [one.of], made.of, isOf);
    const parties = matcher.ground.answers.deals.find(({ id }) => id === one.deal)?.parties ?? [];
    const may = (id: string): boolean => parties.some((party) => matcher.is(party, id));
    to.list(name, named(one.to).slice(0, 1), made.to, (_, id) => matcher.anyOf(one.to, [id]), says);
    from.list(name, named(one.from), made.from, is, says, may);
    deal.value(name, one.deal === null ? [] : (dealOf.get(one.deal) ?? []), made.deal, same);
  }
  return [score, of.score, to.score, from.score, deal.score];
};
