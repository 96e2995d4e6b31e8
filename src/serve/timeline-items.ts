import type { Line } from '../model/index.ts';
import { type Moment, momentOf } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';
import type { KnownItem, LaneName, TimelineItem } from './timeline-shapes.ts';

type Others = ReadonlyMap<string, readonly Moment[]>;

/** States in which something is said to have come about. */
const DONE: Readonly<Record<string, readonly string[]>> = {
  meetings: ['held', 'disputed'],
  sanctions: ['imposed', 'lifted'],
  waivers: ['granted', 'refused'],
  deals: ['agreed', 'done', 'dropped'],
};

const withoutDate: Omit<Moment, 'isAbout'> = { when: '', start: null, end: null };

/** A part of a row that has a date of its own. */
interface Part {
  readonly key: string;
  readonly text: string;
  readonly state: string | null;
  readonly moment: Moment | null;
}

const itemOf = (line: Line, part: Part, others: Others): TimelineItem => {
  const { when, start, end } = part.moment ?? withoutDate;
  return {
    key: part.key,
    list: line.list,
    row: line.id,
    text: part.text,
    state: part.state,
    when: part.moment === null ? null : when,
    start,
    end,
    isAbout: part.moment?.isAbout ?? false,
    isOpen: DONE[line.list] !== undefined && !(DONE[line.list] ?? []).includes(part.state ?? ''),
    standing: line.standing,
    origins: [...line.origins],
    others: (others.get(line.id) ?? [])
      .filter((other) => other.when !== when)
      .map((other) => ({ when: other.when, start: other.start, end: other.end })),
  };
};

const wholeOf = (line: Line): Part => ({
  key: line.id,
  text: line.text,
  state: line.state,
  moment: momentOf(line.date),
});

/** What contradictions on dates say, and of which rows. */
const datesTold = async (now: Snapshot) => {
  const ofRow = new Map<string, readonly Moment[]>();
  const ofContradiction = new Map<string, readonly Moment[]>();
  for (const { id, values } of (await now.list('contradictions')).filter(({ kind }) => kind === 'date')) {
    const claims = await now.items(
      'claims',
      values.flatMap((value) => value.claims.slice(0, 1)),
    );
    const moments = claims.flatMap(({ date }) => momentOf(date) ?? []);
    ofContradiction.set(id, moments);
    for (const row of new Set(claims.flatMap(({ event }) => event ?? []))) ofRow.set(row, moments);
  }
  return { ofRow, ofContradiction };
};

/** Everything that has, or could have, a place in time; in no order. */
const collect = async (now: Snapshot): Promise<readonly KnownItem[]> => {
  const told = await datesTold(now);
  const found: KnownItem[] = [];
  const put = (lane: LaneName, line: Line, parts: readonly Part[], others: Others = told.ofRow): void => {
    for (const part of parts) found.push({ lane, line, item: itemOf(line, part, others) });
  };
  for (const line of await now.lines('meetings')) put('meetings', line, [wholeOf(line)]);
  for (const list of ['sanctions', 'waivers'] as const)
    for (const line of await now.lines(list)) put('sanctions', line, [wholeOf(line)]);
  const versions = new Map((await now.list('proposals')).map((row) => [row.id, row.versions]));
  for (const line of await now.lines('proposals')) {
    const dated = (versions.get(line.id) ?? []).flatMap(({ id, kind, date }): readonly Part[] => {
      const moment = momentOf(date);
      if (moment === null) return [];
      return [{ key: id, text: kind === '' ? line.text : `${line.text}, ${kind}`, state: kind || null, moment }];
    });
    put('proposals', line, dated.length > 0 ? dated : [wholeOf(line)]);
  }
  const stages = new Map((await now.list('deals')).map((row) => [row.id, row.stages]));
  for (const line of await now.lines('deals')) {
    const dated = (stages.get(line.id) ?? []).flatMap(({ stage, date }, index): readonly Part[] => {
      const moment = momentOf(date);
      return moment === null ? [] : [{ key: `${line.id}/${index}`, text: line.text, state: stage, moment }];
    });
    put('deals', line, dated.length > 0 ? dated : [wholeOf(line)]);
  }
  // A denied finding of something that has a place in a lane above is drawn there, as denied.
  const drawn = new Set(found.flatMap(({ line }) => line.finding ?? []));
  for (const line of await now.lines('findings'))
    if (line.kind === 'leak' || line.kind === 'denial' || (line.standing === 'denied' && !drawn.has(line.id)))
      put('denials', line, [wholeOf(line)], new Map());
  for (const line of await now.lines('contradictions')) {
    const [first, ...rest] = told.ofContradiction.get(line.id) ?? [];
    if (first === undefined) continue;
    put(
      'denials',
      line,
      [{ key: line.id, text: line.text, state: 'dates differ', moment: first }],
      new Map([[line.id, rest]]),
    );
  }
  for (const line of await now.lines('documents')) put('documents', line, [wholeOf(line)]);
  return found;
};

/** The items of the timeline, worked out once for as long as the case stays as it is. */
export const timelineItems = (now: Snapshot): Promise<readonly KnownItem[]> => now.work('timeline', () => collect(now));
