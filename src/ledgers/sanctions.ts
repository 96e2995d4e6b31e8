import {
  byText,
  type Claim,
  type Edtf,
  type Entity,
  type Finding,
  type Removal,
  type Sanction,
} from '../model/index.ts';
import { edtfInterval, isSameSide } from '../text/index.ts';
import type { Told } from '../weigh/index.ts';
import { dateOf, entitiesIn, mostTold, mostToldFiller, unnamedIn } from './rows.ts';

const STEPS = ['demanded', 'promised', 'planned', 'lifted', 'refused'] as const;
type Step = (typeof STEPS)[number] | 'supposed';

const isStep = (word: string | undefined): word is (typeof STEPS)[number] => STEPS.some((step) => step === word);

/** What a claim tells of the end of a sanction; null where it tells of the sanction itself. */
const stepOf = ({ properties, status }: Claim): Step | null => {
  if (isStep(properties.removal)) return properties.removal;
  if (properties.status !== 'lifted') return null;
  // "The deal hinges on the lifting of sanctions": there are some, and nobody tells that they were lifted.
  if (status === 'hypothetical') return 'supposed';
  return status === 'planned' ? 'planned' : 'lifted';
};

const hasTarget = (claim: Claim, target: string): boolean => {
  const named = entitiesIn([claim], 'target');
  return named.length === 0 || named.includes(target);
};

/** A removal with what decides whose sanction it ends; `removal` is null where an end is only supposed. */
interface Ending {
  readonly id: string;
  readonly target: string;
  readonly authorities: readonly string[];
  readonly removal: Removal | null;
  readonly told: Pick<Removal, 'claims' | 'denials' | 'finding' | 'evidence'>;
}

type Drafted = Omit<Sanction, 'removal'>;

const base = (claims: readonly Claim[], against: readonly Claim[]) => ({
  claims: [...claims, ...against].map(({ id }) => id),
  denials: against.map(({ id }) => id),
  evidence: [...claims, ...against].flatMap(({ evidence }) => evidence),
});

const DESIGNATIONS: ReadonlySet<string> = new Set(['imposed', 'demanded', 'planned']);

const designationOf = ({ properties, status }: Claim): string => {
  const told = properties.status ?? 'imposed';
  return told === 'imposed' && status === 'planned' ? 'planned' : told;
};

/** That somebody is, is to be, or shall be put under sanctions. */
const designate = (told: Told, target: string, finding: string | null): Drafted | null => {
  const isOf = (claim: Claim): boolean => stepOf(claim) === null && hasTarget(claim, target);
  const [favour, against] = [told.favour.filter(isOf), told.against.filter(isOf)];
  const claims = favour.length > 0 ? favour : against;
  if (!claims.some((claim) => entitiesIn([claim], 'target').includes(target))) return null;
  const status = mostTold(claims, designationOf) ?? 'imposed';
  const by = mostToldFiller(claims, 'authority')?.entity ?? null;
  return {
    id: `${told.happening.id}-${target}`,
    ...base(favour, against),
    finding,
    target,
    by,
    alsoBy: entitiesIn(claims, 'authority').filter((id) => id !== by),
    unnamedBy: unnamedIn(claims, 'authority'),
    date: dateOf(claims),
    until: mostTold(claims, ({ properties }) => properties.until ?? null),
    reason: mostToldFiller(claims, 'reason')?.text ?? null,
    status: favour.length === 0 ? 'denied' : DESIGNATIONS.has(status) ? (status as Sanction['status']) : 'imposed',
    form: 'stated',
  };
};

/** What is told of an end, an entry a step. */
const endings = (told: Told, target: string, finding: string | null): readonly Ending[] =>
  ([...STEPS, 'supposed'] as const).flatMap((step): Ending[] => {
    const isOf = (claim: Claim): boolean => stepOf(claim) === step && hasTarget(claim, target);
    const [favour, against] = [told.favour.filter(isOf), told.against.filter(isOf)];
    const claims = favour.length > 0 ? favour : against;
    if (claims.length === 0) return [];
    const authorities = entitiesIn(claims, 'authority');
    const demanding = entitiesIn(claims, 'demander');
    const by = step === 'demanded' && demanding.length > 0 ? demanding : authorities;
    const heard = { ...base(favour, against), finding };
    const removal = step === 'supposed' ? null : { status: step, by, date: dateOf(claims), ...heard };
    return [{ id: `${told.happening.id}-${target}`, target, authorities, removal, told: heard }];
  });

/** Where only the end of a sanction is spoken of, that there is one is implied. */
const implied = ({ id, target, authorities, told }: Ending): Drafted => ({
  id,
  claims: told.claims,
  finding: told.finding,
  evidence: told.evidence,
  target,
  by: authorities[0] ?? null,
  alsoBy: authorities.slice(1),
  unnamedBy: [],
  date: null,
  until: null,
  reason: null,
  status: told.denials.length === told.claims.length ? 'denied' : 'imposed',
  form: 'implied',
  denials: told.denials,
});

const endOf = (edtf: Edtf | null): number | null => (edtf === null ? null : (edtfInterval(edtf)?.end ?? null));
const startOf = (edtf: Edtf | null): number | null => (edtf === null ? null : (edtfInterval(edtf)?.start ?? null));

/** A row with what is told of its end; one that was lifted after it was imposed is lifted. */
const withEndings = (row: Drafted, ends: readonly Ending[]): Sanction => {
  const removal = ends
    .flatMap((end) => end.removal ?? [])
    .sort((a, b) => STEPS.indexOf(a.status) - STEPS.indexOf(b.status) || byText(a.claims[0] ?? '', b.claims[0] ?? ''));
  const since = startOf(row.date);
  const lifted = removal.find(({ status, claims, denials, date }) => {
    const end = endOf(date);
    const isLater = since === null || end === null || end > since;
    return status === 'lifted' && claims.length > denials.length && isLater;
  });
  if (lifted === undefined) return { ...row, removal };
  const isInForce = row.status === 'imposed';
  return { ...row, removal, until: row.until ?? lifted.date, status: isInForce ? 'lifted' : row.status };
};

/** Whether two are one hand: the same, or a state and a body of it. */
const oneHand =
  (entities: ReadonlyMap<string, Entity>) =>
  (a: string, b: string): boolean => {
    if (a === b) return true;
    const [one, other] = [entities.get(a), entities.get(b)];
    if (one === undefined || other === undefined) return false;
    const [left, right] = [
      [one.name, ...one.sides],
      [other.name, ...other.sides],
    ];
    return left.some((x) => right.some((y) => x === y || isSameSide(x, y) === true));
  };

/**
 * Designations, a row a target and happening, ordered by id.
 *
 * What is told of an end to them stands in `removal` of the row of the same target: where somebody is told to end theirs, of the
 * rows by the same hand; else of all rows of the target. An end to a sanction that nobody tells of makes a row of form `implied`.
 * What is denied carries its denials, and is `denied` where nobody says that it is so.
 */
export const listSanctions = (
  told: readonly Told[],
  findings: ReadonlyMap<string, Finding>,
  entities: ReadonlyMap<string, Entity>,
): readonly Sanction[] => {
  const rows: Drafted[] = [];
  const ends: Ending[] = [];
  for (const one of told) {
    if (one.happening.type !== 'sanction') continue;
    const finding = findings.get(one.happening.id)?.id ?? null;
    for (const target of entitiesIn([...one.favour, ...one.against], 'target')) {
      const row = designate(one, target, finding);
      if (row !== null) rows.push(row);
      ends.push(...endings(one, target, finding));
    }
  }
  const isOneHand = oneHand(entities);
  const ofRow = new Map<string, Ending[]>(rows.map(({ id }) => [id, []]));
  for (const end of ends) {
    const known = rows.filter(({ target, form }) => target === end.target && form === 'stated');
    const isAny = end.removal?.status === 'demanded' || end.authorities.length === 0;
    const own = known.filter(({ by, alsoBy }) => {
      const hands = by === null ? alsoBy : [by, ...alsoBy];
      return isAny || hands.length === 0 || hands.some((a) => end.authorities.some((b) => isOneHand(a, b)));
    });
    if (own.length === 0 && !ofRow.has(end.id)) {
      rows.push(implied(end));
      ofRow.set(end.id, []);
    }
    for (const id of own.length > 0 ? own.map((row) => row.id) : [end.id]) ofRow.get(id)?.push(end);
  }
  return rows.map((row) => withEndings(row, ofRow.get(row.id) ?? [])).sort((a, b) => byText(a.id, b.id));
};
