import { type CaseStore, type CaseView, ledgersOf, openCase } from '../../backchannel.ts';
import {
  type Anchor,
  BackchannelError,
  CASE_LISTS,
  type Case,
  type CaseList,
  LEDGERS,
  type LedgerDefinitions,
} from '../../model/index.ts';
import { sayDisagreement, sayPlace, sayUnread } from '../../publish/index.ts';
import { plain, plainCell } from '../plain.ts';
import { showNotices } from '../say-notice.ts';
import { type Names, renderItem } from '../show-item.ts';
import { fixShort, type ListTable, listTable, type NameOf } from '../show-lists.ts';
import { renderMatrix } from '../show-matrix.ts';
import { renderTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';
import { isPageWord, showPages } from './pages.ts';

/** What one item of a list is called on the command line. */
const SINGULAR: Readonly<Record<string, CaseList>> = {
  document: 'documents',
  origin: 'origins',
  entity: 'entities',
  meeting: 'meetings',
  proposal: 'proposals',
  stance: 'stances',
  deal: 'deals',
  condition: 'conditions',
  sum: 'money',
  sanction: 'sanctions',
  waiver: 'waivers',
  tie: 'ties',
  table: 'tables',
  claim: 'claims',
  finding: 'findings',
  contradiction: 'contradictions',
  interest: 'interests',
  gap: 'gaps',
  hypothesis: 'hypotheses',
  decision: 'decisions',
};

const isList = (word: string): word is CaseList => (CASE_LISTS as readonly string[]).includes(word);

const bold = (terminal: Terminal) => (text: string) => (terminal.hasColour ? `\u001b[1m${text}\u001b[22m` : text);

/** What is shown, and how. */
interface Shown {
  readonly view: CaseView;
  readonly ledgers: LedgerDefinitions;
  readonly nameOf: NameOf;
  readonly store: CaseStore;
  readonly terminal: Terminal;
}

/** Names for the ids that rows hold: entities, documents, origins, and rows that have words of their own. */
const namesOf = async (view: CaseView): Promise<NameOf> => {
  const names = new Map<string, string>();
  for await (const entity of view.items('entities')) names.set(entity.id, entity.name);
  for await (const origin of view.items('origins')) names.set(origin.id, origin.name);
  for await (const document of view.items('documents')) names.set(document.id, document.path);
  for await (const { id, asset, parties } of view.items('deals'))
    names.set(
      id,
      [parties.map((party) => names.get(party) ?? party).join(', '), asset ?? ''].filter(Boolean).join(': '),
    );
  for await (const { id, text } of view.items('conditions')) names.set(id, text);
  for await (const { id, name, clauses } of view.items('proposals')) {
    names.set(id, name);
    for (const clause of clauses) names.set(clause.id, clause.text);
  }
  const nameOf = (id: string): string => names.get(id) || id;
  for await (const { id, target } of view.items('sanctions')) names.set(id, `sanctions on ${nameOf(target)}`);
  for await (const row of view.items('waivers'))
    names.set(row.id, `waiver for ${row.for === null ? 'somebody not named' : nameOf(row.for)}`);
  for await (const { id, party, stance, about } of view.items('stances'))
    names.set(id, `${nameOf(party)}: ${stance} ${about}`);
  return nameOf;
};

const showOverview = async (
  view: CaseView,
  ledgers: LedgerDefinitions,
  file: string,
  terminal: Terminal,
): Promise<void> => {
  const counts = await view.counts();
  const rows: (readonly string[])[] = [];
  for (const list of CASE_LISTS) {
    const own = list === 'tables' ? ownLedgers(ledgers) : [];
    // Rows of ledgers of the beat's own are counted under the names of those.
    if (list !== 'tables' || counts.tables > 0) rows.push([list, counts[list].toLocaleString('en')]);
    for (const [name, types] of own) {
      let count = 0;
      for await (const { type } of view.items('tables')) if (types.has(type)) count++;
      rows.push([`  ${name}`, count.toLocaleString('en')]);
    }
  }
  const table = renderTable(
    [
      { title: 'list', fixed: true },
      { title: 'items', fixed: true },
    ],
    rows,
    terminal.width,
    bold(terminal),
  );
  await terminal.out(`${plain(file)}\n\n${table}\n`);
  await terminal.out(`Next: backchannel show ${plain(file)} findings\n`);
};

/** The ledgers that the beat brings with it, by name, with the frame types that each lists. */
const ownLedgers = (ledgers: LedgerDefinitions): readonly (readonly [string, ReadonlySet<string>])[] =>
  Object.entries(ledgers).flatMap(([name, { of }]) => (of === undefined ? [] : [[name, new Set(of)] as const]));

const printRows = async <List extends CaseList>(
  table: ListTable<List>,
  items: readonly Case[List][number][],
  { nameOf, terminal }: Shown,
  emphasis: (text: string) => string = bold(terminal),
): Promise<void> => {
  const rows = items.map((item) => table.cells(item, nameOf));
  await terminal.out(renderTable(fixShort(table.columns, rows), rows, terminal.width, emphasis));
};

/** @param own Name of a ledger of the beat's own, of whose frames alone the rows are. */
const showList = async (shown: Shown, list: CaseList, own: string | null): Promise<void> => {
  const { view, ledgers, terminal } = shown;
  const types = own === null ? null : new Set(ledgers[own]?.of);
  const items: Case[CaseList][number][] = [];
  for await (const item of view.items(list))
    if (types === null || ('type' in item && types.has(item.type))) items.push(item);
  const table = listTable(list, ledgers, items, own ?? list);
  if (items.length === 0) await terminal.out(`There are no ${own ?? list} in this case.\n`);
  else await printRows(table, table.order === undefined ? items : items.sort(table.order), shown);
  const unread =
    list === 'documents' ? sayUnread((items as Case['documents'][number][]).map((item) => item.unread)) : null;
  if (unread !== null) await terminal.out(`${unread}\n`);
};

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** What an item may be asked for by, besides its id. */
const handles = (list: CaseList, item: Case[CaseList][number]): readonly string[] => {
  if (list === 'entities')
    return [
      (item as Case['entities'][number]).name,
      ...(item as Case['entities'][number]).names.map((name) => name.text),
    ];
  if (list === 'documents') {
    const { paths, title, outlet } = item as Case['documents'][number];
    return [...paths, ...paths.map((path) => path.slice(path.lastIndexOf('/') + 1)), title ?? '', outlet ?? ''].filter(
      (text) => text !== '',
    );
  }
  return 'name' in item ? [item.name] : [];
};

/** What points at other things, or is quoted from a text, is not what a row says. */
const UNSAID: ReadonlySet<string> = new Set(['id', 'claims', 'denials', 'finding', 'evidence', 'origins']);

/** All words of a row of a ledger: who, where, when, what, with ids named. */
const wordsIn = (value: unknown, nameOf: NameOf): readonly string[] => {
  if (typeof value === 'string') return [nameOf(value)];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => wordsIn(one, nameOf));
  return Object.entries(value).flatMap(([key, field]) => (UNSAID.has(key) ? [] : wordsIn(field, nameOf)));
};

/**
 * The items that a name means: by id; else those named exactly so; else those in whose names it occurs; of a ledger else the
 * rows that have all the words ("meeting Hale Lorne").
 */
const findItems = async (
  view: CaseView,
  list: CaseList,
  name: string,
  nameOf: NameOf,
): Promise<readonly Case[CaseList][number][]> => {
  const byId = await view.item(list, name);
  if (byId) return [byId];
  const wanted = fold(name);
  const exact: Case[CaseList][number][] = [];
  const partial: Case[CaseList][number][] = [];
  const worded: Case[CaseList][number][] = [];
  const isLedger = (LEDGERS as readonly string[]).includes(list);
  const asked = wanted.split(' ').filter((word) => word !== '');
  for await (const item of view.items(list)) {
    const known = handles(list, item).map(fold);
    if (known.includes(wanted)) exact.push(item);
    else if (wanted !== '' && known.some((handle) => handle.includes(wanted))) partial.push(item);
    else if (isLedger && asked.length > 0) {
      const words = fold(wordsIn(item, nameOf).join(' '));
      if (asked.every((word) => words.includes(word))) worded.push(item);
    }
  }
  return [exact, partial, worded].find((found) => found.length > 0) ?? [];
};

/** Rows elsewhere in the case that an entity has a part in, or that rest on a document. */
const RELATED: Partial<Record<CaseList, readonly CaseList[]>> = {
  entities: LEDGERS,
  documents: ['claims'],
};

const showRelated = async (shown: Shown, list: CaseList, id: string): Promise<void> => {
  const quoted = JSON.stringify(id);
  for (const related of RELATED[list] ?? []) {
    const items: Case[CaseList][number][] = [];
    for await (const item of shown.view.items(related)) {
      const { evidence: _, ...own } = item;
      if (JSON.stringify(own).includes(quoted)) items.push(item);
    }
    if (items.length === 0) continue;
    await shown.terminal.out(`\n${bold(shown.terminal)(related.toUpperCase())}\n`);
    await printRows(listTable(related, shown.ledgers, items), items, shown, (text) => text);
  }
};

/** Where the quotes of an item stand in the files that their documents came in as. */
const placesOf = async (store: CaseStore, item: object): Promise<Names['placeOf']> => {
  const anchors = new Map<string, readonly Anchor[]>();
  const documents = JSON.stringify(item).matchAll(/"document":"([^"]+)"/g);
  for (const [, id = ''] of documents)
    if (!anchors.has(id)) anchors.set(id, (await store.document(id).catch(() => null))?.anchors ?? []);
  return ({ document, start, end }) => sayPlace(anchors.get(document) ?? [], start, end);
};

const showClaims = async ({ view, nameOf, terminal, store }: Shown, ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    const claim = await view.item('claims', id);
    if (!claim) continue;
    await terminal.out(`\n${bold(terminal)(`CLAIM ${id}`)}\n${plainCell(claim.text)}\n`);
    const { document, chain, polarity, certainty, tense, date, dateWords, conditions, evidence } = claim;
    const told = {
      document,
      chain: chain.map((link) => link.name).join(' → '),
      polarity,
      certainty,
      tense,
      date,
      dateWords,
      conditions,
      evidence,
    };
    await terminal.out(renderItem(told, { nameOf, placeOf: await placesOf(store, told) }, terminal.width));
  }
};

const showItem = async (shown: Shown, list: CaseList, name: string, file: string): Promise<void> => {
  const { view, nameOf, terminal, ledgers } = shown;
  const found = await findItems(view, list, name, nameOf);
  const [item] = found;
  if (!item) {
    throw new BackchannelError('show/not-found', `Expected one of the ${list} by the name or id ${name}, found none.`, {
      next: `List them: backchannel show ${file} ${list}`,
    });
  }
  if (found.length > 1) {
    await terminal.out(`Several ${list} go by ${plain(name)}; name one by its id:\n\n`);
    await printRows(listTable(list, ledgers, found), found, shown);
    return;
  }
  const told = 'stated' in item ? { ...item, stated: item.stated.map(sayDisagreement) } : item;
  await terminal.out(renderItem(told, { nameOf, placeOf: await placesOf(shown.store, item) }, terminal.width));
  await showRelated(shown, list, item.id);
  if (list === 'findings') {
    const { claims, denials } = item as Case['findings'][number];
    await showClaims(shown, [...new Set([...claims, ...denials])]);
  }
};

const wrongWord = (word: string, file: string, own: readonly string[] = []): BackchannelError =>
  new BackchannelError('cli/unknown-list', `Expected a list or what one of it is called, found ${word}.`, {
    next: `Lists: ${[...CASE_LISTS, ...own].join(', ')}, matrix, and of pages captures, versions and changes. One item: backchannel show ${file} entity NAME`,
  });

/** The ledgers that the beat of a case brings with it, without deriving the case; none where there is no case. */
const ownNames = async (file: string): Promise<readonly string[]> => {
  const store = await openCase(file).catch(() => null);
  if (store === null) return [];
  try {
    return ownLedgers(await ledgersOf(store)).map(([name]) => name);
  } finally {
    await store.close();
  }
};

/** Who takes which view of what: plans and clauses down, parties across. */
const showMatrix = async (view: CaseView, nameOf: NameOf, terminal: Terminal): Promise<void> => {
  const [proposals, stances]: [Case['proposals'][number][], Case['stances'][number][]] = [[], []];
  for await (const item of view.items('proposals')) proposals.push(item);
  for await (const item of view.items('stances')) stances.push(item);
  const matrix = renderMatrix(proposals, stances, nameOf, terminal.width, bold(terminal));
  await terminal.out(matrix === '' ? 'Nobody takes a view of anything in this case.\n' : matrix);
};

/** `show FILE`, `show FILE LIST`, `show FILE entity NAME` and the like. */
export const showCommand = async (
  file: string,
  what: string | undefined,
  name: string | undefined,
  terminal: Terminal,
): Promise<number> => {
  const word = what?.toLowerCase();
  if (word !== undefined && isPageWord(word)) return showPages(file, word, name, terminal);
  if (word === 'notices' && name === undefined) return showNotices(file, terminal);
  if (word === 'matrix' && name === undefined) {
    await withCase(file, terminal, async (view) => showMatrix(view, await namesOf(view), terminal));
    return 0;
  }
  const one = word === undefined ? undefined : SINGULAR[word];
  const builtIn = word !== undefined && isList(word) ? word : one;
  let own: string | null = null;
  if (word !== undefined && builtIn === undefined) {
    // Wrong words are told before a case is derived, which may take a while.
    const names = await ownNames(file);
    if (!names.includes(word)) throw wrongWord(word, file, names);
    own = word;
  }
  const list = own === null ? builtIn : 'tables';
  if (one !== undefined && one === list && word !== list && name === undefined && word !== undefined) {
    throw new BackchannelError('cli/usage', `Expected a name or id after ${word}, found none.`, {
      next: `Try: backchannel show ${file} ${list}`,
    });
  }
  await withCase(file, terminal, async (view: CaseView, store: CaseStore) => {
    const ledgers = await ledgersOf(store);
    if (list === undefined) return showOverview(view, ledgers, file, terminal);
    const shown = { view, ledgers, nameOf: await namesOf(view), terminal, store };
    return name === undefined ? showList(shown, list, own) : showItem(shown, list, name, file);
  });
  return 0;
};
