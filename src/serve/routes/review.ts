import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answers, give, newApi, PageQuery, pageOf } from '../api.ts';
import type { Desk } from '../desk.ts';
import { FilterQuery, filterLines } from '../filter-lines.ts';
import { passagesOf } from '../passages-of.ts';
import { type Question, reviewQuestions } from '../review-questions.ts';
import { Passage, ReviewItem } from '../review-shapes.ts';
import { notFound } from '../serve-error.ts';

export const ReviewPage = pageOf(ReviewItem)
  .extend({ done: z.int().describe('Of all, those that were decided; they come last') })
  .openapi('Review');
export type ReviewPage = z.infer<typeof ReviewPage>;

export const ReviewPassages = z.object({ digest: z.string(), passages: z.array(Passage) }).openapi('ReviewPassages');
export type ReviewPassages = z.infer<typeof ReviewPassages>;

const reviewRoute = createRoute({
  method: 'get',
  path: '/review',
  summary: 'Open questions, those first of which a decision would change most',
  request: { query: FilterQuery.extend(PageQuery.shape) },
  responses: answers(ReviewPage, 'Questions for analysts'),
});

const passagesRoute = createRoute({
  method: 'get',
  path: '/review/passages',
  summary: 'The documents around what a question is about',
  request: { query: z.object({ question: z.string().describe('Id of a question of the review queue') }) },
  responses: answers(ReviewPassages, 'Stretches of documents with the quotes in them'),
});

const withoutFindings = ({ findings: _, weight: __, ...item }: Question): ReviewItem => item;

export const reviewRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(reviewRoute, async (context) => {
    const { offset, limit, ...filter } = context.req.valid('query');
    const now = await desk.look.now();
    const all = await reviewQuestions(now);
    const isNarrowed = Object.values(filter).some((value) => value !== null && value !== undefined);
    const kept = isNarrowed ? new Set(filterLines(await now.lines('findings'), filter).map(({ id }) => id)) : null;
    const own = kept === null ? all : all.filter(({ findings }) => [...findings].some((id) => kept.has(id)));
    const ordered = [...own.filter(({ judged }) => judged === null), ...own.filter(({ judged }) => judged !== null)];
    return give<ReviewPage>(context, {
      digest: now.digest,
      total: own.length,
      done: own.filter(({ judged }) => judged !== null).length,
      offset,
      limit,
      items: ordered.slice(offset, offset + limit).map(withoutFindings),
    });
  });
  api.openapi(passagesRoute, async (context) => {
    const { question: id } = context.req.valid('query');
    const now = await desk.look.now();
    const question = (await reviewQuestions(now)).find((one) => one.id === id);
    if (question === undefined) throw notFound('a question of the review queue', id);
    return give<ReviewPassages>(context, {
      digest: now.digest,
      passages: [...(await passagesOf(desk.host, now, question))],
    });
  });
  return api;
};
