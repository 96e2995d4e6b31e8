import { byText, type Claim, type Contradiction, contentId, type Finding } from '../model/index.ts';
import { isDateWithin } from '../text/index.ts';
import { gradeThing, reliabilityOf } from './grades.ts';
import { hasHappened, type Told } from './group-claims.ts';
import { countIndependence } from './independence.ts';
import { AT_ODDS, weighThing } from './weight.ts';
import type { WeightQuestions } from './weight-placement.ts';

/**
 * What the claims of one thing come to (SPEC.md, rules W14 to W18), with the sum of what speaks for and against it (W26 to W31).
 *
 * `corroborated`: two or more independent voices say so and nobody denies it. `single-origin`: one does. `unknown-origin`:
 * only documents whose origin cannot be told. `disputed`: said and denied, or told with a different number, amount, author,
 * authority or holder. `denied`: only denials or "no evidence" are at
 * hand. `corrected`: the origin that said so has itself taken it back, later. Things that are only supposed give no finding.
 *
 * @param contradictions Those in which claims of this thing stand on different sides.
 * @param rejected Claims of it that analysts rejected; `told` is without them.
 * @param idle Denials of it that gainsay none of its claims (W45): they are named, and dispute nothing.
 */
export const findFinding = (
  told: Told,
  contradictions: readonly Contradiction[],
  rejected: readonly Claim[],
  asked: WeightQuestions,
  idle: readonly Claim[] = [],
): Finding | null => {
  const { favour } = told;
  const aside = favour.length > 0 ? idle : [];
  const against = told.against.filter((claim) => !aside.includes(claim));
  const lead = favour[0] ?? against[0];
  if (lead === undefined) return null;
  const held = favour.filter(hasHappened);
  // That it is planned says nothing of whether it came about (W19).
  const counted = held.length > 0 ? held : favour;
  const { origins, voices, reasons } = countIndependence(counted);
  const left = favour.length - counted.length;
  const uncounted = left > 0 ? [`${left} ${left === 1 ? 'claim' : 'claims'} only of a plan, not counted (W19)`] : [];
  const parted = contradictions.filter(({ kind }) => AT_ODDS.has(kind));
  const status = statusOf({ favour, against }, voices, origins, asked, parted);
  const shared = voices > 1 ? sharedText(counted) : null;
  const isApart = voices > 1 && shared === null && SAID_OF.has(told.happening.type);
  const apart = status === 'corroborated' && isApart;
  const plans = favour.filter((claim) => !counted.includes(claim));
  const weighing = weighThing({ counted, against, plans, rejected, contradictions, isApart }, asked);
  const { weight } = weighing;
  const differ = parted.map(
    ({ kind, values }) => `told with different ${kind}: ${values.map((one) => one.value).join(' against ')} (W16)`,
  );
  const denied =
    against.length > 0 ? [`${against.length} against: ${against.map((claim) => claim.id).join(', ')}`] : [];
  return {
    id: contentId('finding', told.happening.id),
    type: told.happening.type,
    text:
      status === 'corroborated' && !apart
        ? (shared ?? leastText(counted))
        : bestText(favour.length > 0 ? favour : against),
    status: apart ? 'single-origin' : status,
    claims: favour.map((claim) => claim.id),
    denials: against.map((claim) => claim.id),
    origins,
    event: told.happening.id,
    rejected: rejected.map(({ id }) => id),
    weight,
    informationCredibility: gradeThing(favour, weighing),
    sourceReliability: reliabilityOf(origins, asked),
    reasons: [
      ...(favour.length > 0 ? reasons : []),
      ...uncounted,
      ...(apart ? ['no two voices say the same of it (W14)'] : []),
      ...differ,
      ...denied,
      ...(aside.length > 0
        ? [`${aside.length} against something that no claim here says (W45): ${aside.map(({ id }) => id).join(', ')}`]
        : []),
      ...new Set([...favour, ...against].flatMap(({ corrected }) => corrected?.reasons ?? [])),
      sayWeight(weight),
    ],
    evidence: [...favour, ...against].flatMap((claim) => claim.evidence),
  };
};

/** The sum in a line: "weight 5: +4 Lena Varga: has a part in it; +2 …; -1 …". */
const sayWeight = ({ lines, total }: Finding['weight']): string => {
  const parts = lines
    .filter(({ value }) => value !== 0)
    .map(({ what, value, rule }) => `${signed(value)} ${what} (${rule})`);
  return `weight ${total}${parts.length === 0 ? '' : `: ${parts.join('; ')}`}`;
};

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));

const statusOf = (
  { favour, against }: Pick<Told, 'favour' | 'against'>,
  voices: number,
  origins: readonly string[],
  asked: WeightQuestions,
  parted: readonly Contradiction[],
): Finding['status'] => {
  if (favour.length === 0) return 'denied';
  if (against.length > 0) return isTakenBack(favour, against, asked) ? 'corrected' : 'disputed';
  if (parted.length > 0) return 'disputed';
  if (origins.length === 0) return 'unknown-origin';
  return voices >= 2 ? 'corroborated' : 'single-origin';
};

/** Every denial is the word of the one origin that had said so, in a later document. */
const isTakenBack = (favour: readonly Claim[], against: readonly Claim[], asked: WeightQuestions): boolean => {
  const said = new Set(favour.flatMap((claim) => claim.origins));
  const published = (claim: Claim): string => asked.published(claim.document) ?? '';
  const first = favour.map(published).sort(byText)[0] ?? '';
  return (
    said.size === 1 &&
    against.every(
      (claim) =>
        claim.chain.length <= 1 &&
        claim.origins.length > 0 &&
        claim.origins.every((o) => said.has(o)) &&
        first !== '' &&
        published(claim) > first,
    )
  );
};

/**
 * The sentence of what is corroborated says no more than a second voice says too (W14): of the claims that a claim of another
 * origin bears out in every named filler and date, the fullest. Null when there is none.
 */
const sharedText = (all: readonly Claim[]): string | null => {
  const claims = all.slice(0, COMPARED);
  const backed = claims.filter((claim) => claims.some((other) => isOtherVoice(claim, other) && bearsOut(other, claim)));
  return (
    backed.sort((a, b) => named(b).size - named(a).size || a.text.length - b.text.length || byText(a.id, b.id))[0]
      ?.text ?? null
  );
};

/** Of a thing told thousands of times this many claims are compared with each other. */
const COMPARED = 150;

const isOtherVoice = (a: Claim, b: Claim): boolean =>
  b.origins.length > 0 && a.origins.length > 0 && !a.origins.some((origin) => b.origins.includes(origin));

/** Whether whatever `claim` names and dates stands in `other` too. */
const bearsOut = (other: Claim, claim: Claim): boolean => {
  const has = named(other);
  for (const filler of named(claim)) if (!has.has(filler)) return false;
  if (claim.properties.act !== other.properties.act && named(claim).size > 0) return false;
  return claim.date === null || (other.date !== null && isDateWithin(other.date, claim.date));
};

const namedBy = new WeakMap<Claim, ReadonlySet<string>>();

const named = (claim: Claim): ReadonlySet<string> => {
  const known = namedBy.get(claim);
  if (known !== undefined) return known;
  const made = new Set(
    Object.entries(claim.roles).flatMap(([role, fillers]) =>
      fillers.flatMap(({ entity }) => (entity === null ? [] : `${role} ${entity}`)),
    ),
  );
  namedBy.set(claim, made);
  return made;
};

/** Where no two voices name the same, the shortest sentence with the fewest names. */
const leastText = (claims: readonly Claim[]): string =>
  [...claims].sort((a, b) => named(a).size - named(b).size || a.text.length - b.text.length || byText(a.id, b.id))[0]
    ?.text ?? '';

/** Things that are told by what is said of them: that two voices speak of one plan does not yet corroborate what either says. */
const SAID_OF: ReadonlySet<string> = new Set(['proposal', 'deal', 'offer', 'waiver']);

/** The fullest sentence that most claims would sign: of the most frequent set of role fillers the longest text. */
const bestText = (claims: readonly Claim[]): string =>
  [...claims].sort(
    (a, b) => Number(hasHappened(b)) - Number(hasHappened(a)) || b.text.length - a.text.length || byText(a.id, b.id),
  )[0]?.text ?? '';
