import { BackchannelError } from '../../../model/index.ts';
import { decodeText } from '../../decode-text.ts';
import { flattenPage } from '../../flatten-page.ts';
import { parsePage } from '../../html-dom.ts';
import { isBuildable } from '../../html-guard.ts';
import { readBlocks, type TextBlock } from '../../html-text.ts';
import type { Received } from '../../received.ts';
import { Flow, partsOfFlow } from '../flow.ts';
import type { FormatWork, Piece } from '../format.ts';
import { openPackage } from '../office-package.ts';
import { propertiesOf } from '../office-properties.ts';
import { lockedParts, readBook } from './book-parts.ts';

const WHAT = 'an e-book';
/**
 * `<script/>` and `<a id="p4"/>` end where they begin in XHTML; a reader of HTML takes all that follows for their content. Bounded on
 * every side, so that a quote that is never closed costs no more than its length.
 */
const SELF_CLOSED =
  /<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)([a-z][\w:-]{0,40})((?:\s{1,20}[\w:.-]{1,60}(?:\s?=\s?(?:"[^"<]{0,2000}"|'[^'<]{0,2000}'))?){0,40})\s{0,20}\/>/gi;

const chapterBlocks = async (bytes: Uint8Array): Promise<readonly TextBlock[]> => {
  const page = decodeText(bytes).text.replace(SELF_CLOSED, '<$1$2></$1>');
  if (!isBuildable(page)) return flattenPage(page);
  const { body } = await parsePage(page);
  // The number of a note would stick to the word before it.
  for (const link of [...(body?.querySelectorAll('a') ?? [])])
    if (/\bnoteref\b/.test(link.getAttribute('epub:type') ?? '')) link.remove();
  return body ? readBlocks(body, { isWholePage: false }) : [];
};

/**
 * Reads an e-book (EPUB 2 and 3): its files in the order of reading as one text, without cover and table of contents.
 *
 * @throws BackchannelError `acquire/locked` for a book whose text its seller has locked.
 */
export async function* readEpub(received: Received, work: FormatWork): AsyncGenerator<Piece> {
  const pack = await openPackage(received, work, WHAT);
  const { chapters, facts } = await readBook(pack);
  const locked = await lockedParts(pack);
  if (chapters.some(({ part }) => locked.has(part)))
    throw new BackchannelError(
      'acquire/locked',
      'Expected an e-book that can be opened, found one whose text its seller has locked (DRM).',
      { next: 'Ask its publisher for a copy without the lock.' },
    );
  const flow = new Flow(work.limitBytes);
  let missing = 0;
  for (const { part, mediaType } of chapters) {
    if (mediaType !== '' && !/html|dtbook|xml$/i.test(mediaType)) continue;
    if (!pack.has(part)) {
      missing++;
      continue;
    }
    const blocks = await chapterBlocks(await pack.read(part));
    flow.add(
      blocks.map((block, i) => {
        const place = { kind: 'paragraph', paragraph: i + 1, section: part } as const;
        return { ...block, places: [{ start: 0, end: block.text.length, place }] };
      }),
    );
  }
  // The date of a book is the one that it came out on.
  const { found } = propertiesOf(new Map([...facts, ['issued', facts.get('date') ?? '']]));
  const noticed = missing > 0 ? [`${missing} of its ${chapters.length} files are missing`] : [];
  yield {
    kind: 'text',
    parts: partsOfFlow(flow.blocks, {
      mediaType: 'application/epub+zip',
      encoding: 'utf-8',
      by: 'linkedom 0.18.12',
      found,
      noticed,
    }),
  };
}
