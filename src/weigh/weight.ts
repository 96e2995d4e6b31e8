import {
  byText,
  type Claim,
  type Contradiction,
  type SourceReliability,
  type Weight,
  type WeightLine,
} from '../model/index.ts';
import { type Voice, voicesOf } from './independence.ts';
import { type Placed, placeSpeaker, type WeightQuestions } from './weight-placement.ts';
import {
  BY_CREDIBILITY,
  BY_RELIABILITY,
  DENIED,
  HEDGED,
  LEAST_OF_A_VOICE,
  PARTED,
  PASSED_ON,
  PLACED,
} from './weight-table.ts';

/** What speaks for and against a thing, ready to be weighed. */
export interface Scales {
  /** In favour and counted: held where anybody tells it as held, not rejected (W19). */
  readonly counted: readonly Claim[];
  readonly against: readonly Claim[];
  /** Claims only of a plan, where others tell the thing as held. */
  readonly plans: readonly Claim[];
  readonly rejected: readonly Claim[];
  /** In which claims in favour stand on different sides. */
  readonly contradictions: readonly Contradiction[];
  /** Voices speak of one thing and say different things of it (W14). */
  readonly isApart: boolean;
}

export interface Weighing {
  readonly weight: Weight;
  /** Somebody who counts denies it, or voices are parted over what it was: bars the two best grades. */
  readonly isOpen: boolean;
}

/** Differences that leave open what the thing itself was; when, where and how long it was leaves open only that. */
export const AT_ODDS: ReadonlySet<Contradiction['kind']> = new Set([
  'number',
  'amount',
  'authorship',
  'agency',
  'role',
]);

const ids = (claims: readonly Claim[]): readonly string[] => claims.map(({ id }) => id);

const counted = (n: number, noun: string): string => `${n} ${n === 1 ? noun : `${noun}s`}`;

/** A claim as it counts in its voice. */
interface Worth {
  readonly claim: Claim;
  readonly placed: Placed;
  /** Points before analysts grade it. */
  readonly base: number;
  readonly passedOn: number;
  readonly isHedged: boolean;
  /** Points with the grades. */
  readonly graded: number;
  readonly grades: readonly string[];
}

/** The more careful of several grades counts; one that takes the voice away goes before all. */
const sumOf = (points: readonly (number | null)[]): number | null =>
  points.some((one) => one === null) ? null : points.reduce<number>((sum, one) => sum + (one ?? 0), 0);

/**
 * What analysts' grades make of a claim's points: of an origin and the named speaker the more careful, of several origins that carry
 * it the better, as each would do alone; and the grade of the claim itself.
 */
const gradeOf = (
  claim: Claim,
  entity: string | null,
  origins: readonly string[],
  asked: WeightQuestions,
): { readonly points: number | null; readonly words: readonly string[] } => {
  const gradeIn = (id: string): Graded | null => {
    const rating = asked.ratingOf(id);
    return rating === null || rating.grade === 'F' ? null : { id, grade: rating.grade };
  };
  const speaker = entity === null ? null : gradeIn(entity);
  const ways = claim.origins
    .filter((origin) => origins.includes(origin))
    .map((origin) => [gradeIn(origin), speaker].filter((one) => one !== null).sort(byWorst)[0] ?? null);
  const [way = null] = ways.sort((a, b) => pointsOf(b) - pointsOf(a) || byText(a?.id ?? '', b?.id ?? ''));
  const graded = claim.informationCredibility;
  return {
    points: sumOf([way === null ? 0 : BY_RELIABILITY[way.grade], graded === null ? 0 : BY_CREDIBILITY[graded.grade]]),
    words: [
      ...(way === null ? [] : [`${asked.nameOf(way.id)} is rated ${way.grade}`]),
      ...(graded === null ? [] : [`the claim is graded ${graded.grade}`]),
    ],
  };
};

interface Graded {
  readonly id: string;
  readonly grade: SourceReliability;
}

const byWorst = (a: Graded, b: Graded): number => byText(b.grade, a.grade) || byText(a.id, b.id);

const pointsOf = (one: Graded | null): number =>
  one === null ? 0 : (BY_RELIABILITY[one.grade] ?? Number.NEGATIVE_INFINITY);

const apply = (base: number, points: number | null): number => (points === null ? 0 : Math.max(0, base + points));

const worthOf = (claim: Claim, voice: Voice, told: readonly Claim[], asked: WeightQuestions): Worth => {
  const placed = placeSpeaker(claim, told, asked);
  const isHedged = claim.certainty === 'possible';
  const passedOn = placed.passedOn;
  const sum = PLACED[placed.placement].points + passedOn * PASSED_ON.points + (isHedged ? HEDGED.points : 0);
  const base = Math.max(LEAST_OF_A_VOICE, sum);
  const { points, words } = gradeOf(claim, placed.entity, voice.origins, asked);
  return { claim, placed, base, passedOn, isHedged, graded: apply(base, points), grades: words };
};

const best = (worths: readonly Worth[], points: (one: Worth) => number): Worth | undefined =>
  [...worths].sort(
    (a, b) =>
      points(b) - points(a) ||
      b.base - a.base ||
      // Of equal words those that came by the shortest way are shown.
      a.claim.chain.length - b.claim.chain.length ||
      byText(a.claim.id, b.claim.id),
  )[0];

/** A voice in favour with its lines; `taken`: all its origins have taken it back. */
interface Weighed {
  readonly voice: Voice;
  readonly lines: readonly WeightLine[];
  readonly base: number;
  readonly graded: number;
  readonly grades: readonly string[];
  readonly gradedBy: readonly string[];
}

const line = (
  rule: string,
  what: string,
  value: number,
  why: string,
  claims: readonly Claim[],
  origins: readonly string[] = [],
) => ({
  rule,
  what,
  value,
  why,
  claims: ids(claims),
  origins: [...new Set(origins)].sort(byText),
});

const nameOfVoice = ({ placed, claim }: Worth, voice: Voice, asked: WeightQuestions): string => {
  const by = voice.origins.map(asked.nameOf).filter((name) => name !== placed.who);
  return by.length === 0 || claim.origins.length === 0 ? placed.who : `${placed.who} by way of ${by.join(' and ')}`;
};

const weighVoice = (
  voice: Voice,
  told: readonly Claim[],
  takenBack: ReadonlySet<string>,
  asked: WeightQuestions,
): Weighed | null => {
  const worths = voice.claims.map((claim) => worthOf(claim, voice, told, asked));
  const first = best(worths, ({ base }) => base);
  if (first === undefined) return null;
  const who = nameOfVoice(first, voice, asked);
  const entry = PLACED[first.placed.placement];
  const own = [first.claim];
  const lines = [line('W26', `${who}: ${first.placed.how}`, entry.points, entry.why, own, voice.origins)];
  if (first.passedOn > 0)
    lines.push(
      line(
        'W27',
        `${who}: passed on by ${counted(first.passedOn, 'other')}`,
        first.passedOn * PASSED_ON.points,
        PASSED_ON.why,
        own,
      ),
    );
  if (first.isHedged) lines.push(line('W27', `${who}: hedged`, HEDGED.points, HEDGED.why, own));
  const sum = lines.reduce((all, { value }) => all + value, 0);
  if (sum < first.base)
    lines.push(
      line(
        'W27',
        `${who}: no voice counts less than ${LEAST_OF_A_VOICE}`,
        first.base - sum,
        'it is independent of the others',
        own,
      ),
    );
  const standing = worths.filter(({ claim }) =>
    voice.origins.some((one) => claim.origins.includes(one) && !takenBack.has(one)),
  );
  const left = best(standing, ({ base }) => base)?.base ?? 0;
  if (left < first.base)
    lines.push(
      line(
        'W28',
        `${who}: taken back by ${voice.origins
          .filter((one) => takenBack.has(one))
          .map(asked.nameOf)
          .join(' and ')} itself`,
        left - first.base,
        'whoever takes a thing back no longer says it',
        voice.claims,
        voice.origins,
      ),
    );
  const graded = best(standing, (one) => one.graded);
  return {
    voice,
    lines,
    base: left,
    graded: graded?.graded ?? 0,
    grades: graded?.grades ?? [],
    gradedBy: graded === undefined ? [] : ids([graded.claim]),
  };
};

/** Origins that said it, and in a later document of theirs say in their own voice that it is not so (W18, W28). */
const takenBackBy = (
  favour: readonly Claim[],
  against: readonly Claim[],
  asked: WeightQuestions,
): { readonly origins: ReadonlySet<string>; readonly claims: ReadonlySet<Claim> } => {
  const first = new Map<string, string>();
  for (const claim of favour)
    for (const origin of claim.origins) {
      const at = asked.published(claim.document) ?? '';
      const known = first.get(origin);
      if (known === undefined || at < known) first.set(origin, at);
    }
  const origins = new Set<string>();
  const claims = new Set<Claim>();
  for (const claim of against) {
    if (claim.chain.length > 1 || claim.origins.length === 0) continue;
    const at = asked.published(claim.document) ?? '';
    if (!claim.origins.every((origin) => (first.get(origin) ?? '') !== '' && at > (first.get(origin) ?? ''))) continue;
    for (const origin of claim.origins) origins.add(origin);
    claims.add(claim);
  }
  return { origins, claims };
};

interface Denial {
  readonly line: WeightLine;
  readonly grade: WeightLine | null;
  readonly value: number;
}

const weighDenial = (voice: Voice, told: readonly Claim[], asked: WeightQuestions): Denial | null => {
  const all = voice.claims.map((claim) => {
    const placed = placeSpeaker(claim, told, asked);
    const key = placed.placement === 'party' && placed.isNeutral ? 'neutral' : placed.placement;
    const { points, words } = gradeOf(claim, placed.entity, voice.origins, asked);
    const base = -DENIED[key].points;
    return { claim, placed, key, base, graded: apply(base, points), words } as const;
  });
  const strongest = [...all].sort((a, b) => b.base - a.base || byText(a.claim.id, b.claim.id))[0];
  const graded = [...all].sort((a, b) => b.graded - a.graded || b.base - a.base || byText(a.claim.id, b.claim.id))[0];
  if (strongest === undefined || graded === undefined) return null;
  const { placed, key, base, claim } = strongest;
  const by = voice.origins.map(asked.nameOf).filter((name) => name !== placed.who);
  const who = by.length === 0 ? placed.who : `${placed.who} by way of ${by.join(' and ')}`;
  return {
    line: line('W28', `${who} denies it: ${placed.how}`, -base, DENIED[key].why, [claim], voice.origins),
    grade:
      graded.graded === base
        ? null
        : line('W30', `denial of ${who}: ${graded.words.join(', ')}`, base - graded.graded, 'as analysts graded it', [
            graded.claim,
          ]),
    value: -base,
  };
};

/** Claims that are named and count for nothing; no line where there are none. */
const uncounted = (rule: string, what: string, why: string, claims: readonly Claim[]): readonly WeightLine[] =>
  claims.length === 0 ? [] : [line(rule, what, 0, why, claims)];

/** Sides of a contradiction that have a voice which counts. */
const sidesHeard = (
  contradiction: Contradiction,
  voices: readonly Weighed[],
  points: (one: Weighed) => number,
): number =>
  contradiction.values.filter((value) =>
    voices.some((one) => points(one) > 0 && one.voice.claims.some(({ id }) => value.claims.includes(id))),
  ).length;

/**
 * Weighs a thing as a sum that a reader can do again (SPEC.md, rules W26 to W30): the points of each independent voice, less denials and
 * what voices are at odds over; then, apart, what analysts graded. Points are added, never multiplied.
 */
export const weighThing = (scales: Scales, asked: WeightQuestions): Weighing => {
  const { counted: favour, against, plans, rejected, contradictions, isApart } = scales;
  const told = [...favour, ...plans, ...against];
  const taken = takenBackBy([...favour, ...plans], against, asked);
  const voices = voicesOf(favour).flatMap((voice) => weighVoice(voice, told, taken.origins, asked) ?? []);
  const lines: WeightLine[] = voices.flatMap((one) => one.lines);
  const strongest = Math.max(0, ...voices.map(({ base }) => base));
  const all = voices.reduce((sum, { base }) => sum + base, 0);
  if (isApart && strongest < all)
    lines.push(
      line(
        'W14',
        'no two voices say the same of it: only the one that counts most is counted',
        strongest - all,
        'two who say different things bear each other out in neither',
        favour,
      ),
    );
  const unknown = favour.filter((claim) => claim.origins.length === 0);
  lines.push(
    ...uncounted(
      'W2',
      `${counted(unknown.length, 'claim')} of unknown origin`,
      'an unknown origin corroborates nothing',
      unknown,
    ),
  );
  lines.push(
    ...uncounted(
      'W19',
      `${counted(plans.length, 'claim')} only of a plan`,
      'that it was planned does not show that it came about',
      plans,
    ),
  );
  const denying = against.filter((claim) => !taken.claims.has(claim));
  const denials = voicesOf(denying).flatMap((voice) => weighDenial(voice, told, asked) ?? []);
  lines.push(...denials.map((one) => one.line));
  const unheard = denying.filter((claim) => claim.origins.length === 0);
  lines.push(
    ...uncounted(
      'W2',
      `${counted(unheard.length, 'denial')} of unknown origin`,
      'an unknown origin counts neither for nor against',
      unheard,
    ),
  );
  const odds = contradictions.filter(({ kind }) => AT_ODDS.has(kind));
  const parted = isApart ? [] : odds.filter((one) => sidesHeard(one, voices, ({ base }) => base) > 1);
  const partedClaims = favour.filter(({ id }) =>
    parted.some(({ values }) => values.some(({ claims }) => claims.includes(id))),
  );
  if (parted.length > 0)
    lines.push(
      line(
        'W29',
        `different ${[...new Set(parted.map(({ kind }) => kind))].sort(byText).join(', ')}`,
        PARTED.points,
        PARTED.why,
        partedClaims,
      ),
    );
  const aside = contradictions.filter(({ kind }) => !AT_ODDS.has(kind));
  if (aside.length > 0)
    lines.push(
      line(
        'W29',
        `different ${[...new Set(aside.map(({ kind }) => kind))].sort(byText).join(', ')}`,
        0,
        'leaves open only that, not whether it was',
        [],
      ),
    );
  if (rejected.length > 0)
    lines.push(
      line(
        'D6',
        `${counted(rejected.length, 'claim')} rejected by analysts`,
        0,
        'a rejected claim counts for nothing',
        rejected,
      ),
    );
  const subtotal = lines.reduce((sum, { value }) => sum + value, 0);
  const graded = gradeLines(voices, isApart);
  lines.push(...graded, ...denials.flatMap(({ grade }) => grade ?? []));
  if (parted.length > 0 && !parted.some((one) => sidesHeard(one, voices, (voice) => voice.graded) > 1))
    lines.push(
      line(
        'W30',
        'the other side counts for nothing as graded',
        -PARTED.points,
        'nobody who counts is at odds',
        partedClaims,
      ),
    );
  const standing = voices.filter(({ base }) => base > 0).length;
  const heard = isApart ? Math.min(1, standing) : standing;
  return {
    weight: { lines, voices: heard, subtotal, total: lines.reduce((sum, { value }) => sum + value, 0) },
    isOpen: denials.length > 0 || parted.length > 0,
  };
};

/** What analysts' grades change (W30). Where voices say different things only the one that counts most is counted. */
const gradeLines = (voices: readonly Weighed[], isApart: boolean): readonly WeightLine[] => {
  const why = 'as analysts graded it';
  const make = ({ voice, base, graded, grades, gradedBy }: Weighed, value = graded - base): WeightLine => ({
    rule: 'W30',
    what: grades.join(', ') || 'another of its claims is graded, and this one counts less',
    value,
    why,
    claims: gradedBy,
    origins: voice.origins,
  });
  if (!isApart) return voices.flatMap((one) => (one.graded === one.base ? [] : [make(one)]));
  const before = Math.max(0, ...voices.map(({ base }) => base));
  const [after] = [...voices].sort((a, b) => b.graded - a.graded || byText(a.voice.id, b.voice.id));
  return after === undefined || after.graded === before ? [] : [make(after, after.graded - before)];
};
