import { describe, expect, it } from 'vitest';
import type { CaseHost } from '../case-host.ts';
import type { CaseView } from '../case-view.ts';
import { CaseLook } from './case-look.ts';

/** A host of a file whose stored case is older than what it was put together to. */
const hostOf = (isReadOnly: boolean, views: Readonly<Record<'old' | 'new', CaseView>>): CaseHost =>
  ({
    store: { isReadOnly, derivation: async () => ({ digest: 'old', itemsSha256: '' }) },
    stored: () => views.old,
    view: async () => ({ digest: 'new', view: views.new, isFresh: false, isKept: false }),
  }) as unknown as CaseHost;

describe('CaseLook', () => {
  const views = { old: {} as CaseView, new: {} as CaseView };

  it('looks at the case as it stands in a file that can be written', async () => {
    const now = await new CaseLook(hostOf(false, views)).now();
    expect([now.digest, now.view === views.old]).toEqual(['old', true]);
  });

  it('looks at what was put together of a file that cannot be written, once for as long as it stays so', async () => {
    const look = new CaseLook(hostOf(true, views));
    const now = await look.now();
    expect([now.digest, now.view === views.new]).toEqual(['new', true]);
    expect(await look.now()).toBe(now);
  });
});
