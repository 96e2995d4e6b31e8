import {
  BackchannelError,
  bestDate,
  bestFound,
  byText,
  type Document,
  type Found,
  type Refusal,
  sha256,
} from '../model/index.ts';
import { describeBinary } from './binary.ts';
import { Budget, type BudgetLimits } from './budget.ts';
import { decodeText } from './decode-text.ts';
import { type FileStat, type Files, localFiles } from './files.ts';
import { wordFor } from './find-inputs.ts';
import { type Format, HEAD_BYTES, PAGES_FACTOR, type Parts, type Piece } from './formats/format.ts';
import { formatNamed, formatOf } from './formats/index.ts';
import { readHeader } from './header.ts';
import { readMarkdown } from './markdown.ts';
import { mediaTypeOf, readEnding } from './media-type.ts';
import type { Ocr } from './ocr.ts';
import { type ByteSource, fileSource, type Received, sourceOf } from './received.ts';
import { refuse } from './refusals.ts';
import { withHouses } from './whose-text.ts';

/** Largest text taken unless told otherwise, in bytes: 20 MB, some 3 million words. */
export const DEFAULT_LIMIT_BYTES = 20 * 1024 * 1024;

/** Is told how far acquiring is, so that who watches can tell what it is at when it does not end. */
export interface AcquireWatch {
  /** @returns Whether to go into it. What is not gone into gives nothing. */
  enter(path: string): boolean;
  /** All that is in what was gone into last has been given. */
  left(): void;
  /** Something that takes long has come further. */
  goesOn(): void;
}

/** What may be set for acquiring. */
export interface AcquireOptions {
  /** Largest text taken, in bytes; `DEFAULT_LIMIT_BYTES` by default. Memory grows with it: about ten times this for HTML. */
  readonly limitBytes?: number;
  /** How much may come out of one file that holds others. */
  readonly budget?: Partial<BudgetLimits>;
  readonly watch?: AcquireWatch;
  /** What recognises text in pictures of pages, asked for with the first of them; without it they are named as unread. */
  readonly ocr?: () => Promise<Ocr | null>;
}

/** A document with the bytes that it was made from, or the reason why there is none. */
export type Acquired =
  | { readonly kind: 'document'; readonly document: Document; readonly bytes: Uint8Array }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      /** Of the refused bytes, where they were had and are not too many. */
      readonly of?: { readonly sha256: string; readonly bytes: number };
    };

/** The value of the best kind of source; of those that are equally good the first. */
const best = (found: readonly Found[], field: Found['field']): string | null => bestFound(found, field)?.value ?? null;

const documentOf = (received: Received, bytes: Uint8Array, parts: Parts, what: string): Document => {
  const { path, known, steps } = received;
  const stated = withHouses([...known, ...parts.found], parts.text);
  const found = [...new Map(stated.map((fact) => [JSON.stringify(fact), fact])).values()];
  const hash = sha256(bytes);
  return {
    id: `doc-${hash.slice(0, 12)}`,
    path,
    paths: [path],
    sha256: hash,
    bytes: bytes.length,
    mediaType: parts.mediaType,
    encoding: parts.encoding,
    text: parts.text,
    title: best(found, 'title'),
    outlet: best(found, 'outlet'),
    byline: best(found, 'byline'),
    published: bestDate(found, 'published'),
    found,
    layout: parts.layout,
    anchors: parts.anchors,
    steps: [
      ...steps,
      ...[`read as ${what}`, ...(parts.noticed ?? [])].map((step) => ({
        ...(typeof step === 'string' ? { by: parts.by, what: step } : step),
        of: hash,
      })),
    ],
  };
};

const limitOf = (format: Format | null, limitBytes: number): number =>
  format?.size === 'container' ? Infinity : format?.size === 'pages' ? limitBytes * PAGES_FACTOR : limitBytes;

/** What is taken of something inside by its name; see `FormatWork`. What a name does not tell may be a format that is large. */
const mostBytes =
  (limitBytes: number) =>
  (path: string): number | null => {
    const format = formatNamed(path);
    const ending = readEnding(path).kind;
    if (format !== null || ending === 'text') return limitOf(format, limitBytes);
    return ending === 'no-document' ? null : limitBytes * PAGES_FACTOR;
  };

const refused = (refusal: Refusal): Acquired => ({ kind: 'refused', refusal });

/** Reads what is plain text, Markdown or a page. */
const readText = async (bytes: Uint8Array, { path, declared, known }: Received): Promise<Parts | Refusal> => {
  const { text, encoding } = decodeText(bytes, declared);
  const binary = await describeBinary(bytes, text);
  if (binary) return refuse.binary(path, binary, formatNamed(path)?.what ?? null);
  if (!/\S/.test(text)) return refuse.blank(path);
  const mediaType = mediaTypeOf(path, text, declared);
  const settled = { mediaType, encoding, anchors: [] };
  if (mediaType === 'text/markdown') return { ...settled, by: 'backchannel', text, ...readMarkdown(text) };
  if (mediaType === 'text/plain')
    return { ...settled, by: 'backchannel', text, found: readHeader(text, { hasTitle: false }), layout: [] };
  // The parser is loaded only for pages.
  const { readPage } = await import('./html.ts');
  const page = await readPage(text, best(known, 'url'));
  return page === null ? refuse.noArticle(path) : { ...settled, by: 'readability 0.6.0', ...page };
};

const WORDS: Readonly<Record<string, string>> = {
  'text/plain': 'plain text',
  'text/markdown': 'Markdown',
  'text/html': 'a page',
};

/**
 * What there is in bytes that were received: the documents in them, to any depth, and what cannot be taken, in the order in which
 * it stands there. The same bytes give the same documents. Touches no network and no clock.
 *
 * Ids are made from the bytes. For plain text and Markdown `text` is what the bytes decode to, unchanged but for a byte-order mark;
 * for other formats it is what a person would select and copy. Facts of one kind that repeat are kept once.
 *
 * @returns Never rejects: what is empty, too large, broken or of no supported kind is refused, the rest goes on.
 */
export async function* acquire(
  received: Received,
  options: AcquireOptions = {},
  budget: Budget = new Budget(options.budget),
): AsyncGenerator<Acquired> {
  for await (const acquired of acquireAny(received, options, budget)) {
    const isOfThis = acquired.kind === 'refused' && acquired.refusal.path === received.path;
    if (!isOfThis || acquired.of !== undefined) yield acquired;
    else yield { ...acquired, ...(await hashRefused(received.source, options)) };
  }
}

/** What was refused is known again by its hash, unless it was refused for its size. */
const hashRefused = async (
  source: ByteSource,
  { limitBytes = DEFAULT_LIMIT_BYTES }: AcquireOptions,
): Promise<Pick<Extract<Acquired, { readonly kind: 'refused' }>, 'of'>> => {
  if (source.size === 0 || source.size > limitBytes) return {};
  try {
    const bytes = await source.read(0, source.size);
    return { of: { sha256: sha256(bytes), bytes: bytes.length } };
  } catch {
    return {};
  }
};

/** An address says less of what there is than the type that a server gives it: `/talks.js` may be a page. */
const isDeclaredText = (declared: string | null): boolean =>
  /^\s*(?:text\/(?:html|plain|markdown)|application\/xhtml\+xml)\s*(?:;|$)/i.test(declared ?? '');

async function* acquireAny(received: Received, options: AcquireOptions, budget: Budget): AsyncGenerator<Acquired> {
  const { path, source } = received;
  const limitBytes = options.limitBytes ?? DEFAULT_LIMIT_BYTES;
  if (source.size === 0) return yield refused(refuse.empty(path));
  try {
    const ending = readEnding(path);
    const head = await source.read(0, HEAD_BYTES);
    const format = formatOf(head, path, received.declared);
    if (format === null && !isDeclaredText(received.declared)) {
      if (ending.kind === 'later') return yield refused(refuse.unsupported(path, ending.what));
      if (ending.kind === 'packed') return yield refused(refuse.packed(path, ending.what));
      if (ending.kind === 'no-document') return yield refused(refuse.notDocument(path, ending.what));
    }
    const limit = limitOf(format, limitBytes);
    if (source.size > limit) return yield refused(refuse.tooLarge(path, source.size, limit));
    if (format !== null) return yield* acquireFormat(format, received, options, budget);
    // One byte more than allowed, so that a file that grew since shows.
    const bytes = await source.read(0, limit + 1);
    if (bytes.length > limit) return yield refused(refuse.tooLarge(path, bytes.length, limit));
    if (bytes.length === 0) return yield refused(refuse.empty(path));
    const parts = await readText(bytes, received);
    yield 'code' in parts
      ? refused(parts)
      : {
          kind: 'document',
          document: documentOf(received, bytes, parts, WORDS[parts.mediaType] ?? parts.mediaType),
          bytes,
        };
  } catch (error) {
    yield refused(error instanceof BackchannelError ? refuse.told(path, error) : refuse.failed(path, error));
  }
}

async function* acquireFormat(
  format: Format,
  received: Received,
  options: AcquireOptions,
  budget: Budget,
): AsyncGenerator<Acquired> {
  const { path, source } = received;
  const limitBytes = options.limitBytes ?? DEFAULT_LIMIT_BYTES;
  let given = 0;
  try {
    const read = await format.load();
    const work = {
      limitBytes,
      budget,
      mostBytes: mostBytes(limitBytes),
      ocr: options.ocr ?? (async () => null),
      goesOn: () => options.watch?.goesOn(),
    };
    for await (const piece of read(received, work)) {
      given++;
      yield* acquirePiece(piece, format, received, options, budget);
    }
    if (given === 0) yield refused(refuse.nothingInside(path, format.what));
  } catch (error) {
    if (error instanceof BackchannelError) yield refused(refuse.told(path, error));
    else yield refused(source.size === 0 ? refuse.empty(path) : refuse.broken(path, format.what, error, given));
  }
}

async function* acquirePiece(
  piece: Piece,
  format: Format,
  received: Received,
  options: AcquireOptions,
  budget: Budget,
): AsyncGenerator<Acquired> {
  if (piece.kind === 'refused') {
    budget.takeItem(received.depth);
    return yield piece;
  }
  if (piece.kind === 'inside') {
    const { path, depth } = piece.received;
    budget.takeItem(depth);
    if (options.watch?.enter(path) === false) return;
    yield* acquire(piece.received, options, budget);
    options.watch?.left();
    return;
  }
  const { path, source } = received;
  if (!/\S/.test(piece.parts.text)) return yield refused(refuse.wordless(path, format.what));
  const bytes = await source.read(0, source.size);
  yield { kind: 'document', document: documentOf(received, bytes, piece.parts, format.what), bytes };
}

/** What there is in bytes in memory; see {@link acquire}. */
export const acquireBytes = (bytes: Uint8Array, path: string, options: AcquireOptions = {}): AsyncGenerator<Acquired> =>
  acquire({ path, source: sourceOf(bytes), declared: null, known: [], steps: [], depth: 0 }, options);

/** What there is first in bytes in memory, which for a text is all; see {@link acquire}. */
export const documentFromBytes = async (
  bytes: Uint8Array,
  path: string,
  options: AcquireOptions = {},
): Promise<Acquired> => {
  for await (const acquired of acquireBytes(bytes, path, options)) return acquired;
  return refused(refuse.nothingInside(path, 'a document'));
};

/**
 * What there is in one file; see {@link acquire}. What is no regular file is refused without being opened, so that a pipe cannot
 * block; a text over the limit is refused by its size without being read.
 *
 * @param files The file system; the machine's own by default.
 * @param knownOf What is known of the file from outside; nothing by default.
 * @returns Never rejects: a file that is gone, forbidden or broken is a refusal.
 */
export async function* acquireFile(
  path: string,
  files: Files = localFiles,
  options: AcquireOptions = {},
  knownOf: Pick<Received, 'declared' | 'known' | 'steps'> = { declared: null, known: [], steps: [] },
): AsyncGenerator<Acquired> {
  let stat: FileStat;
  try {
    stat = await files.stat(path);
  } catch (error) {
    return yield refused(refuse.failed(path, error));
  }
  if (stat.kind !== 'file') return yield refused(refuse.notFile(path, wordFor(stat.kind)));
  const source = fileSource(files, path, stat.bytes);
  yield* acquire({ path, source, ...knownOf, depth: 0 }, options);
}

/** Up to this size plain text is acquired in some hundredths of a second. */
const QUICK_BYTES = 4 * 1024 * 1024;

/**
 * Whether a file takes no library, little time and little memory: plain text, Markdown, and what is refused at a glance.
 *
 * @returns Never rejects.
 */
export const isQuick = async (path: string, files: Files = localFiles): Promise<boolean> => {
  try {
    const { kind, bytes } = await files.stat(path);
    if (kind !== 'file' || bytes === 0) return true;
    const head = await files.readAt(path, 0, HEAD_BYTES);
    if (formatOf(head, path, null) !== null) return false;
    const ending = readEnding(path).kind;
    if (ending === 'later' || ending === 'packed' || ending === 'no-document') return true;
    return bytes <= QUICK_BYTES && mediaTypeOf(path, decodeText(head).text) !== 'text/html';
  } catch {
    return true;
  }
};

/** As many bytes of a file that holds others are taken for one document where it must be guessed how many there are. */
const BYTES_A_DOCUMENT = 20_000;

/** About how many documents there are in a file, by its name and size alone: 1 for what is no container. Never rejects. */
export const guessDocuments = async (path: string, files: Files = localFiles): Promise<number> => {
  if (formatNamed(path)?.size !== 'container') return 1;
  const bytes = await files.stat(path).then(
    (stat) => stat.bytes,
    () => 0,
  );
  return Math.max(1, Math.ceil(bytes / BYTES_A_DOCUMENT));
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
