import type { Claim } from '../../model/index.ts';
import { foldName, nameTokens } from '../../text/index.ts';
import type { CaseLore } from './case-lore.ts';
import { countShared, describedAs, entitiesIn, overlapOf, shareOrigin, stemsOf, wordsIn } from './claim-words.ts';
import { type Grouping, type Judgement, Tally } from './judgement.ts';

/** Persons and bodies that two documents must both tell of, for their only plans to be one. */
const SHARED_FOR_STORY = 3;
/** From this number of points on a plan is known by its number. */
const MANY_POINTS = 10;
/** What a plan is called when it is not called by a name: "an outline", "a list of nine items", "the older file", "it". */
const PLAN =
  /\b(?:plan|proposal|paper|outline|draft|text|document|framework|roadmap|road map|blueprint|memorandum|memo|points?|package|version|file|list|items?|copy|sheet|pages?|it|this|that|one)s?$/;
const PLAN_STEMS = stemsOf(
  'plan proposal paper outline draft text document framework roadmap blueprint memorandum memo point points package version file list item items copy sheet page pages older first earlier new',
);
/** Words by which a plan is said to be another one than the one spoken of. */
const ANOTHER = /\b(?:counter|rival|alternative|separate|competing|second|different|own)\b/;

/** A plan that is brought up with what it is for: "a plan to build a port" is not the one of which the report spoke before. */
const NEW_PLAN =
  /^(?:an?|another|one) (?:\S+ ){0,3}?(?:plan|proposal|idea|scheme|blueprint|outline|paper|draft)s? (?:for|to|of|under|on|that|which|whereby) /;
const OWN_WORDS = 3;
/** Whatever ends a war is called a peace plan, a truce proposal, a plan to stop the fighting. */
const PEACE =
  /\b(?:peace\w*|ceasefire|cease-fire|truce|armistice|settle\w*|war|wars|conflict|hostilities|fighting|invasion)\b/;

/** "The copy", "the text": spoken of as known, by no word that tells it from another. */
const KNOWN = /^(?:the|this|that|its)\b/;

interface Facts {
  readonly isKnown: boolean;
  readonly isNew: boolean;
  readonly isOfPeace: boolean;
  readonly named: ReadonlySet<string>;
  readonly isPlan: boolean;
  readonly isOther: boolean;
  readonly words: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
  readonly byWords: ReadonlySet<string>;
  readonly topic: ReadonlySet<string>;
  readonly points: string | null;
}

const factsOf = (claim: Claim, lore: CaseLore): Facts => lore.factsOf('proposal', claim, () => gather(claim, lore));

/** A plan is called by what stands before what is told of it: "the original plan proposed by Ostra" is a plan. */
const headOf = (text: string): string =>
  (
    text.split(
      / (?:of|on|for|about|to|between|with|by|that|which|from|called|(?:\w+(?:ed|wn|en|pt|de) (?:by|in|at|to))) /,
    )[0] ?? ''
  ).trim();

const gather = (claim: Claim, lore: CaseLore): Facts => {
  const fillers = claim.roles.proposal ?? [];
  const words = fillers.filter(({ entity }) => entity === null).map(({ text }) => foldName(text));
  const heads = words.map((text) => headOf(text));
  const authors = wordsIn(claim, ['author']);
  const own = new Set([...stemsOf(words.join(' '))].filter((stem) => !PLAN_STEMS.has(stem) && !/^\d+$/.test(stem)));
  return {
    isKnown: own.size === 0 && words.length > 0 && words.every((text) => KNOWN.test(text)),
    isNew: claim.properties.points === undefined && own.size >= OWN_WORDS && words.some((text) => NEW_PLAN.test(text)),
    isOfPeace: words.some((text) => PEACE.test(text)),
    named: new Set(fillers.flatMap(({ entity }) => entity ?? [])),
    isPlan:
      fillers.length === 0 ||
      (words.length > 0 && heads.every((head) => PLAN.test(head) || nameTokens(head).length === 0)),
    isOther: words.some((text) => ANOTHER.test(text)),
    words: own,
    by: new Set([...entitiesIn(claim, ['author', 'recipient']), ...authors.flatMap((one) => [...lore.namedIn(one)])]),
    byWords: describedAs(authors.join(' ')),
    topic: stemsOf((claim.roles.topic ?? []).map(({ text }) => text).join(' ')),
    points: claim.properties.points ?? null,
  };
};

/** What a plan is for is told, and the other is called by words of its own, none of them among these. */
const isToldApart = (plan: Facts, other: Facts): boolean =>
  (other.words.size > 0 || other.points !== null) &&
  countShared(plan.words, other.words) === 0 &&
  !(plan.isOfPeace && other.isOfPeace);

const isVersion = ({ properties }: Claim): boolean => properties.version !== undefined || properties.act === 'revised';

/** Both name authors of one act, and nobody is the same or stands for one of the others. */
const areOtherAuthors = (a: Claim, b: Claim, lore: CaseLore): boolean => {
  if (a.properties.act !== b.properties.act) return false;
  const [one, other] = [entitiesIn(a, ['author']), entitiesIn(b, ['author'])];
  return one.size > 0 && other.size > 0 && ![...one].some((id) => [...other].some((rest) => lore.isStandIn(id, rest)));
};

/** A denial that there is a plan at all: it names neither who made or got it nor a topic. */
const isOfAny = ({ roles }: Claim): boolean =>
  roles.author === undefined && roles.recipient === undefined && roles.topic === undefined;

/** A denial of who wrote it is of those alone who say so. */
const judgeDenial = (a: Claim, b: Claim): number => {
  const [no, yes] = a.polarity === 'negative' ? [a, b] : [b, a];
  if (no.roles.author === undefined) return 0;
  const isSaid =
    countShared(entitiesIn(no, ['author']), entitiesIn(yes, ['author'])) > 0 ||
    overlapOf(stemsOf(wordsIn(no, ['author']).join(' ')), stemsOf(wordsIn(yes, ['author']).join(' '))) > 0;
  return isSaid ? 0 : -3;
};

const judge = (a: Claim, b: Claim, lore: CaseLore): Judgement => {
  const [one, other] = [factsOf(a, lore), factsOf(b, lore)];
  const tally = new Tally();
  // "It was not written by us" denies no more than that.
  if (a.polarity !== b.polarity) tally.add(judgeDenial(a, b));
  const areNamed = one.named.size > 0 && other.named.size > 0;
  if (areNamed) {
    if (countShared(one.named, other.named) === 0) return 'apart';
    return tally.add(5, 'the same named proposal').judged;
  }
  if (one.isOther !== other.isOther) return 'apart';
  const isOneReport = a.document === b.document;
  const sameWords = overlapOf(one.words, other.words);
  if ((one.isNew && isToldApart(one, other)) || (other.isNew && isToldApart(other, one))) return 'apart';
  const samePoints = one.points !== null && one.points === other.points;
  const isTwoNumbers = one.points !== null && other.points !== null && !samePoints;
  // A report that gives two numbers tells of two drafts of one plan, if it says so, or else of two plans.
  if (isTwoNumbers && isOneReport && !isVersion(a) && !isVersion(b)) return 'apart';
  const isPlan = (one.isPlan || one.named.size > 0) && (other.isPlan || other.named.size > 0);
  if (!isPlan && sameWords < 0.5) return 'apart';
  if (isPlan) tally.add(1.5, 'each a plan');
  if (sameWords >= 0.5 && (isOneReport || one.words.size + other.words.size > 4))
    tally.add(isOneReport ? 2.5 : 1, 'called alike');
  if (samePoints) tally.add(Number(one.points) >= MANY_POINTS ? 3.5 : 1, `${one.points} points`);
  if (countShared(one.by, other.by) > 0) tally.add(1.5, 'who made or got it in common');
  else if (overlapOf(one.byWords, other.byWords) >= 0.5) tally.add(1.5, 'who made it described alike');
  else if (areOtherAuthors(a, b, lore)) tally.add(-1.5);
  if (countShared(one.topic, other.topic) >= 2) tally.add(1, 'the same topic');
  if (isOneReport) {
    tally.add(isVersion(a) || isVersion(b) ? 2.5 : 2, 'one report');
    if (isPlan && (one.isKnown || other.isKnown)) tally.add(0.5, 'spoken of as known');
    return tally.judged;
  }
  if (shareOrigin(a, b)) tally.add(1, 'one origin');
  if (lore.sharedCast(a.document, b.document) >= SHARED_FOR_STORY) {
    const areAlone = lore.plansIn(a.document) <= 1 && lore.plansIn(b.document) <= 1;
    tally.add(areAlone ? 1.5 : 0.5, areAlone ? 'the only plan of each report on one story' : 'reports on one story');
    // Whoever denies that there is any plan means the one that the reports are about.
    if (areAlone && a.polarity !== b.polarity && isOfAny(a.polarity === 'negative' ? a : b)) tally.add(1);
  }
  if (isTwoNumbers) tally.add(-0.5);
  return tally.judged;
};

/**
 * Proposals (rules H6, H13, H14): a named instrument; the only plan that the reports of one story tell of, under whatever words and
 * whatever number of points its versions have.
 */
export const PROPOSAL: Grouping = {
  rule: 'H6',
  keys: (claim, lore) => {
    const { named, by, points } = factsOf(claim, lore);
    const cast = lore.castOf(claim.document);
    return [
      ...named,
      ...by,
      ...(points === null ? [] : [`${points} points`]),
      `in ${claim.document}`,
      ...cast.map((id) => `told with ${id}`),
    ];
  },
  level: (claim) => {
    if ((claim.roles.proposal ?? []).some(({ entity }) => entity !== null)) return 0;
    return claim.properties.points !== undefined || entitiesIn(claim, ['author', 'recipient']).size > 0 ? 1 : 2;
  },
  judge,
};
