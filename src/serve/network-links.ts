import type { Line, Tie } from '../model/index.ts';
import { momentOf } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';
import type { Link } from './network-shapes.ts';

/** Pairs of a row grow with the square of who has a part in it: of more than this many, only the first are paired. */
const MOST_PAIRED = 12;

export interface Links {
  readonly links: readonly Link[];
  /** Rows with more participants than are paired. */
  readonly unpaired: number;
}

type Time = Pick<Link, 'start' | 'end' | 'isDated'>;

const NO_TIME: Time = { start: null, end: null, isDated: false };

const timeOfLine = ({ from, to }: Line): Time =>
  from === null && to === null ? NO_TIME : { start: from, end: to, isDated: true };

/**
 * When a tie may have held: since when until when, open where that is not told; of one that is only told of at a time, that
 * time.
 */
const timeOfTie = (tie: Tie, line: Line): Time => {
  const [since, until] = [momentOf(tie.validFrom), momentOf(tie.validTo)];
  if (since === null && until === null) return timeOfLine(line);
  const end = until?.end ?? null;
  return { start: since?.start ?? null, end, isDated: true };
};

const pairsOf = (ids: readonly string[]): readonly (readonly [string, string])[] => {
  const own = [...new Set(ids)].slice(0, MOST_PAIRED);
  return own.flatMap((a, index) => own.slice(index + 1).map((b) => [a, b] as const));
};

class LinkMaker {
  readonly links: Link[] = [];
  unpaired = 0;
  readonly #edges = new Map<string, number>();
  #rows = -1;
  #last: Line | null = null;

  put(line: Line, a: string | null, b: string | null, link: Partial<Link> & Pick<Link, 'layer' | 'kind'>): void {
    if (a === null || b === null || a === b) return;
    const [low, high] = a < b ? [a, b] : [b, a];
    // Rows of two lists are two edges: what is opened of one is of one kind.
    const name = `${low} ${high} ${link.layer} ${link.layer === 'tie' ? link.kind : line.list}`;
    const edge = this.#edges.get(name) ?? this.#edges.size;
    this.#edges.set(name, edge);
    if (line !== this.#last) this.#rows++;
    this.#last = line;
    const row = this.#rows;
    this.links.push({ a, b, isDirected: false, isDenied: false, ...timeOfLine(line), ...link, line, row, edge });
  }

  pairs(line: Line, ids: readonly string[], link: Partial<Link> & Pick<Link, 'layer' | 'kind'>): void {
    if (new Set(ids).size > MOST_PAIRED) this.unpaired++;
    for (const [a, b] of pairsOf(ids)) this.put(line, a, b, link);
  }
}

const collect = async (now: Snapshot): Promise<Links> => {
  const maker = new LinkMaker();
  const each = async <List extends 'ties' | 'meetings' | 'deals' | 'money' | 'sanctions' | 'waivers'>(
    list: List,
    tell: (row: Awaited<ReturnType<typeof now.list<List>>>[number], line: Line) => void,
  ): Promise<void> => {
    const lines = new Map((await now.lines(list)).map((line) => [line.id, line]));
    for (const row of await now.list(list)) {
      const line = lines.get(row.id);
      if (line !== undefined) tell(row, line);
    }
  };
  await each('ties', (row, line) => {
    const isDenied = row.polarity === 'negative' || line.standing === 'denied';
    const isDirected = row.kind !== 'family' && row.kind !== 'friendship';
    maker.put(line, row.from, row.to, { layer: 'tie', kind: row.kind, isDirected, isDenied, ...timeOfTie(row, line) });
  });
  await each('meetings', (row, line) => {
    const isDenied = row.status === 'denied';
    maker.pairs(line, row.participants, { layer: 'meeting', kind: row.kind, isDenied });
    if (row.placeEntity === null) return;
    for (const who of row.participants)
      maker.put(line, who, row.placeEntity, { layer: 'place', kind: `${row.kind} there`, isDirected: true, isDenied });
  });
  await each('deals', (row, line) => {
    const link = { layer: 'deal', kind: row.kind ?? 'deal', isDenied: line.standing === 'denied' } as const;
    const parties = row.parties.filter((party) => party !== row.assetEntity);
    maker.pairs(line, parties, link);
    for (const party of new Set([...parties, ...row.gains])) maker.put(line, party, row.assetEntity, link);
  });
  await each('money', (row, line) => {
    const isDenied = line.standing === 'denied';
    for (const from of row.from)
      for (const to of row.to)
        maker.put(line, from, to, { layer: 'money', kind: row.of ?? 'money', isDirected: true, isDenied });
  });
  await each('sanctions', (row, line) => {
    const link = { layer: 'sanction', kind: 'sanction', isDirected: true, isDenied: row.status === 'denied' } as const;
    for (const by of new Set([row.by, ...row.alsoBy])) maker.put(line, by, row.target, link);
  });
  await each('waivers', (row, line) => {
    const isDenied = row.status === 'denied';
    const link = { layer: 'sanction', kind: row.form ?? 'waiver', isDirected: true, isDenied } as const;
    for (const by of new Set([...row.grantedBy, ...row.refusedBy])) maker.put(line, by, row.for, link);
    for (const by of row.askedBy) for (const of of row.askedOf) maker.put(line, by, of, link);
  });
  return { links: maker.links, unpaired: maker.unpaired };
};

/** All that ties two entities together, row after row, worked out once for as long as the case stays as it is. */
export const networkLinks = (now: Snapshot): Promise<Links> => now.work('network', () => collect(now));
