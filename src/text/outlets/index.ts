export { OUTLET_WORDS } from './outlet-words.ts';
export { siteOf } from './site-of.ts';
