import { z } from 'zod';
import { Certainty, Edtf, Form, Polarity, Span, Tense } from './span.ts';

const Spans = z.array(Span.readonly()).readonly();

export const BlockKind = z.enum([
  'headline',
  'dateline',
  'byline',
  'body',
  'turn',
  'advert',
  'credits',
  'related',
  'appeal',
  'repeat',
  'aside',
]);
export type BlockKind = z.infer<typeof BlockKind>;

/** A stretch of a document by kind. In text order, never overlapping; white space between blocks belongs to none. */
export const Block = z
  .object({
    kind: BlockKind,
    start: z.int(),
    end: z.int(),
    speaker: Span.readonly()
      .nullable()
      .optional()
      .describe('Of a turn: the label that names who speaks, if there is one'),
    language: z
      .string()
      .nullable()
      .optional()
      .describe(
        'BCP 47; "und" for what is not English and cannot be told nearer; null where it tells nothing: names, figures, a word or two',
      ),
  })
  .readonly();
export type Block = z.infer<typeof Block>;

/** Kinds of block whose words are reporting. The others are kept and shown but nothing is read from them. */
export const REPORTING_BLOCKS: ReadonlySet<BlockKind> = new Set(['headline', 'body', 'turn']);

/** The language that is read. */
export const READ_LANGUAGE = 'en';

/**
 * Whether the words of a block are in a language that is read. What tells no language is read where the document is.
 *
 * @param own Language of the document; null where it cannot be told, as of a few words, which are read.
 */
export const isInReadLanguage = ({ language }: Pick<Block, 'language'>, own: string | null): boolean =>
  (language ?? own ?? READ_LANGUAGE) === READ_LANGUAGE;

export const MentionType = z.enum([
  'person',
  'organization',
  'publicBody',
  'place',
  'facility',
  'group',
  'asset',
  'instrument',
  'money',
]);
export type MentionType = z.infer<typeof MentionType>;

/**
 * A name, description or pronoun in a text. `chain` numbers those of one document that denote the same thing;
 * a mention that stands alone has a chain of its own.
 */
export const Mention = z
  .object({
    id: z.string(),
    start: z.int(),
    end: z.int(),
    type: MentionType,
    form: z.enum(['name', 'nominal', 'pronoun']),
    chain: z.int(),
    head: Span.readonly().describe('The name without title, or the head noun of a description'),
    role: z.string().nullable().describe('Title or post stated with it ("prime minister"), as written'),
    side: z.string().nullable().describe('Country or body whose it is said to be, as written ("Ostran", "the fund")'),
    confidence: z.number().min(0).max(1).describe('How likely its extent and type are right, as the reader sees it'),
  })
  .readonly();
export type Mention = z.infer<typeof Mention>;

/** Who says what. Spans may have several pieces (a quote broken by its cue) or none (no source named). */
export const Attribution = z
  .object({
    id: z.string(),
    source: Spans,
    cue: Spans,
    content: Spans,
    within: z.string().nullable().describe('Id of the attribution in whose content this one stands'),
    speech: z.enum(['direct', 'indirect', 'mixed']),
    polarity: Polarity.describe('negative: the source denies the content, or says there is no evidence of it'),
    certainty: Certainty.describe('What the source commits to, by the cue'),
    tense: Tense,
    kind: z.string().describe('Class of the cue: say, report, deny, confirm, believe, ask, promise, silence, ...'),
    sourceKind: z.enum(['named', 'unnamed', 'pronoun', 'document', 'none']),
    confidence: z.number().min(0).max(1).describe('How likely all of it is right, calibrated on the development data'),
  })
  .readonly();
export type Attribution = z.infer<typeof Attribution>;

/** A stretch of text that says when, or how long. `edtf` is null for durations and for times that cannot be placed. */
export const Time = z
  .object({
    id: z.string(),
    start: z.int(),
    end: z.int(),
    edtf: Edtf.nullable(),
    duration: z.string().nullable().describe('ISO 8601, e.g. PT5H, P10Y; with a leading ~ when the words say about'),
    form: Form.describe(
      'stated: year, month and day as far as given stand in the words; implied: counted from elsewhere',
    ),
    anchor: z.string().nullable().describe('What it was counted from: an EDTF date, or null'),
  })
  .readonly();
export type Time = z.infer<typeof Time>;

/** What something in the text is said to hang on. */
export const ConditionReading = z
  .object({
    span: Span.readonly().describe('The words of the condition without its connective'),
    cue: Span.readonly().nullable().describe('"if", "dependent on", "until", ...'),
    form: Form,
  })
  .readonly();
export type ConditionReading = z.infer<typeof ConditionReading>;

/** A typed event or relation with roles, as one passage states it, before anything is resolved. */
export const Frame = z
  .object({
    id: z.string(),
    type: z.string().describe('Frame type of the beat: meeting, proposal, deal, ...'),
    trigger: Span.readonly(),
    extent: Span.readonly().describe('The clause or sentence that states it: what is quoted as evidence'),
    roles: z.record(z.string(), Spans),
    properties: z
      .record(z.string(), z.string())
      .describe('E.g. channel, stage, points, stance, kind; values of the beat'),
    polarity: Polarity,
    certainty: Certainty,
    tense: Tense,
    status: z.enum(['held', 'planned', 'postponed', 'cancelled', 'hypothetical', 'ongoing']),
    attribution: z.string().nullable().describe('Innermost attribution in whose content it stands'),
    time: z.string().nullable().describe('Id of the time that says when'),
    duration: z.string().nullable().describe('Id of the time that says how long'),
    conditions: z.array(ConditionReading).readonly(),
    rule: z.string().describe('Which definition of the beat made it'),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .describe('How sure the trigger and each role that it needs are: the least of them'),
  })
  .readonly();
export type Frame = z.infer<typeof Frame>;

/** What a document says of itself, at the head of its reading. */
export const ReadingDocument = z
  .object({
    id: z.string(),
    path: z.string(),
    sha256: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    byline: z.string().nullable(),
    published: Edtf.nullable(),
  })
  .readonly();
export type ReadingDocument = z.infer<typeof ReadingDocument>;

/**
 * What was read in one document: a pure function of (document, reader version). All lists are in text order.
 * Offsets count UTF-16 code units of the stored text.
 */
export const Reading = z
  .object({
    document: ReadingDocument,
    reader: z.string().describe('Version of the reader and of the beat that made this'),
    language: z
      .string()
      .nullable()
      .describe(
        'In which most of it is: BCP 47, or null when it cannot be told. Blocks in others than "en" are not read',
      ),
    blocks: z.array(Block).readonly(),
    sentences: Spans,
    mentions: z.array(Mention).readonly(),
    attributions: z.array(Attribution).readonly(),
    times: z.array(Time).readonly(),
    frames: z.array(Frame).readonly(),
    citations: z
      .array(
        z
          .object({
            outlet: Span.readonly().describe('The outlet or body whose reporting is cited, as named here'),
            by: Span.readonly().nullable().describe('Who cites it, when that is another than this document'),
            extent: Span.readonly(),
            kind: z
              .enum(['cites', 'own', 'republishes', 'earlier'])
              .describe(
                'own: this document speaks of its own reporting; earlier: background to an earlier story, not what this one rests on',
              ),
          })
          .readonly(),
      )
      .readonly()
      .describe('What the text says of where its reporting comes from'),
  })
  .readonly();
export type Reading = z.infer<typeof Reading>;
export type Citation = Reading['citations'][number];
