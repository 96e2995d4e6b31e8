import type { QueryClient } from '@tanstack/react-query';
import type { MatrixAnswer } from '../../../src/serve/index.ts';
import { type OwnDecision, takeDecision, undoEntry } from '../../core/decisions.ts';

export type MatrixRow = MatrixAnswer['rows'][number];
export type Supposed = MatrixAnswer['hypotheses'][number];
export type Value = Supposed['sum'][number]['value'];

/** How a row stands to a hypothesis, with its key and what it says. */
export const VALUES: readonly { readonly value: Value; readonly key: string; readonly says: string }[] = [
  { value: 'CC', key: 'C', says: 'very consistent' },
  { value: 'C', key: 'c', says: 'consistent' },
  { value: 'N', key: 'n', says: 'neutral' },
  { value: 'NA', key: 'a', says: 'not applicable' },
  { value: 'I', key: 'i', says: 'inconsistent' },
  { value: 'II', key: 'I', says: 'very inconsistent' },
];

const aboutOf = (row: MatrixRow, { decision }: Supposed): string => `${decision} ${row.row} ${row.side}`;

/** Holds a row against a hypothesis: an entry of the journal, which takes the place of what the same person held before. */
export const hold = (client: QueryClient, row: MatrixRow, hypothesis: Supposed, value: Value): void => {
  // A finding stands for its claims; its denials, and a claim of no finding, are named themselves.
  const rows = row.list === 'findings' && row.side === 'favour' ? [row.row] : row.claims.slice(0, 99);
  takeDecision(client, aboutOf(row, hypothesis), `${hypothesis.label}: ${row.text}`, {
    kind: 'hold-against',
    about: [hypothesis.decision, ...rows],
    value,
    why: null,
  });
};

/** Takes back what was held in a cell. */
export const letGo = async (client: QueryClient, row: MatrixRow, hypothesis: Supposed): Promise<void> => {
  for (const id of row.values[hypothesis.id]?.decisions ?? []) await undoEntry(client, id);
};

export interface CellNow {
  readonly value: Value | null;
  /** It is decided, and the case is not put together with it yet. */
  readonly isPending: boolean;
  readonly reasons: readonly string[];
}

/** What stands in a cell now: what was just decided on this page before what the case has. */
export const cellNow = (row: MatrixRow, hypothesis: Supposed, own: readonly OwnDecision[]): CellNow => {
  const held = row.values[hypothesis.id];
  const about = aboutOf(row, hypothesis);
  const last = own.findLast((one) => one.about === about && (one.state === 'sending' || one.state === 'kept'));
  const isKnown = last?.entry != null && (held?.decisions.includes(last.entry.id) ?? false);
  if (last === undefined || isKnown)
    return { value: held?.value ?? null, isPending: false, reasons: held?.reasons ?? [] };
  return { value: (last.request.value ?? null) as Value | null, isPending: true, reasons: [] };
};
