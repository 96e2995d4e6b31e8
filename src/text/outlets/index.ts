export { OUTLET_WORDS } from './outlet-words.ts';
