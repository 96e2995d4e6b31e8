import { useCallback, useRef } from 'react';
import { useKeys } from '../../core/keys.ts';

const show = (id: string): void => {
  const article = document.getElementById(id);
  article?.focus({ preventScroll: true });
  article?.scrollIntoView({ block: 'nearest', behavior: 'auto' });
};

/**
 * Goes through articles with j and k, the one that is on being focused; Enter there opens the place of its first quote.
 *
 * @returns Goes to one of them.
 */
export const useClaimKeys = (ids: readonly string[]): ((id: string) => void) => {
  const at = useRef<string | null>(null);
  const to = useCallback((id: string) => {
    at.current = id;
    show(id);
  }, []);
  const step = (by: number): void => {
    const focused = document.activeElement?.closest('[data-claim]')?.id ?? at.current;
    const index = focused === null ? -1 : ids.indexOf(focused);
    const next = ids[index === -1 ? (by > 0 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, index + by))];
    if (next !== undefined) to(next);
  };
  useKeys([
    { keys: 'j', does: 'next claim', act: () => step(1) },
    { keys: 'k', does: 'claim before', act: () => step(-1) },
  ]);
  return to;
};
