import { z } from 'zod';
import { parseCorrection } from './correction.ts';
import { byText, contentId } from './ids.ts';
import { Evidence } from './span.ts';

/** What an analyst can decide. */
export const DecisionKind = z.enum([
  'same',
  'different',
  'unsure',
  'confirm',
  'reject',
  'rate',
  'note',
  'undo',
  'suppose',
  'hold-against',
  'correct',
]);
export type DecisionKind = z.infer<typeof DecisionKind>;

/** How reliable a source is, first axis of the Admiralty code. F is no grade: it cannot be judged. */
export const SourceReliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type SourceReliability = z.infer<typeof SourceReliability>;

/** How credible a piece of information is, second axis of the Admiralty code. 6 is no grade: it cannot be judged. */
export const InformationCredibility = z.enum(['1', '2', '3', '4', '5', '6']);
export type InformationCredibility = z.infer<typeof InformationCredibility>;

/**
 * How a claim stands to a hypothesis: very consistent, consistent, neutral, not applicable, inconsistent, very inconsistent.
 *
 * @see Heuer, Psychology of Intelligence Analysis, chapter 8; the letters are those of PARC's ACH.
 */
export const Consistency = z.enum(['CC', 'C', 'N', 'NA', 'I', 'II']);
export type Consistency = z.infer<typeof Consistency>;

/**
 * What a decision is about.
 *
 * Places in texts and names, never ids of what was worked out: those change when documents come or reading gets better, and a
 * decision must outlive both.
 */
export const Subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mention'), evidence: Evidence }).readonly(),
  z
    .object({
      kind: z.literal('claim'),
      type: z.string().min(1),
      evidence: Evidence,
      says: z.string().min(1).describe('The claim in plain words as it was then: one sentence may make several'),
    })
    .readonly(),
  z.object({ kind: z.literal('source'), name: z.string().min(1) }).readonly(),
  z.object({ kind: z.literal('document'), document: z.string().min(1) }).readonly(),
  z.object({ kind: z.literal('decision'), decision: z.string().min(1) }).readonly(),
  z
    .object({
      kind: z.literal('listed'),
      entry: z.string().min(1).describe('Whose list and what the list calls it: ofac:1234'),
      name: z.string().min(1).nullable().describe('A name it has on the list, for those who read the journal'),
    })
    .readonly(),
]);
export type Subject = z.infer<typeof Subject>;

/** Which subjects, how many of them, and which value each kind of decision takes. */
const RULES: Readonly<
  Record<
    DecisionKind,
    { readonly subjects: readonly Subject['kind'][]; readonly least: number; readonly value: boolean }
  >
> = {
  same: { subjects: ['mention', 'listed'], least: 2, value: false },
  different: { subjects: ['mention', 'listed'], least: 2, value: false },
  unsure: { subjects: ['mention', 'listed'], least: 2, value: false },
  confirm: { subjects: ['claim'], least: 1, value: false },
  reject: { subjects: ['claim'], least: 1, value: false },
  rate: { subjects: ['source', 'claim'], least: 1, value: true },
  note: { subjects: ['mention', 'claim', 'source', 'document', 'decision'], least: 1, value: true },
  undo: { subjects: ['decision'], least: 1, value: false },
  // A hypothesis is what its words say; a claim is held against it by naming the entry that supposed it.
  suppose: { subjects: [], least: 0, value: true },
  'hold-against': { subjects: ['decision', 'claim'], least: 2, value: true },
  // The claim, and where those are named who should fill the role.
  correct: { subjects: ['claim', 'mention'], least: 1, value: true },
};

const fields = z
  .object({
    id: z.string(),
    at: z.iso.datetime().describe('When it was decided, UTC'),
    by: z.string().min(1).describe('Who decided'),
    kind: DecisionKind,
    subjects: z.array(Subject).readonly(),
    value: z
      .string()
      .min(1)
      .nullable()
      .describe(
        'Of rate: A to F for a source, 1 to 6 for a claim; of note and suppose: the words; of hold-against: CC to II; of correct: date=EDTF or ROLE=words; words, or none after the sign',
      ),
    why: z.string().min(1).nullable(),
  })
  .readonly();

/** One entry of the journal of decisions (law 4): appended, never changed; taken back by an `undo` that names it. */
export const Decision = fields.superRefine(({ kind, subjects, value }, context) => {
  const rule = RULES[kind];
  const wrong = subjects.find((subject) => !rule.subjects.includes(subject.kind));
  if (wrong !== undefined)
    context.addIssue({
      code: 'custom',
      message: `${kind} is about a ${rule.subjects.join(' or ')}, not a ${wrong.kind}`,
    });
  if (subjects.length < rule.least)
    context.addIssue({ code: 'custom', message: `${kind} needs ${rule.least} subjects, found ${subjects.length}` });
  const listed = subjects.filter((subject) => subject.kind === 'listed').length;
  if (listed > 0 && (listed !== 1 || subjects.length !== 2))
    context.addIssue({
      code: 'custom',
      message: `an entry of a list is held against one name, found ${subjects.length}`,
    });
  if (rule.value !== (value !== null))
    context.addIssue({ code: 'custom', message: rule.value ? `${kind} needs a value` : `${kind} takes no value` });
  if (kind === 'hold-against') {
    if (subjects.filter((subject) => subject.kind === 'decision').length !== 1)
      context.addIssue({ code: 'custom', message: 'hold-against needs one hypothesis, as the entry that supposed it' });
    if (!Consistency.safeParse(value).success)
      context.addIssue({
        code: 'custom',
        message: `hold-against takes ${Consistency.options.join(', ')}, not ${value}`,
      });
  }
  if (kind === 'correct') {
    if (!subjects.some((subject) => subject.kind === 'claim'))
      context.addIssue({ code: 'custom', message: 'correct needs the claim that is to be corrected' });
    if (value !== null && parseCorrection(value) === null)
      context.addIssue({
        code: 'custom',
        message: `correct takes date=2031-05-14, ROLE=NAME; NAME, or none after the sign, not ${value}`,
      });
  }
  if (kind !== 'rate' || value === null) return;
  for (const subject of subjects) {
    const grades = subject.kind === 'source' ? SourceReliability : InformationCredibility;
    if (!grades.safeParse(value).success)
      context.addIssue({
        code: 'custom',
        message: `a ${subject.kind} is rated ${grades.options[0]} to ${grades.options.at(-1)}, not ${value}`,
      });
  }
});
export type Decision = z.infer<typeof Decision>;

const idOf = (said: Omit<Decision, 'id'>): string =>
  contentId('decision', said.at, said.by, said.kind, JSON.stringify(said.subjects), said.value, said.why);

/**
 * Gives a decision its id, which comes from all that it says: two people who take in each other's journal have each entry once.
 *
 * @throws ZodError when kind, subjects and value do not go together.
 */
export const makeDecision = (said: Omit<Decision, 'id'>): Decision => {
  // Parsed first: the id must not depend on the order in which the fields of a subject were written.
  const parsed = Decision.parse({ ...said, id: '' });
  return { ...parsed, id: idOf(parsed) };
};

/** The order in which decisions were taken; the id decides between two of one instant. */
export const inTime = (
  a: { readonly at: string; readonly id: string },
  b: { readonly at: string; readonly id: string },
): number => byText(a.at, b.at) || byText(a.id, b.id);

/** Whether a decision says what it said when its id was made. */
export const isAsDecided = (decision: Decision): boolean => idOf(decision) === decision.id;

/** What became of a decision in a case. */
export const DecisionState = z.enum(['standing', 'undone', 'superseded', 'disagreed', 'overruled', 'without-place']);
export type DecisionState = z.infer<typeof DecisionState>;

/** A decision as it bears on a case. */
export const CaseDecision = z
  .object({
    id: z.string(),
    at: z.string(),
    by: z.string(),
    kind: DecisionKind,
    subjects: z.array(Subject).readonly(),
    value: z.string().nullable(),
    why: z.string().nullable(),
    state: DecisionState.describe(
      'disagreed: others decided otherwise, so the question is open; overruled: it cannot hold beside a decision that keeps apart; without-place: nothing in the case is at the place it names',
    ),
    items: z.array(z.string()).readonly().describe('Ids of the entities, claims, origins or documents it bears on now'),
    reasons: z.array(z.string()).readonly(),
    evidence: z.array(Evidence).readonly(),
  })
  .readonly();
export type CaseDecision = z.infer<typeof CaseDecision>;
