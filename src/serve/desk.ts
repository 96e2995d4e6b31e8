import type { CaseHost } from '../case-host.ts';
import type { CaseLook } from './case-look.ts';
import type { Events } from './events.ts';

/** What every route is handed. */
export interface Desk {
  readonly host: CaseHost;
  readonly look: CaseLook;
  readonly events: Events;
  /** Who decides, unless a request says so. */
  readonly by: string;
  readonly now: () => Date;
  readonly version: string;
}
