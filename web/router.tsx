import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { Frame } from './components/frame.tsx';
import { Failed, Loading, NoSuchPage } from './components/states.tsx';
import { caseQuery } from './core/case.ts';
import { FILTER_KEYS, type Filter } from './core/filter.ts';

/** What may stand in the address of any view: the filter, and what the view itself keeps there. */
type Search = Filter & Readonly<Record<string, unknown>>;

const root = createRootRouteWithContext<{ readonly client: QueryClient }>()({
  validateSearch: (search: Readonly<Record<string, unknown>>): Search => search,
  search: { middlewares: [retainSearchParams([...FILTER_KEYS] as never)] },
  loader: ({ context }) => context.client.ensureQueryData(caseQuery),
  component: Frame,
  errorComponent: ({ error }) => <Failed error={error} />,
  notFoundComponent: NoSuchPage,
});

/** Each view is loaded when it is first looked at. */
const views = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./views/front/front-page.tsx'), 'FrontPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/timeline',
    component: lazyRouteComponent(() => import('./views/timeline/timeline-view.tsx'), 'TimelineView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/network',
    component: lazyRouteComponent(() => import('./views/network/network-view.tsx'), 'NetworkView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ledgers/$ledger',
    component: lazyRouteComponent(() => import('./views/ledgers/ledger-view.tsx'), 'LedgerView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/findings',
    component: lazyRouteComponent(() => import('./views/finding/findings-view.tsx'), 'FindingsView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/findings/$id',
    component: lazyRouteComponent(() => import('./views/finding/finding-view.tsx'), 'FindingView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/claims/$id',
    component: lazyRouteComponent(() => import('./views/finding/claim-view.tsx'), 'ClaimView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/contradictions/$id',
    component: lazyRouteComponent(() => import('./views/finding/contradiction-view.tsx'), 'ContradictionView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/entities',
    component: lazyRouteComponent(() => import('./views/entity/entities-view.tsx'), 'EntitiesView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/entities/$id',
    component: lazyRouteComponent(() => import('./views/entity/entity-view.tsx'), 'EntityView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents',
    component: lazyRouteComponent(() => import('./views/reader/documents-view.tsx'), 'DocumentsView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents/$id',
    component: lazyRouteComponent(() => import('./views/reader/reader-view.tsx'), 'ReaderView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/compare',
    component: lazyRouteComponent(() => import('./views/reader/compare-view.tsx'), 'CompareView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/hypotheses',
    component: lazyRouteComponent(() => import('./views/hypotheses/hypotheses-view.tsx'), 'HypothesesView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/search',
    component: lazyRouteComponent(() => import('./views/search/search-view.tsx'), 'SearchView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review',
    component: lazyRouteComponent(() => import('./views/review/review-view.tsx'), 'ReviewView'),
  }),
];

export const makeRouter = (client: QueryClient) =>
  createRouter({
    routeTree: root.addChildren(views),
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error }) => <Failed error={error} />,
    defaultPendingMs: 150,
    scrollRestoration: true,
  });
