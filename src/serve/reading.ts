import type { CaseHost } from '../case-host.ts';
import {
  byText,
  type CaseDocument,
  type Document,
  type Entity,
  isInReadLanguage,
  type Reading,
} from '../model/index.ts';
import { type PageHistory, pageHistories, placeMarks, sayDisagreement, sayTime } from '../publish/index.ts';
import { linesOfDocument } from './by-document.ts';
import type { Snapshot } from './case-look.ts';
import { custodyOf } from './custody-look.ts';
import { notesOf, standingOf } from './notes.ts';
import type { DocumentMark, Note, ReadingAnswer } from './reading-shapes.ts';
import { notFound } from './serve-error.ts';

/** What a document is called on other pages. */
export const documentMarks = async (
  now: Snapshot,
  ids: Iterable<string>,
): Promise<Readonly<Record<string, DocumentMark>>> => {
  const marks: Record<string, DocumentMark> = {};
  for (const id of new Set(ids)) {
    const line = await now.line(id);
    if (line !== null) marks[id] = { title: line.text, outlet: line.aside, when: line.when, origins: line.origins };
  }
  return marks;
};

/** What the mentions of a document denote: an entity's quotes are names, and what is on a chain with one denotes the same. */
const entitiesByChain = (
  reading: Reading,
  document: string,
  entities: readonly Entity[],
): ReadonlyMap<number, string> => {
  const places = new Map<string, string>();
  for (const { id, evidence } of entities)
    for (const place of evidence) if (place.document === document) places.set(`${place.start}-${place.end}`, id);
  const found = new Map<number, string>();
  for (const { start, end, head, chain } of reading.mentions) {
    const id = places.get(`${start}-${end}`) ?? places.get(`${head[0]}-${head[1]}`);
    if (id !== undefined && !found.has(chain)) found.set(chain, id);
  }
  return found;
};

const overlaps = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] < b[1] && b[0] < a[1];

/** Origins of the claims that stand in what a source says. */
const originsWithin = (
  content: Reading['attributions'][number]['content'],
  notes: readonly Note[],
): readonly string[] => [
  ...new Set(
    notes
      .filter(({ spans }) => spans.some((span) => content.some((piece) => overlaps(piece, span))))
      .flatMap(({ origins }) => origins),
  ),
];

const originsOf = async (now: Snapshot, document: CaseDocument): Promise<ReadingAnswer['origins']> => {
  const origins = await now.items('origins', document.origins);
  return origins.map((origin) => ({
    id: origin.id,
    name: origin.name,
    form: origin.form,
    links: document.chain.find((one) => one.origin === origin.id)?.links ?? [],
    reasons: origin.reasons,
    spans: origin.evidence
      .filter((place) => place.document === document.id)
      .map(({ start, end }): [number, number] => [start, end])
      .sort((a, b) => a[0] - b[0]),
    documents: origin.documents.length,
  }));
};

const loaded = async (
  host: CaseHost,
  id: string,
): Promise<{ readonly document: Document; readonly reading: Reading }> => {
  for await (const addition of host.store.inputs([id])) return addition;
  throw notFound('a document', id);
};

/** What became of the pages that a document is of. */
const pagesOf = async (host: CaseHost, { paths }: CaseDocument): Promise<readonly PageHistory[]> => {
  const addresses = paths.filter((path) => /^https?:/.test(path));
  const seen = await Promise.all(addresses.map((url) => host.store.captures(url)));
  return pageHistories(seen.flat());
};

/**
 * A document with all that was read in it and all that the case has on it.
 *
 * @throws BackchannelError `serve/not-found`.
 */
export const readingOf = async (host: CaseHost, now: Snapshot, id: string): Promise<ReadingAnswer> => {
  const item = await now.item('documents', id);
  if (item === null) throw notFound('a document', id);
  const { document, reading } = await loaded(host, id);
  const pages = await pagesOf(host, item);
  const standing = await standingOf(now, id);
  const notes = await notesOf(now, id, standing, reading);
  const entities = await now.items(
    'entities',
    (await linesOfDocument(now, 'entities', id)).map((line) => line.id),
  );
  const denoted = entitiesByChain(reading, id, entities);
  const own = new Set(standing.claims.map((claim) => claim.id));
  const shown = new Set(denoted.values());
  return {
    digest: now.digest,
    document: item,
    when: item.published === null ? null : sayTime(item.published),
    bytes: document.bytes,
    encoding: document.encoding,
    pages,
    found: document.found,
    disagreements: item.stated.map((stated) => ({ field: stated.field, words: sayDisagreement(stated) })),
    text: document.text,
    layout: document.layout,
    anchors: document.anchors,
    marks: placeMarks(document.anchors),
    custody: await custodyOf(host, document),
    blocks: reading.blocks.map((block) => ({
      kind: block.kind,
      start: block.start,
      end: block.end,
      speaker: block.speaker ?? null,
      language: block.language ?? reading.language,
      isRead: isInReadLanguage(block, reading.language),
    })),
    mentions: reading.mentions.map(({ id: mention, start, end, type, form, chain }) => ({
      id: mention,
      start,
      end,
      type,
      form,
      entity: denoted.get(chain) ?? null,
    })),
    attributions: reading.attributions.map(
      ({ id: attribution, source, cue, content, within, speech, polarity, certainty, kind }) => ({
        id: attribution,
        source,
        cue,
        content,
        within,
        speech,
        polarity,
        certainty,
        kind,
        origins: originsWithin(content, notes),
      }),
    ),
    times: reading.times.map(({ id: time, start, end, edtf, duration, form, anchor }) => {
      const said = edtf ?? duration;
      const words = said === null ? null : sayTime(said);
      return { id: time, start, end, edtf, form, words, anchor: anchor === null ? null : sayTime(anchor) };
    }),
    frames: reading.frames.map(({ id: frame, type, trigger, extent, roles, polarity, certainty, status }) => ({
      id: frame,
      type,
      trigger,
      extent,
      roles,
      polarity,
      certainty,
      status,
    })),
    citations: reading.citations,
    notes,
    contradictions: standing.contradictions.map(({ id: contradiction, kind, about, values }) => ({
      id: contradiction,
      kind,
      about,
      claims: values.flatMap(({ claims }) => claims.filter((claim) => own.has(claim))).sort(byText),
    })),
    origins: await originsOf(now, item),
    entities: Object.fromEntries(
      entities.flatMap(({ id: entity, name, type }) => (shown.has(entity) ? [[entity, { name, type }]] : [])),
    ),
    documents: await documentMarks(now, [
      ...notes.flatMap(({ relations }) => relations.flatMap(({ documents }) => documents)),
      ...item.again.map((one) => one.document),
      ...pages.flatMap(({ states }) => states.flatMap((state) => state.document ?? [])),
    ]),
  };
};
