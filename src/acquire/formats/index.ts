import { ARCHIVES } from './archive/format.ts';
import { FEED } from './feed/format.ts';
import type { Format } from './format.ts';
import { MAIL, MAILBOX, SAVED_PAGE } from './mail/format.ts';
import { OFFICE_FORMATS } from './office-formats.ts';
import { PDF } from './pdf/format.ts';
import { CAPTIONS, TRANSCRIPT_JSON } from './transcript/format.ts';
import { WEB_ARCHIVES } from './warc/format.ts';

/** All formats besides plain text, Markdown and pages, in the order in which bytes are held against them. */
export const FORMATS: readonly Format[] = [
  PDF,
  ...OFFICE_FORMATS,
  ...WEB_ARCHIVES,
  ...ARCHIVES,
  FEED,
  MAILBOX,
  SAVED_PAGE,
  MAIL,
  CAPTIONS,
  TRANSCRIPT_JSON,
];

const endingOf = (path: string): string => /\.([^./!]{1,12})$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** The format that a name speaks of; null for those that are read as text, and for unknown ones. */
export const formatNamed = (path: string): Format | null => {
  const ending = endingOf(path);
  return FORMATS.find(({ endings }) => endings.includes(ending)) ?? null;
};

/**
 * The format of bytes: what their first bytes say, else a format that cannot be told from its bytes and that the declared type or
 * the name speaks of. Null for texts, and for what is none of these.
 */
export const formatOf = (head: Uint8Array, path: string, declared: string | null): Format | null => {
  const told = FORMATS.find(({ isIt }) => isIt?.(head, path) === true);
  if (told !== undefined) return told;
  const open = FORMATS.filter(({ isIt }) => isIt === null);
  const type = declared?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return (
    open.find(({ mediaTypes }) => mediaTypes.includes(type)) ??
    open.find(({ endings }) => endings.includes(endingOf(path))) ??
    null
  );
};
