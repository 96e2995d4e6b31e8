import type { ReactNode } from 'react';
import { colourClass, originOf, useCase } from '../core/case.ts';
import { useFilter } from '../core/filter.ts';

/** An origin in its colour; a press narrows the view to it. */
export const OriginChip = ({ id }: { readonly id: string | null }): ReactNode => {
  const head = useCase();
  const { filter, toggle } = useFilter();
  if (id === null) return <span className="origin">unknown</span>;
  const isOn = filter.origin?.split(',').includes(id) ?? false;
  const name = originOf(head, id)?.name ?? id;
  return (
    <button
      type="button"
      className={`origin ${colourClass(head, id)}`}
      aria-pressed={isOn}
      title={isOn ? 'Show all origins again' : `Only what ${name} is an origin of`}
      onClick={(event) => {
        event.stopPropagation();
        toggle('origin', id);
      }}
    >
      {name}
    </button>
  );
};

/** Origins next to each other; none is an unknown one. */
export const OriginChips = ({
  ids,
  most = 4,
}: {
  readonly ids: readonly string[];
  readonly most?: number;
}): ReactNode => {
  if (ids.length === 0) return <OriginChip id={null} />;
  const shown = ids.slice(0, most);
  return (
    <>
      {shown.map((id) => (
        <OriginChip key={id} id={id} />
      ))}
      {ids.length > shown.length ? <span className="small dim"> and {ids.length - shown.length} more</span> : null}
    </>
  );
};
