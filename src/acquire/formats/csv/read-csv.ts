import type { Anchor, LayoutPiece } from '../../../model/index.ts';
import { describeBinary } from '../../binary.ts';
import { decodeText } from '../../decode-text.ts';
import { mediaTypeOf } from '../../media-type.ts';
import type { Received } from '../../received.ts';
import { refuse } from '../../refusals.ts';
import type { Piece } from '../format.ts';
import { splitRecords } from './split-records.ts';

/** As many rows are anchored at most. */
export const MOST_ROWS = 200_000;

const NAMES: Readonly<Record<string, string>> = { '\t': 'tabs', ',': 'commas', ';': 'semicolons', '|': 'bars' };

/**
 * Reads a table written as text: comma-separated values (RFC 4180) and their kin. The stored text is the file's own, unchanged;
 * each record is a row of a table. What is called a table and is a page in truth is read as a page.
 */
export async function* readCsv({ path, source, declared }: Received): AsyncGenerator<Piece> {
  const bytes = await source.read(0, source.size);
  const { text, encoding } = decodeText(bytes);
  const binary = await describeBinary(bytes, text);
  if (binary !== null) {
    yield { kind: 'refused', refusal: refuse.binary(path, binary, 'a table of comma-separated values') };
    return;
  }
  if (mediaTypeOf('', text) === 'text/html') {
    const { readPage } = await import('../../html.ts');
    const page = await readPage(text);
    if (page === null) yield { kind: 'refused', refusal: refuse.noArticle(path) };
    else
      yield {
        kind: 'text',
        parts: { mediaType: 'text/html', encoding, by: 'readability 0.6.0', anchors: [], ...page },
      };
    return;
  }
  const isTabbed = /\.(?:tsv|tab)$/i.test(path) || declared?.startsWith('text/tab-separated-values') === true;
  const { spans, delimiter, broken, isCut } = splitRecords(text, MOST_ROWS, isTabbed ? '\t' : null);
  const isSaid = (start: number, end: number): boolean => /^sep=.$/i.test(text.slice(start, end));
  const layout = spans.map(([start, end], i): LayoutPiece => {
    return { kind: i === 0 && isSaid(start, end) ? 'syntax' : 'table-row', start, end };
  });
  const anchors = spans.map(
    ([start, end], i): Anchor => ({ start, end, place: { kind: 'row', sheet: null, row: i + 1 } }),
  );
  const noticed = [`told rows apart by ${NAMES[delimiter] ?? `"${delimiter}"`}`];
  if (isCut) noticed.push(`told ${MOST_ROWS.toLocaleString('en')} rows apart; those behind are text without rows`);
  if (broken)
    noticed.push(
      `told ${spans.length.toLocaleString('en')} rows apart, then ${broken.why}: what follows is text without rows`,
    );
  const mediaType = delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv';
  yield {
    kind: 'text',
    parts: { mediaType, encoding, by: 'csv-parse 7.0.3', text, found: [], layout, anchors, noticed },
  };
}
