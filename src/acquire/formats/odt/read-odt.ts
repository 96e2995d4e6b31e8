import { BackchannelError } from '../../../model/index.ts';
import type { Received } from '../../received.ts';
import { changesInWords } from '../changes-in-words.ts';
import { partsOfFlow, withoutCopies } from '../flow.ts';
import type { FormatWork, Piece } from '../format.ts';
import { type OfficePackage, openPackage, refuseLocked } from '../office-package.ts';
import { readProperties } from '../office-properties.ts';
import { OPEN_NAMES } from './names.ts';
import { OpenStyles } from './styles.ts';
import { type OpenNotes, textHandler } from './text-part.ts';

const WHAT = 'an OpenDocument text';

/** A password locks the parts of an OpenDocument file one by one; the list of parts says so. */
export const refuseEncrypted = async (pack: OfficePackage, what: string): Promise<void> => {
  let isLocked = false;
  await pack.readXml('META-INF/manifest.xml', OPEN_NAMES, {
    open(name) {
      if (name === 'manifest:encryption-data') isLocked = true;
    },
    close: () => undefined,
  });
  if (isLocked) refuseLocked(what);
};

/**
 * Reads an OpenDocument text (ISO/IEC 26300): the text, then its notes, its comments with who wrote them, and what pages repeat.
 * The text is the one that stands: insertions in, deletions out.
 */
export async function* readOdt(received: Received, work: FormatWork): AsyncGenerator<Piece> {
  const pack = await openPackage(received, work, WHAT);
  await refuseEncrypted(pack, WHAT);
  if (!pack.has('content.xml'))
    throw new BackchannelError('acquire/broken', `Expected ${WHAT}, found a file without its part "content.xml".`, {
      next: 'Open it in the program that it is from and save it anew.',
    });
  const styles = new OpenStyles();
  const notes: OpenNotes = { authors: new Set(), insertions: 0, deletions: 0, hidden: 0, commenters: [] };
  const pages = textHandler(styles, notes, 'styles', work.limitBytes);
  await pack.readXml('styles.xml', OPEN_NAMES, pages.handler);
  const text = textHandler(styles, notes, null, work.limitBytes);
  const isWhole = await pack.readXml('content.xml', OPEN_NAMES, text.handler);
  const { found, noticed } = await readProperties(pack, 'meta.xml');
  yield {
    kind: 'text',
    parts: partsOfFlow([...text.blocks(), ...withoutCopies(pages.blocks())], {
      mediaType: 'application/vnd.oasis.opendocument.text',
      encoding: 'utf-8',
      by: 'htmlparser2 10.1.0',
      found,
      noticed: [...changesInWords({ ...notes, isWhole }), ...noticed],
    }),
  };
}
