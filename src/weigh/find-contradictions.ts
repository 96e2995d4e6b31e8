import { byText, type Claim, type Contradiction, contentId, type Evidence, type Resolved } from '../model/index.ts';
import { DETAILS } from './compare-details.ts';
import { gainsays } from './denies.ts';
import { findApart } from './find-apart.ts';
import { findLonePosts } from './find-lone-posts.ts';
import { findOwnerContradictions } from './find-owner-contradictions.ts';
import { findPostContradictions } from './find-post-contradictions.ts';
import { findRoleContradictions } from './find-role-contradictions.ts';
import { findSlip } from './find-slip.ts';
import type { Told } from './group-claims.ts';
import { isOtherPlace, type Known } from './known.ts';
import { partSides } from './part-sides.ts';

type Value = Contradiction['values'][number];

/**
 * Contradictions as records with both sides alive (SPEC.md, rules W9 to W13): details that exclude each other, yes against
 * no, shares that two cannot both own, and posts that two people, or one, cannot hold.
 *
 * Ordered by id. A less exact detail never contradicts a more exact one; claims that only suppose, and differences inside
 * one claim's own document about a plan and what came of it, are left out.
 *
 * @param within Those within each thing, see {@link contradictionsWithin}.
 */
export const findContradictions = (
  resolved: Resolved,
  told: readonly Told[],
  known: Known,
  within: (told: Told) => readonly Contradiction[],
): readonly Contradiction[] => {
  const found = [
    ...told.flatMap(within),
    ...onPlaces(told, known),
    ...onApart(told, known),
    ...findOwnerContradictions(told, known),
    ...findPostContradictions(resolved),
    ...findLonePosts(resolved),
    ...findRoleContradictions(resolved),
  ];
  return found.sort((a, b) => byText(a.id, b.id));
};

/** Contradictions within one thing: details that exclude each other, yes against no. */
export const contradictionsWithin = (told: Told, known: Known): readonly Contradiction[] => [
  ...onDetails(told, known),
  ...onYesNo(told, known),
];

const onDetails = (told: Told, known: Known): readonly Contradiction[] =>
  DETAILS.flatMap((detail, index) => {
    // What a plan or contract would bring about is told in two ways as well as what came about.
    const all = [...told.favour, ...told.supposed];
    const saying = all.filter((claim) => detail.types.has(claim.type) && detail.value(claim) !== null);
    const differ = (a: Claim, b: Claim): boolean =>
      areTwoTellings(a, b) && detail.differ(a, b, known) && detail.areBoth?.(a, b, all) !== true;
    const sides = partSides(saying, detail.key ?? ((claim) => detail.value(claim) ?? ''), differ);
    if (sides.length < 2) return [];
    const said = sides.map((claims) => ({ value: detail.value(claims[0] as Claim) ?? '', claims }));
    return [
      {
        ...record(
          detail.kind,
          told,
          said.map(({ value, claims }) => sideOf(value, claims)),
          `${index}`,
        ),
        likelySlip: findSlip(said, known),
      },
    ];
  });

/** One document that gives two values in one voice tells of a plan and what came of it, or of two drafts (rule W11). */
const areTwoTellings = (a: Claim, b: Claim): boolean =>
  a.document !== b.document || !a.origins.some((origin) => b.origins.includes(origin));

/** Who says so and who says no, without those whom nobody gainsays (rules W13, W45). */
const onYesNo = (told: Told, known: Known): readonly Contradiction[] => {
  const isNo = (denial: Claim, claim: Claim): boolean => !sharesPlace(denial, claim) && gainsays(denial, claim, known);
  const no = told.against.filter((denial) => told.favour.some((claim) => isNo(denial, claim)));
  const yes = told.favour.filter((claim) => no.some((denial) => isNo(denial, claim)));
  if (yes.length === 0) return [];
  return [record('yes-no', told, [sideOf(`yes: ${yes[0]?.text ?? ''}`, yes), sideOf(`no: ${no[0]?.text ?? ''}`, no)])];
};

/** Told of two things that may be one (rule W54). */
const onApart = (told: readonly Told[], known: Known): readonly Contradiction[] =>
  findApart(told, known).map(({ kind, told: one, other, detail, values }) =>
    record(
      kind,
      one,
      values.map(({ value, claims }) => sideOf(value, claims)),
      detail === null ? other.happening.id : `${other.happening.id} ${detail}`,
    ),
  );

/** One sentence does not gainsay itself: "denied having met him" in one clause, "she holds no shares" read in both ways. */
const sharesPlace = (a: Claim, b: Claim): boolean =>
  a.evidence.some((one) =>
    b.evidence.some((other) => one.document === other.document && one.start === other.start && one.end === other.end),
  ) && sameFillers(a, b);

const sameFillers = (a: Claim, b: Claim): boolean =>
  Object.entries(a.roles).every(([role, fillers]) =>
    fillers.every((one) =>
      (b.roles[role] ?? []).some(({ entity, text }) =>
        one.entity === null ? text === one.text : entity === one.entity,
      ),
    ),
  );

/** The same people on the same day, told in two places: one meeting with a place in dispute, or two on one day. */
const onPlaces = (told: readonly Told[], known: Known): readonly Contradiction[] => {
  const byDay = new Map<string, Told[]>();
  for (const one of told) {
    const claim = one.favour.find((c) => isMeeting(c) && c.date !== null && /^\d{4}-\d\d-\d\d$/.test(c.date));
    if (claim?.date == null) continue;
    byDay.set(claim.date, [...(byDay.get(claim.date) ?? []), one]);
  }
  const found: Contradiction[] = [];
  for (const day of byDay.values()) {
    for (const [i, one] of day.entries()) {
      for (const other of day.slice(i + 1)) {
        const [a, b] = [placesOf(one), placesOf(other)];
        if (a === null || b === null || a === b || !samePeople(one, other) || sharesDocument(one, other)) continue;
        const [first, second] = [one.favour.find(hasPlace), other.favour.find(hasPlace)];
        if (first === undefined || second === undefined || !isOtherPlace(first, second, known)) continue;
        found.push(record('place', one, [sideOf(a, one.favour), sideOf(b, other.favour)], other.happening.id));
      }
    }
  }
  return found;
};

const hasPlace = (claim: Claim): boolean => claim.roles.place !== undefined;
const isMeeting = (claim: Claim): boolean => claim.type === 'meeting' || claim.type === 'visit';
const placesOf = (told: Told): string | null => told.favour.flatMap((c) => c.roles.place ?? [])[0]?.text ?? null;
const peopleOf = (told: Told): ReadonlySet<string> =>
  new Set(
    told.favour
      .flatMap((c) => [...(c.roles.participant ?? []), ...(c.roles.visitor ?? [])])
      .flatMap((f) => f.entity ?? []),
  );
const samePeople = (a: Told, b: Told): boolean => [...peopleOf(a)].filter((id) => peopleOf(b).has(id)).length >= 2;
const sharesDocument = (a: Told, b: Told): boolean =>
  a.favour.some((x) => b.favour.some((y) => x.document === y.document));

const sideOf = (value: string, claims: readonly Claim[]): Value => ({
  value,
  claims: claims.map((claim) => claim.id),
  origins: [...new Set(claims.flatMap((claim) => claim.origins))].sort(byText),
  evidence: claims.flatMap((claim) => claim.evidence).sort(byPlace),
});

const byPlace = (a: Evidence, b: Evidence): number =>
  byText(a.document, b.document) || a.start - b.start || a.end - b.end;

const record = (kind: Contradiction['kind'], told: Told, values: readonly Value[], key = ''): Contradiction => {
  const about = told.favour[0]?.text ?? told.against[0]?.text ?? '';
  return {
    id: contentId('contradiction', kind, told.happening.id, key),
    kind,
    about,
    values,
    likelySlip: null,
    reasons: [`claims of ${told.happening.id} give ${values.length} values that exclude each other`],
    evidence: values.flatMap((value) => value.evidence),
  };
};
