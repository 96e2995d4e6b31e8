/** Headers that a mail program or server writes; what other texts begin with (From, Date, Subject, Title) is among them too. */
const USUAL: ReadonlySet<string> = new Set(
  (
    'from to cc bcc date subject sender reply-to return-path received message-id in-reply-to references mime-version ' +
    'content-type content-transfer-encoding content-disposition delivered-to envelope-to x-mailer user-agent list-id ' +
    'list-unsubscribe dkim-signature authentication-results arc-seal x-priority x-original-to importance thread-topic ' +
    'thread-index x-received x-mozilla-status x-gmail-labels status x-status'
  ).split(' '),
);

/** Headers that no person types over an article. */
const OF_MACHINES: ReadonlySet<string> = new Set(['received', 'message-id', 'mime-version', 'x-mozilla-status']);

/** The names and values of the header lines that bytes start with, in small letters; unfolded only as far as `head` goes. */
export const headerLines = (head: string): ReadonlyMap<string, string> => {
  const lines = new Map<string, string>();
  let last: string | null = null;
  for (const line of head.split(/\r\n|\r|\n/)) {
    if (/^[ \t]/.test(line) && last !== null) {
      lines.set(last, `${lines.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const name = /^([!-9;-~]{1,70})[ \t]*:/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) break;
    last = name;
    if (!lines.has(name)) lines.set(name, line.slice(line.indexOf(':') + 1).trim());
  }
  return lines;
};

const latin = (head: Uint8Array): string => {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  return text.startsWith('\u00ef\u00bb\u00bf') ? text.slice(3) : text;
};

/** A line of a mailbox file before each message: "From jane@quay.example Tue Jun  3 10:02:11 2031", in the ways of many programs. */
export const MAILBOX_LINE =
  /^From (?:\S.{0,200}? )?(?:.{0,40}\b\d{1,2}:\d{2}(?::\d{2})?\b.{0,20}\b\d{4}\b.{0,40}|- *)$/;

const HEADER_LINE = /^>?[!-9;-~]{1,70}[ \t]*:|^>From /;

/** Whether a line and the one behind it are the seam between two messages of a mailbox. */
export const isMailboxSeam = (line: string, next: string): boolean =>
  MAILBOX_LINE.test(line.trimEnd()) && HEADER_LINE.test(next);

const endingOf = (path: string): string => /\.([a-z]{2,5})$/i.exec(path)?.[1]?.toLowerCase() ?? '';

/** Whether bytes begin as a mailbox does. */
export const isMailbox = (head: Uint8Array, path: string): boolean => {
  if (head[0] !== 0x46 || endingOf(path) === 'eml') return false;
  const [line = '', next = ''] = latin(head).split(/\r\n|\n/, 2);
  return isMailboxSeam(line, next);
};

/** Whether bytes begin as a page does that a browser has saved with all its parts. */
export const isSavedPage = (head: Uint8Array, path: string): boolean => {
  const lines = headerLines(latin(head).trimStart());
  const type = lines.get('content-type') ?? '';
  if (!/^multipart\/related\b|^text\/html\b/i.test(type)) return false;
  return (
    /^mht(?:ml)?$/.test(endingOf(path)) ||
    lines.has('snapshot-content-location') ||
    /^["<]?saved by /i.test(lines.get('from') ?? '')
  );
};

/** Apple Mail puts the number of bytes in a line of its own before the message. */
const APPLE_COUNT = /^\d{1,12}[ \t]*\r?\n/;

/**
 * Whether bytes begin as an e-mail does: three usual headers or more, one of them of a kind that no person types over an
 * article. Under a name that says so, one header is enough.
 */
export const isMail = (head: Uint8Array, path: string): boolean => {
  const ending = endingOf(path);
  const text = latin(head).replace(/^\s*/, '');
  const isNamed = ending === 'eml' || ending === 'emlx';
  const from = (isNamed && /^From [^\n]*\n/.exec(text)?.[0].length) || APPLE_COUNT.exec(text)?.[0].length || 0;
  if (from === 0 && !HEADER_LINE.test(text)) return false;
  const names = [...headerLines(text.slice(from)).keys()];
  const usual = names.filter((name) => USUAL.has(name)).length;
  return isNamed ? usual > 0 : usual >= 3 && names.some((name) => OF_MACHINES.has(name));
};
