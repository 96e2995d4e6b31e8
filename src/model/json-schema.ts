import { z } from 'zod';
import { Capture } from './capture.ts';
import * as parts from './case.ts';
import { Condition, Deal, DealAmount, DealCondition, DealStage, Money } from './deal.ts';
import { CaseDecision, Decision, Subject } from './decision.ts';
import { Document, Found, LayoutPiece } from './document.ts';
import { Filler } from './filler.ts';
import { Gap } from './gap.ts';
import { Hypothesis } from './hypothesis.ts';
import { Meeting } from './meeting.ts';
import { Clause, Proposal, ProposalVersion, Stance } from './proposal.ts';
import {
  Attribution,
  Block,
  ConditionReading,
  Frame,
  Mention,
  MentionType,
  Reading,
  ReadingDocument,
  Time,
} from './reading.ts';
import { Sanction, SanctionsWaiver } from './sanction.ts';
import { Certainty, Edtf, Evidence, Form, Polarity, Tense } from './span.ts';
import { TableRow } from './table-row.ts';
import { Interest, Tie } from './tie.ts';

/** Every schema that has a name of its own in the published ones. */
const NAMED = {
  Reading,
  Case: parts.Case,
  Document,
  ReadingDocument,
  Block,
  Mention,
  MentionType,
  Attribution,
  Time,
  Frame,
  ConditionReading,
  Found,
  LayoutPiece,
  Evidence,
  Edtf,
  Certainty,
  Form,
  Polarity,
  Tense,
  ChainLink: parts.ChainLink,
  CaseDocument: parts.CaseDocument,
  Origin: parts.Origin,
  Entity: parts.Entity,
  Filler,
  Claim: parts.Claim,
  WeightLine: parts.WeightLine,
  Weight: parts.Weight,
  Finding: parts.Finding,
  Contradiction: parts.Contradiction,
  Meeting,
  Proposal,
  ProposalVersion,
  Clause,
  Stance,
  Deal,
  DealStage,
  DealAmount,
  DealCondition,
  Condition,
  Money,
  Sanction,
  SanctionsWaiver,
  Tie,
  TableRow,
  Interest,
  Gap,
  Hypothesis,
  Decision,
  CaseDecision,
  Subject,
  Capture,
} as const satisfies Record<string, z.ZodType>;

const kebab = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** The names under which JSON Schemas can be asked for, e.g. `reading`, `case`, `sanctions-waiver`. */
export const SCHEMA_NAMES: readonly string[] = Object.keys(NAMED).map(kebab);

/**
 * The JSON Schema (draft 2020-12) of a part of the model, with the parts it is made of under `$defs`.
 *
 * @param name One of {@link SCHEMA_NAMES}.
 * @returns Null for a name that is none.
 */
export const jsonSchema = (name: string): Readonly<Record<string, unknown>> | null => {
  const found = Object.entries(NAMED).find(([key]) => kebab(key) === name);
  if (!found) return null;
  const [title, schema] = found;
  // zod names a part in `$defs` by the id that its registry has for it; the one asked for stands at the top and has none.
  for (const [id, part] of Object.entries(NAMED)) {
    const { id: _, ...meta } = z.globalRegistry.get(part) ?? {};
    z.globalRegistry.add(part, id === title ? meta : { ...meta, id });
  }
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'output' });
  return { $schema, title, ...rest };
};
