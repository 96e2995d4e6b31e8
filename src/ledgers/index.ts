export { type Ledgers, listLedgers } from './list-ledgers.ts';
export { dateOf } from './rows.ts';
