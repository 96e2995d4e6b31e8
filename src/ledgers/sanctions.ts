import { byText, type Finding, type Sanction, type SanctionsWaiver } from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { dateOf, entitiesIn, fillingClaims, mostTold, mostToldFiller, rowOf, unnamedIn } from './rows.ts';

const SANCTION_STATUS: ReadonlySet<string> = new Set(['imposed', 'lifted', 'demanded', 'planned']);
const WAIVER_STATUS: ReadonlySet<string> = new Set(['asked', 'granted', 'refused']);

/** Designations, a row a target, ordered by id. */
export const listSanctions = (told: readonly Told[], findings: ReadonlyMap<string, Finding>): readonly Sanction[] =>
  told
    .filter((one) => one.happening.type === 'sanction')
    .flatMap((one) => {
      const claims = fillingClaims(one);
      const status = mostTold(claims, (claim) => claim.properties.status ?? null) ?? 'imposed';
      return entitiesIn(claims, 'target').map(
        (target): Sanction => ({
          ...rowOf(one, findings, `-${target}`),
          target,
          by: mostToldFiller(claims, 'authority')?.entity ?? null,
          date: dateOf(claims),
          reason: mostToldFiller(claims, 'reason')?.text ?? null,
          status:
            one.favour.length === 0
              ? 'denied'
              : SANCTION_STATUS.has(status)
                ? (status as Sanction['status'])
                : 'imposed',
        }),
      );
    })
    .sort((a, b) => byText(a.id, b.id));

/** Waivers and licences, ordered by id. Everyone who is said to have granted one is listed; the contradiction tells them apart. */
export const listWaivers = (
  told: readonly Told[],
  findings: ReadonlyMap<string, Finding>,
): readonly SanctionsWaiver[] =>
  told
    .filter((one) => one.happening.type === 'waiver' && fillingClaims(one).length > 0)
    .map((one): SanctionsWaiver => {
      const claims = fillingClaims(one);
      const statuses = ['granted', 'refused', 'asked'].filter((status) =>
        claims.some((c) => c.properties.status === status),
      );
      const status = statuses[0] ?? 'granted';
      return {
        ...rowOf(one, findings),
        for: entitiesIn(claims, 'beneficiary')[0] ?? null,
        askedBy: entitiesIn(claims, 'requester'),
        grantedBy: entitiesIn(claims, 'authority'),
        directedBy: entitiesIn(claims, 'director'),
        purpose: mostToldFiller(claims, 'purpose')?.text ?? unnamedIn(claims, 'purpose')[0] ?? null,
        date: dateOf(claims),
        status:
          one.favour.length === 0
            ? 'denied'
            : WAIVER_STATUS.has(status)
              ? (status as SanctionsWaiver['status'])
              : 'granted',
      };
    });
