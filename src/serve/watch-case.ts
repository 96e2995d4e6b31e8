import type { Desk } from './desk.ts';

/** How often the file is looked at for what other programs did to it. */
const EVERY_MS = 5_000;

/**
 * Sees to it that the desk shows what others do to the case file while it is open, as when `backchannel read` or `watch` adds to it: once the
 * case has become another the pages are told; where nobody has put it together yet, that is done here.
 *
 * Looks only while a page listens. A file that is locked or gone for a while is looked at again the next time.
 *
 * @returns What ends the looking.
 */
export const watchCase = ({ host, events, jobs }: Desk, everyMs: number = EVERY_MS): (() => void) => {
  let told: string | null = null;
  let lastNotice: number | null = null;
  let isLooking = false;
  const lookForNotices = async (): Promise<void> => {
    const last = (await host.store.notices({ last: 1 })).at(-1)?.seq ?? 0;
    if (lastNotice !== null && last > lastNotice) events.tell({ kind: 'notices', last });
    lastNotice = last;
  };
  const look = async (): Promise<void> => {
    // What this desk adds itself is told of when it is done.
    // In a file that cannot be written nothing that is put together is kept: it would be done again each time.
    if (isLooking || !events.isHeard || jobs.isBusy || host.store.isReadOnly) return;
    isLooking = true;
    try {
      const before = (await host.store.derivation())?.digest ?? null;
      if (!(await host.isCurrent())) await host.derive();
      const digest = (await host.store.derivation())?.digest ?? null;
      if (digest !== null && (digest !== before || (told !== null && digest !== told)))
        events.tell({ kind: 'case', digest });
      told = digest;
      await lookForNotices();
    } catch {
      // Tried again; a request that needs the file says what is wrong with it.
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
};
