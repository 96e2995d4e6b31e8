import { z } from 'zod';
import { Filler } from './filler.ts';
import { EvidenceList, Ids, row, Texts } from './ledger-row.ts';
import { Edtf, Form } from './span.ts';

/** How far a deal has come, in the order in which it would come. */
export const DealStage = z.enum(['floated', 'offered', 'in talks', 'agreed', 'done', 'dropped']);
export type DealStage = z.infer<typeof DealStage>;

const sum = {
  text: z.string().describe('In the words of the document'),
  value: z
    .string()
    .nullable()
    .describe('Exact decimal number in units of the currency, "640000000"; null where the words give none'),
  currency: z.string().nullable().describe('As the words name it, folded: "aldmark crown", "$", "eur"'),
  of: z.string().nullable().describe('value, stake, price per share, frozen funds, loan, fee, ...; null when not told'),
};

/** A sum of money that is told of a deal, in one wording of each value. */
export const DealAmount = z
  .object({ ...sum, to: Ids.describe('Who would get it'), claims: Ids, evidence: EvidenceList })
  .readonly();
export type DealAmount = z.infer<typeof DealAmount>;

/** What a deal hangs on, as its row shows it; the whole is in the list `conditions` under the same id. */
export const DealCondition = z
  .object({
    id: z.string().describe('Of the condition in the list `conditions`'),
    text: z.string(),
    form: Form,
    on: z.string().nullable().describe('The row that its words denote: a plan, a sanction, ...'),
    evidence: EvidenceList,
  })
  .readonly();
export type DealCondition = z.infer<typeof DealCondition>;

/** Something that a deal, plan, waiver, sanction or meeting hangs on: a node of the contingency graph. */
export const Condition = z
  .object({
    id: z.string(),
    text: z.string().describe('The fullest wording'),
    wordings: Texts.describe('All wordings, the fullest first'),
    form: Form.describe('stated: some document says that something hangs on it; implied: it only follows from one'),
    deals: Ids.describe('Deals that hang on it'),
    rows: Ids.describe('Meetings, plans, waivers and sanctions that hang on it'),
    dependents: Texts.describe('What is told to hang on it in words only: "the deal depends on …"'),
    by: z.array(Filler).readonly().describe('Who would have to bring it about, as far as its words name them'),
    needs: Ids.describe('Conditions, and rows of ledgers, that it hangs on itself'),
    links: z
      .array(
        z
          .object({
            to: z.string(),
            kind: z
              .enum(['denotes', 'needs'])
              .describe('denotes: its words are for that row; needs: it hangs on that condition or row'),
            reasons: Texts,
            evidence: EvidenceList,
          })
          .readonly(),
      )
      .readonly()
      .describe('Why it is tied to each of these'),
    status: z.enum(['open', 'holds', 'fails']).describe('As claims tell; open where none does, or where they differ'),
    reasons: Texts.describe('Why it holds or fails'),
    claims: Ids,
    evidence: EvidenceList,
  })
  .readonly();
export type Condition = z.infer<typeof Condition>;

export const Deal = z
  .object({
    ...row,
    parties: Ids,
    asset: z.string().nullable(),
    assetEntity: z.string().nullable(),
    kind: z.string().nullable().describe('stake, purchase, concession, supply, investment, ...'),
    stage: DealStage.nullable().describe('The latest that is told'),
    stages: z
      .array(
        z
          .object({
            stage: DealStage,
            date: Edtf.nullable().describe('When it came to that, as told'),
            told: Edtf.nullable().describe('When the first document that says so went out'),
            claims: Ids,
            evidence: EvidenceList,
          })
          .readonly(),
      )
      .readonly()
      .describe('Each stage that is told, in the order of time'),
    amount: z.string().nullable().describe('The sum that most origins give'),
    amounts: z.array(DealAmount).readonly(),
    gains: Ids.describe('Who would get money, a stake, an asset or relief'),
    denials: Ids.describe('Claims that it is not so'),
    conditions: z.array(DealCondition).readonly(),
  })
  .readonly();
export type Deal = z.infer<typeof Deal>;

/** A sum of money with who pays it and who gets it; of one thing told with two values two rows, and a contradiction. */
export const Money = z
  .object({
    ...row,
    ...sum,
    deal: z.string().nullable(),
    from: Ids.describe('Who pays'),
    to: Ids.describe('Who would get it'),
  })
  .readonly();
export type Money = z.infer<typeof Money>;
