import type { ListEntry, ListRecord } from '../list-entry.ts';
import { cutOff, malformed, tooLarge } from '../list-errors.ts';
import { countryCode, dateIn, namesOnce, nameTypeOf, once } from '../list-values.ts';

/** Characters of one line; an entity with all its addresses and passports has some hundred thousand. */
const LONGEST_LINE = 64 * 1024 * 1024;
/** So many lines that are no entities at the start make it another file. */
const TRIED = 20;

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly unknown[]>>;
  readonly last_seen?: unknown;
  readonly last_change?: unknown;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEntity = (value: unknown): value is FtmEntity =>
  isFields(value) &&
  typeof value.id === 'string' &&
  typeof value.schema === 'string' &&
  isFields(value.properties) &&
  Object.values(value.properties).every(Array.isArray);

const textsOf = (entity: FtmEntity, ...properties: readonly string[]): readonly string[] =>
  properties.flatMap((name) =>
    (entity.properties[name] ?? []).filter((value): value is string => typeof value === 'string'),
  );

/** In the nested export, sanctions stand inside of whom they are on. */
const nestedSanctions = (entity: FtmEntity): readonly FtmEntity[] =>
  (entity.properties.sanctions ?? []).filter(isEntity);

const refOf = (id: string): string => `opensanctions:${id}`;

const earliest = (dates: readonly string[]): string | null =>
  dates.flatMap((date) => dateIn(date) ?? []).toSorted()[0] ?? null;

const programsOf = (sanction: FtmEntity): readonly string[] =>
  once([...textsOf(sanction, 'programId', 'program'), ...textsOf(sanction, 'authority')]);
const listedIn = (sanction: FtmEntity): string | null => earliest(textsOf(sanction, 'listingDate', 'startDate'));

const entryOf = (entity: FtmEntity, type: ListEntry['type']): ListEntry => {
  const sanctions = nestedSanctions(entity);
  const listed = sanctions.flatMap((sanction) => listedIn(sanction) ?? []).toSorted()[0];
  return {
    ref: refOf(entity.id),
    type,
    schema: entity.schema,
    names: namesOnce([
      ...textsOf(entity, 'name').map((text) => ({ text, kind: 'name' as const })),
      ...textsOf(entity, 'alias', 'abbreviation').map((text) => ({ text, kind: 'alias' as const })),
      ...textsOf(entity, 'previousName').map((text) => ({ text, kind: 'former' as const })),
      ...textsOf(entity, 'weakAlias').map((text) => ({ text, kind: 'weak' as const })),
    ]),
    birthDates: once(textsOf(entity, 'birthDate').map((date) => dateIn(date))),
    countries: once(
      textsOf(
        entity,
        'nationality',
        'citizenship',
        'country',
        'jurisdiction',
        'mainCountry',
        'flag',
        'birthCountry',
      ).map(countryCode),
    ),
    programs: once([...sanctions.flatMap(programsOf), ...textsOf(entity, 'topics'), ...textsOf(entity, 'programId')]),
    listed: listed ?? null,
  };
};

const recordsOf = (entity: FtmEntity, line: number): readonly ListRecord[] => {
  if (entity.schema === 'Sanction') {
    const [programs, listed] = [programsOf(entity), listedIn(entity)];
    return textsOf(entity, 'entity').map((id) => ({
      kind: 'addition',
      line,
      addition: { ref: refOf(id), programs, listed },
    }));
  }
  const type = nameTypeOf(entity.schema);
  if (type === null) return [{ kind: 'passed', line, sort: entity.schema }];
  const entry = entryOf(entity, type);
  if (entry.names.length > 0) return [{ kind: 'entry', line, entry }];
  return [{ kind: 'refused', line, reason: `${entity.schema} ${entity.id} has no name` }];
};

async function* linesOf(
  texts: AsyncIterable<string>,
  file: string,
): AsyncGenerator<readonly [string, number, boolean]> {
  let rest = '';
  let line = 0;
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) yield [one, ++line, true];
    if (rest.length > LONGEST_LINE) throw tooLarge(file, line + 1, 'a line', '64 MB');
  }
  if (rest.trim() !== '') yield [rest, line + 1, false];
}

/** OpenSanctions' export of entities: one FollowTheMoney entity a line, sanctions as entities of their own or nested. */
export async function* readFtm(texts: AsyncIterable<string>, file: string): AsyncGenerator<ListRecord> {
  let [entities, published] = [0, ''];
  for await (const [text, line, isEnded] of linesOf(texts, file)) {
    const tidy = text.replace(/^\ufeff/, '').trim();
    if (tidy === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(tidy);
    } catch (error) {
      if (!isEnded) throw cutOff(file, line, 'a whole entity as JSON', 'the end of the file inside of one', error);
      if (entities === 0 && line >= TRIED) throw malformed(file, line, 'an entity as JSON a line', 'other text', error);
      yield { kind: 'refused', line, reason: `no JSON (${(error as Error).message.slice(0, 120)})` };
      continue;
    }
    if (!isEntity(value)) {
      if (entities === 0 && line >= TRIED)
        throw malformed(file, line, 'entities with id, schema and properties', 'others');
      yield { kind: 'refused', line, reason: 'no entity: id, schema or properties are missing' };
      continue;
    }
    entities++;
    const seen = [value.last_seen, value.last_change].find((date) => typeof date === 'string') as string | undefined;
    if (seen !== undefined && seen > published) published = seen;
    yield* recordsOf(value, line);
  }
  const date = dateIn(published);
  if (date !== null) yield { kind: 'published', line: 1, date };
}
