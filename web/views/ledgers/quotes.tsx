import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Evidence } from '../../../src/model/index.ts';
import type { ItemAnswer } from '../../../src/serve/index.ts';
import { Quote } from '../../components/quote.tsx';
import { get } from '../../core/api.ts';

const One = ({ evidence }: { readonly evidence: Evidence }): ReactNode => {
  const { data } = useQuery({
    queryKey: ['item', 'documents', evidence.document],
    queryFn: ({ signal }) => get<ItemAnswer>(`/documents/${evidence.document}`, {}, signal),
  });
  const line = data?.line;
  const where = [line?.aside, line?.text, line?.when].filter(Boolean).join(', ');
  return <Quote evidence={evidence} where={where === '' ? '…' : where} origin={line?.origins[0] ?? null} />;
};

/**
 * Quotes, folded where there are many: each leads to its place. Looked up when they are first opened: a ledger of a large
 * case has thousands.
 */
export const Quotes = ({
  evidence,
  label,
  isOpen = false,
}: {
  readonly evidence: readonly Evidence[];
  readonly label?: string;
  readonly isOpen?: boolean;
}): ReactNode => {
  const [isAsked, setAsked] = useState(isOpen);
  if (evidence.length === 0) return null;
  const words = label ?? (evidence.length === 1 ? 'its quote' : `its ${evidence.length} quotes`);
  return (
    <details
      className="quotes"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setAsked(true);
      }}
    >
      <summary>{words}</summary>
      {isAsked ? evidence.map((one) => <One key={`${one.document} ${one.start} ${one.end}`} evidence={one} />) : null}
    </details>
  );
};
