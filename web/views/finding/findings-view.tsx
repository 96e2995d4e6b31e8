import { Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import type { Line } from '../../../src/model/index.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { GroupedLines } from '../../components/grouped-lines.tsx';
import { Choice, WordsField } from '../../components/listing-bar.tsx';
import { OriginChips } from '../../components/origin-chip.tsx';
import { Page } from '../../components/page.tsx';
import { STANDING_WORDS, STANDINGS, type Standing, StandingMark } from '../../components/standing-mark.tsx';
import { Empty } from '../../components/states.tsx';
import { isFiltered, useFilter, valuesOf } from '../../core/filter.ts';
import { placeOf } from '../../core/places.ts';
import { counted } from '../../core/signed.ts';
import { useViewState } from '../../core/view-state.ts';
import './findings.css';

const SORTS = {
  weight: 'weight',
  date: 'date',
  origins: 'origins',
  claims: 'claims',
  text: 'words',
} as const;

/** Everything that somebody says, taken together and weighed: a sentence each, with how it stands and on whose word. */
export const FindingsView = (): ReactNode => {
  const { filter, toggle } = useFilter();
  const [group, setGroup] = useViewState('group', 'standing');
  const [sort, setSort] = useViewState('sort', 'weight');
  const [words, setWords] = useViewState('words', '');
  const [count, setCount] = useState<{ readonly total: number; readonly of: number } | null>(null);
  const told = useCallback((total: number, of: number) => setCount({ total, of }), []);
  const order = sort === 'text' || sort === 'date' ? 'up' : 'down';
  const standings = valuesOf(filter.standing);
  return (
    <Page
      title="Findings"
      sub={
        count === null
          ? 'What is claimed, taken together and weighed.'
          : count.total === count.of
            ? `${counted(count.of, 'thing')} that somebody says, each weighed by how many independent origins say so.`
            : `${count.total.toLocaleString('en-GB')} of ${counted(count.of, 'finding')}.`
      }
    >
      <div className="listing no-print">
        <WordsField label="Words in a finding" value={words} set={setWords} />
        <Choice
          label="Together by"
          value={group}
          of={{ standing: 'standing', kind: 'type', none: 'nothing' }}
          set={setGroup}
        />
        <Choice label="Sorted by" value={sort} of={SORTS} set={setSort} />
      </div>
      <div className="listing standings no-print">
        {STANDINGS.map((standing) => (
          <button
            key={standing}
            type="button"
            className="button"
            aria-pressed={standings.includes(standing)}
            onClick={() => toggle('standing', standing)}
          >
            <StandingMark standing={standing} isWorded />
          </button>
        ))}
      </div>
      <FilterBar />
      <GroupedLines
        list="findings"
        label="Findings"
        query={{ ...filter, q: words, group, sort, order }}
        rowHeight={84}
        told={told}
        head={(value, lines) => (
          <h2>
            {group === 'standing' ? (STANDING_WORDS[value as Standing] ?? 'not weighed') : value}
            <span className="number">{lines.toLocaleString('en-GB')}</span>
          </h2>
        )}
        row={(line) => <FindingRow line={line} />}
        empty={
          isFiltered(filter) || words !== '' ? (
            <Empty title="No finding is like that.">
              <p>Take a part of the filter off, or look for other words.</p>
            </Empty>
          ) : (
            <Empty title="No finding yet.">
              <p>
                A finding is made where documents say that something is so. Add documents, and what they say is weighed
                here.
              </p>
            </Empty>
          )
        }
      />
    </Page>
  );
};

const FindingRow = ({ line }: { readonly line: Line }): ReactNode => (
  <div className="finding-row">
    <StandingMark standing={line.standing} />
    <div>
      <Link {...placeOf('findings', line.id)} className="text">
        {line.text}
      </Link>
      <p className="small dim">
        {[line.when, line.aside, line.claims > 1 ? counted(line.claims, 'claim') : null].filter(Boolean).join(' · ')}
      </p>
    </div>
    <div className="from">
      <OriginChips ids={line.origins} most={2} />
    </div>
    <div
      className="number weight"
      title={`Weight ${line.weight ?? 0}, ${counted(line.voices ?? 0, 'independent voice')}`}
    >
      <span className="hidden">weight </span>
      {line.weight ?? ''}
    </div>
  </div>
);
