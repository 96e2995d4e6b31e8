import { parseDocument } from 'yaml';
import type { Found } from '../model/index.ts';
import { cleanAuthor } from './byline.ts';
import { edtfFromStamp } from './stated-date.ts';

/** The YAML head of a Markdown file: where it stands, and what it says. */
export interface FrontMatter {
  /** Offset behind the closing line. */
  readonly end: number;
  readonly found: readonly Found[];
}

/** Names used by the common site generators and note programs (Hugo, Jekyll, Eleventy, Obsidian). */
const KEYS: Readonly<Record<string, Found['field']>> = {
  title: 'title',
  headline: 'title',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  date: 'published',
  published: 'published',
  published_at: 'published',
  publishedat: 'published',
  publishdate: 'published',
  pubdate: 'published',
  updated: 'modified',
  modified: 'modified',
  lastmod: 'modified',
  outlet: 'outlet',
  publisher: 'outlet',
  publication: 'outlet',
  site: 'outlet',
  site_name: 'outlet',
  sitename: 'outlet',
  source: 'outlet',
  url: 'url',
  link: 'url',
  canonical: 'url',
  canonical_url: 'url',
  lang: 'language',
  language: 'language',
};

/** Longer heads than this are no metadata of an article, and YAML of such size is not worth its cost. */
const MAX_CHARS = 20_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const names = value.slice(0, 20).flatMap((item) => textOf(item) ?? []);
    return names.length > 0 ? names.join(', ') : null;
  }
  return isRecord(value) ? textOf(value.name ?? null) : null;
};

const read = (field: Found['field'], text: string): Found | null => {
  const fact = (value: string | null, as = field): Found | null =>
    value === null ? null : { field: as, value, by: 'front-matter', span: null };
  if (field === 'published' || field === 'modified') return fact(edtfFromStamp(text));
  if (field === 'byline') return fact(cleanAuthor(text));
  const isAddress = /^https?:\/\/\S+$/.test(text);
  if (field === 'outlet') return isAddress ? fact(text, 'url') : fact(text.length <= 80 ? text : null);
  if (field === 'url') return fact(isAddress ? text : null);
  return fact(text.length <= 300 ? text : null);
};

/** Reads the YAML between `---` lines at the start of a text. Null when there is none; what cannot be read says nothing. */
export const readFrontMatter = (text: string): FrontMatter | null => {
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(0, MAX_CHARS));
  if (!match) return null;
  const yaml = match[1] ?? '';
  // Two rules with prose between them are no front matter: that has a key in its first line.
  if (!/^(?:#.*\r?\n)*["']?[\w .-]+["']?\s*:/.test(yaml)) return null;
  let value: unknown;
  try {
    // The core schema leaves dates as strings; aliases are bounded, so a small head cannot unfold into a large one.
    const document = parseDocument(yaml, { schema: 'core', logLevel: 'silent', uniqueKeys: false });
    value = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 20 });
  } catch {
    value = null;
  }
  const found = isRecord(value)
    ? Object.entries(value).flatMap(([key, entry]) => {
        const name = key.trim().toLowerCase().replace(/[ -]/g, '_');
        const field = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
        const entryText = textOf(entry);
        return field && entryText ? (read(field, entryText) ?? []) : [];
      })
    : [];
  return { end: match[0].length, found };
};
