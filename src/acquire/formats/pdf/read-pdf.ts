import { BackchannelError, type Found } from '../../../model/index.ts';
import { readHeader } from '../../header.ts';
import type { Received } from '../../received.ts';
import type { FormatWork, Parts, Piece } from '../format.ts';
import { readAttachments } from './attachments.ts';
import type { Composed } from './compose.ts';
import { layOut } from './lay-out.ts';
import { openPdf } from './open-pdf.ts';
import { pageList } from './page-list.ts';
import { MOST_LETTERS } from './page-words.ts';
import { refusePdf } from './pdf-refusals.ts';
import { hasBrokenDown, PDFIUM } from './pdfium.ts';
import { readProperties } from './properties.ts';
import { type PagesRead, readPages } from './read-pages.ts';

/** Letters of a text that are looked through for the title that the properties state. */
const TITLE_WITHIN = 4_000;

/** A headline stands among the first blocks: under a masthead, an issue line, a section's name. */
const HEADLINE_WITHIN = 8;

const withPlace = (facts: readonly Found[], { text }: Composed): readonly Found[] =>
  facts.map((fact): Found => {
    const at = fact.field === 'title' ? text.slice(0, TITLE_WITHIN).indexOf(fact.value) : -1;
    return at < 0 ? fact : { ...fact, span: [at, at + fact.value.length] };
  });

/** The first heading of the text, unless it names the outlet as a masthead does. */
const headlineOf = ({ text, layout }: Composed, own: readonly Found[]): readonly Found[] => {
  const outlets = own.flatMap(({ field, value }) => (field === 'outlet' ? [value] : []));
  const headline = layout.slice(0, HEADLINE_WITHIN).find(({ kind, start, end }) => {
    const value = text.slice(start, end);
    return (
      kind === 'heading' && value.length >= 8 && value.length <= 200 && /\s/.test(value) && !outlets.includes(value)
    );
  });
  if (headline === undefined) return [];
  const { start, end } = headline;
  return [{ field: 'title', value: text.slice(start, end), by: 'heading', span: [start, end] }];
};

const factsOf = (composed: Composed, properties: readonly Found[]): readonly Found[] => {
  const stated = withPlace(properties, composed);
  const own = readHeader(composed.text, { hasTitle: false });
  const headline = headlineOf(composed, own);
  // What the type shows to be the headline is surer than what the first lines look like.
  const rest = headline.length > 0 ? own.filter(({ field }) => field !== 'title') : own;
  return [...stated, ...headline, ...rest];
};

const stepsOf = (read: PagesRead, isMended: boolean): NonNullable<Parts['noticed']> => {
  const steps = read.recognised.map(({ by, languages, pages }) => ({
    by,
    what: `recognised the text of ${pageList(pages)} in ${languages}, drawn by ${PDFIUM}`,
  }));
  const said = [
    isMended && 'made a new list of its pages, which was lost',
    read.layers.length > 0 &&
      `took the text that a program had laid under the ${read.layers.length === 1 ? 'picture' : 'pictures'} of ${pageList(read.layers)}`,
    read.hidden.length > 0 && `left out invisible text on ${pageList(read.hidden)}`,
  ];
  return [...steps, ...said.filter((what) => what !== false)];
};

const partsOf = (composed: Composed, properties: readonly Found[], read: PagesRead, isMended: boolean): Parts => {
  const { text, layout, anchors } = composed;
  const found = factsOf(composed, properties);
  const noticed = stepsOf(read, isMended);
  return { mediaType: 'application/pdf', encoding: 'pdf', by: PDFIUM, text, found, layout, anchors, noticed };
};

function* refusalsOf(path: string, read: PagesRead, hasText: boolean, isMended: boolean): Generator<Piece> {
  const { scanned, unknown, failed, broken, cut } = read;
  const refusals = [
    isMended && refusePdf.mended(path, read.pages.length),
    scanned.length > 0 && refusePdf.scanned(path, scanned, !hasText),
    unknown.length > 0 && refusePdf.unknownLetters(path, unknown),
    failed.pages.length > 0 && refusePdf.ocrFailed(path, failed.pages, failed.why),
    broken.length > 0 && refusePdf.brokenPages(path, broken),
    cut.length > 0 && refusePdf.cutPages(path, cut, MOST_LETTERS),
    read.tooMany !== null && refusePdf.tooManyPages(path, read.tooMany.pages, read.tooMany.most),
    read.fullAt !== null && refusePdf.tooMuchText(path, read.fullAt.page, read.fullAt.limit),
  ];
  for (const refusal of refusals) if (refusal !== false) yield { kind: 'refused', refusal };
}

/**
 * Reads a PDF document: its text in reading order, then the files attached to it, then what of it was not read.
 *
 * A page that is a picture is recognised by `work.ocr`; without one it is named as unread.
 *
 * @throws BackchannelError `acquire/locked`, `acquire/broken`, and whatever the library throws on broken bytes.
 */
export async function* readPdf(received: Received, work: FormatWork): AsyncGenerator<Piece> {
  const { path, source } = received;
  const bytes = await source.read(0, source.size);
  const pdf = await openPdf(bytes);
  let hasFailed = false;
  try {
    if (pdf.pages <= 0)
      throw new BackchannelError('acquire/broken', 'Expected a PDF document with pages, found none in it.', {
        next: 'Fetch it again from where it came, or open it and save it anew.',
      });
    const properties = readProperties(pdf);
    const language = properties.find(({ field }) => field === 'language')?.value ?? null;
    const read = await readPages(pdf, work, language);
    hasFailed = read.hasFailed;
    const composed = layOut(read.pages);
    const hasText = /\S/.test(composed.text);
    if (!hasText && pdf.isMended)
      throw new BackchannelError(
        'acquire/broken',
        'Expected a whole PDF document, found one that was cut off, with no text left in it.',
        { next: 'Fetch it again from where it came, or open it and save it anew.' },
      );
    if (hasText) yield { kind: 'text', parts: partsOf(composed, properties, read, pdf.isMended) };
    if (!hasFailed)
      for (const inside of readAttachments(pdf, received, bytes, work)) yield { kind: 'inside', received: inside };
    const refusals = [...refusalsOf(path, read, hasText, pdf.isMended)];
    yield* refusals;
    if (!hasText && refusals.length === 0)
      yield { kind: 'text', parts: partsOf(composed, properties, read, pdf.isMended) };
  } catch (error) {
    hasFailed ||= hasBrokenDown(error);
    throw error;
  } finally {
    pdf.close(hasFailed);
  }
}
