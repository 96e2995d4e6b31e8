import type { CaseView } from './case-view.ts';
import { CASE_LISTS, type CaseList } from './model/index.ts';

/** The list that an id is of by how it begins; rows of one list begin with the type of what they are made of. */
const likelyList = (id: string): CaseList | null => {
  const prefix = id.slice(0, id.indexOf('-'));
  const known: Readonly<Record<string, CaseList>> = { doc: 'documents', entity: 'entities', hypothesis: 'hypotheses' };
  return known[prefix] ?? CASE_LISTS.find((list) => list === `${prefix}s` || list === prefix) ?? null;
};

/** An item of any list. */
export type Item = NonNullable<Awaited<ReturnType<CaseView['item']>>>;

/** The item of the case that goes by an id, and the list it is in; null when it is no id, or of nothing there. */
export const itemOf = async (view: CaseView, id: string): Promise<readonly [CaseList, Item] | null> => {
  if (!/^[a-z][A-Za-z-]*-[0-9a-f]{12}/.test(id)) return null;
  const likely = likelyList(id);
  for (const list of [...(likely === null ? [] : [likely]), ...CASE_LISTS.filter((one) => one !== likely)]) {
    const item = await view.item(list, id);
    if (item !== null) return [list, item];
  }
  return null;
};

const isIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');

/** Ids of the claims that an item stands on itself; of one that is only denied, the denials are what can be judged. */
export const claimsOf = (list: CaseList, item: Item): readonly string[] => {
  if (list === 'claims') return [item.id];
  const claims = 'claims' in item && isIds(item.claims) ? item.claims : [];
  return claims.length === 0 && list === 'findings' && 'denials' in item ? item.denials : claims;
};
