import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { BackchannelError } from '../model/index.ts';

/** The one shape of every error of the API. */
export const ApiError = z
  .object({
    error: z.object({
      code: z.string().describe('Stable and searchable: "serve/not-found", "decide/ambiguous", ...'),
      message: z.string().describe('What was expected and what was found'),
      next: z.string().nullable().describe('What to do next'),
    }),
  })
  .openapi('Error');
export type ApiError = z.infer<typeof ApiError>;

/** What the codes of the rooms mean to whoever asks over HTTP; by the longest beginning that fits. */
const STATUS: readonly (readonly [string, ContentfulStatusCode])[] = [
  ['serve/unauthorised', 401],
  ['serve/forbidden', 403],
  ['serve/not-found', 404],
  ['serve/too-large', 413],
  ['serve/busy', 409],
  ['serve/', 422],
  ['decide/not-found', 404],
  ['decide/', 422],
  ['what-if/', 422],
  ['store/read-only', 403],
  ['store/locked', 409],
  ['store/full', 507],
];

/** The status of an error by its code; 500 for what nobody foresaw. */
export const statusOf = (code: string): ContentfulStatusCode =>
  STATUS.find(([start]) => code.startsWith(start))?.[1] ?? 500;

export const errorBody = (code: string, message: string, next: string | null = null): ApiError => ({
  error: { code, message, next },
});

/** Answers an error in the one shape. What is no error of ours is not told in detail: it may hold a path or words of a document. */
export const answerError = (error: unknown, context: Context): Response => {
  if (error instanceof BackchannelError)
    return context.json(errorBody(error.code, error.message, error.next ?? null), statusOf(error.code));
  return context.json(errorBody('serve/failed', 'Expected an answer, found a fault of the program.'), 500);
};

/** Thrown where an id of the case leads nowhere. */
export const notFound = (what: string, id: string): BackchannelError =>
  new BackchannelError('serve/not-found', `Expected ${what} of the case, found none with the id ${id}.`, {
    next: 'It may have changed since the address was made: documents were added or something was decided. Start from the front page.',
  });
