/** A file with the way to it inside what was dropped: `clippings/may/a.txt`. */
export interface Dropped {
  readonly name: string;
  readonly file: File;
}

const read = (entry: FileSystemFileEntry): Promise<File> => new Promise((done, fail) => entry.file(done, fail));

/** A folder gives its entries in portions; the last one is empty. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (portion.length === 0) return found;
    found.push(...portion);
  }
};

const walk = async (entry: FileSystemEntry): Promise<readonly Dropped[]> => {
  if (entry.isFile)
    return [{ name: entry.fullPath.replace(/^\//, ''), file: await read(entry as FileSystemFileEntry) }];
  const inside = await Promise.all((await entriesOf(entry as FileSystemDirectoryEntry)).map(walk));
  return inside.flat();
};

/** All files of what was dropped, folders walked through. Must be called while the drop is being handled. */
export const filesDropped = (transfer: DataTransfer): Promise<readonly Dropped[]> => {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found = entries.length > 0 ? Promise.all(entries.map(walk)) : null;
  const plain = [...transfer.files].map((file) => ({ name: file.name, file }));
  return found === null ? Promise.resolve(plain) : found.then((all) => all.flat());
};

/** Files that were picked, with the folder they were picked with. */
export const filesPicked = (files: FileList): readonly Dropped[] =>
  [...files].map((file) => ({ name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }));
