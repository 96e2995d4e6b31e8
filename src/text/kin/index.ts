export { stemOf } from './stem-of.ts';
export { companyVectorOf, type Kinship, kinshipOf, rarityOf } from './word-kin.ts';
