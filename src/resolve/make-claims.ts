import {
  type Attribution,
  byText,
  type Claim,
  contentId,
  type Evidence,
  type Filler,
  type Frame,
  type Mention,
  type Span,
} from '../model/index.ts';
import { countryNamed, countryOf, foldName } from '../text/index.ts';
import { claimChain } from './claim-chain.ts';
import { isNoEvidence } from './clause.ts';
import type { Derivation, OriginPath } from './derive-origins.ts';
import { isTelling } from './is-telling.ts';
import { attributionsAround, passageOrigins } from './passage-origins.ts';
import { evidenceAt, inPlaceOrder, type Leaf, mentionAt, wordsAt } from './pile.ts';
import { isPronoun } from './pronouns.ts';
import type { AskBearers, AskOrigins } from './questions.ts';
import { type Negation, renderClaim } from './render-claim.ts';
import type { Bearer } from './resolve-entities.ts';
import type { Sourcing } from './sourcing.ts';

/** What the claims of a document ask the rest of the case. */
export interface ClaimQuestions extends AskBearers, AskOrigins {
  /** The one person of the case whom a description means (rule S7). */
  readonly described: (leaf: Leaf, mention: Mention) => Bearer | null;
  /** The one country of the case, by the code that `countryOf` gives. */
  readonly ofCountry: (code: string) => Bearer | null;
}

/** A claim before it has a happening, with the paths by which it came. */
export interface DraftClaim {
  /** From where the statement stands, so that it stays the same when other documents change what is known of it. */
  readonly claim: Claim;
  readonly paths: readonly OriginPath[];
  /** How its words are negated, where they are: for putting them anew. */
  readonly negation: Negation;
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

const fillerOf = (bearer: Bearer | null, words: string): Filler | null => {
  if (bearer?.entity != null) return { text: bearer.name, entity: bearer.entity.id };
  return words === '' || isPronoun(words) ? null : { text: words, entity: null };
};

/** Roles whose fillers are people and bodies: where a span holds several names, each is one filler. */
const PARTY_ROLES = new Set([
  'participant',
  'visitor',
  'host',
  'party',
  'author',
  'recipient',
  'offerer',
  'target',
  'authority',
  'requester',
  'beneficiary',
  'director',
  'owner',
  'denier',
  'agent',
  'principal',
  'bypassed',
  'giver',
  'payer',
  'payee',
]);

/** Roles that may hold a whole clause. */
const CLAUSE_ROLES = new Set(['about', 'condition', 'dependent', 'purpose', 'reason', 'topic', 'content', 'clause']);

/** Roles of plans and papers: whose they are, or where they were made, is not what they are. */
const PLAN_ROLES = new Set(['proposal', 'about', 'clause']);

/** Roles of those who own and of what is owned. */
const OWNING_ROLES = new Set(['owner', 'owned']);

const isOnlyOwner = ({ type, form, end }: Mention, span: Span): boolean =>
  end < span[1] &&
  (form === 'pronoun' || (form === 'name' && /^(?:person|place|organization|publicBody|group)$/.test(type)));

const isOfPlace = (mention: Mention, span: Span): boolean =>
  /^(?:place|person)$/.test(mention.type) && isOnlyOwner(mention, span);

const countWords = (leaf: Leaf, [start, end]: Span): number =>
  end <= start ? 0 : (wordsAt(leaf, [start, end]).match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []).length;

const fillers = (leaf: Leaf, asked: ClaimQuestions, role: string, span: Span): readonly Filler[] => {
  const mention = mentionAt(leaf, span);
  const words = oneLine(wordsAt(leaf, span));
  // "Having met Ana Mora" is denied, not Ana Mora: in roles that hold a clause, a name counts only where it is all there is.
  const isAll =
    mention === null || countWords(leaf, [span[0], mention.start]) + countWords(leaf, [mention.end, span[1]]) < 2;
  if (CLAUSE_ROLES.has(role) && (!isAll || isOwner(leaf, mention, span))) return [{ text: words, entity: null }];
  // "His proposal", "the Lorne paper" are not him and not Lorne.
  // "Foreign Minister" is the post of whoever is called so, and not him.
  if (role === 'post') return words === '' ? [] : [{ text: words, entity: null }];
  if (mention !== null && PLAN_ROLES.has(role) && isOnlyOwner(mention, span)) return [{ text: words, entity: null }];
  // "Kestria oil" is not Kestria.
  if (mention !== null && role === 'asset' && isOfPlace(mention, span)) return [{ text: words, entity: null }];
  // "His own firm" is not him.
  if (OWNING_ROLES.has(role) && isOwner(leaf, mention, span)) return [{ text: words, entity: null }];
  // "It", where nobody is named, owns nothing that could be checked.
  if (role === 'owner' && mention?.form === 'pronoun' && asked.ofChain(leaf.document.id, mention.chain) === null)
    return [];
  if (mention !== null) {
    const bearer =
      asked.ofChain(leaf.document.id, mention.chain) ??
      asked.described(leaf, mention) ??
      (role === 'place' ? placeAtEnd(leaf, asked, span) : null);
    const filler = fillerOf(bearer, describedWords(leaf, mention.chain, words));
    // "A tenth of Linden Gas" is dealt in, not all of it.
    if (filler !== null && role === 'asset' && !isAll) return [{ ...filler, text: words }];
    return filler === null ? [] : [filler];
  }
  if (PARTY_ROLES.has(role)) {
    const named = leaf.reading.mentions.filter(
      (one) => one.form === 'name' && one.start >= span[0] && one.end <= span[1],
    );
    const bearers = named.flatMap((one) => asked.ofChain(leaf.document.id, one.chain) ?? []);
    if (new Set(bearers).size > 1) return bearers.flatMap((bearer) => fillerOf(bearer, '') ?? []);
  }
  const filler = fillerOf(role === 'place' ? placeAtEnd(leaf, asked, span) : landOf(asked, role, words), words);
  return filler === null ? [] : [filler];
};

/** "The Egyptian president": an adjective alone says whose somebody is. */
const landOf = (asked: ClaimQuestions, role: string, words: string): Bearer | null => {
  const code = role === 'to' && countryNamed(words) === null ? countryOf(words) : null;
  return code === null ? null : asked.ofCountry(code);
};

/** "His travel" is no one's name. */
const isOwner = (leaf: Leaf, mention: Mention | null, [start, end]: Span): boolean =>
  mention?.form === 'pronoun' &&
  /^(?:his|her|their|its)$/i.test(wordsAt(leaf, mention.head)) &&
  countWords(leaf, [start, mention.start]) + countWords(leaf, [mention.end, end]) > 0;

/** "The resort of Port Cessy" is Port Cessy: the place named at the end of a description of a place. */
const placeAtEnd = (leaf: Leaf, asked: ClaimQuestions, span: Span): Bearer | null => {
  const last = leaf.reading.mentions.findLast(
    (one) => one.form === 'name' && one.start > span[0] && one.end === span[1],
  );
  const isPlace = last?.type === 'place' || last?.type === 'facility';
  return last !== undefined && isPlace ? asked.ofChain(leaf.document.id, last.chain) : null;
};

/** A pronoun that stands for a description is shown by that description. */
const describedWords = (leaf: Leaf, chain: number, words: string): string => {
  if (words.length > 5 && /\s/.test(words)) return words;
  const told = leaf.chains.get(chain)?.find((one) => one.form === 'nominal');
  return told === undefined ? words : oneLine(wordsAt(leaf, [told.start, told.end]));
};

const onceEach = (list: readonly Filler[]): readonly Filler[] => {
  const seen = new Set<string>();
  return list.filter((one) => {
    const key = one.entity ?? `"${foldName(one.text)}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
};

const rolesOf = (leaf: Leaf, asked: ClaimQuestions, frame: Frame): Claim['roles'] =>
  Object.fromEntries(
    Object.entries(frame.roles)
      .map(([role, spans]) => [role, onceEach(spans.flatMap((span) => fillers(leaf, asked, role, span)))] as const)
      .filter(([, list]) => list.length > 0)
      .sort(([a], [b]) => byText(a, b)),
  );

/** By whose word a claim is negative: the innermost of those who deny it or say that there is no evidence of it. */
const negationOf = (attributions: readonly Attribution[], claim: Pick<Claim, 'chain'>): Negation => {
  const denial = attributions.findIndex((one) => one.polarity === 'negative');
  if (denial < 0) return { kind: 'plain' };
  if (attributions[denial]?.kind === 'no-evidence') return { kind: 'no-evidence' };
  const link = denial === 0 ? claim.chain[0] : undefined;
  return { kind: 'denied', by: link === undefined || link.kind === 'unknown' ? null : link.name };
};

const draft = (leaf: Leaf, asked: ClaimQuestions, sourcing: Sourcing, whole: Derivation, frame: Frame): DraftClaim => {
  const { reading } = leaf;
  const attributions = attributionsAround(leaf, frame);
  const paths = passageOrigins(leaf, frame, asked, sourcing, whole);
  const time = reading.times.find((one) => one.id === frame.time) ?? null;
  const duration = reading.times.find((one) => one.id === frame.duration) ?? null;
  const roles = rolesOf(leaf, asked, frame);
  const evidence = evidenceAt(leaf, frame.extent);
  const bare: Omit<Claim, 'id' | 'text'> = {
    document: leaf.document.id,
    type: frame.type,
    roles,
    properties: Object.fromEntries(Object.entries(frame.properties).sort(([a], [b]) => byText(a, b))),
    chain: claimChain(leaf, asked, attributions, paths, sourcing),
    origins: paths.map((path) => path.origin.id),
    // "There is no evidence that …" asserts nothing: it speaks against what it is about.
    polarity: isNoEvidence(frame) ? 'negative' : frame.polarity,
    certainty: frame.certainty,
    tense: frame.tense,
    status: frame.status,
    judgement: null,
    informationCredibility: null,
    corrected: null,
    date: time?.edtf ?? null,
    dateWords: time === null ? null : oneLine(wordsAt(leaf, [time.start, time.end])),
    duration: duration?.duration ?? null,
    conditions: frame.conditions.flatMap((one) => {
      const words = evidenceAt(leaf, one.span);
      return words === null ? [] : [{ text: oneLine(words.quote), form: one.form, evidence: [words] }];
    }),
    relations: [],
    event: null,
    evidence: evidence === null ? [] : [evidence],
  };
  const id = contentId(
    'claim',
    leaf.document.id,
    frame.type,
    ...frame.extent,
    ...frame.trigger,
    frame.rule,
    JSON.stringify(frame.roles),
  );
  const negation = negationOf(attributions, bare);
  return { claim: { ...bare, id, text: renderClaim(bare, negation) }, paths, negation };
};

/** What two statements of one document must share to be one claim: all but where they stand. */
const sameness = ({ claim }: DraftClaim): string =>
  JSON.stringify([
    claim.type,
    Object.entries(claim.roles).map(([role, list]) => [
      role,
      list.map((one) => one.entity ?? foldName(one.text)).sort(byText),
    ]),
    claim.properties,
    claim.polarity,
    claim.certainty,
    claim.tense,
    claim.status,
    claim.date,
    claim.duration,
    claim.origins,
    claim.chain.map((link) => link.name),
    claim.conditions.map((one) => foldName(one.text)),
  ]);

const evidenceOf = (drafts: readonly DraftClaim[]): readonly Evidence[] =>
  inPlaceOrder(drafts.flatMap(({ claim }) => claim.evidence));

/**
 * The claims of a document: one for each frame, statements repeated within it taken as one with several pieces of evidence
 * (rule C1). Frames that say nothing of anybody are left out (rule C2).
 */
export const makeClaims = (
  leaf: Leaf,
  asked: ClaimQuestions,
  sourcing: Sourcing,
  whole: Derivation,
): readonly DraftClaim[] => {
  const same = new Map<string, DraftClaim[]>();
  for (const frame of leaf.reading.frames) {
    const one = draft(leaf, asked, sourcing, whole, frame);
    if (!isTelling(one.claim)) continue;
    const key = sameness(one);
    const known = same.get(key);
    if (known === undefined) same.set(key, [one]);
    else known.push(one);
  }
  return [...same.values()].flatMap((drafts): readonly DraftClaim[] => {
    const first = drafts[0];
    if (first === undefined) return [];
    const conditions = first.claim.conditions.map((condition, at) => ({
      ...condition,
      evidence: inPlaceOrder(drafts.flatMap(({ claim }) => claim.conditions[at]?.evidence ?? [])),
    }));
    return [{ ...first, claim: { ...first.claim, conditions, evidence: evidenceOf(drafts) } }];
  });
};
