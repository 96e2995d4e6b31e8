import { z } from '@hono/zod-openapi';
import { Line } from '../model/index.ts';

/** The lanes of the timeline, from above. */
export const LANES = ['meetings', 'proposals', 'sanctions', 'deals', 'denials', 'documents'] as const;
export type LaneName = (typeof LANES)[number];

const Days = {
  start: z.int().nullable().describe('First day, in days since 1970-01-01; null: open or no date'),
  end: z.int().nullable().describe('The day after the last one; null: open or no date'),
};

export const TimelineItem = z
  .object({
    key: z.string().describe('Its own; a deal has an item for each stage, a proposal one for each version'),
    list: z.string().describe('The list of the case with its row'),
    row: z.string().describe('Id of the row that it is of'),
    text: z.string(),
    state: z.string().nullable().describe('How far it has come: held, planned, granted, in talks, leaked, ...'),
    when: z.string().nullable().describe('The date in words, as vague as it is'),
    ...Days,
    isAbout: z.boolean().describe('The date is said to be approximate or uncertain'),
    isOpen: z.boolean().describe('Not said to be done: planned, asked for, only floated, only supposed'),
    standing: Line.unwrap().shape.standing,
    origins: z.array(z.string()),
    others: z
      .array(z.object({ when: z.string(), ...Days }))
      .describe('Dates that others give instead, where they exclude this one'),
  })
  .openapi('TimelineItem');
export type TimelineItem = z.infer<typeof TimelineItem>;

const Stretch = z.object({ start: z.int(), end: z.int() });

export const TimelineLane = z
  .object({
    lane: z.enum(LANES),
    dated: z.int().describe('Items with a date that pass the filter'),
    undated: z.int().describe('Items without one'),
    within: z.int().describe('Items that touch the stretch of time that was asked for'),
    isWhole: z.boolean().describe('All of `within` are in `items`; otherwise the weightiest are'),
    items: z.array(TimelineItem).describe('In order of time'),
    counts: z
      .array(z.object({ start: z.int(), end: z.int(), count: z.int() }))
      .describe('Items by period, each counted at its middle; empty where `items` is whole'),
  })
  .openapi('TimelineLane');
export type TimelineLane = z.infer<typeof TimelineLane>;

export const TimelineAnswer = z
  .object({
    digest: z.string(),
    whole: Stretch.nullable().describe('From the first to the last date; null where nothing has one'),
    home: Stretch.nullable().describe('What is shown at first: few dates that lie far from all else are left out'),
    distant: z.int().describe('Items outside of `home`'),
    first: z.int().nullable().describe('The stretch that `items` and `counts` are of'),
    last: z.int().nullable(),
    lanes: z.array(TimelineLane),
  })
  .openapi('Timeline');
export type TimelineAnswer = z.infer<typeof TimelineAnswer>;

/** An item as it is kept: with the line that filters look at. */
export interface KnownItem {
  readonly lane: LaneName;
  readonly item: TimelineItem;
  readonly line: Line;
}
