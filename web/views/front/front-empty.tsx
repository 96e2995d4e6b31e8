import type { ReactNode } from 'react';
import { Empty } from '../../components/states.tsx';
import { useCase } from '../../core/case.ts';
import { useFilter } from '../../core/filter.ts';
import { sayLanguage } from '../../core/language.ts';

/** A case without a document. */
export const NothingYet = (): ReactNode => {
  const { file } = useCase();
  return (
    <Empty title="There is nothing in this case yet.">
      <p>
        Drop files on this page, or add a folder from the command line:{' '}
        <code>backchannel read FOLDER --case {file}</code>
      </p>
      <p>
        What stands will be here: each finding as a sentence, on whose word it stands, and what contradicts it.
        Documents stay on this machine.
      </p>
    </Empty>
  );
};

/** Documents, and nothing found in them. */
export const NothingRead = ({ languages }: { readonly languages: Readonly<Record<string, number>> }): ReactNode => {
  const said = Object.entries(languages).sort((a, b) => b[1] - a[1]);
  return (
    <Empty title="Nothing was found in these documents that could stand here.">
      <p>
        {said.map(([code, count]) => `${count.toLocaleString('en-GB')} in ${sayLanguage(code)}`).join(', ')}. Meetings,
        proposals, deals, sanctions and ties are read in English; documents in other languages are kept and can be
        searched.
      </p>
    </Empty>
  );
};

/** A filter that leaves nothing. */
export const NothingPasses = (): ReactNode => {
  const { clear } = useFilter();
  return (
    <Empty title="Nothing stands within this filter.">
      <p>
        <button type="button" className="button" onClick={clear}>
          Show all of the case
        </button>
      </p>
    </Empty>
  );
};
