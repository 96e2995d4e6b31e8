import { contentId, type Finding, type Money } from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { amountsOf } from './amounts.ts';
import { isDeal } from './deals.ts';

/** Sums of money, a row for each value of one thing, ordered by id. */
export const listMoney = (told: readonly Told[], findings: ReadonlyMap<string, Finding>): readonly Money[] =>
  told.flatMap((one) =>
    amountsOf(one.favour).map(
      ({ text, value, currency, of, to, claims, evidence }): Money => ({
        id: contentId('money', one.happening.id, text),
        text,
        value,
        currency,
        of,
        deal: isDeal(one) ? one.happening.id : null,
        from: [],
        to,
        claims,
        finding: findings.get(one.happening.id)?.id ?? null,
        evidence,
      }),
    ),
  );
