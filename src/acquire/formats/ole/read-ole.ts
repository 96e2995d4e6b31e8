import { BackchannelError } from '../../../model/index.ts';
import type { Received } from '../../received.ts';
import type { FormatWork, Piece } from '../format.ts';
import { refuseLocked } from '../office-package.ts';
import { readWorkbook } from '../sheet/read-workbook.ts';

/** What a compound file is, by the name of a stream in it, which stands in its folder in UTF-16. */
const KINDS: readonly (readonly [stream: string, kind: 'locked' | 'sheet' | 'other', what: string, next: string])[] = [
  ['EncryptedPackage', 'locked', 'an office document', ''],
  [
    'WordDocument',
    'other',
    'a Word document of before 2007 (.doc)',
    'Open it in Word or LibreOffice and save it as .docx.',
  ],
  ['PowerPoint Document', 'other', 'a presentation (.ppt)', 'Open it in PowerPoint or LibreOffice and save it as PDF.'],
  ['__substg1.0_', 'other', 'an Outlook message (.msg)', 'Open it in Outlook and save it as .eml or as text.'],
  ['Workbook', 'sheet', 'a spreadsheet', ''],
  ['Book', 'sheet', 'a spreadsheet', ''],
];

/**
 * Reads what is in a compound file, the container of office programs until 2007 and of documents locked with a password:
 * spreadsheets; anything else is named and refused.
 */
export async function* readOle({ source }: Received, work: FormatWork): AsyncGenerator<Piece> {
  const bytes = Buffer.from(await source.read(0, source.size));
  const found = KINDS.find(([stream]) => bytes.includes(Buffer.from(stream, 'utf16le')));
  const [, kind, what, next] = found ?? [
    '',
    'other',
    'a compound file of unknown kind',
    'Save it as PDF or plain text.',
  ];
  if (kind === 'locked') refuseLocked(what);
  if (kind === 'other')
    throw new BackchannelError('acquire/unsupported', `Expected a document of a kind that is read, found ${what}.`, {
      next,
    });
  yield {
    kind: 'text',
    parts: await readWorkbook({ kind: 'xls', bytes }, 'application/vnd.ms-excel', work.limitBytes),
  };
}
