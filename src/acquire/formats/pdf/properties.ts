import type { Found } from '../../../model/index.ts';
import { edtfFromStamp } from '../../stated-date.ts';
import type { OpenPdf } from './open-pdf.ts';
import { stringOf, withLetters } from './pdfium.ts';

/** What programs write for want of a title: the name of a file, of themselves, of nothing. */
const NO_TITLE = [
  /^(?:microsoft\s+\w+\s+-|print\b|untitled|unbenannt|sans titre|без имени|powerpoint presentation|slide \d|document\d*$|new document|title$|layout \d+$)/i,
  /\.(?:docx?|odt|rtf|pdf|indd|qxp|qxd|pptx?|xlsx?|html?|txt|pages|tex|dvi|ps|eps|jpe?g|tiff?|png)$/i,
  /^(?:https?:\/\/|file:|about:|[a-z]:\\|\/)/i,
  /^[\w-]*[_\d][\w-]*$/,
  /^\p{Ll}+$/u,
];

const isTitle = (value: string): boolean =>
  value.length >= 3 && value.length <= 300 && /\p{L}{2}/u.test(value) && !NO_TITLE.some((form) => form.test(value));

/** Accounts of machines and names of programs stand there as well; a person or a house has a capital or no capitals at all. */
const isAuthor = (value: string): boolean =>
  value.length >= 3 &&
  value.length <= 200 &&
  /[\p{Lu}\p{Lo}]/u.test(value) &&
  !/^(?:admin\w*|administrator|user\d*|owner|unknown|anonymous|author|root|microsoft.*|adobe.*|windows user)$/i.test(
    value,
  );

/** `D:20310502101500+02'00'`, PDF 1.7, 7.9.4; some programs leave out the letters, or write ISO dates. */
const dateOf = (value: string): string | null => {
  const digits = /^(?:D:)?\s*(\d{4})(\d{2})?(\d{2})?/.exec(value);
  if (digits === null) return null;
  const [, year = '', month, day] = digits;
  if (month === undefined) return edtfFromStamp(value);
  return edtfFromStamp(day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`);
};

/** What the properties of a file say of it. */
export const readProperties = ({ library, document }: OpenPdf): readonly Found[] => {
  const property = (name: string): string =>
    withLetters(library, name, (key) =>
      stringOf(library, (room, bytes) => library.FPDF_GetMetaText(document, key, room, bytes)),
    )
      // biome-ignore lint/suspicious/noControlCharactersInRegex: strings of PDFs hold escape codes for languages.
      .replace(/\u001b[^\u001b]*\u001b|[\u0000-\u001f\u007f]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const found: Found[] = [];
  const take = (field: Found['field'], value: string | null): void => {
    if (value) found.push({ field, value, by: 'file-properties', span: null });
  };
  const [title, author] = [property('Title'), property('Author')];
  take('title', isTitle(title) ? title : null);
  take('byline', isAuthor(author) ? author : null);
  // When the file was made: a page printed to PDF years later is no younger for it.
  take('created', dateOf(property('CreationDate')));
  take('modified', dateOf(property('ModDate')));
  const language = stringOf(library, (room, bytes) => library.FPDFCatalog_GetLanguage(document, room, bytes)).trim();
  take('language', /^[a-z]{2,3}(?:[-_][\w-]{1,20})?$/i.test(language) ? language : null);
  return found;
};
