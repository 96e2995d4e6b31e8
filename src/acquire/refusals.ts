import type { BackchannelError, Refusal } from '../model/index.ts';

const sizeInWords = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.round((bytes / (1024 * 1024)) * 10) / 10} MB` : `${bytes} bytes`;

/** Why the system would not hand a file over, in words; its own code is kept, since that is what one searches for. */
const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission was denied (EACCES)',
  EPERM: 'permission was denied (EPERM)',
  EIO: 'the disk reported an error (EIO)',
  EMFILE: 'too many files are open (EMFILE)',
  ENAMETOOLONG: 'the path is too long (ENAMETOOLONG)',
  ELOOP: 'its links go round in a circle (ELOOP)',
};

const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** What a library says of broken bytes, as part of a sentence: one line of it, without its full stop. */
const wordsOf = (error: unknown): string => {
  // Where a library runs into what it did not expect the words are about its own code.
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    return 'it is damaged';
  const words = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.trim().slice(0, 200) ?? '';
  const isOfCode = /\b(?:undefined|null|NaN)\b|\[object/.test(words);
  return words === '' || isOfCode ? 'it is damaged' : `it is damaged (${words.replace(/[.\s]+$/, '')})`;
};

/** Every way in which this room declines an input: one stable code and one sentence each. */
export const refuse = {
  empty: (path: string): Refusal => ({
    path,
    code: 'acquire/empty',
    reason: 'Expected text, found an empty file (0 bytes). Save it again from where it came.',
  }),
  blank: (path: string): Refusal => ({
    path,
    code: 'acquire/empty',
    reason: 'Expected text, found nothing but white space. Save it again from where it came.',
  }),
  tooLarge: (path: string, bytes: number, limit: number): Refusal => ({
    path,
    code: 'acquire/too-large',
    reason: `Expected at most ${sizeInWords(limit)}, found ${sizeInWords(bytes)}. Split the file, or raise the limit if it is one text.`,
  }),
  /** @param named What its name says that it is, when that is a format that would show in its bytes. */
  binary: (path: string, what: string, named: string | null = null): Refusal => ({
    path,
    code: named === null ? 'acquire/binary' : 'acquire/broken',
    reason:
      named === null
        ? `Expected text, found ${what}. Save it as plain text, as a page or as PDF first.`
        : `Expected ${named}, as its name says, found ${what}. It may be damaged: fetch it again from where it came.`,
  }),
  /** @param given How many things came out of it before it broke. */
  broken: (path: string, what: string, error: unknown, given: number): Refusal => ({
    path,
    code: 'acquire/broken',
    reason: `Expected ${what} that can be read${given === 0 ? '' : ' to its end'}, but ${wordsOf(error)}. ${given === 0 ? '' : 'What came before is kept. '}Fetch it again from where it came, or open it and save it anew.`,
  }),
  wordless: (path: string, what: string): Refusal => ({
    path,
    code: 'acquire/no-text',
    reason: `Expected text in ${what}, found none. If it is a picture of text, have its text recognised first.`,
  }),
  nothingInside: (path: string, what: string): Refusal => ({
    path,
    code: 'acquire/empty',
    reason: `Expected something to read in ${what}, found nothing.`,
  }),
  /** What an error of ours says already. */
  told: (path: string, { code, message, next }: BackchannelError): Refusal => ({
    path,
    code,
    reason: next === null ? message : `${message} ${next}`,
  }),
  unsupported: (path: string, what: string): Refusal => ({
    path,
    code: 'acquire/unsupported',
    reason: `Expected a document of a kind that is read, found ${what}, which is not read yet. Save it as PDF, as plain text or as a page first.`,
  }),
  /** What can only be opened by who knows a password. */
  locked: (path: string, what: string): Refusal => ({
    path,
    code: 'acquire/locked',
    reason: `Expected ${what} that can be opened, found it locked with a password. Open it with the password, save it without, and name that.`,
  }),
  /** A part of a message that only the mail program of its reader opens. */
  sealed: (path: string, what: string): Refusal => ({
    path,
    code: 'acquire/locked',
    reason: `Expected a part of a message that can be read, found ${what}. Open it in the mail program that it was sent to, save it from there, and name that.`,
  }),
  /** Who walks a folder passes this over. */
  noTranscript: (path: string): Refusal => ({
    path,
    code: 'acquire/not-document',
    reason:
      'Expected a transcript (of a podcast, of Whisper or of AssemblyAI), found JSON of another kind. Save what it says as text, and name that.',
  }),
  tooManyParts: (path: string, found: string): Refusal => ({
    path,
    code: 'acquire/too-much-inside',
    reason: `Expected a message as mail programs make them, found ${found}. What came before is kept. Look at it in a mail program, and save from there what you want read.`,
  }),
  /** Something in an archive that is not what it is said to be. */
  damagedEntry: (path: string, error: unknown): Refusal => ({
    path,
    code: 'acquire/broken',
    reason: `Expected a whole file in the archive, but ${wordsOf(error)}. The rest is kept. Fetch the archive again from where it came.`,
  }),
  /** A capture that says that its bytes are those of an earlier one. */
  onlyNoted: (path: string): Refusal => ({
    path,
    code: 'acquire/not-captured',
    reason:
      'Expected the bytes of a page, found a note that they are those of an earlier capture, which is not in this web archive. Add the web archive that has it.',
  }),
  notCaptured: (path: string): Refusal => ({
    path,
    code: 'acquire/not-captured',
    reason:
      'Expected a capture of this page, since it is in the list of pages of the web archive, found none. Capture it again, or get the whole archive from who made it.',
  }),
  /** @see BackchannelError `acquire/altered`. */
  altered: (path: string): Refusal => ({
    path,
    code: 'acquire/altered',
    reason:
      'Expected the bytes whose hash the web archive states (datapackage.json), found others: it was damaged or altered. Get it again from who made it.',
  }),
  overlapping: (path: string): Refusal => ({
    path,
    code: 'acquire/broken',
    reason:
      'Expected bytes of its own, found bytes that other files of the archive count as theirs too: it looks like an archive made to fill the disk. Fetch it again from where it came.',
  }),
  /** @param seconds How long was waited. */
  tookTooLong: (path: string, seconds: number): Refusal => ({
    path,
    code: 'acquire/took-too-long',
    reason: `Expected to take it in within ${seconds.toLocaleString('en')} seconds, but it was not done by then. It may be made to go on for ever; open it and save it anew, or leave it out.`,
  }),
  crashed: (path: string, why: string): Refusal => ({
    path,
    code: 'acquire/crashed',
    reason: `Expected to take it in, but ${why}. It may be damaged or made to do harm: open it and save it anew, or leave it out.`,
  }),
  packed: (path: string, what: string): Refusal => ({
    path,
    code: 'acquire/unsupported',
    reason: `Expected a ZIP, TAR or gzip archive, found ${what}, which is not unpacked here. Unpack it, and name the folder.`,
  }),
  notDocument: (path: string, what: string): Refusal => ({
    path,
    code: 'acquire/unsupported',
    reason: `Expected a document, found a file whose name ends in ${what}. Name only documents, or the folder they are in.`,
  }),
  notFile: (path: string, what: string): Refusal => ({
    path,
    code: 'acquire/not-a-file',
    reason: `Expected a file, found ${what}. Copy what it holds into a file and name that.`,
  }),
  noArticle: (path: string): Refusal => ({
    path,
    code: 'acquire/no-article',
    reason:
      'Expected a page with an article, found no readable text in it. If the page fills itself by script, save it from the browser once it is shown, or save its text.',
  }),
  /** From an error of the system: gone, or not to be read. */
  failed: (path: string, error: unknown): Refusal => {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return {
        path,
        code: 'acquire/not-found',
        reason: 'Expected a file or folder, found nothing at this path. Check the spelling, or whether it was moved.',
      };
    }
    const why = (code && SYSTEM_REASONS[code]) ?? (error instanceof Error ? error.message : String(error));
    return {
      path,
      code: 'acquire/unreadable',
      reason: `Expected a readable file, but ${why}. Check who may read it, then try again.`,
    };
  },
};
