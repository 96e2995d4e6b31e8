import { byText, type Claim, contentId, type Finding, type Money } from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { amountsOf } from './amounts.ts';
import { isDeal } from './deals.ts';
import { entitiesIn } from './rows.ts';

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
        ...endsOf(
          one.favour.filter(({ id }) => claims.includes(id)),
          to,
        ),
        claims,
        finding: findings.get(one.happening.id)?.id ?? null,
        evidence,
      }),
    ),
  );

/** Who pays whom, where the claims tell: of a deal payer and payee, of a gift who gave and who got it. */
const endsOf = (claims: readonly Claim[], to: readonly string[]): Pick<Money, 'from' | 'to'> => {
  const gifts = claims.filter(({ type, properties }) => type === 'tie' && properties.kind === 'donation');
  const paid = new Set([...to, ...entitiesIn(gifts, 'to')]);
  return {
    // Whoever some say pays and others is paid is told by neither.
    from: [...new Set([...entitiesIn(claims, 'payer'), ...entitiesIn(gifts, 'from')])]
      .filter((id) => !paid.has(id))
      .sort(byText),
    to: [...paid].sort(byText),
  };
};
