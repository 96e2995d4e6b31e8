import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Labelled, LabelledDocument, LabelledRelation, Split } from '../labelled-document.ts';

interface Said {
  readonly documentId: string;
  readonly type: string;
  readonly confidence: number;
}

interface SaidEntity extends Said {
  readonly begin: number;
  readonly end: number;
}

interface SaidRelation extends Said {
  readonly sourceBegin: number;
  readonly sourceEnd: number;
  readonly targetBegin: number;
  readonly targetEnd: number;
}

/** Types with too few examples to learn, or that are no names. */
const LEFT_OUT: ReadonlySet<string> = new Set(['CommsIdentifier', 'Vehicle']);

const readLines = <T>(path: string): readonly T[] =>
  readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

const byDocument = <T extends Said>(items: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const found = new Map<string, T[]>();
  for (const item of items) {
    // What at least half of the annotators' weight stands behind, as the corpus advises.
    if (item.confidence < 0.5) continue;
    found.set(item.documentId, [...(found.get(item.documentId) ?? []), item]);
  }
  return found;
};

/** One name a place: the surest type of those that were proposed for it, the first of equals. */
const namesOf = (entities: readonly SaidEntity[]): readonly Labelled[] => {
  const surest = new Map<string, SaidEntity>();
  for (const entity of entities) {
    const key = `${entity.begin}-${entity.end}`;
    const known = surest.get(key);
    if (known === undefined || entity.confidence > known.confidence) surest.set(key, entity);
  }
  return [...surest.values()]
    .filter(({ type }) => !LEFT_OUT.has(type))
    .map(({ begin, end, type }) => ({ start: begin, end, label: type }));
};

const relationsOf = (relations: readonly SaidRelation[]): readonly LabelledRelation[] => {
  const once = new Map(
    relations.map(({ sourceBegin, sourceEnd, targetBegin, targetEnd, type }) => [
      [sourceBegin, sourceEnd, targetBegin, targetEnd, type].join(),
      { one: [sourceBegin, sourceEnd], two: [targetBegin, targetEnd], label: type } satisfies LabelledRelation,
    ]),
  );
  return [...once.values()];
};

/** Number of code units before each code point of a text that has any beyond 16 bits. */
const fromCodePoints = (text: string): ((at: number) => number) => {
  if (!/[\ud800-\udbff]/.test(text)) return (at) => at;
  const starts: number[] = [];
  let unit = 0;
  for (const letter of text) {
    starts.push(unit);
    unit += letter.length;
  }
  starts.push(unit);
  return (at) => starts[at] ?? unit;
};

/** Defence and security: names, and relations between two places of a text, as `split.tsv` shares documents out. */
export const readRe3d = (data: string, split: Split): readonly LabelledDocument[] => {
  const folder = join(data, 're3d');
  if (!existsSync(join(folder, 'split.tsv'))) return [];
  const shared = readFileSync(join(folder, 'split.tsv'), 'utf8').split(/\r?\n/);
  const wanted = new Set(shared.map((row) => row.split('\t')).flatMap(([id, , part]) => (part === split ? [id] : [])));
  const sources = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return sources
    .map(({ name }) => join(folder, name))
    .sort()
    .flatMap((source) => {
      const entities = byDocument(readLines<SaidEntity>(join(source, 'entities.json')));
      const relations = byDocument(readLines<SaidRelation>(join(source, 'relations.json')));
      const documents = readLines<{ readonly _id: string; readonly text: string }>(join(source, 'documents.json'));
      return documents
        .filter(({ _id }) => wanted.has(_id))
        .map(({ _id, text }) => {
          const at = fromCodePoints(text);
          return {
            name: _id,
            text,
            names: namesOf(entities.get(_id) ?? []).map((n) => ({ ...n, start: at(n.start), end: at(n.end) })),
            relations: relationsOf(relations.get(_id) ?? []).map(({ one, two, label }) => ({
              one: [at(one[0]), at(one[1])] as const,
              two: [at(two[0]), at(two[1])] as const,
              label,
            })),
          };
        });
    });
};
