import type { Filler } from '../model/index.ts';
import { stemsOf } from '../resolve/index.ts';
import type { NamedAt } from './names-in-text.ts';

/** What sort of thing would have to come about. */
export type MatterKind = 'relief' | 'peace' | 'accord' | 'approval' | 'meeting' | 'deal';

/** What a condition's words are for, as far as they can be told apart: enough to know it again in other words. */
export interface Matter {
  readonly text: string;
  readonly kind: MatterKind | null;
  /** Who would bring it about. */
  readonly by: readonly Filler[];
  /** Whom or what it is about: the sanctioned, what is approved, what an accord is on. */
  readonly on: readonly string[];
  /** Entities in the words, whatever their part. */
  readonly entities: readonly string[];
  /** Telling words as stems, without names and without the words that make the kind. */
  readonly topic: ReadonlySet<string>;
}

const RESTRICTION = String.raw`(?:sanction|restriction|restrictive measure|embargo|penalt|blacklist|designation|asset freeze|export ban|travel ban|curb)\w*`;
const REMOVAL = String.raw`(?:lift|remov|end(?:s|ed|ing)?\b|eas(?:e|ed|es|ing)\b|scrap|drop|c[ao]me?s? off|coming off|relax|waiv|cancel|revok|rescind|suspend|go(?:es|ne)?\b|going\b|relief|withdr[ae]w|dismantl|repeal|abolish|unw[io]nd|t[ao]k(?:e|es|en|ing) off|roll(?:ed|s|ing)? back|phas(?:e|ed|ing) out|terminat|expir|lower|loosen)\w*`;
const DELISTED =
  /\b(?:de-?list(?:ed|ing|s)?|unfro[sz]en|unfreez\w+|(?:taken|struck|removed|comes?|goes|is|are) off (?:the|its|their|a|that|this) (?:\w+ )?(?:black)?list)\b/i;
const PACT = String.raw`(?:deal|agreement|accord|treaty|pact|settlement|plan|memorandum|protocol|framework)s?`;

/** Kinds by their words; the first that fits counts. */
const KINDS: readonly (readonly [kind: MatterKind, words: RegExp])[] = [
  ['relief', new RegExp(String.raw`\b${RESTRICTION}\b.*\b${REMOVAL}|\b${REMOVAL}\b.*\b${RESTRICTION}\b`, 'i')],
  ['relief', DELISTED],
  [
    'peace',
    /\b(?:peace|cease-?fires?|truces?|armistices?|cessation of hostilities|end (?:to|of) (?:the |this |its |their )?(?:war|fighting|hostilities|conflict)|(?:war|fighting|hostilities|conflict|shooting)s? (?:is |are |has |have |had )?(?:over|end|stop|ceas)\w*|(?:end|stop)\w* (?:the |this )?(?:war|fighting|hostilities|conflict))\b/i,
  ],
  [
    'approval',
    /\b(?:approv\w+|authori[sz]\w+|consent\w*|clearance|clear(?:s|ed|ing)\b|permission|permit\w*|green light|go-ahead|licen[cs]\w+|waivers?|ratif\w+|bless(?:es|ing))\b/i,
  ],
  ['accord', new RegExp(String.raw`\b${PACT}\b|\b(?:sign(?:s|ed|ing)?|signature)\b`, 'i')],
  ['meeting', /\b(?:meet(?:s|ing|ings)?|met|summit|talks|visit\w*|negotiations)\b/i],
  ['deal', /\b(?:sales?|purchases?|takeovers?|bids?|offers?|contracts?|transfers?|acquisitions?|mergers?)\b/i],
];

/** Words that tell of no topic: those of the kinds, and what any condition has. */
const PLAIN = stemsOf(
  [
    'sanction sanctions restriction restrictions restrictive measures embargo penalty penalties blacklist designation freeze',
    'lift lifted remove removed removing removal end ended ease eased scrap scraps drop come comes off go gone relief delisted',
    'deal agreement accord treaty pact settlement plan memorandum protocol framework sign signed signing signature conclude concluded',
    'conclusion reach reached reaching agree agreed entry force enter have has had both two three all any either once until unless',
    'approve approved approval approves authorise authorised authorisation consent clearance clear permission permit license licence waiver grant granted',
    'condition conditions event events thing things step steps point points country countries government governments state states capital capitals side sides party parties',
    'being there take takes taken place happen happens first before after upon only done made make completed complete completion',
    'will would shall should may might can could must ought be is are was were been am do does did having if when that this it its they their them he his him she her who which what such',
  ].join(' '),
);

/** Of an agreement that ends a war the words for peace tell of no further topic. */
const PEACE =
  'peace ceasefire cease fire truce armistice cessation hostilities war fighting conflict end ending over stop stopped stopping shooting';

/** Words that name nothing by which a condition could be known again: "two events", "it". */
export const saysNothing = (text: string): boolean =>
  EMPTY.test(text.trim()) || [...stemsOf(text)].filter((stem) => !/^\d+$/.test(stem)).length === 0;
const EMPTY =
  /^(?:(?:a |an |the |these |those |some |certain |several |many |all |both |two|three|four|five|six|\d+|other|further|a number of|a series of|following) ?)*(?:events?|things?|conditions?|factors?|steps?|points?|circumstances|developments?|terms?|ifs?|it|that|this|them|so|needed|necessary|possible)?(?: (?:(?:will|would|must|should|have to|has to|can|could) )?(?:(?:both|all|first|also) )?(?:happen|happens|happened|occur|occurs|occurred|come about|comes about|come true|hold|holds|apply|applies|(?:are|is|were|was|be) (?:met|satisfied|fulfilled)))?$/i;

/** Reads what words are for. @param named Whom they name, in text order. */
export const matterOf = (text: string, named: readonly NamedAt[]): Matter => {
  const kind = KINDS.find(([, words]) => words.test(text))?.[0] ?? null;
  const parts = partsOf(text, named, kind);
  const names = named.map(({ start, end }) => text.slice(start, end)).join(' ');
  const own = stemsOf(kind === 'peace' ? `${names} ${PEACE}` : names);
  return {
    text,
    kind,
    by: parts.by,
    on: parts.on,
    entities: [...new Set(named.map(({ entity }) => entity))],
    topic: new Set([...stemsOf(text)].filter((stem) => !PLAIN.has(stem) && !own.has(stem) && !/^\d+$/.test(stem))),
  };
};

/** Before a name: it is what something is about, or where. */
const ABOUT =
  /\b(?:on|upon|against|for|over|of|in|about|concerning|regarding|with|to|into|from|at|near|around|through)\s+(?:(?:the|a|an|its|their|his|her|any|all|both)\s+)?(?:[\p{L}-]+\s+){0,2}$/iu;
const BY = /\b(?:by|between)\s+(?:(?:the|a|an|its|their|both)\s+)?(?:[\p{L}-]+\s+)?$/iu;
const FROM = /\b(?:of|from)\s+(?:(?:the|a|an|its|their|both)\s+)?(?:[\p{L}-]+\s+)?$/iu;
const LISTED = /^(?:\s*,)?\s*(?:and|or|as well as|,)\s*(?:the\s+)?$/i;
/** Several who are not named: "both governments", "two regulators". */
const UNNAMED =
  /\b(?:both|the two|two|the three|three|all|either|neither)\s+(?:\w+\s+)?(?:governments|capitals|countries|states|sides|parties|authorities|regulators|ministries|parliaments|presidents|leaders|boards|companies|agencies)\b/i;

/** Who can bring something about. */
const ACTS: ReadonlySet<string> = new Set(['person', 'organization', 'publicBody', 'group', 'place']);

type Part = 'by' | 'on';

/** Parts who would bring it about from what it is about, by where the names stand. */
const partsOf = (
  text: string,
  named: readonly NamedAt[],
  kind: MatterKind | null,
): { readonly by: readonly Filler[]; readonly on: readonly string[] } => {
  const by: Filler[] = [];
  const on: string[] = [];
  let before: { readonly end: number; readonly part: Part } | null = null;
  for (const one of named) {
    const goesOn: boolean = before !== null && LISTED.test(text.slice(before.end, one.start));
    const part: Part = goesOn && before !== null ? before.part : partOf(text, one, kind);
    const words = text.slice(one.start, one.end).replace(/^(?:the|a|an)\s+/i, '');
    if (part === 'by') by.push({ text: words, entity: one.entity });
    else on.push(one.entity);
    before = { end: one.end, part };
  }
  const unnamed = by.length === 0 ? UNNAMED.exec(text)?.[0] : undefined;
  return { by: unnamed === undefined ? by : [{ text: unnamed, entity: null }], on: [...new Set(on)] };
};

const partOf = (text: string, { type, start, end }: NamedAt, kind: MatterKind | null): Part => {
  const [lead, rest] = [text.slice(0, start), text.slice(end)];
  if (!ACTS.has(type)) return 'on';
  if (BY.test(lead) || (kind === 'approval' && FROM.test(lead))) return 'by';
  if (ABOUT.test(lead)) return 'on';
  const isOwner = /^['’]s?\s/.test(rest);
  // Whoever "is delisted" has it done to them.
  if (kind === 'relief' && !isOwner && DELISTED.test(rest)) return 'on';
  const verb = verbAt(text, kind);
  return isOwner || verb === null || start < verb ? 'by' : 'on';
};

/** Where the first word of doing stands: what comes before it does it. */
const verbAt = (text: string, kind: MatterKind | null): number | null => {
  const words =
    kind === 'relief'
      ? new RegExp(String.raw`\b${REMOVAL}|\b(?:de-?list|unfre|unfro)\w*`, 'i')
      : /\b(?:approv|authori[sz]|consent|clear|permit|grant|sign|conclud|reach|agree|make|made|hav|has|had|end|stop|ratif|accept|decid|meet|met|buy|sell|pay|releas|withdr|hand|deliver|open|win|vot)\w*/i;
  const found = words.exec(text);
  return found === null ? null : found.index;
};

const meets = <T>(a: Iterable<T>, b: ReadonlySet<T>): boolean => {
  for (const one of a) if (b.has(one)) return true;
  return false;
};

const namedBy = ({ by }: Matter): ReadonlySet<string> => new Set(by.flatMap(({ entity }) => entity ?? []));

/** Both name some, and none in common: two things, however alike the words. */
const isApart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size > 0 && b.size > 0 && !meets(a, b);

/** Whether two wordings name different ones who would do it, or different ones whom it is about. */
export const areApart = (a: Matter, b: Matter): boolean =>
  isApart(namedBy(a), namedBy(b)) || isApart(new Set(a.on), new Set(b.on));

/** How near two wordings stand: hanging over one deal, told in one document, or neither. */
export type Nearness = 'deal' | 'document' | null;

/**
 * Why two wordings are for one thing; null where they are not, or where that cannot be told. The nearer they stand, the more may
 * be left out in one of them that the other says.
 */
export const sameMatter = (a: Matter, b: Matter, near: Nearness): string | null => {
  if (a.kind !== b.kind || a.kind === null) return null;
  const [on, other] = [new Set(a.on), new Set(b.on)];
  if (areApart(a, b)) return null;
  const [sharedOn, sharedBy] = [meets(on, other), meets(namedBy(a), namedBy(b))];
  switch (a.kind) {
    case 'relief':
      if (sharedOn) return 'both are for the end of the sanctions on the same';
      if (near === 'deal') return 'both are for the end of the sanctions that the deal waits for';
      if (near !== null && sharedBy) return 'both are for the end of the sanctions of the same authority';
      return near !== null && (isBare(a) || isBare(b)) ? 'both are for the end of the sanctions told of there' : null;
    case 'peace':
    case 'accord':
      if (meets(a.topic, b.topic))
        return near !== null || sharedOn || sharedBy ? 'both are for an agreement on the same' : null;
      if (sharedOn && sharedBy) return 'both are for an agreement of the same on the same';
      if (isApart(a.topic, b.topic)) return null;
      if (near === 'deal' && (sharedOn || isBare(a) || isBare(b)))
        return 'both are for the agreement that the deal waits for';
      return near !== null && a.kind === 'peace' && (isBare(a) || isBare(b))
        ? 'both are for the peace told of there'
        : null;
    case 'approval':
      return sharedBy && (sharedOn || near === 'deal') ? 'both are for the consent of the same' : null;
    default:
      return null;
  }
};

const isBare = ({ entities, topic }: Matter): boolean => entities.length === 0 && topic.size === 0;
