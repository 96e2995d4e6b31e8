import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** What every view is narrowed to. It stands in the address, so that it is shared, printed and gone back from. */
export interface Filter {
  readonly origin?: string;
  readonly standing?: string;
  readonly kind?: string;
  readonly state?: string;
  readonly entity?: string;
  readonly judged?: string;
  /** First and last day, 2031-05-14. */
  readonly from?: string;
  readonly to?: string;
}

export const FILTER_KEYS = [
  'origin',
  'standing',
  'kind',
  'state',
  'entity',
  'judged',
  'from',
  'to',
] as const satisfies readonly (keyof Filter)[];

/** Takes a filter out of whatever stands in an address. */
export const filterIn = (search: Readonly<Record<string, unknown>>): Filter => {
  const found: Record<string, string> = {};
  for (const key of FILTER_KEYS) {
    const value = search[key];
    if (typeof value === 'string' && value !== '') found[key] = value;
    // A day or an id of digits alone is read as a number by whoever parses the address.
    else if (typeof value === 'number') found[key] = String(value);
  }
  return found;
};

export const isFiltered = (filter: Filter): boolean => FILTER_KEYS.some((key) => filter[key] !== undefined);

/** The values of a field that takes several. */
export const valuesOf = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : text.split(',');

export interface FilterUse {
  readonly filter: Filter;
  /** Narrows further; an undefined value widens again. Replaces the address, so that "back" leaves the view. */
  set(change: { readonly [Key in keyof Filter]?: string | undefined }): void;
  /** Takes a value into a field, or out of it. */
  toggle(key: keyof Filter, value: string): void;
  clear(): void;
}

/** The filter of this page. */
export const useFilter = (): FilterUse => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const filter = useMemo(() => filterIn(search), [search]);
  const set = useCallback<FilterUse['set']>(
    (change) => {
      void navigate({
        to: '.',
        replace: true,
        search: (before: Readonly<Record<string, unknown>>) => ({ ...before, ...change }),
      } as never);
    },
    [navigate],
  );
  const toggle = useCallback<FilterUse['toggle']>(
    (key, value) => {
      const values = valuesOf(filter[key]);
      const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
      set({ [key]: next.length === 0 ? undefined : next.join(',') });
    },
    [filter, set],
  );
  const clear = useCallback(() => set(Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined]))), [set]);
  return { filter, set, toggle, clear };
};
