export { type ColumnLine, columnsFor, isOnlyDenied, linesOf, type Printed } from './columns.ts';
export { type Ledgers, listLedgers } from './list-ledgers.ts';
export { dateOf } from './rows.ts';
export { type MatrixLine, type StanceMatrix, stanceMatrix } from './stance-matrix.ts';
export {
  type DealOutlook,
  type DealState,
  type Gain,
  type Supposable,
  type Supposed,
  type SupposeStep,
  type Suppositions,
  suppose,
} from './suppose.ts';
