import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { NameType } from '../../src/index.ts';

/** Two names and whether they are held to be one, as the benchmark has them. */
export interface NamePair {
  readonly group: string;
  readonly schema: string;
  readonly type: NameType;
  readonly name1: string;
  readonly name2: string;
  readonly isMatch: boolean;
  readonly quality: string;
  readonly category: string;
  /** What the reference said; null where its run lacks the pair. */
  readonly reference: boolean | null;
}

/** The benchmark's schemas (FollowTheMoney) and our types. */
const TYPES: Readonly<Record<string, NameType>> = {
  Person: 'person',
  Company: 'company',
  Organization: 'organization',
  PublicBody: 'publicBody',
  LegalEntity: 'legalEntity',
  Vessel: 'vessel',
};

const rows = (path: string): readonly Readonly<Record<string, string>>[] =>
  parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true });

const keyOf = (row: Readonly<Record<string, string>>): string =>
  [row['case_group'], row['schema'], row['name1'], row['name2']].join('\n');

/** Pairs of a file of cases, in its order, each with what the reference said of it. */
export const readPairs = (cases: string, reference: string | null): readonly NamePair[] => {
  const said = new Map(
    reference === null ? [] : rows(reference).map((row) => [keyOf(row), row['predicted_match'] === 'true']),
  );
  return rows(cases).map((row) => {
    const schema = row['schema'] ?? '';
    const type = TYPES[schema];
    if (type === undefined)
      throw new Error(`Expected a schema of ${Object.keys(TYPES).join(', ')}, found ${schema}: ${cases}`);
    return {
      group: row['case_group'] ?? '',
      schema,
      type,
      name1: row['name1'] ?? '',
      name2: row['name2'] ?? '',
      isMatch: row['is_match'] === 'true',
      quality: row['quality'] ?? '',
      category: [row['category'], row['notes']].filter(Boolean).join(': '),
      reference: said.get(keyOf(row)) ?? null,
    };
  });
};
