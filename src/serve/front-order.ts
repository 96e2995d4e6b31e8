import { LEDGERS, type Ledger, type Line } from '../model/index.ts';
import type { Snapshot } from './case-look.ts';

/** Points of a finding that is a row of a ledger: what a case is about comes before who holds a post. */
const OF_LEDGER: Readonly<Partial<Record<Ledger, number>>> = {
  deals: 3,
  waivers: 3,
  meetings: 2,
  proposals: 2,
  stances: 2,
  conditions: 2,
  money: 2,
  sanctions: 2,
  ties: 1,
};
/** Points of an independent origin, and how many of them count: ten that say so do not bury what three say of a deal. */
const OF_ORIGIN = 2;
const MOST_ORIGINS = 4;
/** Points of each who has a part in a deal or stands on a path of interest, up to this many. */
const MOST_INVOLVED = 2;

/**
 * The findings of a case, what matters most to a reader first: how many independent origins say so, whether it is a meeting, a deal,
 * a waiver, whether those in it have to do with a deal or an interest, its weight, and then what is latest.
 */
export const findingsInOrder = (now: Snapshot): Promise<readonly Line[]> =>
  now.work('findings in order', async () => {
    const ledgers = new Map<string, number>();
    const involved = new Set<string>();
    for (const ledger of LEDGERS)
      for (const { finding, entities } of await now.lines(ledger)) {
        if (ledger === 'deals' || ledger === 'interests') for (const entity of entities) involved.add(entity);
        if (finding !== null) ledgers.set(finding, Math.max(ledgers.get(finding) ?? 0, OF_LEDGER[ledger] ?? 0));
      }
    const points = ({ id, origins, entities }: Line): number =>
      OF_ORIGIN * Math.min(MOST_ORIGINS, origins.length) +
      (ledgers.get(id) ?? 0) +
      Math.min(MOST_INVOLVED, entities.filter((entity) => involved.has(entity)).length);
    const lines = (await now.lines('findings')).map((line) => ({ line, points: points(line) }));
    return lines
      .sort(
        (a, b) =>
          b.points - a.points ||
          (b.line.weight ?? 0) - (a.line.weight ?? 0) ||
          b.line.claims - a.line.claims ||
          (b.line.from ?? 0) - (a.line.from ?? 0) ||
          (a.line.id < b.line.id ? -1 : 1),
      )
      .map(({ line }) => line);
  });

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  );

/** Two sentences that share this much of their words say the same to whoever looks over them. */
const LIKE = 0.75;

/** Whether one sentence says nearly what another does. */
export const isLike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared >= LIKE * (a.size + b.size - shared);
};

/** The first so many of an ordered list, leaving out what says nearly the same as one that was taken. */
export const firstUnlike = <Row extends { readonly text: string }>(
  rows: Iterable<Row>,
  limit: number,
): readonly Row[] => {
  const taken: { readonly row: Row; readonly words: ReadonlySet<string> }[] = [];
  for (const row of rows) {
    if (taken.length === limit) break;
    const words = wordsOf(row.text);
    if (!taken.some((one) => isLike(one.words, words))) taken.push({ row, words });
  }
  return taken.map(({ row }) => row);
};
