import type { TableRow } from '../model/index.ts';
import type { CaseLookup } from './case-lookup.ts';
import { capital } from './words.ts';

/** A ledger that the beat brings with it. */
export interface OwnLedger {
  readonly name: string;
  readonly title: string;
  /** Frame types that it lists. */
  readonly types: ReadonlySet<string>;
  readonly rows: readonly TableRow[];
}

/** The ledgers of the beat's own, in its order; things of a type that none of them lists have one under the type's name. */
export const ownLedgers = (lookup: CaseLookup): readonly OwnLedger[] => {
  const { tables } = lookup.case;
  const defined = Object.entries(lookup.ledgers).flatMap(([name, { title, of }]) =>
    of === undefined ? [] : [{ name, title, types: new Set(of) }],
  );
  const known = new Set(defined.flatMap(({ types }) => [...types]));
  const further = [...new Set(tables.map(({ type }) => type))].filter((type) => !known.has(type)).sort();
  return [...defined, ...further.map((type) => ({ name: type, title: capital(type), types: new Set([type]) }))].map(
    (ledger) => ({ ...ledger, rows: tables.filter(({ type }) => ledger.types.has(type)) }),
  );
};
