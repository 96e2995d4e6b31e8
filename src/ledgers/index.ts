export { type Ledgers, listLedgers } from './list-ledgers.ts';
