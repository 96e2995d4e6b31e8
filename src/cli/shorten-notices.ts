import type { Notice } from '../model/index.ts';

/** New findings printed of what came at once: a long report brings dozens, among which a denial would be lost. */
const MOST_FINDINGS = 8;

/** What is printed of notices that came at once: all but for the many new findings, of which the rest is counted. */
export const shortenNotices = (
  notices: readonly Notice[],
): { readonly shown: readonly Notice[]; readonly more: number } => {
  const findings = notices.filter(({ kind }) => kind === 'finding');
  if (findings.length <= MOST_FINDINGS + 1) return { shown: notices, more: 0 };
  const left = new Set(findings.slice(MOST_FINDINGS));
  return { shown: notices.filter((notice) => !left.has(notice)), more: left.size };
};
