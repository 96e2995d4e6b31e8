import { byText, type Document, type Found, FoundBy, type LayoutPiece, type Refusal, sha256 } from '../model/index.ts';
import { describeBinary } from './binary.ts';
import { decodeText } from './decode-text.ts';
import { type FileStat, type Files, localFiles } from './files.ts';
import { wordFor } from './find-inputs.ts';
import { readHeader } from './header.ts';
import { readMarkdown } from './markdown.ts';
import { mediaTypeOf, readEnding } from './media-type.ts';
import { isOutletName, outletAt } from './outlet-name.ts';
import { refuse } from './refusals.ts';

/** Largest input taken unless told otherwise, in bytes: 20 MB, some 3 million words. */
export const DEFAULT_LIMIT_BYTES = 20 * 1024 * 1024;

/** What may be set for acquiring. */
export interface AcquireOptions {
  /** Largest input taken, in bytes; `DEFAULT_LIMIT_BYTES` by default. Memory grows with it: about ten times this for HTML. */
  readonly limitBytes?: number;
}

/** Either a document or the reason why there is none. */
export type Acquired =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const RANK: ReadonlyMap<FoundBy, number> = new Map(FoundBy.options.map((by, i) => [by, i]));

/** The value of the best kind of source; of those that are equally good the first. */
const best = (found: readonly Found[], field: Found['field']): string | null => {
  const facts = found.filter((fact) => fact.field === field);
  const rank = (fact: Found): number => RANK.get(fact.by) ?? RANK.size;
  return facts.reduce<Found | null>((a, b) => (a && rank(a) <= rank(b) ? a : b), null)?.value ?? null;
};

/** The best date; where it is a year or month, a day in it that another place states is the same date, told better. */
const bestDate = (found: readonly Found[]): string | null => {
  const date = best(found, 'published');
  const sharper = found.find(({ field, value }) => field === 'published' && date && value.startsWith(`${date}-`));
  return sharper?.value ?? date;
};

/** Adds the outlets that addresses tell, and makes an outlet that stands as author what it is: whose copy the text is. */
const withOutlets = (found: readonly Found[]): readonly Found[] => {
  const addresses = found.flatMap((fact): Found[] => {
    const outlet = fact.field === 'url' ? outletAt(fact.value) : null;
    return outlet ? [{ field: 'outlet', value: outlet, by: 'address', span: null }] : [];
  });
  const outlet = best([...found, ...addresses], 'outlet');
  const facts = found.flatMap((fact): Found[] => {
    if (fact.field !== 'byline' || !isOutletName(fact.value)) return [fact];
    return fact.value === outlet ? [] : [{ ...fact, field: 'syndicated' }];
  });
  return [...facts, ...addresses];
};

interface Parts {
  readonly text: string;
  readonly found: readonly Found[];
  readonly layout: readonly LayoutPiece[];
}

const readParts = async (mediaType: Document['mediaType'], text: string): Promise<Parts | null> => {
  if (mediaType === 'text/markdown') return { text, ...readMarkdown(text) };
  if (mediaType === 'text/plain') return { text, found: readHeader(text, { hasTitle: false }), layout: [] };
  // The parser is loaded only for pages.
  const { readPage } = await import('./html.ts');
  return readPage(text);
};

/**
 * Makes a document from bytes. Touches no file system and no clock: the same bytes give the same document.
 *
 * The id is made from the bytes. For plain text and Markdown `text` is what the bytes decode to, unchanged but for a
 * byte-order mark; for HTML it is the article's text. Facts of one kind that repeat are kept once.
 *
 * @param path Where the bytes are from: kept in the document; its ending says the kind of text, unless the text itself does.
 * @returns A refusal for what is empty, too large, binary, of an unsupported kind, or a page without text. Never rejects.
 */
export const documentFromBytes = async (
  bytes: Uint8Array,
  path: string,
  options: AcquireOptions = {},
): Promise<Acquired> => {
  const refused = (refusal: Refusal): Acquired => ({ kind: 'refused', refusal });
  const limit = options.limitBytes ?? DEFAULT_LIMIT_BYTES;
  if (bytes.length === 0) return refused(refuse.empty(path));
  if (bytes.length > limit) return refused(refuse.tooLarge(path, bytes.length, limit));
  const ending = readEnding(path);
  if (ending.kind === 'later') return refused(refuse.unsupported(path, ending.what));
  if (ending.kind === 'no-document') return refused(refuse.notDocument(path, ending.what));

  const { text: decoded, encoding } = decodeText(bytes);
  const binary = await describeBinary(bytes, decoded);
  if (binary) return refused(refuse.binary(path, binary));
  if (!/\S/.test(decoded)) return refused(refuse.blank(path));
  const mediaType = mediaTypeOf(path, decoded);
  let parts: Parts | null;
  try {
    parts = await readParts(mediaType, decoded);
  } catch (error) {
    return refused(refuse.failed(path, error));
  }
  if (!parts) return refused(refuse.noArticle(path));

  const { text, layout } = parts;
  const known = withOutlets(parts.found);
  const found = [...new Map(known.map((fact) => [JSON.stringify(fact), fact])).values()];
  const hash = sha256(bytes);
  const document: Document = {
    id: `doc-${hash.slice(0, 12)}`,
    path,
    paths: [path],
    sha256: hash,
    bytes: bytes.length,
    mediaType,
    encoding,
    text,
    title: best(found, 'title'),
    outlet: best(found, 'outlet'),
    byline: best(found, 'byline'),
    published: bestDate(found),
    found,
    layout,
  };
  return { kind: 'document', document };
};

/**
 * Reads one file as a document. What is no regular file is refused without being opened, so that a pipe cannot block; a file
 * over the limit is refused by its size without being read.
 *
 * @param files The file system; the machine's own by default.
 * @returns Never rejects: a file that is gone, forbidden or broken is a refusal.
 */
export const acquireFile = async (
  path: string,
  files: Files = localFiles,
  options: AcquireOptions = {},
): Promise<Acquired> => {
  const limit = options.limitBytes ?? DEFAULT_LIMIT_BYTES;
  let stat: FileStat;
  let bytes: Uint8Array;
  try {
    stat = await files.stat(path);
    if (stat.kind !== 'file') return { kind: 'refused', refusal: refuse.notFile(path, wordFor(stat.kind)) };
    if (stat.bytes > limit) return { kind: 'refused', refusal: refuse.tooLarge(path, stat.bytes, limit) };
    // One byte more than allowed, so that a file that grew since shows.
    bytes = await files.read(path, limit + 1);
  } catch (error) {
    return { kind: 'refused', refusal: refuse.failed(path, error) };
  }
  return documentFromBytes(bytes, path, options);
};

/**
 * Keeps exact duplicates once: documents of the same bytes become one that has all their paths.
 *
 * @returns Ordered by id; `paths` in code-unit order, each once, `path` the first of them. Of copies the one whose path
 * comes first is kept, so the order of arrival does not matter.
 */
export const mergePaths = (documents: readonly Document[]): readonly Document[] => {
  const groups = new Map<string, Document[]>();
  for (const document of documents) {
    const copies = groups.get(document.sha256);
    if (copies) copies.push(document);
    else groups.set(document.sha256, [document]);
  }
  return [...groups.values()]
    .flatMap((copies) => {
      const [first] = [...copies].sort((a, b) => byText(a.path, b.path));
      if (!first) return [];
      const paths = [...new Set(copies.flatMap((copy) => copy.paths))].sort(byText);
      return [{ ...first, path: paths[0] ?? first.path, paths }];
    })
    .sort((a, b) => byText(a.id, b.id));
};
