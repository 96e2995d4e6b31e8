import type { CaseStore } from '../backchannel.ts';
import type { Snapshot } from './case-look.ts';

/** How a case looked at one moment, as small as will do to say what has changed since. */
export interface Sight {
  /** UTC. */
  readonly at: string;
  readonly digest: string;
  /** Standing and number of origins of each finding, by id. */
  readonly findings: Readonly<Record<string, string>>;
  readonly documents: readonly string[];
  readonly contradictions: readonly string[];
}

interface Visit {
  /** The case as it was when the visit before this one ended; null on the first. */
  readonly before: Sight | null;
  /** As it was looked at last. */
  readonly seen: Sight;
}

/** Whoever comes back after less than this has not been away. */
const AWAY_MS = 5 * 60_000;
/** A visit that goes on is noted this often. */
const NOTED_MS = 60_000;

const VERSION = 'visit-1';

const sightOf = async (now: Snapshot, at: string): Promise<Sight> => ({
  at,
  digest: now.digest,
  findings: Object.fromEntries(
    (await now.lines('findings')).map(({ id, standing, origins }) => [id, `${standing} ${origins.length}`]),
  ),
  documents: (await now.lines('documents')).map(({ id }) => id),
  contradictions: (await now.lines('contradictions')).map(({ id }) => id),
});

/**
 * Remembers in the case file how the case looked to somebody on the last visit. Where the file cannot be written to there is no
 * memory, and nobody is bothered with that.
 */
export class Visits {
  readonly #store: CaseStore;
  readonly #known = new Map<string, Visit>();

  constructor(store: CaseStore) {
    this.#store = store;
  }

  /** The case as it was on the last visit; null when this is the first. To be called at every look: a look makes a visit. */
  async before(now: Snapshot, by: string, at: Date): Promise<Sight | null> {
    const known = this.#known.get(by) ?? (await this.#kept(by));
    const seenAt = known === null ? Number.NEGATIVE_INFINITY : Date.parse(known.seen.at);
    const isBack = at.getTime() - seenAt > AWAY_MS;
    const before = known === null ? null : isBack ? known.seen : known.before;
    const isSame = known?.seen.digest === now.digest;
    const isNoted = known !== null && isSame && !isBack && at.getTime() - seenAt < NOTED_MS;
    if (!isNoted) {
      const stamp = at.toISOString();
      const visit: Visit = {
        before,
        seen: isSame && known !== null ? { ...known.seen, at: stamp } : await sightOf(now, stamp),
      };
      this.#known.set(by, visit);
      // Nobody waits for it, and where it cannot be kept the page says nothing of changes next time.
      void this.#store.keep(`visit/${by}`, VERSION, JSON.stringify(visit)).catch(() => undefined);
    }
    return before;
  }

  async #kept(by: string): Promise<Visit | null> {
    const kept = await this.#store.kept(`visit/${by}`).catch(() => null);
    if (kept?.digest !== VERSION) return null;
    try {
      return JSON.parse(kept.json) as Visit;
    } catch {
      return null;
    }
  }
}
