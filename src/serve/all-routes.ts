import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Desk } from './desk.ts';
import { caseRoutes } from './routes/case.ts';
import { compareRoutes } from './routes/compare.ts';
import { contingencyRoutes } from './routes/contingency.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { documentRoutes } from './routes/documents.ts';
import { entityRoutes } from './routes/entities.ts';
import { eventRoutes } from './routes/events.ts';
import { findingRoutes } from './routes/findings.ts';
import { frontRoutes } from './routes/front.ts';
import { groupedRoutes } from './routes/grouped.ts';
import { hypothesisRoutes } from './routes/hypotheses.ts';
import { interestRoutes } from './routes/interests.ts';
import { jobRoutes } from './routes/jobs.ts';
import { ledgerRoutes } from './routes/ledgers.ts';
import { lineRoutes } from './routes/lines.ts';
import { networkRoutes } from './routes/network.ts';
import { noticeRoutes } from './routes/notices.ts';
import { proposalRoutes } from './routes/proposals.ts';
import { readingRoutes } from './routes/reading.ts';
import { reviewRoutes } from './routes/review.ts';
import { sanctionRoutes } from './routes/sanctions.ts';
import { searchRoutes } from './routes/search.ts';
import { timelineRoutes } from './routes/timeline.ts';

/** The parts of the API. That of whole lists comes last: its paths are the widest. */
export const ROUTES: readonly ((desk: Desk) => OpenAPIHono)[] = [
  caseRoutes,
  eventRoutes,
  decisionRoutes,
  frontRoutes,
  jobRoutes,
  readingRoutes,
  compareRoutes,
  documentRoutes,
  reviewRoutes,
  searchRoutes,
  entityRoutes,
  findingRoutes,
  groupedRoutes,
  hypothesisRoutes,
  ledgerRoutes,
  contingencyRoutes,
  proposalRoutes,
  sanctionRoutes,
  interestRoutes,
  timelineRoutes,
  networkRoutes,
  noticeRoutes,
  lineRoutes,
];
