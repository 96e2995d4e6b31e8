export { isOneCurrency, type MoneyRead, readMoney } from './read-money.ts';
