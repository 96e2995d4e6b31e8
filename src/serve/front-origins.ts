import { z } from '@hono/zod-openapi';
import type { CaseDocument, Line } from '../model/index.ts';
import type { Snapshot } from './case-look.ts';

/** Origins with their trees, and documents under each; the rest is counted. */
const ORIGINS = 7;
const DOCUMENTS = 6;
/** Documents of an origin that are looked at to draw its tree. */
const LOOKED_AT = 40;

const TreeRow = z.object({
  document: z.string(),
  outlet: z.string(),
  title: z.string(),
  when: z.string().nullable(),
  depth: z.int().describe('1 under the origin itself, deeper where it came by way of others'),
  how: z.string().describe('own, rewrite, rewrite of X, relay, draws on it'),
  origins: z.array(z.string()).describe('All its origins: a document wears their colours'),
});

/** An origin with the documents whose reporting derives from it. */
export const FrontOrigin = z.object({
  id: z.string().nullable().describe('Null: origin unknown'),
  name: z.string(),
  form: z.string().nullable(),
  total: z.int().describe('Documents that derive from it'),
  rows: z.array(TreeRow),
});
export type FrontOrigin = z.infer<typeof FrontOrigin>;

const howOf = (origin: Line, document: CaseDocument, links: readonly string[]): string => {
  const by = links.length > 2 ? (links.at(-2) ?? null) : null;
  if (links.length <= 1) return 'own';
  if (document.origins.length > 1) return by === null ? 'draws on it' : `draws on it by way of ${by}`;
  if (origin.kind !== 'outlet') return by === null ? 'relay' : `relay by way of ${by}`;
  return by === null ? 'rewrite' : `rewrite of ${by}`;
};

const early = (a: Line, b: Line): number =>
  (a.from ?? Number.POSITIVE_INFINITY) - (b.from ?? Number.POSITIVE_INFINITY) || (a.id < b.id ? -1 : 1);

const treeOf = async (now: Snapshot, origin: Line, lines: readonly Line[]): Promise<FrontOrigin> => {
  const looked = lines.toSorted(early).slice(0, LOOKED_AT);
  const documents = await now.items(
    'documents',
    looked.map(({ id }) => id),
  );
  const ways = documents.map((document) => ({
    document,
    links: document.chain.find((one) => one.origin === origin.id)?.links ?? [],
  }));
  // Along the way it came: what was passed on stands under whoever passed it on.
  const key = ({ links }: (typeof ways)[number]): string => links.join('\u0000');
  ways.sort(
    (a, b) =>
      Math.min(2, a.links.length) - Math.min(2, b.links.length) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  );
  const byId = new Map(looked.map((line) => [line.id, line]));
  return {
    id: origin.id,
    name: origin.text,
    form: origin.state,
    total: lines.length,
    rows: ways.slice(0, DOCUMENTS).map(({ document, links }) => ({
      document: document.id,
      outlet: links.length > 1 ? (links.at(-1) ?? '') : (document.outlet ?? origin.text),
      title: byId.get(document.id)?.text ?? '',
      when: byId.get(document.id)?.when ?? null,
      depth: Math.max(1, Math.min(3, links.length - 1)),
      how: howOf(origin, document, links),
      origins: [...document.origins],
    })),
  };
};

/** The origins most documents derive from, each with its tree; the unknown one last. `kept`: documents that pass a filter. */
export const frontOrigins = async (
  now: Snapshot,
  kept: ReadonlySet<string> | null,
): Promise<{ readonly origins: readonly FrontOrigin[]; readonly more: number }> => {
  const documents = new Map((await now.lines('documents')).map((line) => [line.id, line]));
  const all = (await now.lines('origins'))
    .map((origin) => ({
      origin,
      own: origin.documents.flatMap((id) => (kept === null || kept.has(id) ? (documents.get(id) ?? []) : [])),
    }))
    .filter(({ own }) => own.length > 0)
    .sort((a, b) => b.own.length - a.own.length || (a.origin.text < b.origin.text ? -1 : 1));
  const origins: FrontOrigin[] = [];
  for (const { origin, own } of all.slice(0, ORIGINS)) origins.push(await treeOf(now, origin, own));
  const unknown = [...documents.values()].filter(
    ({ id, origins: known }) => known.length === 0 && (kept === null || kept.has(id)),
  );
  if (unknown.length > 0)
    origins.push({
      id: null,
      name: 'unknown',
      form: null,
      total: unknown.length,
      rows: unknown
        .toSorted(early)
        .slice(0, DOCUMENTS)
        .map(({ id, text, aside, when }) => ({
          document: id,
          outlet: aside ?? 'outlet not stated',
          title: text,
          when,
          depth: 1,
          how: 'does not say whence',
          origins: [],
        })),
    });
  return { origins, more: Math.max(0, all.length - ORIGINS) };
};
