import type { Document } from '../model/index.ts';

type MediaType = Document['mediaType'];

const TEXT_ENDINGS: Readonly<Record<string, MediaType>> = {
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  mdown: 'text/markdown',
  mkd: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  shtml: 'text/html',
};

/** Documents of kinds that this version does not read: always named to the user, since they may hold reporting. */
const LATER_ENDINGS: Readonly<Record<string, string>> = {
  pages: 'a Pages document',
  msg: 'an e-mail in Outlook’s own format',
  ppt: 'a presentation',
  pptx: 'a presentation',
};

/** Archives that are not unpacked here: always named to the user, since they may hold reporting. */
const PACKED_ENDINGS: Readonly<Record<string, string>> = {
  bz2: 'a bzip2 archive',
  tbz2: 'a bzip2 archive',
  xz: 'an XZ archive',
  txz: 'an XZ archive',
  zst: 'a Zstandard archive',
  '7z': 'a 7-Zip archive',
  rar: 'a RAR archive',
  iso: 'a disk image',
  dmg: 'a disk image',
};

/** Endings of files that lie about in folders and are no documents: passed over unless named directly. */
const NO_DOCUMENT_ENDINGS: ReadonlySet<string> = new Set(
  (
    'png jpg jpeg gif webp avif heic bmp tif tiff svg ico psd mp3 m4a wav ogg oga flac aac opus mp4 m4v mov avi mkv webm ' +
    'js mjs cjs ts tsx jsx css scss less map json jsonl ndjson yaml yml toml ini cfg conf lock xml rdf xsd xsl ' +
    'parquet db sqlite sqlite3 sqlite-wal sqlite-shm db-wal db-shm backchannel case bak tmp swp part crdownload log ' +
    'py pyc rb go rs c h cpp hpp java class sh bat ps1 exe dll so dylib o a bin dat pkg deb rpm jar wasm ' +
    'woff woff2 ttf otf eot url webloc lnk desktop ds_store msf'
  ).split(' '),
);

/** Endings of many kinds of files, of which some are read: their first bytes say which. */
const SHARED_ENDINGS: ReadonlySet<string> = new Set(['xml', 'json', 'rdf']);

/** Whether only the bytes of a file tell if it is read. */
export const isSharedEnding = (path: string): boolean => SHARED_ENDINGS.has(endingOf(path) ?? '');

const endingOf = (path: string): string | null => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : null;
};

export type Ending =
  | { readonly kind: 'text'; readonly mediaType: MediaType }
  | { readonly kind: 'later'; readonly what: string }
  | { readonly kind: 'packed'; readonly what: string }
  | { readonly kind: 'no-document'; readonly what: string }
  /** No ending, or one that says nothing: what it is shows in its bytes. */
  | { readonly kind: 'open' };

/** What a file's name says of its kind. */
export const readEnding = (path: string): Ending => {
  const ending = endingOf(path);
  if (ending === null) return { kind: 'open' };
  const mediaType = Object.hasOwn(TEXT_ENDINGS, ending) ? TEXT_ENDINGS[ending] : undefined;
  if (mediaType) return { kind: 'text', mediaType };
  const what = Object.hasOwn(LATER_ENDINGS, ending) ? LATER_ENDINGS[ending] : undefined;
  if (what) return { kind: 'later', what };
  const packed = Object.hasOwn(PACKED_ENDINGS, ending) ? PACKED_ENDINGS[ending] : undefined;
  if (packed) return { kind: 'packed', what: packed };
  return NO_DOCUMENT_ENDINGS.has(ending) ? { kind: 'no-document', what: `.${ending}` } : { kind: 'open' };
};

/**
 * The media type of a decoded text: what its name says, unless the text itself says otherwise.
 * What a server calls a page is one. A page saved under `.txt` is a page; an `.html` without a single tag is plain text.
 */
export const mediaTypeOf = (path: string, text: string, declared: string | null = null): MediaType => {
  const ending = readEnding(path);
  const isPage = /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(declared ?? '');
  const named = isPage ? 'text/html' : ending.kind === 'text' ? ending.mediaType : 'text/plain';
  const head = text.slice(0, 2000);
  if (named === 'text/html') return /<[a-z!/?]/i.test(text) ? named : 'text/plain';
  return /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?(?:<!doctype html|<html[\s>])/i.test(head)
    ? 'text/html'
    : named;
};
