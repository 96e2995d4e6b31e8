import { type ReactNode, useEffect } from 'react';
import { useCase } from '../core/case.ts';

/** A view: its title, what it says under it, and the rest. */
export const Page = ({
  title,
  sub,
  children,
}: {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly children: ReactNode;
}): ReactNode => {
  const { name } = useCase();
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <>
      <h1>{title}</h1>
      {sub === undefined ? null : <div className="sub">{sub}</div>}
      {children}
    </>
  );
};
