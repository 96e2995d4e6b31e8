import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseView } from '../../backchannel.ts';
import { BackchannelError, type CaseDecision, type Entity } from '../../model/index.ts';
import {
  type Asked,
  type Candidate,
  type IndexedList,
  indexLists,
  isIndexFile,
  LIST_FORMATS,
  ListIndex,
  type Screened,
  screen,
} from '../../screen/index.ts';
import { countryOf, type NameType } from '../../text/index.ts';
import { plain, plainCell } from '../plain.ts';
import { shareLine } from '../progress-bar.ts';
import { readAsked } from '../screen-rows.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';

/** Refused records that are named one by one; of more the number is told. */
const MOST_NAMED = 20;
const BAR_EVERY_MS = 200;

const count = (number: number, what: string): string => `${number.toLocaleString('en')} ${what}`;

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

const TYPES: Partial<Readonly<Record<Entity['type'], NameType>>> = {
  person: 'person',
  organization: 'organization',
  publicBody: 'publicBody',
  asset: 'vessel',
};

/** Who of a case could be on a list: people, bodies and things that go by a name. */
const askedOf = (entity: Entity): Asked | null => {
  const type = TYPES[entity.type];
  const names = [...new Set([entity.name, ...entity.names.map(({ text }) => text)])];
  if (type === undefined || entity.names.length === 0) return null;
  const countries = [...new Set(entity.sides.flatMap((side) => countryOf(side) ?? []))].map((code) =>
    code.toUpperCase(),
  );
  return { names, type, birthDates: [], countries };
};

const judgedBy = (decisions: readonly CaseDecision[], entity: string, ref: string): readonly CaseDecision[] =>
  decisions.filter(
    ({ subjects, items, state }) =>
      (state === 'standing' || state === 'disagreed') &&
      items.includes(entity) &&
      subjects.some((subject) => subject.kind === 'listed' && subject.entry === ref),
  );

const sayCandidate = (one: Candidate, judged: readonly CaseDecision[], toJudge: string): string => {
  const { entry, list, listed, asked, score, reasons } = one;
  const verdict =
    judged.length === 0
      ? 'candidate, not judged'
      : judged
          .map(
            ({ kind, by, at, why }) => `judged ${kind} by ${by} on ${at.slice(0, 10)}${why === null ? '' : `: ${why}`}`,
          )
          .join('; ');
  const facts = [
    entry.schema,
    ...(entry.birthDates.length > 0 ? [`born ${entry.birthDates.join(' or ')}`] : []),
    ...(entry.countries.length > 0 ? [entry.countries.join(', ')] : []),
    ...(entry.listed === null ? [] : [`listed ${entry.listed}`]),
    ...entry.programs,
  ];
  return [
    `  ${score.toFixed(2)}  ${plainCell(entry.names[0]?.text ?? '')}  [${plain(entry.ref)}]  ${plainCell(verdict)}`,
    `        ${plainCell(facts.join('; '))}`,
    `        ${plainCell(`“${asked}” and “${listed.text}”: ${reasons.map(({ text, effect }) => (effect === 'for' ? text : `${effect}: ${text}`)).join('; ')}`)}`,
    `        ${plainCell(`in ${list.file} of ${list.published ?? 'an unknown date'}`)}`,
    ...(judged.length > 0 || toJudge === '' ? [] : [`        judge it: ${plainCell(toJudge)}`]),
  ].join('\n');
};

const asJson = (
  who: object,
  { candidates, more }: Screened,
  judged: (ref: string) => readonly CaseDecision[],
): string =>
  `${JSON.stringify({
    ...who,
    candidates: candidates.map(({ entry, list, asked, listed, nameScore, score, verdict, reasons }) => ({
      ref: entry.ref,
      list: { file: list.file, format: list.format, published: list.published },
      score,
      nameScore,
      verdict,
      asked,
      listed: listed.text,
      reasons,
      entry,
      decisions: judged(entry.ref).map(({ id, kind, by, at, why }) => ({ id, kind, by, at, why })),
    })),
    more,
  })}\n`;

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

const sayScreened = (
  name: string,
  about: string,
  { candidates, more }: Screened,
  judged: (ref: string) => readonly CaseDecision[],
  command: string,
): string =>
  [
    `${plainCell(name)}${about}`,
    ...candidates.map((one) =>
      sayCandidate(
        one,
        judged(one.entry.ref),
        command === ''
          ? ''
          : `${command} "list:${one.entry.ref} (${(one.entry.names[0]?.text ?? '').replaceAll('"', '')})"`,
      ),
    ),
    ...(more > 0 ? [`  … and ${count(more, 'more')} (see them with --most)`] : []),
    '',
    '',
  ].join('\n');

const summary = (asked: number, what: string, found: number): string =>
  `${count(asked, what)} asked for, ${count(found, 'with candidates')}. A candidate is a name to check, no finding: nobody is on a list until somebody judges so.\n`;

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
