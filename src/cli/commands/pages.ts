import { type CaseStore, openCase } from '../../backchannel.ts';
import { BackchannelError, type Document } from '../../model/index.ts';
import { type PageHistory, pageHistories, sayInstant, sayState } from '../../publish/index.ts';
import { wordEdits } from '../../text/index.ts';
import { plain } from '../plain.ts';
import { renderChanges } from '../render-changes.ts';
import { renderTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { count } from './read.ts';

/** What `show` shows of pages that were fetched. */
export const PAGE_WORDS = ['captures', 'versions', 'changes'] as const;
export type PageWord = (typeof PAGE_WORDS)[number];

export const isPageWord = (word: string): word is PageWord => (PAGE_WORDS as readonly string[]).includes(word);

const bold = (terminal: Terminal) => (text: string) => (terminal.hasColour ? `\u001b[1m${text}\u001b[22m` : text);

/** An instant as short as a table needs it, UTC. */
const short = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** The address as captures have it: without a fragment, written as everywhere. */
const tidy = (url: string): string => {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  address.hash = '';
  return address.href;
};

const noPages = (file: string, url: string | undefined): BackchannelError =>
  new BackchannelError(
    'show/no-captures',
    `Expected ${url === undefined ? 'captured pages' : `captures of ${url}`} in ${file}, found none.`,
    {
      next:
        url === undefined
          ? `Read some: backchannel read https://... --case ${file}`
          : `List them: backchannel show ${file} captures`,
    },
  );

const showCaptures = async (store: CaseStore, url: string | undefined, terminal: Terminal): Promise<void> => {
  const rows = (await store.captures(url)).map(({ capture, document }) => [
    short(capture.at),
    plain(capture.url),
    String(capture.status),
    capture.status === 304 ? 'unchanged' : `${capture.bytes.toLocaleString('en')} bytes`,
    document ?? '',
    capture.redirects.length === 0 ? '' : `from ${plain(capture.finalUrl)}`,
  ]);
  const columns = [
    { title: 'when (UTC)', fixed: true },
    { title: 'address' },
    { title: 'status', fixed: true },
    { title: 'answer', fixed: true },
    { title: 'document', fixed: true },
    { title: 'redirected' },
  ];
  await terminal.out(renderTable(columns, rows, terminal.width, bold(terminal)));
};

const editsOf = (before: Document | null, after: Document | null): string => {
  if (before === null || after === null) return '';
  const edits = wordEdits(before.text, after.text);
  if (edits === null) return 'rewritten';
  const words = (text: string, stretches: readonly (readonly [number, number])[]): number =>
    stretches.reduce(
      (sum, [start, end]) => sum + (text.slice(start, end).match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0),
      0,
    );
  const [added, removed] = [words(after.text, edits.onlySecond), words(before.text, edits.onlyFirst)];
  if (added + removed === 0) return before.title === after.title ? 'the same words' : 'another headline';
  return `${added} added, ${removed} removed`;
};

const showVersions = async (store: CaseStore, histories: readonly PageHistory[], terminal: Terminal): Promise<void> => {
  for (const { url, states, versions } of histories) {
    const rows: (readonly string[])[] = [];
    let before: Document | null = null;
    for (const state of states) {
      const document = state.document === null ? null : await store.document(state.document);
      rows.push([
        sayState(state),
        short(state.from),
        short(state.to),
        String(state.captures),
        state.document ?? '',
        editsOf(before, document),
      ]);
      before = document ?? before;
    }
    const columns = [
      { title: 'state', fixed: true },
      { title: 'first (UTC)', fixed: true },
      { title: 'last (UTC)', fixed: true },
      { title: 'times', fixed: true },
      { title: 'document', fixed: true },
      { title: 'words' },
    ];
    await terminal.out(`${bold(terminal)(plain(url))}: ${count(versions, 'version')}\n`);
    await terminal.out(`${renderTable(columns, rows, terminal.width, bold(terminal))}\n`);
  }
};

const tooDifferent = 'The texts differ in more than 4,000 words: they are no versions of one another.\n';

const printChanges = async (before: Document, after: Document, terminal: Terminal): Promise<void> => {
  if (before.title !== after.title)
    await terminal.out(`- headline: ${plain(before.title ?? 'none')}\n+ headline: ${plain(after.title ?? 'none')}\n\n`);
  const changes = renderChanges(before.text, after.text, terminal);
  await terminal.out(changes === null ? tooDifferent : changes === '' ? 'The words are the same.\n' : changes);
};

const showChanges = async (store: CaseStore, histories: readonly PageHistory[], terminal: Terminal): Promise<void> => {
  for (const { url, states } of histories) {
    const shown = states.filter(({ kind }) => kind === 'shown');
    if (shown.length < 2) continue;
    await terminal.out(`${bold(terminal)(plain(url))}\n`);
    for (const [i, state] of shown.entries()) {
      const last = shown[i - 1];
      if (last === undefined || last.document === null || state.document === null) continue;
      await terminal.out(
        `\n${sayState(last)}, last seen ${sayInstant(last.to)} → ${sayState(state)}, first seen ${sayInstant(state.from)}\n`,
      );
      const [before, after] = [await store.document(last.document), await store.document(state.document)];
      if (before !== null && after !== null) await printChanges(before, after, terminal);
    }
    const end = states.at(-1);
    if (end?.kind === 'gone') await terminal.out(`\n${sayState(end)} since ${sayInstant(end.from)}\n`);
    await terminal.out('\n');
  }
};

/** `show FILE captures|versions|changes [URL]`: without an address all pages; of `changes` those that have changed. */
export const showPages = async (
  file: string,
  word: PageWord,
  named: string | undefined,
  terminal: Terminal,
): Promise<number> => {
  const url = named === undefined ? undefined : tidy(named);
  const store = await openCase(file);
  try {
    const histories = pageHistories(await store.captures(url));
    if (histories.length === 0) throw noPages(file, named);
    if (word === 'captures') await showCaptures(store, url, terminal);
    else if (word === 'versions') await showVersions(store, histories, terminal);
    else if (histories.every(({ versions }) => versions < 2)) await terminal.out('No page has changed.\n');
    else await showChanges(store, histories, terminal);
    return 0;
  } finally {
    await store.close();
  }
};

/** A document by its id, or by one of its paths where that is of one document alone. */
const documentNamed = async (store: CaseStore, name: string, file: string): Promise<Document> => {
  const byId = await store.document(name);
  if (byId !== null) return byId;
  const found = (await store.entries()).filter(({ paths }) => paths.includes(name) || paths.includes(tidy(name)));
  const [only] = found;
  const document = found.length === 1 && only !== undefined ? await store.document(only.id) : null;
  if (document !== null) return document;
  const ids = found.map(({ id }) => id).join(', ');
  throw new BackchannelError(
    'diff/not-found',
    found.length === 0
      ? `Expected a document by the id or path ${name}, found none.`
      : `Expected one document at ${name}, found ${found.length}: ${ids}.`,
    { next: found.length === 0 ? `List them: backchannel show ${file} documents` : 'Name one by its id.' },
  );
};

/** `diff FILE A B`: where the texts of two documents differ. */
export const diffCommand = async (file: string, a: string, b: string, terminal: Terminal): Promise<number> => {
  const store = await openCase(file);
  try {
    await printChanges(await documentNamed(store, a, file), await documentNamed(store, b, file), terminal);
    return 0;
  } finally {
    await store.close();
  }
};
