import { type MatrixLine, stanceMatrix } from '../ledgers/index.ts';
import type { Proposal, Stance } from '../model/index.ts';
import { plainCell } from './plain.ts';
import type { NameOf } from './show-lists.ts';
import { type Column, renderTable } from './table.ts';

/** Signs of a view, each with its word: the shape alone would have to be learnt. */
const VIEWS: Readonly<Record<Stance['stance'], string>> = {
  accepts: '✓ accepts',
  rejects: '✗ rejects',
  'on-condition': '(✓) on condition',
  silent: '– silent',
};

/** Letters that a party's column needs; as many parties stand beside each other as leave each so much. */
const PARTY_WIDTH = 18;

const viewsOf = (line: MatrixLine, party: string): string =>
  [
    ...new Set(
      (line.views.get(party) ?? []).map(({ stance, date, denials }) =>
        [VIEWS[stance], ...(date === null ? [] : [date]), ...(denials.length > 0 ? ['denied by some'] : [])].join(' '),
      ),
    ),
  ].join('; ');

const headOf = ({ proposal, clause, about }: MatrixLine): string => {
  if (clause !== null) return `· ${clause.form === 'quoted' ? `“${clause.text}”` : clause.text}`;
  return proposal?.name ?? about;
};

/**
 * The stance matrix as tables that fit the width: plans and their clauses down, parties across, a table for as many parties as
 * stand beside each other. Empty when nobody is told to take a view.
 */
export const renderMatrix = (
  proposals: readonly Proposal[],
  stances: readonly Stance[],
  nameOf: NameOf,
  width: number,
  emphasis: (text: string) => string,
): string => {
  const { parties, lines } = stanceMatrix(proposals, stances);
  const across = Math.max(1, Math.floor((width * 0.7) / PARTY_WIDTH));
  const tables: string[] = [];
  for (let at = 0; at < parties.length; at += across) {
    const own = parties.slice(at, at + across);
    const shown = lines.filter((line, index) => {
      const isTold = own.some((party) => line.views.has(party));
      // A plan stands above its clauses.
      const below = lines.slice(index + 1).filter((one) => one.clause !== null && one.proposal === line.proposal);
      return isTold || (line.clause === null && below.some((one) => own.some((party) => one.views.has(party))));
    });
    const columns: readonly Column[] = [{ title: 'on' }, ...own.map((party) => ({ title: plainCell(nameOf(party)) }))];
    const rows = shown.map((line) => [headOf(line), ...own.map((party) => viewsOf(line, party))].map(plainCell));
    tables.push(renderTable(columns, rows, width, emphasis));
  }
  return tables.join('\n');
};
