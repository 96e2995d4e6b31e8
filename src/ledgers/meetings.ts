import type { CaseDocument, Claim, Entity, Finding, Meeting } from '../model/index.ts';
import { byDate, countryNamed, datesOverlap, isSameSide } from '../text/index.ts';
import type { Told } from '../weigh/index.ts';
import { dateOf, dateWordsOf, entitiesIn, fillingClaims, mostTold, mostToldFiller, rowOf, unnamedIn } from './rows.ts';

const KINDS: ReadonlySet<string> = new Set(['meeting', 'visit', 'call']);

/** Meetings, visits and calls, ordered by id. A row that is only denied keeps what is denied of it. */
export const listMeetings = (
  told: readonly Told[],
  findings: ReadonlyMap<string, Finding>,
  documents: ReadonlyMap<string, CaseDocument>,
  entities: ReadonlyMap<string, Entity>,
): readonly Meeting[] =>
  told.flatMap((one): Meeting[] => {
    const kind = one.happening.type;
    const claims = fillingClaims(one).length > 0 ? fillingClaims(one) : one.supposed;
    if (!KINDS.has(kind) || claims.length === 0) return [];
    const participants = withoutTheirStates(entitiesIn(claims, 'participant', 'visitor', 'host'), entities);
    const place = mostToldFiller(claims, 'place');
    return [
      {
        ...rowOf(one, findings),
        ...(one.favour.length + one.against.length === 0
          ? { claims: claims.map((claim) => claim.id), evidence: claims.flatMap((claim) => claim.evidence) }
          : {}),
        kind: kind as Meeting['kind'],
        participants,
        unnamed: unnamedIn(claims, 'participant', 'visitor', 'host'),
        sides: [],
        mediators: entitiesIn(claims, 'mediator'),
        date: dateOf(claims),
        dateWords: dateWordsOf(claims),
        place: place?.text ?? null,
        placeEntity: place?.entity ?? null,
        channel: mostTold(claims, (claim) => claim.properties.channel ?? null) ?? (kind === 'call' ? 'call' : null),
        standing: null,
        duration: mostTold(claims, (claim) => claim.duration),
        representations: [],
        bypassed: [],
        handedOver: [],
        attendance: [],
        status: statusOf(one, documents),
      },
    ];
  });

/** A country that met is its people who met: where they are named, the country is not listed beside them. */
const withoutTheirStates = (
  participants: readonly string[],
  entities: ReadonlyMap<string, Entity>,
): readonly string[] => {
  const sides = participants.flatMap((id) => {
    const entity = entities.get(id);
    return entity?.type === 'person' ? entity.sides : [];
  });
  return participants.filter((id) => {
    const entity = entities.get(id);
    if (entity === undefined || entity.type === 'person') return true;
    const isState = entity.type === 'place' || countryNamed(entity.name) !== null;
    return !isState || !sides.some((side) => isSameSide(side, entity.name) === true || side === entity.name);
  });
};

/**
 * How a meeting stands. What a report calls held on a day after it went out is a plan; the latest word on a plan counts, and
 * one that was put off and then held was held.
 */
const statusOf = (told: Told, documents: ReadonlyMap<string, CaseDocument>): Meeting['status'] => {
  if (told.favour.length === 0) return told.against.length > 0 ? 'denied' : 'hypothetical';
  if (told.against.length > 0) return 'disputed';
  const published = (claim: Claim): string | null => documents.get(claim.document)?.published ?? null;
  const isHeld = (claim: Claim): boolean => {
    if (claim.status !== 'held' && claim.status !== 'ongoing') return false;
    const out = published(claim);
    const isAhead =
      claim.date !== null && out !== null && datesOverlap(claim.date, out) === false && byDate(claim.date, out) > 0;
    return !isAhead;
  };
  const off = latest(
    told.favour.filter(({ status }) => status === 'postponed' || status === 'cancelled'),
    published,
  );
  const held = latest(told.favour.filter(isHeld), published);
  if (off === null) return held === null ? 'planned' : 'held';
  const plan = latest(
    told.favour.filter(({ status }) => status === 'planned'),
    published,
  );
  if (held !== null && isLater(published(held), published(off))) return 'held';
  // A new date set after it was put off.
  if (plan !== null && off.status === 'postponed' && isLater(published(plan), published(off))) return 'planned';
  return off.status === 'cancelled' ? 'cancelled' : 'postponed';
};

const isLater = (a: string | null, b: string | null): boolean => a !== null && b !== null && byDate(a, b) > 0;

/** Of claims the one of the latest document; those without a date come first. */
const latest = (claims: readonly Claim[], published: (claim: Claim) => string | null): Claim | null => {
  let best: Claim | null = null;
  for (const claim of claims) {
    if (best === null || isLater(published(claim), published(best)) || published(best) === null) best = claim;
  }
  return best;
};
