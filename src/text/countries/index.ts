export { countryName, countryNamed, countryOf } from './country-of.ts';
export { isSameSide } from './same-side.ts';
