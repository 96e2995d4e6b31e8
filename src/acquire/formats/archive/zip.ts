import { BudgetSpent } from '../../budget.ts';
import { hashOf, pathInside, type Received, sourceOf } from '../../received.ts';
import { refuse } from '../../refusals.ts';
import type { FormatWork, Piece, ReadFormat } from '../format.ts';
import { isWacz, readWacz } from '../warc/wacz.ts';
import { openZip, type ZipEntry, type ZipFile } from '../zip-entries.ts';
import { EntryNames, entryName, isHiddenName } from './entry-name.ts';
import { givePiece, heldBytes } from './give-entry.ts';

/** What is no file of its own, in the words of a refusal. */
const oddness = ({ isLink, isSpecial }: ZipEntry): string | null =>
  isLink ? 'a symbolic link' : isSpecial ? 'a device' : null;

/** One entry as a piece; null for what is passed over in silence. */
const pieceOf = async (
  zip: ZipFile,
  entry: ZipEntry,
  names: EntryNames,
  received: Received,
  work: FormatWork,
  hash: string,
): Promise<Piece | null> => {
  const plain = entryName(entry.name);
  const most = isHiddenName(plain) ? null : work.mostBytes(pathInside(received.path, plain));
  if (entry.isFolder || most === null) return null;
  const name = names.give(plain);
  const path = pathInside(received.path, name);
  const odd = oddness(entry);
  if (odd !== null) return { kind: 'refused', refusal: refuse.notFile(path, odd) };
  if (entry.isEncrypted) return { kind: 'refused', refusal: refuse.locked(path, 'a file in the archive') };
  if (entry.isOverlapping) return { kind: 'refused', refusal: refuse.overlapping(path) };
  const dated = entry.modified === null ? '' : `, dated ${entry.modified}`;
  const step = { by: 'yauzl 3.4.0', what: `unpacked "${name}" from ZIP${dated}`, of: hash };
  try {
    const stored = most === Infinity ? await zip.stored(entry) : null;
    if (stored !== null) return givePiece(received, name, stored, step);
    const limit = Math.min(most, heldBytes(received.depth));
    if (entry.size > limit) return { kind: 'refused', refusal: refuse.tooLarge(path, entry.size, limit) };
    return givePiece(received, name, sourceOf(await zip.read(entry, limit)), step);
  } catch (error) {
    if (work.budget.isSpent) throw error;
    const refusal = error instanceof BudgetSpent ? refuse.told(path, error) : refuse.damagedEntry(path, error);
    return { kind: 'refused', refusal };
  }
};

/** The files of a ZIP archive in the order of its list, each unpacked when the one before has been read. */
export const readZip: ReadFormat = async function* (received, work) {
  const zip = await openZip(received.source, work.budget);
  if (isWacz(zip)) return yield* readWacz(received, work);
  const hash = await hashOf(received.source);
  const names = new EntryNames();
  for (const entry of zip.entries) {
    const piece = await pieceOf(zip, entry, names, received, work, hash);
    if (piece !== null) yield piece;
  }
};
