import type { Claim, Contradiction, Filler } from '../model/index.ts';
import { datesOverlap } from '../text/index.ts';
import { DETAILS } from './compare-details.ts';
import { describes } from './describes.ts';
import { hasHappened, type Told } from './group-claims.ts';
import type { Known } from './known.ts';

/** Two sides told of two happenings that are, or may be, one. */
export interface Apart {
  readonly kind: Contradiction['kind'];
  readonly told: Told;
  readonly other: Told;
  /** Which detail it is, where the two may differ in several. */
  readonly detail: string | null;
  readonly values: readonly { readonly value: string; readonly claims: readonly Claim[] }[];
}

const OCCASIONS: ReadonlySet<string> = new Set(['meeting', 'visit', 'call']);
const TAKING_PART = ['participant', 'visitor', 'host'];
/** A thing that so many others share somebody with is compared with none of them: that it is one of them tells nothing. */
const COMMON = 200;

/**
 * Contradictions between things that were not taken for one since one of them only describes somebody whom the other names
 * (SPEC.md, rule W54): who denies ever having met or called somebody against those who tell that they did; two licences for one.
 */
export const findApart = (told: readonly Told[], all: Known): readonly Apart[] => {
  const known: Asked = { ...all, tiedTo: tiesOf(told) };
  const idOf = idsIn(known);
  const bySomebody = new Map<string, Told[]>();
  for (const one of told)
    for (const id of new Set(
      one.favour.flatMap((claim) => [...peopleIn(claim), ...beneficiaries(claim)]).flatMap(idOf),
    ))
      bySomebody.set(id, [...(bySomebody.get(id) ?? []), one]);
  return [...told.flatMap((one) => deniedAlone(one, bySomebody, known)), ...licences(told, known)];
};

const peopleIn = (claim: Claim): readonly Filler[] =>
  OCCASIONS.has(claim.type) ? TAKING_PART.flatMap((role) => claim.roles[role] ?? []) : [];
const beneficiaries = (claim: Claim): readonly Filler[] =>
  claim.type === 'waiver' ? (claim.roles.beneficiary ?? []) : [];
/** Whom a filler is, or names where it is nobody that was told apart. */
const idsIn =
  (known: Known) =>
  ({ entity, text }: Filler): readonly string[] =>
    entity === null
      ? known
          .namedIn(text)
          .split(' ')
          .filter((id) => id !== '')
      : [entity];

interface Asked extends Known {
  /** Names of those to whom somebody is tied. */
  readonly tiedTo: ReadonlyMap<string, readonly string[]>;
}

const TIES: ReadonlySet<string> = new Set(['tie', 'appointment', 'representation']);

const tiesOf = (told: readonly Told[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { favour } of told)
    for (const { type, roles } of favour) {
      if (!TIES.has(type)) continue;
      const all = Object.values(roles).flat();
      for (const { entity } of all)
        if (entity !== null)
          found.set(entity, [
            ...(found.get(entity) ?? []),
            ...all.flatMap((one) => (one.entity === entity ? [] : [one.text])),
          ]);
    }
  return found;
};

/** A denial that nobody asserts in its own thing: "never met her", "no call took place". */
const deniedAlone = (
  denied: Told,
  bySomebody: ReadonlyMap<string, readonly Told[]>,
  known: Asked,
): readonly Apart[] => {
  if (!OCCASIONS.has(denied.happening.type) || denied.favour.length > 0) return [];
  const denials = denied.against.filter((claim) => peopleIn(claim).length === 2 && claim.status !== 'planned');
  const near = new Set(
    denials
      .flatMap(peopleIn)
      .flatMap(idsIn(known))
      .flatMap((id) => bySomebody.get(id) ?? []),
  );
  if (near.size > COMMON) return [];
  return [...near].flatMap((other): readonly Apart[] => {
    const yes = other.favour.filter((claim) => denials.some((denial) => isDeniedBy(claim, denial, known)));
    const no = denials.filter((denial) => yes.some((claim) => isDeniedBy(claim, denial, known)));
    if (yes.length === 0) return [];
    return [
      {
        kind: 'yes-no',
        told: other,
        other: denied,
        detail: null,
        values: [
          { value: `yes: ${yes[0]?.text ?? ''}`, claims: yes },
          { value: `no: ${no[0]?.text ?? ''}`, claims: no },
        ],
      },
    ];
  });
};

const isDeniedBy = (claim: Claim, denial: Claim, known: Asked): boolean => {
  if (!hasHappened(claim) || isCall(claim) !== isCall(denial)) return false;
  if (denial.date !== null && (claim.date === null || datesOverlap(denial.date, claim.date) === false)) return false;
  const [denied, present] = [peopleIn(denial), peopleIn(claim)];
  if (present.length < 2) return false;
  const found = denied.map((one) => present.find((other) => isOne(one, other, known)));
  const isAnchored = denied.some((one) =>
    idsIn(known)(one).some((id) => present.some((other) => idsIn(known)(other).includes(id))),
  );
  if (!isAnchored) return false;
  if (found.every((one) => one !== undefined)) return new Set(found).size === denied.length;
  return present.some(({ entity, text }) => entity === null && BOTH.test(text)) && areNear(claim, denial);
};

const isCall = ({ type }: Claim): boolean => type === 'call';
/** "had dined with both men": whoever was just named. */
const BOTH = /^(?:both|the two|the pair|both of them|the men|both men|both sides)\b/i;
const NEAR = 300;
const areNear = (a: Claim, b: Claim): boolean =>
  a.document === b.document &&
  a.evidence.some((one) => b.evidence.some((other) => Math.abs(one.start - other.start) <= NEAR));

/** "Osman Hadari", not "the lawyer of Osman Hadari". */
const isName = ({ entity, text }: Filler): boolean => entity !== null || /^(?:\p{Lu}\S*\s*)+$/u.test(text);

const isOne = (one: Filler, other: Filler, known: Asked): boolean => {
  if (one.entity !== null && other.entity !== null) return one.entity === other.entity;
  const [mine, theirs] = [one, other].map(idsIn(known));
  if (mine?.some((id) => theirs?.includes(id)) === true && isName(one) && isName(other)) return true;
  if (one.entity === null && other.entity === null) return false;
  const [named, text] = one.entity === null ? [other.entity, one.text] : [one.entity, other.text];
  return named !== null && describes(text, known.entity(named), known.tiedTo.get(named));
};

/** Details on which two licences that were granted can differ. */
const OF_LICENCES = DETAILS.filter(
  ({ types, kind }) => types.has('waiver') && (kind === 'agency' || kind === 'duration'),
);

/** Two licences for one, whom the one may only describe. */
const licences = (told: readonly Told[], known: Asked): readonly Apart[] => {
  const all = told.filter(({ happening, favour }) => happening.type === 'waiver' && favour.length > 0);
  if (all.length > COMMON) return [];
  return all.flatMap((one, i) =>
    all.slice(i + 1).flatMap((other): readonly Apart[] => {
      if (!areOneLicence(one, other, known)) return [];
      return OF_LICENCES.flatMap((detail): readonly Apart[] => {
        const saying = (list: readonly Claim[]): readonly Claim[] =>
          list.filter((claim) => detail.value(claim) !== null);
        const [mine, theirs] = [saying(one.favour), saying(other.favour)];
        const first = mine.filter((a) => theirs.some((b) => detail.differ(a, b, known)));
        const second = theirs.filter((b) => first.some((a) => detail.differ(a, b, known)));
        // A document that gives both tells of two licences.
        const areAlike = (a: Claim, b: Claim): boolean =>
          detail.key === undefined ? !detail.differ(a, b, known) : detail.key(a) === detail.key(b);
        const isBoth = mine.some((a) => theirs.some((b) => a.document === b.document || areAlike(a, b)));
        if (first.length === 0 || second.length === 0 || isBoth) return [];
        return [
          {
            kind: detail.kind,
            told: one,
            other,
            detail: `${DETAILS.indexOf(detail)}`,
            values: [first, second].map((claims) => ({
              value: detail.value(claims[0] as Claim) ?? '',
              claims,
            })),
          },
        ];
      });
    }),
  );
};

const areOneLicence = (one: Told, other: Told, known: Asked): boolean => {
  const [a, b] = [one, other].map(({ favour }) => favour.filter((claim) => claim.properties.status === 'granted'));
  return (a ?? []).some((x) =>
    (b ?? []).some(
      (y) =>
        (x.date === null || y.date === null || datesOverlap(x.date, y.date) !== false) &&
        areOneForm(x, y) &&
        beneficiaries(x).some((mine) =>
          beneficiaries(y).some(
            (theirs) => (mine.entity !== null || theirs.entity !== null) && isOne(mine, theirs, known),
          ),
        ),
    ),
  );
};

/** A visa and a licence are two papers, and may both be needed. */
const areOneForm = (a: Claim, b: Claim): boolean => (a.properties.form === 'visa') === (b.properties.form === 'visa');
