import type { ReactNode } from 'react';
import { ApiFailure } from '../core/api.ts';

/** While something is on its way. */
export const Loading = ({ what = 'Looking it up' }: { readonly what?: string }): ReactNode => (
  <div className="notice fade" role="status" aria-busy="true">
    {what} …
  </div>
);

/** Where there is nothing, and why. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactNode => (
  <div className="notice">
    <p className="said">{title}</p>
    {children}
  </div>
);

/** What went wrong: expected, found, what to do next. */
export const Failed = ({ error, again }: { readonly error: unknown; readonly again?: () => void }): ReactNode => {
  const failure = error instanceof ApiFailure ? error : null;
  return (
    <div className="notice" role="alert">
      <p className="said">{error instanceof Error ? error.message : 'Something went wrong on this page.'}</p>
      {failure?.next === null || failure === null ? null : <p>{failure.next}</p>}
      {again === undefined ? null : (
        <button type="button" className="button" onClick={again}>
          Try again
        </button>
      )}
      {failure === null ? null : <p className="small">{failure.code}</p>}
    </div>
  );
};

export const NoSuchPage = (): ReactNode => (
  <Empty title="There is no page at this address.">
    <p>Pick one from the rail.</p>
  </Empty>
);
