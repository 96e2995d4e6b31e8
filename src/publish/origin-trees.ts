import type { CaseDocument, Origin } from '../model/index.ts';
import { byDate } from '../text/index.ts';
import type { OriginTree, Section, TreeDocument, TreeNode } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { sayAgain } from './say-again.ts';
import { sayDate } from './say-date.ts';
import { markUnread } from './say-unread.ts';
import { counted, oneLine } from './words.ts';

interface Growing {
  readonly name: string;
  readonly documents: TreeDocument[];
  readonly children: Map<string, Growing>;
}

const FORM_WORDS = { stated: 'stated in the documents', implied: 'own reporting, implied' } as const;

/** Each origin with the documents that derive from it, along the outlets they came by. */
export const documentsAndOrigins = (lookup: CaseLookup, book: NoteBook): Section => {
  const documents = [...lookup.case.documents].sort(
    (a, b) => byDate(a.published, b.published) || (a.path < b.path ? -1 : 1),
  );
  const byOrigin = new Map<string, CaseDocument[]>(lookup.origins.map((origin) => [origin.id, []]));
  const unknown: CaseDocument[] = [];
  for (const document of documents) {
    const known = lookup.inOrder(document.origins);
    if (known.length === 0) unknown.push(document);
    for (const origin of known) byOrigin.get(origin)?.push(document);
  }
  const roots = lookup.origins.map((origin): OriginTree => {
    const own = byOrigin.get(origin.id) ?? [];
    return {
      origin: origin.id,
      name: oneLine(origin.name),
      details:
        own.length === 0
          ? 'cited in passing; no document rests on it'
          : `${counted(own.length, 'document')} · ${FORM_WORDS[origin.form]}`,
      notes: book.ofPlaces(origin.evidence),
      tree: grow(lookup, book, own.slice(0, LIMITS.documents), origin),
      moreDocuments: Math.max(0, own.length - LIMITS.documents),
    };
  });
  if (unknown.length > 0) {
    roots.push({
      origin: null,
      name: 'unknown',
      details: `${counted(unknown.length, 'document')} · corroborates nothing`,
      notes: null,
      tree: grow(lookup, book, unknown.slice(0, LIMITS.documents), null),
      moreDocuments: Math.max(0, unknown.length - LIMITS.documents),
    });
  }
  return {
    id: 'documents',
    title: 'Documents and origins',
    lead: 'Each origin with the documents whose reporting derives from it, by way of the outlets that passed it on.',
    blocks: roots.length > 0 ? [{ kind: 'origins', roots }] : [{ kind: 'plain', text: 'There are no documents.' }],
  };
};

const grow = (
  lookup: CaseLookup,
  book: NoteBook,
  documents: readonly CaseDocument[],
  origin: Origin | null,
): readonly TreeNode[] => {
  const name = origin === null ? null : oneLine(origin.name);
  const root: Growing = { name: '', documents: [], children: new Map() };
  for (const document of documents) {
    const way = document.chain.find((one) => one.origin === origin?.id)?.links.map(oneLine) ?? [];
    const outlet = oneLine(document.outlet ?? 'outlet not stated');
    const links = way.length > 0 ? way : [outlet];
    let at = root;
    // The origin's own outlet is the root itself; a document of its own hangs there under that name.
    for (const link of links[0] === name && links.length > 1 ? links.slice(1) : links) {
      const next = at.children.get(link) ?? { name: link, documents: [], children: new Map() };
      at.children.set(link, next);
      at = next;
    }
    at.documents.push({
      title: document.title === null ? 'no title' : oneLine(document.title),
      details: [
        document.published === null ? 'no date' : sayDate(document.published),
        document.byline,
        sayAgain(document.again, (id) => lookup.path(id)) || null,
        markUnread(document.unread),
      ]
        .flatMap((part) => (part === null ? [] : [oneLine(part)]))
        .join(' · '),
      path: lookup.path(document.id),
      notes: book.ofPlaces(document.evidence, 1),
    });
  }
  return settled(root).children;
};

const settled = ({ name, documents, children }: Growing): TreeNode => ({
  name,
  documents,
  children: [...children.values()].map(settled),
});
