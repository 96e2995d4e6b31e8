import { z } from '@hono/zod-openapi';
import { Evidence, Line, SourceReliability } from '../model/index.ts';
import { ClaimCard } from './claim-cards.ts';

const Place = z.object({ evidence: Evidence, where: z.string() });
const Days = z.object({
  from: z.int().nullable().describe('First day it may mean, in days since 1970-01-01; null: open'),
  to: z.int().nullable().describe('The day after the last'),
});

/** Rows of a list in which an entity has a part, the first of them, and how many there are. */
const Part = z.object({ total: z.int(), lines: z.array(Line) });

/** An entity: how it is called, what it is and was, whom it is tied to, what it said and what was said of it. */
export const EntityPage = z
  .object({
    digest: z.string(),
    id: z.string(),
    type: z.string(),
    name: z.string(),
    isNamed: z.boolean().describe('False where it is described and never named'),
    names: z
      .array(
        z.object({
          text: z.string(),
          count: z.int(),
          documents: z.int(),
          in: z.array(z.object({ id: z.string(), where: z.string() })),
        }),
      )
      .describe('Spellings, most frequent first'),
    moreNames: z.int(),
    descriptions: z.array(
      z.object({ text: z.string(), documents: z.int(), in: z.array(z.object({ id: z.string(), where: z.string() })) }),
    ),
    moreDescriptions: z.int(),
    roles: z.array(
      z.object({
        text: z.string(),
        documents: z.int(),
        told: z.string().nullable().describe('In words: when the documents that call it so went out'),
        days: Days.nullable(),
        places: z.array(Place),
      }),
    ),
    moreRoles: z.int(),
    sides: z.array(z.string()),
    joined: z
      .array(z.object({ rule: z.string().nullable(), text: z.string() }))
      .describe('Why names were taken for one'),
    moreJoined: z.int(),
    apart: z.array(Line).describe('Others of a like name that were kept apart'),
    ties: z.array(
      z.object({
        line: Line,
        kind: z.string(),
        words: z.string(),
        other: z.object({ id: z.string(), name: z.string() }),
        isOut: z.boolean().describe('It is the one that owns, works for, sits on ...'),
        isDenied: z.boolean(),
        isEnded: z.boolean(),
        share: z.string().nullable(),
        since: z.string().nullable(),
        until: z.string().nullable(),
        days: Days.nullable(),
        place: Place.nullable(),
      }),
    ),
    moreTies: z.int(),
    parts: z.record(z.string(), Part).describe('By list: meetings, deals, sanctions, ...'),
    said: z.object({ total: z.int(), claims: z.array(ClaimCard) }).describe('Claims whose chain starts with it'),
    about: z.object({ total: z.int(), claims: z.array(ClaimCard) }).describe('Claims in which it has a role'),
    through: z.int().describe('Claims that came through it from somebody else'),
    documents: z.object({ total: z.int(), lines: z.array(Line) }),
    origin: z.string().nullable().describe('Where it is an origin: its id'),
    reliability: z.object({ grade: SourceReliability, reasons: z.array(z.string()) }).nullable(),
  })
  .openapi('EntityPage');
export type EntityPage = z.infer<typeof EntityPage>;
