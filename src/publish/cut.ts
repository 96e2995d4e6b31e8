import type { More } from './brief.ts';

/** The first `limit` of a list and what is left out of it. */
export const cut = <T>(
  list: readonly T[],
  limit: number,
  ledger: string,
): { readonly shown: readonly T[]; readonly more: More | null } => ({
  shown: list.slice(0, limit),
  more: list.length > limit ? { count: list.length - limit, ledger } : null,
});
