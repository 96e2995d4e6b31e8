export * from './arrival.ts';
export { BackchannelError } from './backchannel-error.ts';
export { Capture, headerValues, isAsCaptured, makeCapture, Redirect } from './capture.ts';
export * from './case.ts';
export * from './correction.ts';
export * from './deal.ts';
export * from './decision.ts';
export * from './document.ts';
export * from './filler.ts';
export * from './found-values.ts';
export { FRAME_FAMILIES, type FrameFamily, isFrameFamily } from './frame-types.ts';
export * from './gap.ts';
export type { Happening, Resolved, Supposition } from './happening.ts';
export * from './hypothesis.ts';
export { byText, contentId, sha256 } from './ids.ts';
export { jsonSchema, SCHEMA_NAMES } from './json-schema.ts';
export { areSameObjects, asBefore, Kept, type Questions, Steady } from './kept.ts';
export { beatOfReader, KeptBeat, nameOfBeat } from './kept-beat.ts';
export {
  type ColumnPart,
  fieldsIn,
  LedgerColumn,
  LedgerDefinition,
  LedgerDefinitions,
  WORKED_OUT_FIELDS,
  type WorkedOutField,
} from './ledger-columns.ts';
export { Line } from './line.ts';
export * from './meeting.ts';
export * from './notice.ts';
export * from './proposal.ts';
export * from './reading.ts';
export { fieldsOf } from './row-fields.ts';
export * from './sanction.ts';
export { Certainty, Edtf, Evidence, Form, Polarity, Span, Tense } from './span.ts';
export * from './table-row.ts';
export * from './tie.ts';
export * from './unread.ts';
