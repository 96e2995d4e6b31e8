import type { LedgerAnswer } from '../../../src/serve/index.ts';

/** A column as the table shows it: one of the beat's, or one that every ledger has. */
export interface ShownColumn {
  readonly key: string;
  readonly title: string;
  /** Its place among the cells of a row; null for what every ledger has. */
  readonly cell: number | null;
  readonly kind: 'cell' | 'steps' | 'span' | 'standing' | 'origins' | 'weight';
  /** Share of the width. */
  readonly width: number;
  readonly isSorted: boolean;
  readonly isDefault: boolean;
}

const STEP_TITLES: Readonly<Record<string, string>> = { deals: 'How far it came', sanctions: 'Towards their end' };

/** All columns that a ledger's table can show, in their order. */
export const columnsOf = ({ columns, list, steps }: LedgerAnswer): readonly ShownColumn[] => {
  const given = columns.flatMap(({ width }) => width ?? []);
  const usual = given.length === 0 ? 20 : given.reduce((sum, width) => sum + width, 0) / given.length;
  const own = columns.map(
    ({ key, title, width }, cell): ShownColumn => ({
      key,
      title,
      cell,
      kind: 'cell',
      width: width ?? usual,
      isSorted: true,
      isDefault: true,
    }),
  );
  const extra = (kind: ShownColumn['kind'], title: string, width: number, isSorted = true, isDefault = true) => ({
    ...{ key: kind, title, cell: null, kind, width, isSorted, isDefault },
  });
  return [
    ...own,
    ...(steps.length > 0 ? [extra('steps', STEP_TITLES[list] ?? 'Steps', 20, false)] : []),
    ...(list === 'ties' ? [extra('span', 'Held', 20, false)] : []),
    extra('standing', 'Standing', 15),
    extra('origins', 'Origins', 18),
    extra('weight', 'Weight', 9, true, false),
  ];
};
