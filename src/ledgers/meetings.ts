import type { CaseDocument, Claim, Entity, Finding, Meeting } from '../model/index.ts';
import { byDate, countryNamed, datesOverlap, isSameSide } from '../text/index.ts';
import type { Told } from '../weigh/index.ts';
import { listAttendance, PRESENT } from './attendance.ts';
import { joinParts, NO_PARTS } from './meeting-parts.ts';
import { type Occasion, Occasions } from './occasions.ts';
import { dateOf, dateWordsOf, entitiesIn, fillingClaims, mostTold, mostToldFiller, rowOf, unnamedIn } from './rows.ts';
import { listSides, postsOf } from './sides.ts';

const KINDS: ReadonlySet<string> = new Set(['meeting', 'visit', 'call']);

/** A meeting before what is told around it is joined to it. */
interface Draft {
  readonly told: Told;
  /** Those that fill the row: in favour, else against. */
  readonly claims: readonly Claim[];
  readonly occasion: Occasion;
}

/**
 * Meetings, visits and calls, ordered by id, with their sides, on whose authority, who was kept out, what was handed over and
 * whose part in them is denied. A row that is only denied keeps what is denied of it.
 */
export const listMeetings = (
  told: readonly Told[],
  findings: ReadonlyMap<string, Finding>,
  documents: ReadonlyMap<string, CaseDocument>,
  entities: ReadonlyMap<string, Entity>,
): readonly Meeting[] => {
  const drafts = told.flatMap((one): readonly Draft[] => {
    // What is only wished for or asked about is no meeting; the claims of it are kept all the same.
    const claims = fillingClaims(one);
    if (!KINDS.has(one.happening.type) || claims.length === 0) return [];
    const { id } = one.happening;
    return [{ told: one, claims, occasion: { id, claims, people: peopleIn(claims), date: dateOf(claims) } }];
  });
  const joined = joinDenials(told, drafts);
  // That somebody was not at something which nothing else tells of is no row.
  const isNowhere = ({ occasion: { date }, claims }: Draft): boolean =>
    date === null && mostToldFiller(claims, 'place') === null;
  const kept = drafts.filter((one) => !joined.absorbed.has(one.occasion.id) && !(isLone(one) && isNowhere(one)));
  const parts = joinParts(
    told,
    kept.map(({ occasion }) => occasion),
    entities,
  );
  const isPersonName = personNames(entities);
  const posts = postsOf(told);
  return kept.map(({ told: one, claims, occasion }): Meeting => {
    const { id } = occasion;
    const kind = one.happening.type as Meeting['kind'];
    const named = entitiesIn(claims, ...PARTIES);
    const participants = withoutTheirStates(named, entities);
    const unnamed = unnamedIn(claims, ...PARTIES);
    const place = mostToldFiller(claims, 'place');
    const { representations, bypassed, handedOver } = parts.get(id) ?? NO_PARTS;
    const behalf = new Map(
      representations.flatMap(({ who, for: principal, polarity }) =>
        polarity === 'positive' && principal.entity !== null ? [[who, principal.entity] as const] : [],
      ),
    );
    return {
      ...rowOf(one, findings),
      kind,
      participants,
      unnamed,
      sides: listSides(participants, unnamed, claims, entities, isPersonName, behalf, posts),
      mediators: entitiesIn(claims, 'mediator'),
      date: dateOf(claims),
      dateWords: dateWordsOf(claims),
      place: place?.text ?? null,
      placeEntity: place?.entity ?? null,
      channel: mostTold(claims, (claim) => claim.properties.channel ?? null) ?? (kind === 'call' ? 'call' : null),
      standing: standingOf(claims),
      duration: mostTold(claims, (claim) => claim.duration),
      status: statusOf(one, documents),
      representations,
      bypassed,
      handedOver,
      attendance: listAttendance(
        one.favour.length > 0 ? claims : one.supposed,
        [...one.against.filter((claim) => !isAhead(claim)), ...(joined.denials.get(id) ?? [])],
        new Set(named.filter((other) => !participants.includes(other))),
      ),
    };
  });
};

const PARTIES = ['participant', 'visitor', 'host'] as const;

const peopleIn = (claims: readonly Claim[]): ReadonlySet<string> => new Set(entitiesIn(claims, ...PRESENT));

/** Official or not, as all who say anything say; told as both, it is open. */
const standingOf = (claims: readonly Claim[]): Meeting['standing'] => {
  const told = new Set(claims.flatMap((claim) => claim.properties.standing ?? []));
  if (told.size !== 1) return null;
  return told.has('official') ? 'official' : told.has('unofficial') ? 'unofficial' : null;
};

const personNames = (entities: ReadonlyMap<string, Entity>): ((word: string) => boolean) => {
  let words: Set<string> | undefined;
  return (word) => {
    words ??= new Set(
      [...entities.values()].flatMap(({ type, name }) =>
        type === 'person' ? name.slice(name.lastIndexOf(' ') + 1).toLowerCase() : [],
      ),
    );
    return words.has(word);
  };
};

/** What is denied of one's own part in a meeting; that there was one at all is another matter. */
const ATTENDED =
  /\b(?:(?:have|had|having|been|ever|he|she|they) met|met with|meeting (?:with )?(?:him|her|them|\p{Lu}\S*)|attend(?:ed|ing|ance)?|took part|taken? part|taking part|(?:was|were|been|being) (?:present|there)|presence)\b/iu;

/** Told of one person only, and only denied: that he was there. */
const isLone = ({ told: { favour, supposed }, claims, occasion }: Draft): boolean =>
  favour.length + supposed.length === 0 &&
  occasion.people.size === 1 &&
  claims.every((claim) => claim.type === 'meeting' && unnamedIn([claim], ...PARTIES).length === 0);

/**
 * Denials that belong to a meeting without being told of as one: "Hale was not at the dinner" names him alone, and a report
 * that somebody denied it. The former make no row of their own where the meeting is told.
 */
const joinDenials = (
  told: readonly Told[],
  drafts: readonly Draft[],
): { readonly denials: ReadonlyMap<string, readonly Claim[]>; readonly absorbed: ReadonlySet<string> } => {
  const lone = drafts.filter(isLone);
  const occasions = new Occasions(drafts.filter((one) => one.told.favour.length > 0).map(({ occasion }) => occasion));
  const denials = new Map<string, Claim[]>();
  const absorbed = new Set<string>();
  const put = (occasion: Occasion, claim: Claim): void => {
    denials.set(occasion.id, [...(denials.get(occasion.id) ?? []), claim]);
  };
  for (const { claims, occasion: own } of lone) {
    const found = claims.map((claim) => ({ claim, occasion: occasions.nearest(claim, PRESENT, true) }));
    if (found.some(({ occasion }) => occasion === null)) continue;
    for (const { claim, occasion } of found) if (occasion !== null) put(occasion, claim);
    absorbed.add(own.id);
  }
  for (const claim of told.flatMap((one) => (one.happening.type === 'denial' ? one.favour : []))) {
    if (!ATTENDED.test((claim.roles.about ?? []).map(({ text }) => text).join(' '))) continue;
    const occasion = occasions.nearest(claim, ['denier']);
    if (occasion !== null) put(occasion, asDenied(claim));
  }
  return { denials, absorbed };
};

/** Whoever denies it is the one whose part in it is denied. */
const asDenied = (claim: Claim): Claim => ({ ...claim, roles: { participant: claim.roles.denier ?? [] } });

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
  // "They will not meet as planned" calls off what was planned; it denies nothing that was.
  const [dropped, denied] = [told.against.filter(isAhead), told.against.filter((claim) => !isAhead(claim))];
  if (told.favour.length === 0) return denied.length > 0 ? 'denied' : dropped.length > 0 ? 'cancelled' : 'hypothetical';
  if (denied.length > 0) return 'disputed';
  const published = (claim: Claim): string | null => documents.get(claim.document)?.published ?? null;
  const isHeld = (claim: Claim): boolean => {
    if (claim.status !== 'held' && claim.status !== 'ongoing') return false;
    const out = published(claim);
    const isLaterDay =
      claim.date !== null && out !== null && datesOverlap(claim.date, out) === false && byDate(claim.date, out) > 0;
    return !isLaterDay;
  };
  const off = latest(
    told.favour.filter(({ status }) => status === 'postponed' || status === 'cancelled'),
    published,
  );
  const held = latest(told.favour.filter(isHeld), published);
  if (off === null) return held !== null ? 'held' : dropped.length > 0 ? 'cancelled' : 'planned';
  const plan = latest(
    told.favour.filter(({ status }) => status === 'planned'),
    published,
  );
  if (held !== null && isLater(published(held), published(off))) return 'held';
  // A new date set after it was put off.
  if (plan !== null && off.status === 'postponed' && isLater(published(plan), published(off))) return 'planned';
  return off.status === 'cancelled' ? 'cancelled' : 'postponed';
};

/** Told as to come. */
const isAhead = ({ status, tense }: Claim): boolean => status === 'planned' || tense === 'future';

const isLater = (a: string | null, b: string | null): boolean => a !== null && b !== null && byDate(a, b) > 0;

/** Of claims the one of the latest document; those without a date come first. */
const latest = (claims: readonly Claim[], published: (claim: Claim) => string | null): Claim | null => {
  let best: Claim | null = null;
  for (const claim of claims) {
    if (best === null || isLater(published(claim), published(best)) || published(best) === null) best = claim;
  }
  return best;
};
