import { byText, type Claim, type Filler, type Finding, isFrameFamily, type TableRow } from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { dateOf, dateWordsOf, fillingClaims, mostTold, rowOf } from './rows.ts';

const SUREST: readonly Claim['certainty'][] = ['certain', 'probable', 'underspecified', 'possible'];

/**
 * Things of frame types that no built-in ledger lists, as a beat of somebody's own defines them; ordered by id.
 *
 * A row has what every claim gives: each filler of each role once, and of each property the value that most origins give.
 * Which of it is printed, and under which heading, the beat says in its `ledgers.yaml`: a case does not depend on that.
 */
export const listTables = (told: readonly Told[], findings: ReadonlyMap<string, Finding>): readonly TableRow[] =>
  told
    .filter((one) => !isFrameFamily(one.happening.type) && fillingClaims(one).length > 0)
    .map((one): TableRow => {
      const claims = fillingClaims(one);
      return {
        ...rowOf(one, findings),
        type: one.happening.type,
        cells: cellsOf(claims),
        date: dateOf(claims),
        dateWords: dateWordsOf(claims),
        duration: mostTold(claims, (claim) => claim.duration),
        status: statusOf(one, claims),
        polarity: one.favour.length > 0 ? 'positive' : 'negative',
        certainty: SUREST.find((sure) => claims.some(({ certainty }) => certainty === sure)) ?? 'underspecified',
        conditions: [...new Set(claims.flatMap((claim) => claim.conditions.map(({ text }) => text)))].sort(byText),
      };
    })
    .sort((a, b) => byText(a.id, b.id));

/** By role and property, in the order of their names. */
const cellsOf = (claims: readonly Claim[]): TableRow['cells'] => {
  const names = [...new Set(claims.flatMap(({ roles, properties }) => Object.keys({ ...properties, ...roles })))];
  return Object.fromEntries(
    names.sort(byText).map((name): [string, readonly Filler[]] => {
      const fillers = claims.flatMap((claim) => claim.roles[name] ?? []);
      if (fillers.length > 0) return [name, distinct(fillers)];
      const value = mostTold(claims, (claim) => claim.properties[name] ?? null);
      return [name, value === null ? [] : [{ text: value, entity: null }]];
    }),
  );
};

/** Each entity once, in its longest words; words that denote nobody known once each. */
const distinct = (fillers: readonly Filler[]): readonly Filler[] => {
  const found = new Map<string, Filler>();
  for (const filler of fillers) {
    const key = filler.entity ?? filler.text.toLowerCase();
    const known = found.get(key);
    if (known === undefined || filler.text.length > known.text.length) found.set(key, filler);
  }
  return [...found.values()].sort((a, b) => byText(a.text, b.text) || byText(a.entity ?? '', b.entity ?? ''));
};

const STATUSES: ReadonlySet<string> = new Set(['held', 'planned', 'postponed', 'cancelled', 'hypothetical', 'ongoing']);

const statusOf = (told: Told, claims: readonly Claim[]): TableRow['status'] => {
  if (told.favour.length === 0) return 'denied';
  if (told.against.length > 0) return 'disputed';
  const status = mostTold(claims, (claim) => claim.status) ?? 'held';
  return STATUSES.has(status) ? (status as TableRow['status']) : 'held';
};
