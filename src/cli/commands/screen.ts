import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseView } from '../../backchannel.ts';
import { BackchannelError, type CaseDecision } from '../../model/index.ts';
import { type IndexedList, indexLists, isIndexFile, LIST_FORMATS, ListIndex, screen } from '../../screen/index.ts';
import { askedOf } from '../asked-of-entity.ts';
import { plain } from '../plain.ts';
import { shareLine } from '../progress-bar.ts';
import { asJson, count, sayScreened, summary } from '../say-screened.ts';
import { readAsked } from '../screen-rows.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';

/** Refused records that are named one by one; of more the number is told. */
const MOST_NAMED = 20;
const BAR_EVERY_MS = 200;

const sayList = (list: IndexedList): string => {
  const passed = Object.entries(list.passed).map(([sort, number]) => count(number, sort));
  return [
    `${plain(list.file)}: ${LIST_FORMATS[list.format]}`,
    `  of ${list.published ?? 'an unknown date'}, ${count(list.entries, 'entries')}, ${count(list.names, 'names')}, ${count(list.refused, 'refused')}, indexed ${list.indexedAt.slice(0, 10)}`,
    ...(passed.length > 0 ? [`  passed over, since they bear no name: ${plain(passed.join(', '))}`] : []),
  ].join('\n');
};

/** Reads lists into an index; tells every refused record, up to a number. */
const makeIndex = async (
  files: readonly string[],
  out: string,
  now: () => Date,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<readonly IndexedList[]> => {
  const start = Date.now();
  let [shownAt, refused] = [0, 0];
  try {
    return await indexLists(files, {
      out,
      at: now().toISOString(),
      signal,
      onRefused: ({ file, line, reason }) => {
        if (++refused <= MOST_NAMED) terminal.err(`refused ${plain(file)}:${line}: ${plain(reason)}`);
      },
      onProgress: ({ file, share, entries, phase }) => {
        if (Date.now() - shownAt < BAR_EVERY_MS && phase === 'reading') return;
        shownAt = Date.now();
        const what = phase === 'sorting' ? 'Sorting' : `Indexing ${plain(file)}`;
        terminal.progress(shareLine(what, share, count(entries, 'entries'), shownAt - start));
      },
    });
  } finally {
    terminal.progress(null);
    if (refused > MOST_NAMED) terminal.err(`… and ${count(refused - MOST_NAMED, 'more refused records')}`);
  }
};

/** `screen index LIST... --out FILE`. */
export const screenIndexCommand = async (
  files: readonly string[],
  out: string,
  now: () => Date,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  const lists = await makeIndex(files, out, now, terminal, signal);
  await terminal.out(
    `${lists.map(sayList).join('\n')}\nThe index is in ${plain(out)}. Ask it: backchannel screen FILE --lists ${plain(out)}\n`,
  );
  return lists.some((list) => list.refused > 0) ? 1 : 0;
};

export interface ScreenFlags {
  readonly lists: readonly string[];
  readonly names?: string;
  readonly json?: boolean;
  readonly least?: number;
  readonly most?: number;
  readonly now: () => Date;
}

const judgedBy = (decisions: readonly CaseDecision[], entity: string, ref: string): readonly CaseDecision[] =>
  decisions.filter(
    ({ subjects, items, state }) =>
      (state === 'standing' || state === 'disagreed') &&
      items.includes(entity) &&
      subjects.some((subject) => subject.kind === 'listed' && subject.entry === ref),
  );

const optionsOf = ({ least, most }: ScreenFlags) => ({
  ...(least === undefined ? {} : { least }),
  ...(most === undefined ? {} : { most }),
});

const screenNames = async (file: string, index: ListIndex, flags: ScreenFlags, terminal: Terminal): Promise<void> => {
  let found = 0;
  const rows = await readAsked(file);
  for (const { line, asked } of rows) {
    const screened = screen(index, asked, optionsOf(flags));
    if (screened.candidates.length > 0) found++;
    if (flags.json === true) await terminal.out(asJson({ line, ...asked }, screened, () => []));
    else if (screened.candidates.length > 0)
      await terminal.out(sayScreened(asked.names[0] ?? '', '', screened, () => [], ''));
  }
  if (flags.json !== true) await terminal.out(summary(rows.length, 'names', found));
};

const screenCase = async (
  file: string,
  view: CaseView,
  index: ListIndex,
  flags: ScreenFlags,
  terminal: Terminal,
): Promise<void> => {
  const decisions: CaseDecision[] = [];
  for await (const decision of view.items('decisions')) decisions.push(decision);
  let [asked, found] = [0, 0];
  for await (const entity of view.items('entities')) {
    const who = askedOf(entity);
    if (who === null) continue;
    asked++;
    const screened = screen(index, who, optionsOf(flags));
    if (screened.candidates.length > 0) found++;
    const judged = (ref: string): readonly CaseDecision[] => judgedBy(decisions, entity.id, ref);
    if (flags.json === true) await terminal.out(asJson({ entity: entity.id, ...who }, screened, judged));
    else if (screened.candidates.length > 0)
      await terminal.out(
        sayScreened(
          entity.name,
          `  (${entity.type}, ${entity.id})`,
          screened,
          judged,
          `backchannel decide ${plain(file)} same|different|unsure ${entity.id}`,
        ),
      );
  }
  if (flags.json !== true) await terminal.out(summary(asked, 'names of the case', found));
};

/** Opens the one index that is named, or makes one of the lists for as long as the command runs. */
const withLists = async (
  flags: ScreenFlags,
  terminal: Terminal,
  signal: AbortSignal,
  use: (index: ListIndex) => Promise<void>,
): Promise<number> => {
  const [only] = flags.lists;
  const isIndexed = flags.lists.length === 1 && only !== undefined && isIndexFile(only);
  const folder = isIndexed ? null : mkdtempSync(join(tmpdir(), 'backchannel-lists-'));
  try {
    const path = folder === null ? (only ?? '') : join(folder, 'lists.idx');
    if (folder !== null) await makeIndex(flags.lists, path, flags.now, terminal, signal);
    const index = new ListIndex(path);
    try {
      for (const list of index.lists()) terminal.err(sayList(list));
      await use(index);
      return index.lists().some((list) => list.refused > 0) ? 1 : 0;
    } finally {
      index.close();
    }
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
};

/** `screen FILE --lists LIST...` and `screen --names NAMES --lists LIST...`. */
export const screenCommand = async (
  file: string | undefined,
  flags: ScreenFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  if ((file === undefined) === (flags.names === undefined))
    throw new BackchannelError(
      'cli/usage',
      `Expected a case file or --names, found ${file === undefined ? 'neither' : 'both'}.`,
      {
        next: 'backchannel screen talks.case --lists lists.idx, or backchannel screen --names names.csv --lists lists.idx',
      },
    );
  const { names } = flags;
  if (names !== undefined)
    return withLists(flags, terminal, signal, (index) => screenNames(names, index, flags, terminal));
  return withCase(file ?? '', terminal, (view) =>
    withLists(flags, terminal, signal, (index) => screenCase(file ?? '', view, index, flags, terminal)),
  );
};
