import { z } from '@hono/zod-openapi';
import { Line } from '../model/index.ts';

/** What ties two nodes together, one kind of edge each. */
export const EDGE_LAYERS = ['tie', 'meeting', 'deal', 'money', 'sanction', 'place'] as const;
export type EdgeLayer = (typeof EDGE_LAYERS)[number];

export const NetworkNode = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string().describe('person, organization, place, asset, ...'),
    post: z.string().nullable(),
    rows: z.int().describe('Ties, meetings, deals, ... that it has a part in: how involved it is'),
  })
  .openapi('NetworkNode');
export type NetworkNode = z.infer<typeof NetworkNode>;

export const NetworkEdge = z
  .object({
    source: z.int().describe('Place of its first end in `nodes`'),
    target: z.int(),
    layer: z.enum(EDGE_LAYERS),
    kind: z.string().describe('Kind of the tie; else that of the row: meeting, call, visit, deal, sanction, ...'),
    isDirected: z.boolean().describe('From source to target: who owns, pays, imposes'),
    rows: z.array(z.string()).describe('Ids of the rows behind it, those that weigh most first; cut after a few'),
    list: z.string().describe('The list of the case that they are in'),
    count: z.int().describe('Rows behind it'),
    weight: z.int().describe('Points of the weightiest'),
    voices: z.int().describe('Independent voices of the best told'),
    standing: Line.unwrap().shape.standing.describe('Of the weightiest'),
    isDenied: z.boolean().describe('All of it is denied'),
    times: z
      .array(z.tuple([z.int().nullable(), z.int().nullable()]))
      .describe('When it may have been: days, the last exclusive, null where open; empty where nobody says'),
    when: z.string().nullable().describe('The date of its only row in words; null where there are several, or none'),
    origins: z.array(z.string()).describe('Of the weightiest row'),
  })
  .openapi('NetworkEdge');
export type NetworkEdge = z.infer<typeof NetworkEdge>;

export const NetworkAnswer = z
  .object({
    digest: z.string(),
    nodes: z.array(NetworkNode).describe('Most involved first'),
    edges: z.array(NetworkEdge),
    totalNodes: z.int().describe('That pass the filter'),
    totalEdges: z.int(),
    /** Of all, so that a page can name what is left out. */
    types: z.record(z.string(), z.int()).describe('Nodes of each type that pass the filter, drawn or not'),
    layers: z.record(z.string(), z.int()).describe('Edges of each layer between the nodes that are drawn'),
    span: z.object({ start: z.int(), end: z.int() }).nullable().describe('From the first to the last date of an edge'),
    undated: z.int().describe('Edges between the drawn nodes that nobody dates'),
    unpaired: z.int().describe('Meetings with so many participants that not all pairs of them are edges'),
  })
  .openapi('Network');
export type NetworkAnswer = z.infer<typeof NetworkAnswer>;

/** A row that ties two entities together. */
export interface Link {
  readonly a: string;
  readonly b: string;
  readonly layer: EdgeLayer;
  readonly kind: string;
  readonly isDirected: boolean;
  readonly isDenied: boolean;
  readonly start: number | null;
  readonly end: number | null;
  readonly isDated: boolean;
  readonly line: Line;
  /** Number of the row, and of the edge that it belongs to: rows of one list and kind between the same two. */
  readonly row: number;
  readonly edge: number;
}
