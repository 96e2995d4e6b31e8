import type { Claim } from '../model/index.ts';
import { FUNCTION_WORDS, nameTokens } from '../text/index.ts';

/** What a claim of a type must say at least: one filler in each of these sets of roles. */
interface Least {
  /** One of these roles is filled by somebody or something that was resolved. */
  readonly known?: readonly string[];
  /** Each of these is filled, in whatever words. */
  readonly filled?: readonly string[];
  /** One of these is filled, in whatever words. */
  readonly any?: readonly string[];
  /** Or all of these are filled, in whatever words. */
  readonly or?: readonly string[];
  /** Or words that fill one of these hold a name, whatever it was resolved to: "Ostran investors", "Linden's fields". */
  readonly named?: readonly string[];
  /** Or this property is told: a plan of so many points is that plan, whoever made it. */
  readonly property?: string;
}

const LEAST: Readonly<Record<string, Least>> = {
  meeting: { known: ['participant', 'host'] },
  call: { known: ['participant'] },
  visit: { known: ['visitor'] },
  proposal: { known: ['author', 'recipient', 'proposal'], property: 'points', or: ['author', 'proposal'] },
  stance: { known: ['party'], any: ['about', 'clause'] },
  offer: { known: ['offerer', 'recipient'], or: ['asset', 'amount'], named: ['offerer', 'recipient', 'asset'] },
  deal: { known: ['party', 'asset'], or: ['asset', 'amount'], named: ['party', 'asset'] },
  condition: { filled: ['dependent', 'condition'] },
  sanction: { known: ['target'] },
  waiver: { known: ['beneficiary', 'requester', 'authority', 'director'] },
  ownership: { known: ['owner', 'owned'], filled: ['owner', 'owned'] },
  appointment: { known: ['person'] },
  tie: { known: ['from', 'to'], filled: ['from', 'to'] },
  denial: { known: ['denier'], or: ['about'] },
  leak: { filled: ['proposal'] },
  representation: { known: ['agent'], filled: ['agent', 'principal'] },
  bypass: { known: ['bypassed', 'by'], filled: ['bypassed'] },
  handover: { known: ['giver', 'recipient'], filled: ['thing'] },
  clause: { filled: ['content'] },
};

/** Two words and more, one of them with a capital that no article has. */
const NAMED = /^(?=.*\s).*(?<![\p{L}\p{N}])(?!(?:The|An|Some|Several|Many|Other|Its|His|Her|Their)\b)\p{Lu}\p{Ll}+/u;

/** A meeting or call takes two: who met nobody at no time and no place tells nothing that could be checked; that somebody was not there does. */
const isAlone = (claim: Claim): boolean => {
  // "A deal with Norel": between whom, over what or for how much nobody says.
  if (claim.type === 'deal')
    return (claim.roles.party?.length ?? 0) < 2 && claim.roles.asset === undefined && claim.roles.amount === undefined;
  if ((claim.type !== 'meeting' && claim.type !== 'call') || claim.polarity === 'negative') return false;
  const people = (claim.roles.participant?.length ?? 0) + (claim.roles.host?.length ?? 0);
  return people < 2 && claim.roles.place === undefined && claim.date === null;
};

/** "His sister" is the sister of him: a tie between somebody and the words for that very tie names nobody new. */
const isSelfTie = (claim: Claim): boolean => {
  const [from, to] = [claim.roles.from?.[0], claim.roles.to?.[0]];
  if (claim.type !== 'tie' || from === undefined || to === undefined) return false;
  if ((from.entity ?? from.text) === (to.entity ?? to.text)) return true;
  const words = new Set(nameTokens(claim.properties.words ?? '').filter((word) => !FUNCTION_WORDS.has(word)));
  return [from, to].some((filler) => filler.entity === null && nameTokens(filler.text).some((word) => words.has(word)));
};

/** "He spoke on his own behalf": on nobody else's. */
const isSelfActing = ({ type, roles: { agent, principal } }: Claim): boolean =>
  type === 'representation' &&
  (principal ?? []).every((one) => agent?.some((other) => (other.entity ?? other.text) === (one.entity ?? one.text)));

/** Whether a claim says enough of somebody to stand in a case (rule C2). Types that no rule is known for need one filler. */
export const isTelling = (claim: Claim): boolean => {
  if (claim.evidence.length === 0 || Object.keys(claim.roles).length === 0) return false;
  const least = LEAST[claim.type];
  if (least === undefined) return true;
  const isKnown =
    least.known === undefined ||
    (least.property !== undefined && claim.properties[least.property] !== undefined) ||
    (claim.properties.act === 'dated' && claim.date !== null) ||
    (least.or?.every((role) => claim.roles[role] !== undefined) ?? false) ||
    (least.named?.some((role) => claim.roles[role]?.some(({ text }) => NAMED.test(text)) ?? false) ?? false) ||
    (claim.properties.amountOf === 'fee' && claim.roles.party !== undefined && claim.roles.amount !== undefined) ||
    least.known.some((role) => claim.roles[role]?.some((one) => one.entity !== null) ?? false);
  const isFilled = (least.filled ?? []).every((role) => claim.roles[role] !== undefined);
  const hasAny = least.any?.some((role) => claim.roles[role] !== undefined) ?? true;
  return isKnown && isFilled && hasAny && !isAlone(claim) && !isSelfTie(claim) && !isSelfActing(claim);
};
