import { z } from 'zod';
import { Condition, Deal, Money } from './deal.ts';
import { CaseDecision, InformationCredibility, SourceReliability } from './decision.ts';
import { FoundBy } from './document.ts';
import { Filler } from './filler.ts';
import { Disagreement } from './found-values.ts';
import { Gap } from './gap.ts';
import { Hypothesis } from './hypothesis.ts';
import { EvidenceList, Ids, Texts } from './ledger-row.ts';
import { Meeting } from './meeting.ts';
import { Proposal, Stance } from './proposal.ts';
import { MentionType } from './reading.ts';
import { Sanction, SanctionsWaiver } from './sanction.ts';
import { Certainty, Edtf, Form, Polarity, Tense } from './span.ts';
import { TableRow } from './table-row.ts';
import { Interest, Tie } from './tie.ts';
import { Unread } from './unread.ts';

/** A link of a chain: whoever passes a claim on. Innermost speaker first, the outlet of the document last. */
export const ChainLink = z
  .object({
    name: z.string().describe('Name as resolved, or the words for an unnamed source'),
    kind: z.enum(['named', 'unnamed', 'outlet', 'unknown']),
    entity: z.string().nullable(),
    descriptors: Texts.describe('Of an unnamed source: how many, whose side, how placed'),
  })
  .readonly();
export type ChainLink = z.infer<typeof ChainLink>;

/** The same thing again: another document of a case that has this one's words. Seen from this one. */
export const Again = z
  .object({
    document: z.string().describe('Id of the other document'),
    kind: z
      .enum(['same-text', 'version', 'copy', 'excerpt', 'whole'])
      .describe(
        'same-text: the same words, in another format or with another head; version: edited by the same house; copy: edited by another; excerpt: this one is part of the other; whole: the other is part of this one',
      ),
    added: z.int().nullable().describe('Words that the other has not; null where they were not compared word by word'),
    lacks: z.int().nullable().describe('Words that only the other has'),
    reason: z.string(),
  })
  .readonly();
export type Again = z.infer<typeof Again>;

export const CaseDocument = z
  .object({
    id: z.string(),
    path: z.string(),
    paths: Texts,
    sha256: z.string(),
    mediaType: z.string(),
    language: z.string().nullable().describe('In which most of it is: BCP 47; null where it cannot be told'),
    unread: Unread,
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    byline: z.string().nullable(),
    published: Edtf.nullable(),
    modified: Edtf.nullable().describe('When it says that it was changed last'),
    url: z.string().nullable().describe('Its address as it gives it itself: the canonical one'),
    found: z.record(z.string(), FoundBy).describe('How title, outlet, byline, dates and address were found'),
    stated: z
      .array(Disagreement)
      .readonly()
      .describe('Where what it says of itself disagrees: all values, the one that is taken first'),
    origins: Ids.describe('Known origins; empty means unknown'),
    chain: z
      .array(z.object({ origin: z.string(), links: Texts.describe('Outlets from the origin to this one') }).readonly())
      .readonly(),
    again: z
      .array(Again)
      .readonly()
      .describe('Ordered by id of the other document; however many there are, they count once'),
    evidence: EvidenceList,
  })
  .readonly();
export type CaseDocument = z.infer<typeof CaseDocument>;

/** A grade that analysts gave, on one of the two axes of the Admiralty code; the axes are never multiplied. */
const rated = <Grade extends z.ZodType>(grade: Grade) =>
  z
    .object({ grade, reasons: Texts, decisions: Ids })
    .readonly()
    .nullable()
    .describe('As analysts rated it; null where nobody did');

/** The root that a document's reporting derives from. */
export const Origin = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['outlet', 'body', 'person', 'document']),
    entity: z.string().nullable(),
    documents: Ids,
    form: Form.describe('stated: a document names it; implied: own reporting told from the lack of any other source'),
    sourceReliability: rated(SourceReliability),
    reasons: Texts.describe('Why, with the numbers of the rules in SPEC.md'),
    evidence: EvidenceList,
  })
  .readonly();
export type Origin = z.infer<typeof Origin>;

export const Entity = z
  .object({
    id: z.string(),
    type: MentionType,
    name: z.string().describe('The fullest of the most frequent names'),
    names: z.array(z.object({ text: z.string(), documents: Ids, count: z.int() }).readonly()).readonly(),
    descriptions: z.array(z.object({ text: z.string(), documents: Ids }).readonly()).readonly(),
    roles: z.array(z.object({ text: z.string(), documents: Ids, evidence: EvidenceList }).readonly()).readonly(),
    sides: Texts,
    sourceReliability: rated(SourceReliability),
    reasons: Texts.describe('Why names were joined'),
    evidence: EvidenceList,
  })
  .readonly();
export type Entity = z.infer<typeof Entity>;

export const ClaimRelation = z.enum(['corroborates', 'contradicts', 'restates', 'denies']);
export type ClaimRelation = z.infer<typeof ClaimRelation>;

/** A frame as one document asserts it. */
export const Claim = z
  .object({
    id: z.string(),
    document: z.string(),
    type: z.string().describe('Frame type of the beat'),
    text: z.string().describe('One sentence in plain words, made from type and roles'),
    roles: z.record(z.string(), z.array(Filler).readonly()),
    properties: z.record(z.string(), z.string()),
    chain: z.array(ChainLink).readonly(),
    origins: Ids,
    polarity: Polarity,
    certainty: Certainty,
    tense: Tense,
    status: z.string(),
    date: Edtf.nullable(),
    dateWords: z.string().nullable(),
    duration: z.string().nullable(),
    conditions: z.array(z.object({ text: z.string(), form: Form, evidence: EvidenceList }).readonly()).readonly(),
    relations: z
      .array(
        z
          .object({
            kind: ClaimRelation,
            claim: z.string(),
            reasons: Texts,
            adds: Texts.describe('Details that this claim gives and the other does not: "place: Tirzan"'),
            lacks: Texts.describe('Details that the other gives and this claim does not'),
          })
          .readonly(),
      )
      .readonly(),
    event: z.string().nullable().describe('Id of the meeting, deal, ... that this claim is of'),
    judgement: z
      .object({ verdict: z.enum(['positive', 'negative', 'unsure']), reasons: Texts, decisions: Ids })
      .readonly()
      .nullable()
      .describe('What analysts decided of it: confirmed, rejected (counts for nothing), or open'),
    informationCredibility: rated(InformationCredibility),
    corrected: z
      .object({
        text: z.string().describe('As it was read'),
        changes: z
          .array(
            z
              .object({
                field: z.string().describe('date, or the role'),
                was: z.string().nullable().describe('As it was read; null where it told none'),
                is: z.string().nullable(),
              })
              .readonly(),
          )
          .readonly(),
        reasons: Texts.describe('Who corrected it, when and why'),
        decisions: Ids,
      })
      .readonly()
      .nullable()
      .describe('What analysts corrected in it; the reading that it is made from stays as it is'),
    evidence: EvidenceList,
  })
  .readonly();
export type Claim = z.infer<typeof Claim>;

/** A line of the sum behind a finding: what counts, for how much, and why. A reader with a pencil reaches the total. */
export const WeightLine = z
  .object({
    rule: z.string().describe('Number of the rule in src/weigh/SPEC.md'),
    what: z.string(),
    value: z.int().describe('Points; 0 for what is shown and counts for nothing'),
    why: z.string(),
    claims: Ids,
    origins: Ids,
  })
  .readonly();
export type WeightLine = z.infer<typeof WeightLine>;

export const Weight = z
  .object({
    lines: z.array(WeightLine).readonly(),
    voices: z.int().describe('Independent voices that count; 1 where those there are say different things'),
    subtotal: z.int().describe('Without what analysts graded: what the grade of credibility is read from'),
    total: z.int().describe('The sum of all lines'),
  })
  .readonly();
export type Weight = z.infer<typeof Weight>;

export const Finding = z
  .object({
    id: z.string(),
    type: z.string(),
    text: z.string(),
    status: z.enum(['corroborated', 'single-origin', 'unknown-origin', 'disputed', 'denied', 'corrected']),
    claims: Ids,
    denials: Ids,
    origins: Ids.describe('Known, independent, in favour; an unknown origin is not counted'),
    event: z.string().nullable(),
    rejected: Ids.describe('Claims of it that analysts rejected: listed, and counted for nothing'),
    weight: Weight,
    informationCredibility: z
      .object({
        grade: InformationCredibility,
        by: z.enum(['arithmetic', 'analysts']),
        derived: InformationCredibility.describe('What the arithmetic alone comes to'),
        reasons: Texts,
        decisions: Ids,
      })
      .readonly()
      .describe('How credible it is, apart from how reliable those are who say so'),
    sourceReliability: z
      .array(z.object({ origin: z.string(), grade: SourceReliability, reasons: Texts, decisions: Ids }).readonly())
      .readonly()
      .describe('Of each origin, as analysts rated it; F where nobody did'),
    reasons: Texts.describe('The arithmetic, written out'),
    evidence: EvidenceList,
  })
  .readonly();
export type Finding = z.infer<typeof Finding>;

export const Contradiction = z
  .object({
    id: z.string(),
    kind: z.enum(['role', 'date', 'place', 'number', 'amount', 'authorship', 'agency', 'duration', 'yes-no']),
    about: z.string(),
    values: z
      .array(z.object({ value: z.string(), claims: Ids, origins: Ids, evidence: EvidenceList }).readonly())
      .readonly(),
    likelySlip: z.object({ value: z.string(), reason: z.string() }).readonly().nullable(),
    reasons: Texts,
    evidence: EvidenceList,
  })
  .readonly();
export type Contradiction = z.infer<typeof Contradiction>;

/** One investigation: a pure function of (set of readings, set of decisions). Every list is ordered by id; the bytes do not depend on order of arrival. */
export const Case = z
  .object({
    format: z.literal('backchannel-case/1'),
    documents: z.array(CaseDocument).readonly(),
    origins: z.array(Origin).readonly(),
    entities: z.array(Entity).readonly(),
    meetings: z.array(Meeting).readonly(),
    proposals: z.array(Proposal).readonly(),
    stances: z.array(Stance).readonly(),
    deals: z.array(Deal).readonly(),
    conditions: z.array(Condition).readonly(),
    money: z.array(Money).readonly(),
    sanctions: z.array(Sanction).readonly(),
    waivers: z.array(SanctionsWaiver).readonly(),
    ties: z.array(Tie).readonly(),
    tables: z
      .array(TableRow)
      .readonly()
      .describe('Rows of ledgers that a beat brings with it: things of frame types that no ledger above lists'),
    claims: z.array(Claim).readonly(),
    findings: z.array(Finding).readonly(),
    contradictions: z.array(Contradiction).readonly(),
    interests: z.array(Interest).readonly(),
    gaps: z.array(Gap).readonly(),
    hypotheses: z.array(Hypothesis).readonly(),
    decisions: z.array(CaseDecision).readonly().describe('The journal of decisions, and what became of each'),
  })
  .readonly();
export type Case = z.infer<typeof Case>;

/** The lists of a case, in the order in which they are shown. */
export const CASE_LISTS = [
  'documents',
  'origins',
  'entities',
  'meetings',
  'proposals',
  'stances',
  'deals',
  'conditions',
  'money',
  'sanctions',
  'waivers',
  'ties',
  'tables',
  'claims',
  'findings',
  'contradictions',
  'interests',
  'gaps',
  'hypotheses',
  'decisions',
] as const satisfies readonly (keyof Case)[];
export type CaseList = (typeof CASE_LISTS)[number];

/** The lists that are ledgers: what the claims come to. How they are printed is data of the beat. */
export const LEDGERS = [
  'meetings',
  'proposals',
  'stances',
  'deals',
  'conditions',
  'money',
  'sanctions',
  'waivers',
  'ties',
  'tables',
  'interests',
] as const satisfies readonly CaseList[];
export type Ledger = (typeof LEDGERS)[number];

/** The schema of a row of each ledger. */
export const LEDGER_ROWS: Readonly<Record<Ledger, z.ZodType>> = {
  meetings: Meeting,
  proposals: Proposal,
  stances: Stance,
  deals: Deal,
  conditions: Condition,
  money: Money,
  sanctions: Sanction,
  waivers: SanctionsWaiver,
  ties: Tie,
  tables: TableRow,
  interests: Interest,
};
