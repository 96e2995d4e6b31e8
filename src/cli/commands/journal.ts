import { readFile } from 'node:fs/promises';
import { type CaseStore, deriveCase, exportJournal, importJournal } from '../../backchannel.ts';
import { BackchannelError, type CaseDecision, inTime } from '../../model/index.ts';
import { listTable } from '../show-lists.ts';
import { renderTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';
import { writeWhole } from '../write-file.ts';
import { count } from './read.ts';

export interface JournalFlags {
  readonly export?: string;
  readonly import?: string;
  readonly open?: boolean;
}

/** States in which a decision does not do what its author meant. */
const IS_OPEN: ReadonlySet<CaseDecision['state']> = new Set(['disagreed', 'overruled', 'without-place']);

const readJournal = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new BackchannelError('read/unreadable', `Expected a journal at ${path}, found none that can be read.`, {
      place: path,
      next: 'Make one: backchannel journal FILE --export JOURNAL.jsonl',
      cause,
    });
  }
};

const takeIn = async (store: CaseStore, path: string, terminal: Terminal): Promise<boolean> => {
  const { added, known, refused } = await importJournal(store, await readJournal(path));
  for (const { line, reason } of refused)
    terminal.err(`refused ${path}, line ${line}: ${reason} (journal/not-an-entry)`);
  await terminal.out(
    `${path}: ${count(added, 'entry', 'entries')} added, ${known} known, ${refused.length} refused.\n`,
  );
  return refused.length === 0;
};

/** `journal FILE`: what was decided, by whom, why, and what became of it; to and from text. */
export const journalCommand = (file: string, flags: JournalFlags, terminal: Terminal): Promise<number> =>
  withCase(file, terminal, async (_, store) => {
    const isWhole = flags.import === undefined || (await takeIn(store, flags.import, terminal));
    if (flags.export !== undefined) {
      const text = await exportJournal(store);
      await writeWhole(flags.export, text);
      await terminal.out(
        `${count(text === '' ? 0 : text.trimEnd().split('\n').length, 'entry', 'entries')} written to ${flags.export}\n`,
      );
      return isWhole ? 0 : 1;
    }
    const { view } = await deriveCase(store);
    const documents = new Map<string, string>();
    for await (const document of view.items('documents')) documents.set(document.id, document.path);
    const entries: CaseDecision[] = [];
    for await (const decision of view.items('decisions'))
      if (!(flags.open || flags.import !== undefined) || IS_OPEN.has(decision.state)) entries.push(decision);
    entries.sort(inTime);
    const table = listTable('decisions');
    const rows = entries.map((entry) => table.cells(entry, (id) => documents.get(id) ?? id));
    if (rows.length > 0)
      await terminal.out(
        renderTable(table.columns, rows, terminal.width, (text) =>
          terminal.hasColour ? `\u001b[1m${text}\u001b[22m` : text,
        ),
      );
    else if (flags.open || flags.import !== undefined) await terminal.out('Nothing is in disagreement.\n');
    else await terminal.out(`Nothing has been decided yet. Examples: backchannel decide --help\n`);
    return isWhole ? 0 : 1;
  });
