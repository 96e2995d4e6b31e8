import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { answers, give, newApi } from '../api.ts';
import type { Desk } from '../desk.ts';
import { MatrixAnswer, MatrixQuery, makeMatrix } from '../hypothesis-matrix.ts';

const matrixRoute = createRoute({
  method: 'get',
  path: '/hypotheses/matrix',
  summary:
    'What was held against each hypothesis, side by side, with what tells them apart and how inconsistent each is',
  request: { query: MatrixQuery },
  responses: answers(MatrixAnswer, 'The matrix'),
});

export const hypothesisRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(matrixRoute, async (context) =>
    give<MatrixAnswer>(context, await makeMatrix(await desk.look.now(), context.req.valid('query'))),
  );
  return api;
};
