import { nearestNames } from '../backchannel.ts';
import type { CaseHost } from '../case-host.ts';
import { CASE_LISTS, type CaseList } from '../model/index.ts';
import type { Snapshot } from './case-look.ts';
import type { SearchAnswer, SearchGroup } from './search-shapes.ts';

/** Hits of each list where all are looked at together. */
const FEW: Readonly<Partial<Record<CaseList, number>>> = { documents: 5, entities: 5 };
const FEW_OTHERS = 3;
/** Of the other lists, as many rows are weighed and counted in a look at all of them: words that stand everywhere would take long. */
const GLANCED = 400;

/** In the order in which they are shown: texts, who and what, what it comes to, the ledgers, what is left. */
const ORDER: readonly CaseList[] = [
  'documents',
  'entities',
  'findings',
  'meetings',
  'proposals',
  'stances',
  'deals',
  'conditions',
  'money',
  'sanctions',
  'waivers',
  'ties',
  'tables',
  'interests',
  'contradictions',
  'claims',
  'origins',
  'gaps',
  'hypotheses',
  'decisions',
];

export interface SearchRequest {
  readonly q: string;
  /** The list that is looked through; null for a few hits of each. */
  readonly in: CaseList | null;
  readonly offset: number;
  readonly limit: number;
}

const groupOf = async (
  host: CaseHost,
  now: Snapshot,
  list: CaseList,
  { q, in: only, offset, limit }: SearchRequest,
): Promise<SearchGroup> => {
  const isAsked = only === list;
  const few = FEW[list] ?? FEW_OTHERS;
  const { hits, total, isTotalExact } = await host.store.search(q, {
    in: list,
    limit: isAsked ? limit : only === null ? few : 1,
    offset: isAsked ? offset : 0,
    ...(isAsked || few > FEW_OTHERS ? {} : { weighed: GLANCED }),
  });
  const shown = isAsked || only === null ? hits : [];
  const found: SearchGroup['hits'][number][] = [];
  for (const hit of shown) {
    const line = await now.line(hit.id);
    if (line === null) continue;
    found.push({
      line,
      title: hit.list === 'documents' ? hit.title : null,
      passages: hit.list === 'documents' ? hit.passages : [],
    });
  }
  return { list, total, isTotalExact, hits: found };
};

/** Looks through texts and ledgers. Where nobody and nothing is called so, the nearest names are told. */
export const searchCase = async (host: CaseHost, now: Snapshot, request: SearchRequest): Promise<SearchAnswer> => {
  const counts = await now.counts();
  const groups: SearchGroup[] = [];
  for (const list of ORDER)
    if (CASE_LISTS.includes(list) && counts[list] > 0) groups.push(await groupOf(host, now, list, request));
  const isNamed = groups.some(({ list, total }) => list === 'entities' && total > 0);
  const near =
    isNamed || request.q.trim() === '' ? [] : (await now.work('names', () => nearestNames(now.view))).find(request.q);
  return {
    digest: now.digest,
    q: request.q,
    groups: groups.filter(({ total, list }) => total > 0 || list === request.in),
    near: await Promise.all(
      near.map(async ({ id, name }) => {
        const line = await now.line(id);
        return { id, name, called: line?.text ?? name, type: line?.kind ?? null };
      }),
    ),
  };
};
