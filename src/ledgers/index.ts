export { type ColumnLine, isOnlyDenied, linesOf, type Printed } from './columns.ts';
export { type Ledgers, listLedgers } from './list-ledgers.ts';
export { dateOf } from './rows.ts';
