import type { Claim, Contradiction, Finding, Line } from '../model/index.ts';
import { STANDING_MEANINGS, sayDatesIn, sayTime } from '../publish/index.ts';
import { CREDIBILITY_WORDS, gradeSteps } from '../weigh/index.ts';
import { contradictionsByClaim, linesByEntity, rowsByFinding } from './case-index.ts';
import type { Snapshot } from './case-look.ts';
import { type ClaimCard, cardsOf, whereOf } from './claim-cards.ts';
import type { ContradictionCard, FindingPage } from './finding-shapes.ts';
import { sourcesOf } from './sources-of.ts';

/** Claims that are given with the page; the rest a page at a time. */
export const FIRST_CLAIMS = 60;
const MOST_LINES = 600;
const MOST_CONTRADICTIONS = 12;
const MOST_BESIDE = 10;
const MOST_SOURCES = 60;

/** How credible a finding is, with the ladder that was gone down. */
export const credibilityOf = (finding: Finding): FindingPage['credibility'] => {
  const { grade, by, derived, reasons } = finding.informationCredibility;
  return {
    grade,
    words: CREDIBILITY_WORDS[grade],
    by,
    derived,
    reasons: [...reasons],
    steps: gradeSteps(finding).map((step) => ({ ...step })),
  };
};

type Ordered = readonly { readonly claim: Claim; readonly side: ClaimCard['side']; readonly origin: string | null }[];

/** The finding that was looked at last, since its claims are asked for a page at a time and may be hundreds. */
const lastOrdered = new WeakMap<Snapshot, { readonly id: string; readonly ordered: Promise<Ordered> }>();

/** All claims of a finding in the order in which a page shows them: by side, then by origin, what counts most first. */
export const claimsInOrder = (now: Snapshot, finding: Finding): Promise<Ordered> => {
  const last = lastOrdered.get(now);
  if (last?.id === finding.id) return last.ordered;
  const ordered = orderClaims(now, finding);
  lastOrdered.set(now, { id: finding.id, ordered });
  ordered.catch(() => lastOrdered.delete(now));
  return ordered;
};

const orderClaims = async (now: Snapshot, finding: Finding): Promise<Ordered> => {
  const pointsOf = new Map<string, number>();
  const firstOf = new Map<string, number>();
  for (const [index, { origins, claims, value }] of finding.weight.lines.entries()) {
    for (const origin of origins) pointsOf.set(origin, (pointsOf.get(origin) ?? 0) + value);
    for (const claim of claims) if (!firstOf.has(claim)) firstOf.set(claim, index);
  }
  const sides: readonly (readonly [ClaimCard['side'], readonly string[]])[] = [
    ['favour', finding.claims],
    ['against', finding.denials],
    ['rejected', finding.rejected],
  ];
  const all: { claim: Claim; side: ClaimCard['side']; origin: string | null }[] = [];
  for (const [side, ids] of sides) {
    const claims = await now.items('claims', ids);
    const own = claims.map((claim) => {
      const [origin = null] = [...claim.origins].sort(
        (a, b) => (pointsOf.get(b) ?? 0) - (pointsOf.get(a) ?? 0) || (a < b ? -1 : 1),
      );
      return { claim, side, origin };
    });
    const worth = (origin: string | null): number =>
      origin === null ? Number.NEGATIVE_INFINITY : Math.abs(pointsOf.get(origin) ?? 0);
    const place = (claim: Claim): number => firstOf.get(claim.id) ?? Number.MAX_SAFE_INTEGER;
    own.sort(
      (a, b) =>
        (a.origin === b.origin
          ? 0
          : worth(b.origin) - worth(a.origin) || ((a.origin ?? '') < (b.origin ?? '') ? -1 : 1)) ||
        place(a.claim) - place(b.claim) ||
        a.claim.chain.length - b.claim.chain.length ||
        (a.claim.id < b.claim.id ? -1 : 1),
    );
    all.push(...own);
  }
  return all;
};

/** The arithmetic of a finding's weight, with what it comes to after each line. */
export const sumOf = ({ weight }: Finding): FindingPage['sum'] => {
  let running = 0;
  const firstGraded = weight.lines.findIndex(({ rule }) => rule === 'W30');
  const lines = weight.lines.map(({ rule, what, value, why, claims, origins }, index) => {
    running += value;
    const isGraded = firstGraded !== -1 && index >= firstGraded;
    return {
      number: index + 1,
      rule,
      what: sayDatesIn(what),
      value,
      running,
      why,
      claims: [...claims],
      origins: [...origins],
      isGraded,
    };
  });
  const { subtotal, total, voices } = weight;
  return { lines: lines.slice(0, MOST_LINES), more: Math.max(0, lines.length - MOST_LINES), subtotal, total, voices };
};

/** A contradiction with the claims of each side. */
export const contradictionCard = async (
  now: Snapshot,
  one: Contradiction,
  most: number,
): Promise<ContradictionCard> => {
  const { id, kind, about, values, likelySlip, reasons } = one;
  const all = await now.items(
    'claims',
    values.flatMap(({ claims }) => claims),
  );
  const byId = new Map(all.map((claim) => [claim.id, claim]));
  return {
    id,
    kind,
    about: sayDatesIn(about),
    values: await Promise.all(
      values.map(async ({ value, claims, origins }) => ({
        value: sayDatesIn(sayTime(value)),
        origins: [...origins],
        claims: [
          ...(await cardsOf(
            now,
            all,
            claims.slice(0, most).flatMap((claim) => byId.get(claim) ?? []),
            null,
          )),
        ],
        more: Math.max(0, claims.length - most),
      })),
    ),
    likelySlip:
      likelySlip === null ? null : { value: sayDatesIn(sayTime(likelySlip.value)), reason: likelySlip.reason },
    reasons: [...reasons],
  };
};

const groupsOf = async (
  now: Snapshot,
  ordered: Ordered,
  finding: Finding,
  where: (document: string) => Promise<string>,
): Promise<FindingPage['groups']> => {
  const origins = new Map((await now.list('origins')).map((origin) => [origin.id, origin]));
  const groups: { key: string; side: ClaimCard['side']; origin: string | null; claims: Claim[] }[] = [];
  for (const { claim, side, origin } of ordered) {
    const key = `${side} ${origin ?? ''}`;
    const last = groups.at(-1);
    if (last?.key === key) last.claims.push(claim);
    else groups.push({ key, side, origin, claims: [claim] });
  }
  const rated = new Map(finding.sourceReliability.map(({ origin, grade }) => [origin, grade]));
  return Promise.all(
    groups.map(async ({ side, origin, claims }) => {
      const documents = [...new Set(claims.map(({ document }) => document))];
      const own = new Set(claims.map(({ id }) => id));
      const item = origin === null ? null : (origins.get(origin) ?? null);
      const grade = item?.sourceReliability?.grade ?? null;
      return {
        side,
        origin,
        name: item?.name ?? 'origin unknown',
        kind: item?.kind ?? '',
        form: item?.form ?? '',
        claims: claims.length,
        documents: await Promise.all(documents.slice(0, 8).map(async (id) => ({ id, where: await where(id) }))),
        moreDocuments: Math.max(0, documents.length - 8),
        grade: grade ?? (origin !== null && rated.get(origin) !== 'F' ? (rated.get(origin) ?? null) : null),
        points: finding.weight.lines
          .filter((line) => line.claims.some((id) => own.has(id)))
          .reduce((sum, { value }) => sum + value, 0),
      };
    }),
  );
};

/** Lines that at least `least` of some entities have a part in, those with most of them first. */
const linesAmong = (
  byEntity: ReadonlyMap<string, readonly Line[]>,
  entities: readonly string[],
  least: number,
): readonly Line[] => {
  const counts = new Map<Line, number>();
  for (const entity of entities)
    for (const line of byEntity.get(entity) ?? []) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, x], [b, y]) => y - x || (b.weight ?? 0) - (a.weight ?? 0) || (a.id < b.id ? -1 : 1))
    .map(([line]) => line);
};

/** What the standing of a finding means; of a disputed one whether it is denied or told differently. */
export const meaningOf = ({ status, denials, weight }: Finding): string => {
  const differs = weight.lines.find(({ rule, value }) => rule === 'W29' && value < 0);
  if (status !== 'disputed' || denials.length > 0 || differs === undefined) return STANDING_MEANINGS[status];
  return `those who say so give ${differs.what.replace(/^different /, 'a different ')}, and cannot all be right`;
};

/** Puts the page of a finding together. */
export const makeFindingPage = async (now: Snapshot, finding: Finding): Promise<FindingPage> => {
  const { id, type, text, status } = finding;
  const ordered = await claimsInOrder(now, finding);
  const all = ordered.map(({ claim }) => claim);
  const [line, byClaim, rows, ties, interests, origins] = await Promise.all([
    now.line(id),
    contradictionsByClaim(now),
    rowsByFinding(now),
    linesByEntity(now, 'ties'),
    linesByEntity(now, 'interests'),
    now.list('origins'),
  ]);
  const originOf = new Map(origins.map((origin) => [origin.id, origin]));
  const contradictions = [...new Set(all.flatMap((claim) => byClaim.get(claim.id) ?? []))];
  const own = new Set(all.map((claim) => claim.id));
  const conditions = (await now.list('conditions')).filter(({ claims }) => claims.some((claim) => own.has(claim)));
  const gaps = (await now.list('gaps')).filter(({ findings }) => findings.includes(id));
  const hypotheses = await now.list('hypotheses');
  const linesOf = async (items: readonly { readonly id: string }[]): Promise<Line[]> =>
    (await Promise.all(items.slice(0, MOST_BESIDE).map((item) => now.line(item.id)))).flatMap((one) => one ?? []);
  const ownRows = rows.get(id) ?? [];
  const ownIds = new Set(ownRows.map((row) => row.id));
  const entities = line?.entities ?? [];
  const where = async (document: string): Promise<string> => whereOf(await now.line(document), document);
  const cards = await cardsOf(now, all, all.slice(0, FIRST_CLAIMS), finding);
  return {
    digest: now.digest,
    id,
    type,
    text: line?.text ?? sayDatesIn(text),
    when: line?.when ?? null,
    line,
    status,
    meaning: meaningOf(finding),
    groups: await groupsOf(now, ordered, finding, where),
    claims: [...cards],
    total: all.length,
    sum: sumOf(finding),
    credibility: credibilityOf(finding),
    reliability: finding.sourceReliability.map(({ origin, grade, reasons }) => ({
      origin,
      name: originOf.get(origin)?.name ?? origin,
      grade,
      reasons: [...reasons],
    })),
    contradictions: await Promise.all(
      contradictions.slice(0, MOST_CONTRADICTIONS).map((one) => contradictionCard(now, one, 3)),
    ),
    moreContradictions: Math.max(0, contradictions.length - MOST_CONTRADICTIONS),
    rows: [...ownRows],
    conditions: await linesOf(conditions),
    ties: linesAmong(ties, entities, 2)
      .filter((tie) => !ownIds.has(tie.id))
      .slice(0, MOST_BESIDE),
    interests: linesAmong(interests, entities, 2).slice(0, MOST_BESIDE),
    gaps: await linesOf(gaps),
    hypotheses: hypotheses.flatMap(({ id: hypothesis, text: words, cells }) =>
      cells.filter(({ row }) => row === id).map(({ value }) => ({ id: hypothesis, text: words, value })),
    ),
    sources: sourcesOf(all, originOf).slice(0, MOST_SOURCES),
  };
};
