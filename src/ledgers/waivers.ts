import { byText, type Claim, type Finding, type SanctionsWaiver } from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { dateOf, entitiesIn, fillingClaims, mostTold, mostToldFiller, rowOf, unnamedIn } from './rows.ts';

type Status = 'asked' | 'granted' | 'refused';

const statusOf = ({ properties }: Claim): Status =>
  properties.status === 'asked' || properties.status === 'refused' ? properties.status : 'granted';

const UNNAMED = ['requester', 'authority', 'director'] as const;

/**
 * Waivers and licences, ordered by id.
 *
 * Who is told to have asked, granted and refused stands apart, as does who was only asked. Everyone who is said to have granted one
 * is listed; the contradiction tells them apart. What is denied carries its denials.
 */
export const listWaivers = (
  told: readonly Told[],
  findings: ReadonlyMap<string, Finding>,
): readonly SanctionsWaiver[] =>
  told
    .filter((one) => one.happening.type === 'waiver' && fillingClaims(one).length > 0)
    .map((one): SanctionsWaiver => {
      const claims = fillingClaims(one);
      const at = (status: Status): readonly Claim[] => claims.filter((claim) => statusOf(claim) === status);
      const [granted, refused, asked] = [at('granted'), at('refused'), at('asked')];
      const status: Status = granted.length > 0 ? 'granted' : refused.length > 0 ? 'refused' : 'asked';
      const whom = mostToldFiller(claims, 'beneficiary');
      return {
        ...rowOf(one, findings),
        for: whom?.entity ?? null,
        forWords: whom !== null && whom.entity === null ? whom.text : null,
        askedBy: entitiesIn(claims, 'requester'),
        askedOf: entitiesIn(asked, 'authority'),
        grantedBy: entitiesIn(granted, 'authority'),
        refusedBy: entitiesIn(refused, 'authority'),
        directedBy: entitiesIn(claims, 'director'),
        hesitant: hesitantIn(claims),
        unnamed: UNNAMED.flatMap((role) => unnamedIn(claims, role).map((text) => ({ role, text }))),
        purpose: mostToldFiller(claims, 'purpose')?.text ?? unnamedIn(claims, 'purpose')[0] ?? null,
        form: mostTold(claims, ({ properties }) => properties.form ?? null),
        askedDate: dateOf(asked),
        date: dateOf(at(status)),
        from: mostTold(claims, ({ properties }) => properties.from ?? null),
        until: mostTold(claims, ({ properties }) => properties.until ?? null),
        duration: mostTold(claims, ({ duration }) => duration),
        status: one.favour.length === 0 ? 'denied' : status,
        denials: one.against.map(({ id }) => id),
      };
    });

/** Who hesitated or objected, each once, ordered by name or words. */
const hesitantIn = (claims: readonly Claim[]): SanctionsWaiver['hesitant'] => {
  const found = new Map<string, { who: SanctionsWaiver['hesitant'][number]['who']; claims: Claim[] }>();
  for (const claim of claims) {
    for (const { text, entity } of claim.roles.hesitant ?? []) {
      const known = found.get(entity ?? text);
      if (known === undefined) found.set(entity ?? text, { who: { text, entity }, claims: [claim] });
      else if (!known.claims.includes(claim)) known.claims.push(claim);
    }
  }
  return [...found]
    .sort(([a], [b]) => byText(a, b))
    .map(([, one]) => ({
      who: one.who,
      claims: one.claims.map(({ id }) => id),
      evidence: one.claims.flatMap(({ evidence }) => evidence),
    }));
};
