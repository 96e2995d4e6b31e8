import { Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import type { Line } from '../../../src/model/index.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { GroupedLines } from '../../components/grouped-lines.tsx';
import { Choice, WordsField } from '../../components/listing-bar.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { isFiltered, useFilter } from '../../core/filter.ts';
import { placeOf } from '../../core/places.ts';
import { counted } from '../../core/signed.ts';
import { useViewState } from '../../core/view-state.ts';
import { TYPES } from './types.ts';
import './entity.css';

/** Who and what is spoken of, by type, those in most documents first. */
export const EntitiesView = (): ReactNode => {
  const { filter } = useFilter();
  const [group, setGroup] = useViewState('group', 'kind');
  const [sort, setSort] = useViewState('sort', 'documents');
  const [words, setWords] = useViewState('words', '');
  const [count, setCount] = useState<{ readonly total: number; readonly of: number } | null>(null);
  const told = useCallback((total: number, of: number) => setCount({ total, of }), []);
  // An entity has no standing, state or date of its own: only what fits it narrows the list.
  const { origin: _, standing: __, state: ___, from: ____, to: _____, ...own } = filter;
  return (
    <Page
      title="People, bodies, things"
      sub={
        count === null
          ? 'Who and what is spoken of.'
          : count.total === count.of
            ? `${count.of.toLocaleString('en-GB')} people, bodies and things that the documents name.`
            : `${count.total.toLocaleString('en-GB')} of ${count.of.toLocaleString('en-GB')}.`
      }
    >
      <div className="listing no-print">
        <WordsField label="A name or a post" value={words} set={setWords} />
        <Choice label="Together by" value={group} of={{ kind: 'type', none: 'nothing' }} set={setGroup} />
        <Choice label="Sorted by" value={sort} of={{ documents: 'documents', text: 'name' }} set={setSort} />
      </div>
      <FilterBar />
      <GroupedLines
        list="entities"
        label="People, bodies and things"
        query={{ ...own, q: words, group, sort, order: sort === 'text' ? 'up' : 'down' }}
        rowHeight={44}
        told={told}
        head={(value, lines) => (
          <h2>
            {TYPES[value]?.[1] ?? value}
            <span className="number">{lines.toLocaleString('en-GB')}</span>
          </h2>
        )}
        row={(line) => <EntityRow line={line} isTyped={group === 'none'} />}
        empty={
          isFiltered(own) || words !== '' ? (
            <Empty title="Nobody and nothing is called so.">
              <p>Names are looked for as they are shown; try a part of one.</p>
            </Empty>
          ) : (
            <Empty title="Nobody is named yet.">
              <p>Add documents, and whoever and whatever they name stands here.</p>
            </Empty>
          )
        }
      />
    </Page>
  );
};

const EntityRow = ({ line, isTyped }: { readonly line: Line; readonly isTyped: boolean }): ReactNode => (
  <div className="entity-row">
    <Link {...placeOf('entities', line.id)} className="text">
      {line.text}
    </Link>
    <span className="small dim role">
      {[isTyped ? (TYPES[line.kind ?? '']?.[0] ?? line.kind) : null, line.aside].filter(Boolean).join(' · ')}
    </span>
    <span className="small number">{counted(line.documents.length, 'document')}</span>
  </div>
);
