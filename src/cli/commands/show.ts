import type { CaseStore, CaseView } from '../../backchannel.ts';
import { BackchannelError, CASE_LISTS, type Case, type CaseList } from '../../model/index.ts';
import { plain, plainCell } from '../plain.ts';
import { renderItem } from '../show-item.ts';
import { listTable, type NameOf } from '../show-lists.ts';
import { renderTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';

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

/** Names for the ids that rows hold: entities, documents and origins. */
const namesOf = async (view: CaseView): Promise<NameOf> => {
  const names = new Map<string, string>();
  for await (const entity of view.items('entities')) names.set(entity.id, entity.name);
  for await (const origin of view.items('origins')) names.set(origin.id, origin.name);
  for await (const document of view.items('documents')) names.set(document.id, document.path);
  return (id) => names.get(id) ?? id;
};

const showOverview = async (view: CaseView, file: string, terminal: Terminal): Promise<void> => {
  const counts = await view.counts();
  const rows = CASE_LISTS.map((list) => [list, counts[list].toLocaleString('en')]);
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

const showList = async (view: CaseView, list: CaseList, terminal: Terminal): Promise<void> => {
  const nameOf = await namesOf(view);
  const table = listTable(list);
  const items: Case[CaseList][number][] = [];
  for await (const item of view.items(list)) items.push(item);
  const { order } = table;
  const rows = (order === undefined ? items : items.sort(order)).map((item) => table.cells(item, nameOf));
  if (rows.length === 0) await terminal.out(`There are no ${list} in this case.\n`);
  else await terminal.out(renderTable(table.columns, rows, terminal.width, bold(terminal)));
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

/** The items that a name means: by id; else those named exactly so; else those in whose names it occurs. */
const findItems = async (view: CaseView, list: CaseList, name: string): Promise<readonly Case[CaseList][number][]> => {
  const byId = await view.item(list, name);
  if (byId) return [byId];
  const wanted = fold(name);
  const exact: Case[CaseList][number][] = [];
  const partial: Case[CaseList][number][] = [];
  for await (const item of view.items(list)) {
    const known = handles(list, item).map(fold);
    if (known.includes(wanted)) exact.push(item);
    else if (wanted !== '' && known.some((handle) => handle.includes(wanted))) partial.push(item);
  }
  return exact.length > 0 ? exact : partial;
};

/** Rows elsewhere in the case that an entity has a part in, or that rest on a document. */
const RELATED: Partial<Record<CaseList, readonly CaseList[]>> = {
  entities: ['meetings', 'proposals', 'stances', 'deals', 'sanctions', 'waivers', 'ties', 'interests'],
  documents: ['claims'],
};

const showRelated = async (
  view: CaseView,
  list: CaseList,
  id: string,
  nameOf: NameOf,
  terminal: Terminal,
): Promise<void> => {
  const quoted = JSON.stringify(id);
  for (const related of RELATED[list] ?? []) {
    const table = listTable(related);
    const rows: (readonly string[])[] = [];
    for await (const item of view.items(related)) {
      const { evidence: _, ...own } = item;
      if (JSON.stringify(own).includes(quoted)) rows.push(table.cells(item, nameOf));
    }
    if (rows.length > 0)
      await terminal.out(
        `\n${bold(terminal)(related.toUpperCase())}\n${renderTable(table.columns, rows, terminal.width, (text) => text)}`,
      );
  }
};

const showClaims = async (
  view: CaseView,
  ids: readonly string[],
  nameOf: NameOf,
  terminal: Terminal,
): Promise<void> => {
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
    await terminal.out(renderItem(told, nameOf, terminal.width));
  }
};

const showItem = async (
  view: CaseView,
  list: CaseList,
  name: string,
  file: string,
  terminal: Terminal,
): Promise<void> => {
  const found = await findItems(view, list, name);
  const nameOf = await namesOf(view);
  const [item] = found;
  if (!item) {
    throw new BackchannelError('show/not-found', `Expected one of the ${list} by the name or id ${name}, found none.`, {
      next: `List them: backchannel show ${file} ${list}`,
    });
  }
  if (found.length > 1) {
    const table = listTable(list);
    const rows = found.map((one) => table.cells(one, nameOf));
    await terminal.out(`Several ${list} go by ${plain(name)}; name one by its id:\n\n`);
    await terminal.out(renderTable(table.columns, rows, terminal.width, bold(terminal)));
    return;
  }
  await terminal.out(renderItem(item, nameOf, terminal.width));
  await showRelated(view, list, item.id, nameOf, terminal);
  if (list === 'findings') {
    const { claims, denials } = item as Case['findings'][number];
    await showClaims(view, [...new Set([...claims, ...denials])], nameOf, terminal);
  }
};

const wrongWord = (word: string, file: string): BackchannelError =>
  new BackchannelError('cli/unknown-list', `Expected a list or what one of it is called, found ${word}.`, {
    next: `Lists: ${CASE_LISTS.join(', ')}. One item: backchannel show ${file} entity NAME`,
  });

/** `show FILE`, `show FILE LIST`, `show FILE entity NAME` and the like. */
export const showCommand = async (
  file: string,
  what: string | undefined,
  name: string | undefined,
  terminal: Terminal,
): Promise<number> => {
  const word = what?.toLowerCase();
  const one = word === undefined ? undefined : SINGULAR[word];
  const list = word !== undefined && isList(word) ? word : one;
  // Wrong words are told before a case is opened, which may take a while.
  if (word !== undefined && list === undefined) throw wrongWord(word, file);
  if (one !== undefined && one === list && word !== list && name === undefined && word !== undefined) {
    throw new BackchannelError('cli/usage', `Expected a name or id after ${word}, found none.`, {
      next: `Try: backchannel show ${file} ${list}`,
    });
  }
  await withCase(file, terminal, async (view: CaseView, _store: CaseStore) => {
    if (list === undefined) return showOverview(view, file, terminal);
    return name === undefined ? showList(view, list, terminal) : showItem(view, list, name, file, terminal);
  });
  return 0;
};
