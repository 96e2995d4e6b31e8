export { BackchannelError } from './backchannel-error.ts';
export * from './case.ts';
export * from './decision.ts';
export * from './document.ts';
export type { Happening, Resolved, Supposition } from './happening.ts';
export { byText, contentId, sha256 } from './ids.ts';
export { jsonSchema, SCHEMA_NAMES } from './json-schema.ts';
export * from './reading.ts';
export { Certainty, Edtf, Evidence, Form, Polarity, Span, Tense } from './span.ts';
