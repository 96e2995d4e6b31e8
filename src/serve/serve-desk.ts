import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { CaseHost } from '../case-host.ts';
import { BackchannelError } from '../model/index.ts';
import { ROUTES } from './all-routes.ts';
import { newApi } from './api.ts';
import type { Desk } from './desk.ts';
import { FEED_PATH, feedTokenOf, guard } from './guard.ts';
import { type DeskFacts, makeDesk } from './make-desk.ts';
import { PageFiles } from './page-files.ts';
import { answerError, errorBody } from './serve-error.ts';
import { watchCase } from './watch-case.ts';

export interface DeskSettings extends DeskFacts {
  /** Of the loopback address; 0 takes one that is free. */
  readonly port: number;
  /** Folder of the built web page. */
  readonly page: string;
  /** Random unless given. */
  readonly token?: string;
}

export interface RunningDesk {
  /** With the token: whoever has it can look at the case and decide. */
  readonly address: string;
  readonly token: string;
  readonly port: number;
  /** Ends it in good order: open connections are cut. */
  close(): Promise<void>;
}

/** The API: everything under `/api/v1`, and its description. */
export const makeApi = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  // Before the parts: that of whole lists would take it for a list.
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Backchannel',
      version: desk.version,
      description:
        'A case: who met whom, what hangs on what, on whose word. Every list is paged; every error has one shape.',
    },
    servers: [{ url: '/api/v1' }],
  });
  for (const routes of ROUTES) api.route('/', routes(desk));
  return api;
};

const makeApp = (desk: Desk, files: PageFiles, token: string, port: () => number): OpenAPIHono => {
  const app = new OpenAPIHono();
  app.onError(answerError);
  app.use(guard({ token, port }));
  app.use('/api/*', async (context, next) => {
    context.header('Cache-Control', 'no-store');
    await next();
  });
  app.route('/api/v1', makeApi(desk));
  app.all('/api/*', (context) =>
    context.json(
      errorBody(
        'serve/not-found',
        `Expected a path of the API, found ${context.req.path}.`,
        'See /api/v1/openapi.json.',
      ),
      404,
    ),
  );
  app.get('*', async (context) => {
    const { path } = context.req;
    // An address of a view is answered with the page, which shows it; a file that is not there is none.
    const file = (await files.file(path)) ?? (/\.[a-z0-9]+$/i.test(path) ? null : await files.file('/index.html'));
    if (file === null) {
      const next = files.isBuilt ? null : 'Build the page first: npm run build';
      return context.json(
        errorBody('serve/not-found', `Expected a page of the desk, found none at ${path}.`, next),
        404,
      );
    }
    context.header('Cache-Control', file.isHashed ? 'private, max-age=31536000, immutable' : 'no-store');
    return context.body(file.bytes, 200, { 'Content-Type': file.type });
  });
  return app;
};

/**
 * Serves the desk of a case on the loopback address, and nowhere else.
 *
 * The case is looked at as it was last derived: see that it is up to date before. Whoever has the token reads and decides.
 *
 * @returns Once it answers.
 * @throws BackchannelError `serve/port` when the port is taken or not allowed.
 */
export const serveDesk = async (host: CaseHost, settings: DeskSettings): Promise<RunningDesk> => {
  const token = settings.token ?? randomBytes(24).toString('base64url');
  const feedPath = `${FEED_PATH}?token=${feedTokenOf(token)}`;
  const desk = makeDesk(host, { ...settings, feedPath });
  let port = settings.port;
  const app = makeApp(desk, new PageFiles(settings.page), token, () => port);
  const server = await new Promise<Server>((done, fail) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: settings.port }, (info: AddressInfo) => {
      port = info.port;
      done(started as Server);
    });
    started.once('error', (cause) =>
      fail(
        new BackchannelError('serve/port', `Expected port ${settings.port} to be free, found: ${cause.message}.`, {
          next: 'Name another with --port, or leave it out to have a free one taken.',
          cause,
        }),
      ),
    );
  });
  const endWatch = watchCase(desk);
  return {
    address: `http://127.0.0.1:${port}/?token=${token}`,
    token,
    port,
    close: () =>
      new Promise((done) => {
        endWatch();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};
