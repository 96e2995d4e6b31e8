import { byText, type Claim, type DealAmount } from '../model/index.ts';
import { isOneCurrency, type MoneyRead, readMoney } from '../text/index.ts';
import { entitiesIn } from './rows.ts';

/** A sum as a claim tells it. */
export interface ToldSum {
  readonly claim: Claim;
  readonly text: string;
  readonly read: MoneyRead;
  readonly of: string | null;
}

/** The sums of money that claims tell of their thing; shares ("12 percent") are none. */
export const sumsIn = (claims: readonly Claim[]): readonly ToldSum[] =>
  claims.flatMap((claim) =>
    (claim.roles.amount ?? []).flatMap(({ text }): readonly ToldSum[] => {
      const read = /%|\bper ?cent\b/i.test(text) ? null : readMoney(text);
      return read === null ? [] : [{ claim, text, read, of: claim.properties.amountOf ?? null }];
    }),
  );

/** Sums that say the same: one value in one currency, of one thing. The first of each is its best wording. */
export const groupSums = (sums: readonly ToldSum[]): readonly (readonly ToldSum[])[] => {
  const ordered = [...sums].sort(
    (a, b) => b.text.length - a.text.length || byText(a.text, b.text) || byText(a.claim.id, b.claim.id),
  );
  const groups: ToldSum[][] = [];
  for (const sum of ordered) {
    const known = groups.find(([first]) => first !== undefined && isSameSum(first, sum));
    if (known === undefined) groups.push([sum]);
    else known.push(sum);
  }
  return groups;
};

const isSameSum = (a: ToldSum, b: ToldSum): boolean =>
  (a.of === b.of || a.of === null || b.of === null) &&
  isOneCurrency(a.read.currency, b.read.currency) &&
  (a.read.value === null ? a.text.toLowerCase() === b.text.toLowerCase() : a.read.value === b.read.value);

/** The sums told of a deal, ordered by their words. */
export const amountsOf = (claims: readonly Claim[]): readonly DealAmount[] =>
  groupSums(sumsIn(claims))
    .flatMap((group): readonly DealAmount[] => {
      const [best] = group;
      if (best === undefined) return [];
      return [
        {
          text: best.text,
          value: best.read.value,
          currency: best.read.currency,
          of: group.flatMap(({ of }) => of ?? [])[0] ?? null,
          to: entitiesIn(
            group.map(({ claim }) => claim),
            'payee',
          ),
          claims: [...new Set(group.map(({ claim }) => claim.id))].sort(byText),
          evidence: group.flatMap(({ claim }) => claim.evidence),
        },
      ];
    })
    .sort((a, b) => byText(a.text, b.text));
