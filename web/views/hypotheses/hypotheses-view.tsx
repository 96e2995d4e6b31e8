import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MatrixAnswer } from '../../../src/serve/index.ts';
import { Choice } from '../../components/listing-bar.tsx';
import { Page } from '../../components/page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { useKeys } from '../../core/keys.ts';
import { counted } from '../../core/signed.ts';
import { useViewState } from '../../core/view-state.ts';
import { AddRow } from './add-row.tsx';
import { VALUES } from './held.ts';
import { Matrix } from './matrix.tsx';
import { Ranking } from './ranking.tsx';
import { SupposeForm } from './suppose-form.tsx';
import '../../components/claims.css';
import './hypotheses.css';

const TITLE = 'Competing hypotheses';

/** The analysis of competing hypotheses on what was weighed: which explanation has least against it, and what that hangs on. */
export const HypothesesView = (): ReactNode => {
  const [sort, setSort] = useViewState('sort', 'telling');
  const [rows, setRows] = useViewState('rows', '');
  const [marked] = useViewState('row', '');
  const { data, error, refetch } = useQuery({
    queryKey: ['matrix', sort, rows],
    queryFn: ({ signal }) => get<MatrixAnswer>('/hypotheses/matrix', { sort, rows }, signal),
    placeholderData: keepPreviousData,
  });
  useKeys([
    {
      keys: 'e',
      does: 'go to the matrix',
      act: () => document.querySelector<HTMLElement>('.matrix [tabindex="0"]')?.focus(),
    },
  ]);
  if (error !== null)
    return (
      <Page title={TITLE}>
        <Failed error={error} again={() => void refetch()} />
      </Page>
    );
  if (data === undefined) return <Loading />;
  const { hypotheses } = data;
  const known = hypotheses.map(({ decision }) => decision);
  if (hypotheses.length === 0)
    return (
      <div className="finding hypotheses">
        <Page title={TITLE}>
          <div className="method">
            <p>
              Set up every explanation that could be so, also those you do not believe. Hold each finding against all of
              them: is it consistent with this one, neutral, or does it speak against it? What fits every explanation
              proves none, so only what speaks against them is counted, by the weight that the finding has. The
              explanation with least against it comes first, and the matrix shows which few findings that hangs on.
            </p>
          </div>
          <SupposeForm known={known} isFirst />
          <p className="small dim">After Richards Heuer, Psychology of Intelligence Analysis, chapter 8.</p>
        </Page>
      </div>
    );
  const ids = rows.split(',').filter((id) => id !== '');
  return (
    <div className="finding hypotheses">
      <Page
        title={TITLE}
        sub={`${counted(hypotheses.length, 'hypothesis', 'hypotheses')}, ${counted(data.rows.length + data.more, 'row')} held against them. Least inconsistent first; none of them is proved.`}
      >
        <Ranking hypotheses={hypotheses} marked={marked === '' ? null : marked} />
        <SupposeForm known={known} isFirst={false} />
        <h2>What tells them apart</h2>
        <div className="listing no-print">
          <AddRow has={data.rows.map(({ row }) => row)} add={(id) => setRows([...ids, id].join(','))} />
          <Choice
            label="Sorted by"
            value={sort}
            of={{ telling: 'what drives the result', spread: 'how far it tells apart', weight: 'weight' }}
            set={setSort}
          />
        </div>
        {data.rows.length === 0 ? (
          <p className="dim">
            Nothing is held against them yet. Find a finding above, or open one and hold it from there.
          </p>
        ) : (
          <Matrix rows={data.rows} hypotheses={hypotheses} />
        )}
        {data.more > 0 ? <p className="small dim">and {counted(data.more, 'row')} more that tell least apart</p> : null}
        <p className="small dim legend">
          {VALUES.map(({ value, says, key }) => (
            <span key={value}>
              <kbd>{key}</kbd> <b>{value}</b> {says}
            </span>
          ))}
          <span>
            <kbd>Del</kbd> take back
          </span>
        </p>
      </Page>
    </div>
  );
};
