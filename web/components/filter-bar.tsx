import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ItemAnswer } from '../../src/serve/index.ts';
import { get } from '../core/api.ts';
import { originOf, useCase } from '../core/case.ts';
import { type Filter, isFiltered, useFilter, valuesOf } from '../core/filter.ts';
import { STANDING_WORDS, type Standing } from './standing-mark.tsx';

const EntityName = ({ id }: { readonly id: string }): ReactNode => {
  const { data } = useQuery({ queryKey: ['item', 'entities', id], queryFn: () => get<ItemAnswer>(`/entities/${id}`) });
  return <>{data?.line?.text ?? id}</>;
};

/** What the view is narrowed to, each part of which can be taken off; nothing where it is not. */
export const FilterBar = ({ children }: { readonly children?: ReactNode }): ReactNode => {
  const head = useCase();
  const { filter, set, toggle, clear } = useFilter();
  if (!isFiltered(filter) && children === undefined) return null;
  const chips: ReactNode[] = [];
  const chip = (key: keyof Filter, value: string, words: ReactNode): void => {
    chips.push(
      <button
        key={`${key} ${value}`}
        type="button"
        className="chip"
        title="Take this off"
        onClick={() => toggle(key, value)}
      >
        {words} <span aria-hidden="true">×</span>
      </button>,
    );
  };
  for (const id of valuesOf(filter.origin)) chip('origin', id, <>origin {originOf(head, id)?.name ?? id}</>);
  for (const standing of valuesOf(filter.standing))
    chip('standing', standing, STANDING_WORDS[standing as Standing] ?? standing);
  for (const key of ['kind', 'state', 'judged'] as const)
    for (const value of valuesOf(filter[key])) chip(key, value, value);
  for (const id of valuesOf(filter.entity)) chip('entity', id, <EntityName id={id} />);
  if (filter.from !== undefined || filter.to !== undefined)
    chips.push(
      <button
        key="time"
        type="button"
        className="chip"
        title="Take this off"
        onClick={() => set({ from: undefined, to: undefined })}
      >
        {filter.from ?? '…'} to {filter.to ?? '…'} <span aria-hidden="true">×</span>
      </button>,
    );
  return (
    <div className="filter no-print">
      {children}
      {chips}
      {chips.length > 1 ? (
        <button type="button" className="quiet" onClick={clear}>
          all of it
        </button>
      ) : null}
    </div>
  );
};
