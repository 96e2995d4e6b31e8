/**
 * Frame types that the rooms after reading know: how claims of them are grouped, weighed and listed. A frame of a beat is one of
 * them by its name, or says so by `as`; any other type makes claims and findings by general rules and a list of its own
 * (`tables`). The roles and properties of each are those of the beat `diplomacy`.
 */
export const FRAME_FAMILIES = [
  'meeting',
  'visit',
  'call',
  'representation',
  'bypass',
  'handover',
  'proposal',
  'clause',
  'stance',
  'leak',
  'offer',
  'deal',
  'condition',
  'sanction',
  'waiver',
  'tie',
  'ownership',
  'appointment',
  'denial',
] as const;
export type FrameFamily = (typeof FRAME_FAMILIES)[number];

const KNOWN: ReadonlySet<string> = new Set(FRAME_FAMILIES);

/** Whether the rooms after reading have rules of their own for claims of this type. */
export const isFrameFamily = (type: string): type is FrameFamily => KNOWN.has(type);
