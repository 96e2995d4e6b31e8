import { useSuspenseQuery } from '@tanstack/react-query';
import type { CaseHead } from '../../src/serve/index.ts';
import { get } from './api.ts';

export const caseQuery = { queryKey: ['case'], queryFn: () => get<CaseHead>('/case') } as const;

/** The head of the case; the page is not shown before it is there. */
export const useCase = (): CaseHead => useSuspenseQuery(caseQuery).data;

const marks = new WeakMap<CaseHead, ReadonlyMap<string, CaseHead['origins'][number]>>();

/** An origin by its id. */
export const originOf = (head: CaseHead, id: string): CaseHead['origins'][number] | null => {
  const known = marks.get(head) ?? new Map(head.origins.map((origin) => [origin.id, origin]));
  marks.set(head, known);
  return known.get(id) ?? null;
};

/** The class that gives an element the colour of an origin; empty for one without. */
export const colourClass = (head: CaseHead, origin: string | null | undefined): string => {
  const colour = origin === null || origin === undefined ? null : (originOf(head, origin)?.colour ?? null);
  return colour === null ? '' : `o${colour}`;
};
