import { z } from 'zod';
import { EvidenceList, Ids, row, Texts } from './ledger-row.ts';
import { Edtf, Polarity } from './span.ts';

/** A draft of a plan, told from the others by its word, its date or its number of points. */
export const ProposalVersion = z
  .object({
    id: z.string(),
    kind: z.string().describe('initial, leaked, revised, supplementary; empty where only date or points tell it apart'),
    text: z.string(),
    date: Edtf.nullable(),
    points: z.int().nullable(),
    by: Ids.describe('Who is said to have written this version'),
    claims: Ids,
    evidence: EvidenceList,
  })
  .readonly();
export type ProposalVersion = z.infer<typeof ProposalVersion>;

/** A point of a plan as it is quoted or paraphrased. */
export const Clause = z
  .object({
    id: z.string(),
    topic: z.string().describe('By the words of the beat; "other" where none fits'),
    text: z.string(),
    form: z.enum(['quoted', 'paraphrased']),
    version: z.string().nullable().describe('Id of the version that it is told of; null when that is not told'),
    claims: Ids,
    denials: Ids.describe('Say that the plan has no such point'),
    evidence: EvidenceList,
  })
  .readonly();
export type Clause = z.infer<typeof Clause>;

export const Proposal = z
  .object({
    ...row,
    name: z.string(),
    entity: z.string().nullable(),
    points: z.array(z.int()).readonly().describe('Each number of points that is claimed'),
    by: Ids.describe('Who is said to have made or shaped it'),
    to: Ids,
    versions: z.array(ProposalVersion).readonly().describe('In order of date, as far as told'),
    authorship: z
      .array(
        z
          .object({
            by: Ids,
            unnamed: Texts.describe('Authors described but not named'),
            claimedBy: z.string().nullable().describe('Who says so, innermost of the chain; null when not told'),
            polarity: Polarity.describe('negative: it is denied that they made it'),
            claims: Ids,
            origins: Ids,
            evidence: EvidenceList,
          })
          .readonly(),
      )
      .readonly()
      .describe('Who made it, as each side claims'),
    clauses: z.array(Clause).readonly(),
    handed: z
      .array(
        z
          .object({
            from: Ids,
            to: Ids,
            date: Edtf.nullable(),
            polarity: Polarity,
            claims: Ids,
            evidence: EvidenceList,
          })
          .readonly(),
      )
      .readonly()
      .describe('From whom to whom it went'),
    changes: z
      .array(
        z
          .object({
            from: z.string().nullable().describe('Version before'),
            to: z.string().nullable().describe('Version after'),
            what: z.string(),
            evidence: EvidenceList,
          })
          .readonly(),
      )
      .readonly()
      .describe('What is told to differ between versions'),
  })
  .readonly();
export type Proposal = z.infer<typeof Proposal>;

export const Stance = z
  .object({
    ...row,
    proposal: z.string().nullable(),
    clause: z.string().nullable().describe('Id of the clause that it is on; null: the whole, or something of no plan'),
    about: z.string(),
    party: z.string(),
    stance: z.enum(['accepts', 'rejects', 'on-condition', 'silent']),
    date: Edtf.nullable(),
    denials: Ids.describe('Say that the party does not take this view; also among the claims'),
  })
  .readonly();
export type Stance = z.infer<typeof Stance>;
