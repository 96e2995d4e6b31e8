import { z } from '@hono/zod-openapi';
import type { CaseHost } from '../case-host.ts';
import { type Document, sha256 } from '../model/index.ts';
import { sayArrival } from '../publish/index.ts';

/** How a document came in, for people; the entries themselves are printed by `backchannel custody --json`. */
export const CustodyLook = z
  .object({
    arrivals: z
      .array(z.array(z.string()).readonly())
      .readonly()
      .describe(
        'Of each path at which it came in, its way to the stored text, a sentence each; empty where no log was kept',
      ),
    original: z
      .int()
      .nullable()
      .describe('Bytes of the file as it came in, to be had at /documents/{id}/original; null where none is kept'),
  })
  .readonly();
export type CustodyLook = z.infer<typeof CustodyLook>;

export const custodyOf = async (host: CaseHost, document: Document): Promise<CustodyLook> => {
  const arrivals: (readonly string[])[] = [];
  for await (const { entry } of host.store.custody(document.id)) if (entry !== null) arrivals.push(sayArrival(entry));
  const isKept = sha256(document.text) === document.sha256 || (await host.store.originals()).includes(document.sha256);
  return { arrivals, original: isKept ? document.bytes : null };
};

/** What a file is called when it is saved: the last part of its path, without what could do harm there. */
const fileName = (path: string): string => {
  const last = path.split(/[/\\]/).at(-1) ?? '';
  const safe = last
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._ -]+/gu, '_')
    .replace(/^[. ]+/, '')
    .slice(-120);
  return safe === '' ? 'original' : safe;
};

/**
 * Headers under which a file as it came in is handed out: to be saved, never shown, whatever it says that it is. It may be a page made
 * to do harm in the name of the desk.
 *
 * @see RFC 6266 for the two names
 */
export const downloadHeaders = (path: string): Readonly<Record<string, string>> => {
  const name = fileName(path);
  const plain = name.replace(/[^\w. -]/g, '_');
  return {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  };
};
