import { z } from '@hono/zod-openapi';
import { ApiError } from './serve-error.ts';

/** Long work on a case, as whoever asks sees it. */
export const Job = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'done', 'stopped', 'failed']),
    files: z.int(),
    progress: z
      .object({
        phase: z.enum(['looking', 'reading', 'deriving']),
        done: z.int(),
        total: z.int(),
        path: z.string().nullable(),
      })
      .readonly()
      .nullable()
      .describe('How far it is; null before it has begun'),
    summary: z
      .object({
        found: z.int(),
        added: z.int().describe('Documents that the case did not have'),
        paths: z.int().describe('Further paths of documents that it had'),
        known: z.int(),
        reread: z.int(),
        refusals: z
          .array(z.object({ path: z.string(), code: z.string(), reason: z.string() }).readonly())
          .readonly()
          .describe('What was not taken, and why; all else was'),
        changed: z.array(z.string()).readonly(),
        isComplete: z.boolean(),
      })
      .readonly()
      .nullable(),
    error: ApiError.shape.error.nullable(),
    started: z.string(),
    ended: z.string().nullable(),
  })
  .readonly()
  .openapi('Job');
export type Job = z.infer<typeof Job>;
