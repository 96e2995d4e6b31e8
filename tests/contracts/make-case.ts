import { CASE_LISTS, type Case, type Document, type Reading, sha256 } from '../../src/model/index.ts';
import type { Addition } from '../../src/store/index.ts';

/** A document of plain text as `acquire` would make it, with nothing found in it. */
export const makeDocument = (text: string, path: string, more: Partial<Document> = {}): Document => {
  const hash = sha256(text);
  return {
    id: `doc-${hash.slice(0, 12)}`,
    path,
    paths: [path],
    sha256: hash,
    bytes: Buffer.byteLength(text),
    mediaType: 'text/plain',
    encoding: 'utf-8',
    text,
    title: null,
    outlet: null,
    byline: null,
    published: null,
    found: [],
    layout: [],
    anchors: [],
    steps: [],
    ...more,
  };
};

/** A reading that found one sentence: the whole text. */
export const makeReading = (document: Document, reader = 'reader/1'): Reading => ({
  document: {
    id: document.id,
    path: document.path,
    sha256: document.sha256,
    title: document.title,
    outlet: document.outlet,
    byline: document.byline,
    published: document.published,
  },
  reader,
  language: 'en',
  blocks: [{ kind: 'body', start: 0, end: document.text.length }],
  sentences: [[0, document.text.length]],
  mentions: [],
  attributions: [],
  times: [],
  frames: [],
  citations: [],
});

export const makeAddition = (text: string, path: string, more: Partial<Document> = {}): Addition => {
  const document = makeDocument(text, path, more);
  return { document, reading: makeReading(document) };
};

/** A case whose only list with items is that of its documents, each on its first word. */
export const makeCase = (documents: readonly Document[]): Case => ({
  ...(Object.fromEntries(CASE_LISTS.map((list) => [list, []])) as unknown as Case),
  format: 'backchannel-case/1',
  documents: documents.map((document) => ({
    id: document.id,
    path: document.path,
    paths: document.paths,
    sha256: document.sha256,
    mediaType: document.mediaType,
    language: 'en',
    unread: { share: 0, languages: [] },
    title: document.title,
    outlet: document.outlet,
    byline: document.byline,
    published: document.published,
    modified: null,
    url: null,
    found: {},
    stated: [],
    origins: [],
    chain: [],
    again: [],
    evidence: [{ document: document.id, start: 0, end: 4, quote: document.text.slice(0, 4) }],
  })),
});
