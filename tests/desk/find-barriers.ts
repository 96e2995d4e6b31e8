import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Findings that keep somebody from using a page; axe's others are advice. */
const BARRIERS: ReadonlySet<string> = new Set(['serious', 'critical']);

/**
 * What of a page as it is now keeps people with disabilities from using it, as axe finds it: a line for each place, empty
 * when there is none. Takes a second or more on a page with hundreds of marks.
 *
 * @param within Selector of the part that is looked at; all of it unless given.
 */
export const findBarriers = async (page: Page, within?: string): Promise<readonly string[]> => {
  const builder = new AxeBuilder({ page });
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  return violations
    .filter(({ impact }) => BARRIERS.has(impact ?? ''))
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ target, failureSummary, html }) =>
        [`${id} (${impact}): ${help}`, target.join(' '), html.slice(0, 200), failureSummary].join('\n  '),
      ),
    );
};
