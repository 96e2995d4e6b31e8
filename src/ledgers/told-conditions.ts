import type { Claim, Condition, Evidence } from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { isDeal } from './deals.ts';
import { type Matter, matterOf, saysNothing } from './matters.ts';
import type { NamesInText } from './names-in-text.ts';

/** A condition as one claim tells it. */
export interface ToldCondition {
  readonly text: string;
  readonly form: Condition['form'];
  readonly evidence: readonly Evidence[];
  readonly claim: Claim;
  readonly matter: Matter;
  /** Happening of the deal, plan, waiver or meeting that hangs on it; null where only words are told for what does. */
  readonly hangs: string | null;
  readonly isDeal: boolean;
  /** What hangs on it in words, where it is no happening, or one that brings about what another condition asks for. */
  readonly dependent: Matter | null;
}

/** Types of happenings, besides deals, that conditions of theirs are listed for. */
const HANGING: ReadonlySet<string> = new Set(['proposal', 'stance', 'waiver', 'meeting', 'visit', 'call', 'sanction']);
/** What a sanction is said to come to, where that is its end. */
const ENDING: ReadonlySet<string> = new Set(['lifted', 'demanded', 'promised', 'planned']);

/** Documents in whose words names are looked for. */
export const documentsWithConditions = (told: readonly Told[]): ReadonlySet<string> =>
  new Set(
    told.flatMap(({ happening, favour, supposed, against }) =>
      [...favour, ...supposed, ...against].flatMap((claim) =>
        happening.type === 'condition' || claim.conditions.length > 0 ? [claim.document] : [],
      ),
    ),
  );

/**
 * Every condition that a claim tells, cut into its parts.
 *
 * @param byDeal Free-standing conditions by the deal that they take up.
 */
export const toldConditions = (
  told: readonly Told[],
  byDeal: ReadonlyMap<string, readonly Claim[]>,
  names: NamesInText,
): readonly ToldCondition[] => {
  const taken = new Set([...byDeal.values()].flat().map(({ id }) => id));
  return told.flatMap((one): readonly ToldCondition[] => {
    const { happening, favour, against, supposed } = one;
    if (isDeal(one)) {
      const on = { hangs: happening.id, isDeal: true, dependent: null };
      return [
        ...(favour.length > 0 ? favour : against).flatMap((claim) => ofClaim(claim, names, on)),
        ...(byDeal.get(happening.id) ?? []).flatMap((claim) =>
          freeOf(claim, names, isAgainst(claim) ? freely(claim, names) : on),
        ),
      ];
    }
    if (happening.type === 'condition')
      return favour.filter(({ id }) => !taken.has(id)).flatMap((claim) => freeOf(claim, names, freely(claim, names)));
    if (!HANGING.has(happening.type)) return [];
    return [...favour, ...supposed].filter(mayHang).flatMap((claim) =>
      ofClaim(claim, names, {
        hangs: happening.id,
        isDeal: false,
        dependent: claim.type === 'sanction' ? reliefOf(claim) : null,
      }),
    );
  });
};

/** What has come about hangs on nothing any more; a view may still be held on a condition. */
const mayHang = ({ type, status, properties }: Claim): boolean =>
  type === 'sanction' ? ENDING.has(properties.status ?? '') : type === 'stance' || !OVER.has(status);
const OVER: ReadonlySet<string> = new Set(['held', 'ongoing', 'cancelled']);

type Hanging = Pick<ToldCondition, 'hangs' | 'isDeal' | 'dependent'>;

const freely = (claim: Claim, names: NamesInText): Hanging => ({
  hangs: null,
  isDeal: false,
  dependent: dependentOf(claim, names),
});

/** "The contract lapses if …", "it cannot go ahead as long as …": the deal comes to nothing where it holds. */
const isAgainst = ({ roles, evidence }: Claim): boolean => {
  const [dependent, condition] = [roles.dependent?.[0]?.text ?? '', roles.condition?.[0]?.text ?? ''];
  if (ENDS.test(dependent)) return !UNLESS.test(before(condition, evidence));
  return NEGATED.test(dependent) && /\b(?:if|as long as|so long as|while)\s*$/i.test(before(condition, evidence));
};
const ENDS = /\b(?:laps|expir|terminat|collaps|cancel|void\b|off$|walk|fall(?:s)? through|withdr)/i;
const NEGATED = /\b(?:not|cannot|never|no|nothing|none|nobody)\b|n['’]t\b/i;
const UNLESS = /\b(?:unless|until|till|without|before)\s*$/i;

const before = (condition: string, evidence: readonly Evidence[]): string => {
  const quote = evidence.find((one) => one.quote.includes(condition))?.quote ?? '';
  return quote.slice(0, Math.max(0, quote.indexOf(condition)));
};

const ofClaim = (claim: Claim, names: NamesInText, on: Hanging): readonly ToldCondition[] =>
  claim.conditions.flatMap(({ text, form, evidence }) => partsOf({ text, form, evidence, claim, ...on }, names));

const freeOf = (claim: Claim, names: NamesInText, on: Hanging): readonly ToldCondition[] =>
  (claim.roles.condition ?? [])
    .flatMap(({ text }) => partsOf({ text, form: 'stated', evidence: claim.evidence, claim, ...on }, names))
    .map((one) => ({ ...one, matter: withDoers(one.matter, claim) }));

/** Who would bring it about, where its reading names them and the words alone do not. */
const withDoers = (matter: Matter, { roles }: Claim): Matter => {
  const by = (roles.by ?? []).filter(({ text, entity }) => entity !== null && matter.text.includes(text));
  const isNamed = matter.by.some(({ entity }) => entity !== null);
  if (isNamed || by.length === 0) return matter;
  return { ...matter, by, entities: [...new Set([...matter.entities, ...by.flatMap(({ entity }) => entity ?? [])])] };
};

/** "It depends on …" with the words for what does. */
export const dependentOf = (claim: Claim, names: NamesInText): Matter | null => {
  const dependent = claim.roles.dependent?.[0];
  if (dependent === undefined || saysNothing(dependent.text)) return null;
  const words = wellFormed(dependent.text);
  const matter = matterOf(words, names.find(claim.document, words));
  const { entity } = dependent;
  return entity === null || matter.entities.includes(entity)
    ? matter
    : { ...matter, on: [...matter.on, entity], entities: [...matter.entities, entity] };
};

/** Without a joining word in front, or a mark of quotation whose other half stands outside. */
const wellFormed = (text: string): string => {
  const words = text.trim().replace(/^(?:that|which|and|but)\s+(?=\S+\s)/i, '');
  const [marks = 0, opening = 0, closing = 0] = [/"/g, /“/g, /”/g].map((mark) => (words.match(mark) ?? []).length);
  const even = marks % 2 === 0 ? words : words.replace(/"(?=[^"]*$)/, '');
  return (opening === closing ? even : even.replace(/[“”]/g, '')).replace(/[\s,;:]+$/, '').trim();
};

/** The end of a sanction, as a claim of it tells. */
const reliefOf = ({ text, roles }: Claim): Matter => {
  const on = (roles.target ?? []).flatMap(({ entity }) => entity ?? []);
  const by = roles.authority ?? [];
  return {
    text,
    kind: 'relief',
    by,
    on,
    entities: [...on, ...by.flatMap(({ entity }) => entity ?? [])],
    topic: new Set(),
  };
};

const LEAD =
  /^(?:(?:and|only|that|if|once|when|until|unless|upon|after|should|provided(?: that)?|on condition that)\s+)+/i;
const JOINT = /,?\s+and\s+(?:(?:that|if|once|when|until|only|also|then)\s+)*/gi;

/**
 * "That A and that B" is two conditions, where each part can be told for what it is; "A and B lift their sanctions" is one, with two who
 * would have to.
 */
const partsOf = (one: Omit<ToldCondition, 'matter'>, names: NamesInText): readonly ToldCondition[] => {
  const whole = trimmed(one.text);
  if (saysNothing(whole)) return [];
  const read = (text: string): Matter => matterOf(text, names.find(one.claim.document, text));
  for (const joint of whole.matchAll(JOINT)) {
    const parts = [whole.slice(0, joint.index), whole.slice(joint.index + joint[0].length)];
    const matters = parts.map(read);
    const kinds = matters.map(({ kind }) => kind);
    if (kinds.includes(null) || kinds[0] === kinds[1]) continue;
    return parts.flatMap((text) => partsOf({ ...one, text, evidence: placesOf(text, one.evidence) }, names));
  }
  return [{ ...one, text: whole, matter: read(whole) }];
};

const trimmed = (text: string): string =>
  text
    .trim()
    .replace(LEAD, '')
    .replace(/[\s,;:.]+$/, '');

/** The places of some of the words, where they stand so in what is quoted; else those of the whole. */
const placesOf = (text: string, evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.map((whole) => {
    const at = whole.quote.indexOf(text);
    return at < 0 ? whole : { ...whole, start: whole.start + at, end: whole.start + at + text.length, quote: text };
  });
