import { useCallback, useEffect, useState } from 'react';
import { useKeys } from './keys.ts';

const show = (id: string): void => {
  const article = document.getElementById(id);
  article?.focus({ preventScroll: true });
  article?.scrollIntoView({ block: 'nearest', behavior: 'auto' });
};

export interface GoThrough {
  /** The article that is on: focused, or with something focused in it. */
  readonly at: string | null;
  to(id: string): void;
}

const idOf = (element: Element | null): string | null => element?.closest('[data-claim]')?.id ?? null;

/** Goes through articles with j and k, the one that is on being focused; Enter there opens the place of its first quote. */
export const useClaimKeys = (ids: readonly string[]): GoThrough => {
  const [at, setAt] = useState<string | null>(null);
  const to = useCallback((id: string) => {
    setAt(id);
    show(id);
  }, []);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      const id = target instanceof Element ? idOf(target) : null;
      if (id !== null) setAt(id);
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  const step = (by: number): void => {
    const index = ids.indexOf(idOf(document.activeElement) ?? at ?? '');
    const next = ids[index === -1 ? (by > 0 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, index + by))];
    if (next !== undefined) to(next);
  };
  useKeys([
    { keys: 'j', does: 'next claim', act: () => step(1) },
    { keys: 'k', does: 'claim before', act: () => step(-1) },
    ...(at === null ? [] : [{ keys: 'Escape', does: 'leave the claim', act: () => setAt(null) }]),
  ]);
  return { at, to };
};
