import { byText, type Claim, type Happening } from '../model/index.ts';
import { foldName, nameTokens } from '../text/index.ts';
import { countShared } from './happening-facts.ts';

/** Persons and bodies that two documents must both tell of, for their only plans to be one. */
const SHARED_FOR_STORY = 3;
/** From this number of points on a plan is known by its number. */
const MANY_POINTS = 10;
/** An entity that more documents than this tell of says nothing of one story. */
const COMMON = 200;

/** What a plan is called, without its number: "an outline", "a fourteen-point paper". Two sorts of law or contract are not one plan. */
const PLAN =
  /\b(?:plan|proposal|paper|outline|draft|text|document|framework|roadmap|road map|blueprint|memorandum|points?|package)s?$/;
const NUMBER = /(?:-| )points?$/;

interface Told {
  readonly happening: Happening;
  readonly claims: readonly Claim[];
}

const isPlan = ({ claims }: Told): boolean =>
  claims.every((claim) =>
    (claim.roles.proposal ?? []).every(({ text, entity }) => {
      const words = foldName(text).split(/ (?:of|on|for|about|to|between|with|by|that|which) /)[0] ?? '';
      return entity === null && (PLAN.test(words) || NUMBER.test(words) || nameTokens(words).length === 0);
    }),
  );

/**
 * Joins plans of one story that documents tell apart only by their number of points or by who wrote them (rule H13): each
 * document tells of one plan alone, the plans bear no name, and the documents tell of three persons or bodies in common. The
 * number, or the author, is then in dispute; where a document tells of two plans, they are two.
 */
export const joinProposals = (happenings: readonly Happening[], claims: readonly Claim[]): readonly Happening[] => {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const plans = happenings
    .filter(({ type }) => type === 'proposal')
    .map((happening): Told => ({ happening, claims: happening.claims.flatMap((id) => byId.get(id) ?? []) }));
  if (plans.length < 2) return happenings;

  const inDocument = new Map<string, number>();
  for (const { claims: told } of plans)
    for (const id of new Set(told.map((claim) => claim.document))) inDocument.set(id, (inDocument.get(id) ?? 0) + 1);
  const alone = plans.filter(
    (one) =>
      one.claims.some((claim) => claim.properties.points !== undefined) &&
      isPlan(one) &&
      one.claims.every((claim) => inDocument.get(claim.document) === 1),
  );
  if (alone.length < 2) return happenings;

  const joined = clusterByStory(alone, claims);
  const gone = new Set(joined.flatMap((group) => group.map((one) => one.happening)));
  return [
    ...happenings.filter((happening) => !gone.has(happening)),
    ...joined.map((group) => merged(group, 'H13: the only plan of each report on one story')),
  ].sort((a, b) => byText(a.id, b.id));
};

/**
 * Joins plans that reports of one story give the same number of points (rule H14): "the 28-point plan" is one plan, also where a
 * report tells of others beside it.
 */
export const joinNumberedPlans = (happenings: readonly Happening[], claims: readonly Claim[]): readonly Happening[] => {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const byNumber = new Map<string, Told[]>();
  for (const happening of happenings) {
    if (happening.type !== 'proposal') continue;
    const told = { happening, claims: happening.claims.flatMap((id) => byId.get(id) ?? []) };
    const numbers = new Set(told.claims.flatMap((claim) => claim.properties.points ?? []));
    const [number] = numbers;
    // A few points is what many plans have; a plan known by its number has more.
    if (number === undefined || numbers.size > 1 || Number(number) < MANY_POINTS || !isPlan(told)) continue;
    byNumber.set(number, [...(byNumber.get(number) ?? []), told]);
  }
  const joined = [...byNumber.values()]
    .flatMap((plans) => clusterByStory(plans, claims))
    .filter((group) => group.length > 1);
  const gone = new Set(joined.flatMap((group) => group.map((one) => one.happening)));
  return [
    ...happenings.filter((happening) => !gone.has(happening)),
    ...joined.map((group) => merged(group, 'H14: the same number of points in reports on one story')),
  ].sort((a, b) => byText(a.id, b.id));
};

const merged = (group: readonly Told[], reason: string): Happening => {
  const [first] = [...group].sort((a, b) => byText(a.happening.claims[0] ?? '', b.happening.claims[0] ?? ''));
  const only = first?.happening ?? (group[0] as Told).happening;
  if (group.length === 1) return only;
  return {
    ...only,
    claims: group.flatMap((one) => one.happening.claims).sort(byText),
    reasons: [...new Set([...group.flatMap((one) => one.happening.reasons), reason])].sort(byText),
  };
};

/** Plans in groups whose reports tell of three persons or bodies in common. */
const clusterByStory = (plans: readonly Told[], claims: readonly Claim[]): readonly (readonly Told[])[] => {
  const cast = castOf(claims, new Set(plans.flatMap((one) => one.claims.map((claim) => claim.document))));
  const people = new Map(plans.map((one) => [one, peopleOf(one, cast)]));
  const isOneStory = (a: Told, b: Told): boolean =>
    countShared(people.get(a) ?? new Set(), people.get(b) ?? new Set()) >= SHARED_FOR_STORY;
  const joined: Told[][] = [];
  /** Groups by whom their first report tells of: only those that share enough with it are looked at. */
  const byPerson = new Map<string, Told[][]>();
  for (const one of plans) {
    const shared = new Map<Told[], number>();
    for (const id of people.get(one) ?? [])
      for (const group of byPerson.get(id) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
    const near = [...shared].filter(([, count]) => count >= SHARED_FOR_STORY).map(([group]) => group);
    const fitting = near.filter((group) => group.every((other) => isOneStory(one, other)));
    // Two stories in question: which is meant cannot be told.
    if (fitting.length === 1) fitting[0]?.push(one);
    else {
      const group = [one];
      joined.push(group);
      for (const id of people.get(one) ?? []) {
        const known = byPerson.get(id);
        if (known === undefined) byPerson.set(id, [group]);
        else known.push(group);
      }
    }
  }
  return joined;
};

/** Whom each document tells of, those left out whom the whole pile tells of. */
const castOf = (claims: readonly Claim[], documents: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> => {
  const cast = new Map<string, Set<string>>();
  const spread = new Map<string, Set<string>>();
  for (const claim of claims) {
    if (!documents.has(claim.document)) continue;
    const own = cast.get(claim.document) ?? new Set<string>();
    for (const { entity } of Object.values(claim.roles).flat()) {
      if (entity === null) continue;
      own.add(entity);
      spread.set(entity, (spread.get(entity) ?? new Set()).add(claim.document));
    }
    cast.set(claim.document, own);
  }
  for (const own of cast.values()) for (const id of own) if ((spread.get(id)?.size ?? 0) > COMMON) own.delete(id);
  return cast;
};

/** Whom the documents that tell of a plan tell of. */
const peopleOf = ({ claims }: Told, cast: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> =>
  new Set(claims.flatMap((claim) => [...(cast.get(claim.document) ?? [])]));
