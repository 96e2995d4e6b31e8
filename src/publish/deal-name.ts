import type { Deal } from '../model/index.ts';
import { capital, listed, oneLine } from './words.ts';

/** Gives entities their names. */
interface Names {
  names(entities: readonly string[]): readonly string[];
}

/** What a deal is called in a list: its parties and what it is about, as far as told. */
export const dealName = (lookup: Names, deal: Deal): string => {
  const asset = deal.asset === null ? null : oneLine(deal.asset);
  const kind = deal.kind === null || deal.kind === 'other' ? null : oneLine(deal.kind);
  const subject = [kind, asset].filter((word) => word !== null);
  const about = kind !== null && asset?.toLowerCase().includes(kind.toLowerCase()) ? (asset ?? '') : subject.join(': ');
  const parties = listed(lookup.names(deal.parties.filter((party) => party !== deal.assetEntity)), 3);
  return capital([parties, about].filter((word) => word !== '').join(' – ')) || 'Deal';
};
