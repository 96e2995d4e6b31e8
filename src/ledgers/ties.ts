import { byText, type Claim, type Contradiction, type Finding, type Tie } from '../model/index.ts';
import { edtfInterval } from '../text/index.ts';
import type { Told } from '../weigh/index.ts';
import { dateOf, entitiesIn, fillingClaims, mostTold, mostToldFiller, rowOf } from './rows.ts';

const KINDS: ReadonlySet<string> = new Set([
  'family',
  'friendship',
  'employment',
  'directorship',
  'donation',
  'membership',
  'business',
  'school',
  'venue',
]);

/** Roles of each frame that makes a tie: who is tied, to whom. */
const ENDS: Readonly<Record<string, readonly [string, string]>> = {
  tie: ['from', 'to'],
  ownership: ['owner', 'owned'],
  appointment: ['person', 'body'],
};

/** What is only planned, asked or supposed ties nobody to anybody. */
const HOLDING: ReadonlySet<string> = new Set(['held', 'ongoing']);

/** Words of a tie that tell it as past. */
const PAST_WORDS =
  /^(?:an?\s+|the\s+|its\s+|his\s+|her\s+|their\s+)?(?:former|formerly|ex|late|onetime|one-time|erstwhile|previous|previously|once|retired)\b/i;

/** Ties between two entities, a row a pair, ordered by id. A tie that is only denied is listed as negative. */
export const listTies = (told: readonly Told[], findings: ReadonlyMap<string, Finding>): readonly Tie[] =>
  told
    .flatMap((one): Tie[] => {
      const ends = ENDS[one.happening.type];
      if (ends === undefined) return [];
      const claims = fillingClaims(one);
      const kind = kindOf(one, claims);
      if (kind === null || !claims.some(({ status }) => HOLDING.has(status))) return [];
      return entitiesIn(claims, ends[0]).flatMap((from) =>
        entitiesIn(claims, ends[1])
          .filter((to) => to !== from)
          .map((to) => ({
            ...rowOf(one, findings, `-${from}-${to}`),
            kind,
            from,
            to,
            words: mostTold(claims, (claim) => claim.properties.words ?? null) ?? wordsOf(kind, claims),
            polarity: one.favour.length > 0 ? ('positive' as const) : ('negative' as const),
            date: dateOf(claims),
            ...validityOf(kind, claims),
            share: kind === 'ownership' ? (mostToldFiller(claims, 'share')?.text ?? null) : null,
            via: entitiesIn(claims, 'via').filter((id) => id !== from && id !== to),
          })),
      );
    })
    .sort((a, b) => byText(a.id, b.id));

/**
 * Without posts that are most likely a slip of the pen: one document alone gives somebody the post that others give to somebody
 * else. The contradiction keeps both sides.
 */
export const withoutSlips = (ties: readonly Tie[], contradictions: readonly Contradiction[]): readonly Tie[] => {
  const slips = contradictions.flatMap(({ kind, likelySlip, values }) =>
    kind === 'role' && likelySlip !== null
      ? values
          .filter(({ value }) => value === likelySlip.value)
          .flatMap(({ value, evidence }) => evidence.map((one) => ({ ...one, value: value.toLowerCase() })))
      : [],
  );
  if (slips.length === 0) return ties;
  return ties.filter(
    ({ kind, words, evidence }) =>
      !(kind === 'employment' || kind === 'directorship') ||
      evidence.length === 0 ||
      !evidence.every((one) =>
        slips.some(
          (slip) =>
            slip.value === words.toLowerCase() &&
            slip.document === one.document &&
            slip.start >= one.start &&
            slip.end <= one.end,
        ),
      ),
  );
};

const kindOf = (told: Told, claims: readonly Claim[]): Tie['kind'] | null => {
  if (told.happening.type === 'ownership') return 'ownership';
  if (told.happening.type === 'appointment') return 'appointment';
  const kind = mostTold(claims, (claim) => claim.properties.kind ?? null);
  return kind !== null && KINDS.has(kind) ? (kind as Tie['kind']) : null;
};

const wordsOf = (kind: Tie['kind'], claims: readonly Claim[]): string => {
  if (kind === 'ownership') {
    const share = claims.flatMap((claim) => claim.roles.share ?? [])[0]?.text;
    return share === undefined ? 'owns' : `owns ${share} of`;
  }
  if (kind === 'appointment') return claims.flatMap((claim) => claim.roles.post ?? [])[0]?.text ?? 'appointed to';
  return kind;
};

/**
 * Since when and until when a tie held, as far as it is told: in so many words (properties `from`, `until`), by an interval that
 * the claim is dated with, or by the day of an appointment, a dismissal or a gift, or when it is said to have begun or ended.
 */
const validityOf = (kind: Tie['kind'], claims: readonly Claim[]): Pick<Tie, 'validFrom' | 'validTo' | 'ended'> => {
  const starts = (claim: Claim): string | null => claim.properties.from ?? boundsOf(kind, claim).from;
  const ends = (claim: Claim): string | null => claim.properties.until ?? boundsOf(kind, claim).to;
  const validTo = mostTold(claims, ends);
  const isPast = ({ properties }: Claim): boolean =>
    properties.ended === 'yes' || properties.status === 'dismissed' || PAST_WORDS.test(properties.words ?? '');
  return {
    validFrom: mostTold(claims, starts),
    validTo,
    ended: validTo !== null || claims.some(isPast),
  };
};

const boundsOf = (
  kind: Tie['kind'],
  { date, properties }: Claim,
): { readonly from: string | null; readonly to: string | null } => {
  if (date === null || edtfInterval(date) === null) return { from: null, to: null };
  const [from = '', to = ''] = date.split('/');
  if (date.includes('/')) return { from: isDate(from) ? from : null, to: isDate(to) ? to : null };
  if (kind === 'donation') return { from: date, to: date };
  if (properties.ended === 'yes' || properties.status === 'dismissed') return { from: null, to: date };
  if (properties.begun === 'yes' || properties.status === 'appointed') return { from: date, to: null };
  return { from: null, to: null };
};

const isDate = (part: string): boolean => part !== '' && part !== '..';
