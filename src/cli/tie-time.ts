import type { Tie } from '../model/index.ts';

/** When a tie held, in EDTF and few words; empty where nobody says. */
export const tieTime = ({ validFrom, validTo, ended, date }: Tie): string => {
  if (validFrom !== null && validTo !== null) return `${validFrom} – ${validTo}`;
  if (validTo !== null) return `until ${validTo}`;
  if (validFrom !== null) return `since ${validFrom}${ended ? ' (past)' : ''}`;
  return ended ? 'past' : (date ?? '');
};
