import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ApiError, answerError, errorBody } from './serve-error.ts';

/** Rows given at once unless asked for otherwise, and at most. */
export const PAGE_ROWS = 100;
const MOST_ROWS = 1000;

/** A part of the API: what is asked for wrongly is answered in the one shape of errors. */
export const newApi = (): OpenAPIHono => {
  const api = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const found = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
      return context.json(
        errorBody(
          'serve/invalid',
          `Expected a request as the API describes it, found: ${found}.`,
          'See /api/v1/openapi.json.',
        ),
        422,
      );
    },
  });
  api.onError(answerError);
  return api;
};

export const PageQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0).describe('Rows to skip'),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(PAGE_ROWS).describe('Rows at most'),
});

/** A page of rows: `total` counts all that pass the filter. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    digest: z.string().describe('Of the case that was looked at'),
    total: z.int(),
    offset: z.int(),
    limit: z.int(),
    items: z.array(row),
  });

/** What a route answers with, errors included; for `createRoute`. */
export const answers = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { content: { 'application/json': { schema } }, description },
  default: { content: { 'application/json': { schema: ApiError } }, description: 'What went wrong, in one shape' },
});

/** The request's body as JSON; for `createRoute`. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { content: { 'application/json': { schema } }, required: true },
});

/** Answers with a value of the shape that is named: `give<CaseHead>(context, head)`. Hono's own types know no readonly lists. */
export const give = <Shape>(context: Context, value: Shape) => context.json(value as never, 200);
