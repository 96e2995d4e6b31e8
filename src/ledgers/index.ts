export { type Printed, partsOf } from './columns.ts';
export { type Ledgers, listLedgers } from './list-ledgers.ts';
export { dateOf } from './rows.ts';
