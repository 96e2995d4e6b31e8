import { sha256 } from '../../../model/index.ts';
import type { Budget } from '../../budget.ts';
import { pathInside, type Received, sourceOf } from '../../received.ts';
import type { FormatWork } from '../format.ts';
import type { OpenPdf } from './open-pdf.ts';
import { borrow, PDFIUM, stringOf } from './pdfium.ts';

const MOST_ATTACHMENTS = 10_000;
/** They are taken into memory one by one. */
const MOST_BYTES = 512 * 1024 * 1024;

const bytesOf = ({ library }: OpenPdf, attachment: number, budget: Budget, limit: number): Uint8Array | null =>
  borrow(library, 4, (size) => {
    if (library.FPDFAttachment_GetFile(attachment, 0, 0, size) === 0) return null;
    const bytes = library.memory().getUint32(size, true);
    budget.takeBytes(bytes);
    if (bytes === 0 || bytes > limit) return null;
    return borrow(library, bytes, (room) => {
      if (library.FPDFAttachment_GetFile(attachment, room, bytes, size) === 0) return null;
      return new Uint8Array(library.memory().buffer, room, bytes).slice();
    });
  });

/**
 * The files that are attached to a document, in its order. Those that are empty, too large to hold, or no documents by their names are
 * passed over.
 *
 * @param of The SHA-256 of the document's own bytes is taken from these.
 * @throws BudgetSpent
 */
export function* readAttachments(
  pdf: OpenPdf,
  received: Received,
  of: Uint8Array,
  work: FormatWork,
): Generator<Received> {
  const { library, document } = pdf;
  const count = Math.min(library.FPDFDoc_GetAttachmentCount(document), MOST_ATTACHMENTS);
  if (count <= 0) return;
  const hash = sha256(of);
  for (let i = 0; i < count; i++) {
    const attachment = library.FPDFDoc_GetAttachment(document, i);
    if (attachment === 0) continue;
    const given = stringOf(library, (room, bytes) => library.FPDFAttachment_GetName(attachment, room, bytes));
    const name = given === '' ? `attachment ${i + 1}` : given;
    const { steps, depth } = received;
    const path = pathInside(received.path, name);
    const most = work.mostBytes(path);
    const bytes = most === null ? null : bytesOf(pdf, attachment, work.budget, Math.min(most, MOST_BYTES));
    if (bytes === null) continue;
    yield {
      path,
      source: sourceOf(bytes),
      declared: null,
      known: [],
      steps: [...steps, { by: PDFIUM, what: `taken out of a PDF document: ${JSON.stringify(name)}`, of: hash }],
      depth: depth + 1,
    };
  }
}
