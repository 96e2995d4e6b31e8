import type { CaseHost } from '../case-host.ts';
import type { CaseLook } from './case-look.ts';
import type { Events } from './events.ts';
import type { Jobs } from './jobs.ts';

/** What every route is handed. */
export interface Desk {
  readonly host: CaseHost;
  readonly look: CaseLook;
  readonly events: Events;
  readonly jobs: Jobs;
  /** Who decides, unless a request says so. */
  readonly by: string;
  readonly now: () => Date;
  readonly version: string;
  /** Where feed readers find the notices, with the token that they need; none where nothing is served. */
  readonly feedPath?: string;
}
