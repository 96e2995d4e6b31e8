import type { CaseHost } from '../case-host.ts';
import { CaseLook } from './case-look.ts';
import type { Desk } from './desk.ts';
import { Events } from './events.ts';
import { Jobs } from './jobs.ts';

/** What a desk is told once. */
export interface DeskFacts {
  /** Who decides unless a request says so. */
  readonly by: string;
  readonly now: () => Date;
  /** Of the program, as pages and the API description show it. */
  readonly version: string;
  /** As {@link Desk.feedPath}. */
  readonly feedPath?: string;
}

/** All that the routes are handed, for one case. */
export const makeDesk = (host: CaseHost, { by, now, version, feedPath }: DeskFacts): Desk => {
  const events = new Events();
  return {
    host,
    look: new CaseLook(host),
    events,
    jobs: new Jobs(host, events, now),
    by,
    now,
    version,
    ...(feedPath === undefined ? {} : { feedPath }),
  };
};
