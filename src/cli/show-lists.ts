import type { Case, CaseList, Subject } from '../model/index.ts';
import { byRest } from '../weigh/index.ts';
import { plainCell } from './plain.ts';
import type { Column } from './table.ts';

/** Gives the name of an entity, the path of a document, the name of an origin; the id itself where it is none. */
export type NameOf = (id: string) => string;

/** How a list is shown: its columns and the cells of an item. */
export interface ListTable<List extends CaseList> {
  readonly columns: readonly Column[];
  cells(item: Case[List][number], nameOf: NameOf): readonly string[];
  /** Where another order than that of the ids is of more use. */
  readonly order?: (a: Case[List][number], b: Case[List][number]) => number;
}

const fixed = (title: string): Column => ({ title, fixed: true });
const free = (title: string): Column => ({ title });

const names = (ids: readonly string[], nameOf: NameOf): string => ids.map(nameOf).join(', ');
const orDash = (text: string | null | undefined): string =>
  text === null || text === undefined || text === '' ? '–' : text;
/** The folder is the same for most and makes tables hard to read; `documents` has it. */
const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** The words that a row rests on, where its own fields say little. */
const words = (text: string | undefined): string => (text === undefined ? '–' : `“${text}”`);

/** Somebody who is only described. */
const aside = (text: string): string => `(${text})`;

/** A row that some deny says so; one that all deny has that for its status. */
const disputed = ({ status, denials }: { readonly status: string; readonly denials: readonly string[] }): string =>
  denials.length > 0 && status !== 'denied' ? ', disputed' : '';

const sayRemoval = (one: Case['sanctions'][number]['removal'][number], nameOf: NameOf): string =>
  [
    `${one.denials.length === one.claims.length ? 'denied: ' : ''}${one.status}`,
    ...(one.by.length === 0 ? [] : [`by ${names(one.by, nameOf)}`]),
    ...(one.date === null ? [] : [one.date]),
  ].join(' ');

const withUnnamed = (
  waiver: Case['waivers'][number],
  role: Case['waivers'][number]['unnamed'][number]['role'],
  ids: readonly string[],
  nameOf: NameOf,
): string =>
  [...ids.map(nameOf), ...waiver.unnamed.filter((one) => one.role === role).map(({ text }) => aside(text))].join(', ');

/** What a decision is about, in a line. */
const sayDecided = (subject: Subject, nameOf: NameOf): string => {
  switch (subject.kind) {
    case 'mention':
      return `${words(subject.evidence.quote)} (${fileName(nameOf(subject.evidence.document))})`;
    case 'claim':
      return `${subject.type} ${words(subject.evidence.quote)} (${fileName(nameOf(subject.evidence.document))})`;
    case 'source':
      return subject.name;
    case 'document':
      return fileName(nameOf(subject.document));
    case 'decision':
      return subject.decision;
  }
};

/** Both axes side by side, never as one figure: how reliable those are who say so ("B, F"), how credible the thing is. */
const gradesOf = ({ sourceReliability, informationCredibility }: Case['findings'][number]): string =>
  `${[...new Set(sourceReliability.map(({ grade }) => grade))].sort().join(',') || 'F'} ${informationCredibility.grade}`;

const TABLES: { readonly [List in CaseList]: ListTable<List> } = {
  documents: {
    columns: [fixed('id'), free('path'), free('outlet'), fixed('published'), free('title'), free('origins')],
    cells: (d, nameOf) => [
      d.id,
      d.path,
      orDash(d.outlet),
      orDash(d.published),
      orDash(d.title),
      names(d.origins, nameOf) || 'unknown',
    ],
  },
  origins: {
    columns: [fixed('id'), free('origin'), fixed('kind'), fixed('form'), fixed('documents'), free('why')],
    cells: (o) => [o.id, o.name, o.kind, o.form, String(o.documents.length), o.reasons.join('; ')],
  },
  entities: {
    columns: [fixed('id'), fixed('type'), free('name'), free('also'), free('roles'), fixed('docs')],
    cells: (e) => [
      e.id,
      e.type,
      e.name,
      orDash(
        e.names
          .map((name) => name.text)
          .filter((text) => text !== e.name)
          .join(', '),
      ),
      orDash(e.roles.map((role) => role.text).join('; ')),
      String(new Set([...e.names, ...e.descriptions].flatMap((name) => name.documents)).size),
    ],
  },
  meetings: {
    columns: [
      fixed('id'),
      fixed('kind'),
      fixed('status'),
      fixed('date'),
      free('participants'),
      free('place'),
      fixed('channel'),
    ],
    cells: (m, nameOf) => [
      m.id,
      m.kind,
      m.status,
      orDash(m.date),
      orDash([...m.participants.map(nameOf), ...m.unnamed.map((text) => `(${text})`)].join(', ')),
      orDash(m.place),
      orDash(m.channel),
    ],
  },
  proposals: {
    columns: [fixed('id'), free('proposal'), fixed('points'), free('by'), free('to'), fixed('versions')],
    cells: (p, nameOf) => [
      p.id,
      p.name,
      orDash(p.points.join(' or ')),
      orDash(names(p.by, nameOf)),
      orDash(names(p.to, nameOf)),
      String(p.versions.length),
    ],
  },
  stances: {
    columns: [fixed('id'), free('party'), fixed('stance'), free('about'), fixed('date')],
    cells: (s, nameOf) => [s.id, nameOf(s.party), s.stance, s.about, orDash(s.date)],
  },
  deals: {
    columns: [fixed('id'), free('parties'), free('asset'), fixed('stage'), free('amount'), free('conditions')],
    cells: (d, nameOf) => [
      d.id,
      orDash(names(d.parties, nameOf)),
      orDash(d.asset),
      orDash(d.stage),
      orDash(d.amounts.map(({ text, of }) => (of === null ? text : `${text} (${of})`)).join(' / ')),
      orDash(d.conditions.map((condition) => condition.text).join('; ')),
    ],
  },
  conditions: {
    columns: [
      fixed('id'),
      free('condition'),
      fixed('form'),
      free('by'),
      fixed('status'),
      free('hangs on it'),
      free('hangs itself on'),
    ],
    cells: (c, nameOf) => [
      c.id,
      c.text,
      c.form,
      orDash(c.by.map(({ text, entity }) => (entity === null ? text : nameOf(entity))).join(', ')),
      c.status,
      orDash([...c.deals, ...c.rows].join(', ')),
      orDash(names(c.needs, nameOf)),
    ],
  },
  money: {
    columns: [fixed('id'), free('sum'), free('of'), free('from'), free('to'), free('deal')],
    cells: (m, nameOf) => [
      m.id,
      m.text,
      orDash(m.of),
      orDash(names(m.from, nameOf)),
      orDash(names(m.to, nameOf)),
      orDash(m.deal),
    ],
  },
  sanctions: {
    columns: [
      fixed('id'),
      free('target'),
      free('by'),
      fixed('status'),
      fixed('since'),
      fixed('until'),
      free('reason'),
      free('removal'),
    ],
    cells: (s, nameOf) => [
      s.id,
      nameOf(s.target),
      orDash([...(s.by === null ? s.alsoBy : [s.by, ...s.alsoBy]).map(nameOf), ...s.unnamedBy.map(aside)].join(', ')),
      `${s.status}${s.form === 'implied' ? ' (implied)' : ''}${disputed(s)}`,
      orDash(s.date),
      orDash(s.until),
      orDash(s.reason),
      orDash(s.removal.map((one) => sayRemoval(one, nameOf)).join('; ')),
    ],
  },
  waivers: {
    columns: [
      fixed('id'),
      free('for'),
      fixed('status'),
      free('asked by'),
      free('granted by'),
      free('directed by'),
      free('hesitated'),
      free('purpose'),
      fixed('date'),
      fixed('until'),
    ],
    cells: (w, nameOf) => [
      w.id,
      w.for === null ? orDash(w.forWords === null ? null : aside(w.forWords)) : nameOf(w.for),
      `${w.status}${disputed(w)}`,
      orDash(withUnnamed(w, 'requester', w.askedBy, nameOf)),
      orDash(withUnnamed(w, 'authority', w.status === 'refused' ? w.refusedBy : w.grantedBy, nameOf)),
      orDash(withUnnamed(w, 'director', w.directedBy, nameOf)),
      orDash(w.hesitant.map(({ who }) => (who.entity === null ? aside(who.text) : nameOf(who.entity))).join(', ')),
      orDash(w.purpose),
      orDash(w.date),
      orDash(w.until ?? w.duration),
    ],
  },
  ties: {
    columns: [fixed('id'), fixed('kind'), free('from'), free('to'), free('words'), fixed('polarity')],
    cells: (t, nameOf) => [t.id, t.kind, nameOf(t.from), nameOf(t.to), t.words, t.polarity],
  },
  claims: {
    columns: [fixed('id'), fixed('type'), free('claim'), free('chain'), free('document')],
    cells: (c, nameOf) => [
      c.id,
      c.type,
      `${c.text}${c.polarity === 'negative' ? ' [denied]' : ''}${c.certainty === 'certain' ? '' : ` [${c.certainty}]`}`,
      orDash(c.chain.map((link) => link.name).join(' → ')),
      fileName(nameOf(c.document)),
    ],
  },
  findings: {
    columns: [
      fixed('id'),
      fixed('status'),
      free('finding'),
      fixed('claims'),
      fixed('weight'),
      fixed('grade'),
      free('origins'),
    ],
    cells: (f, nameOf) => [
      f.id,
      f.status,
      f.text,
      String(f.claims.length),
      String(f.weight.total),
      gradesOf(f),
      orDash(names(f.origins, nameOf)),
    ],
  },
  contradictions: {
    columns: [fixed('id'), fixed('kind'), free('about'), free('values')],
    cells: (c, nameOf) => [
      c.id,
      c.kind,
      c.about,
      c.values.map((v) => `${v.value} (${names(v.origins, nameOf) || 'origin unknown'})`).join(' / '),
    ],
  },
  interests: {
    columns: [fixed('id'), free('negotiator'), free('gains'), free('deal'), fixed('hops'), fixed('against')],
    cells: (i, nameOf) => [
      i.id,
      nameOf(i.negotiator),
      nameOf(i.gains),
      words(i.evidence[0]?.quote),
      String(i.path.length),
      String(i.against.length),
    ],
  },
  gaps: {
    columns: [fixed('id'), fixed('rests'), fixed('kind'), free('gap'), free('what would close it')],
    cells: (g) => [g.id, String(g.rests), g.kind, g.text, g.closes],
    order: byRest,
  },
  hypotheses: {
    columns: [
      fixed('id'),
      fixed('rank'),
      fixed('inconsistency'),
      fixed('corroborated'),
      free('hypothesis'),
      fixed('rows'),
      fixed('by'),
    ],
    cells: (h) => [
      h.id,
      String(h.rank),
      String(h.inconsistency),
      String(h.corroborated),
      h.text,
      String(h.cells.length),
      h.by,
    ],
    order: (a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1),
  },
  decisions: {
    columns: [fixed('id'), fixed('when'), fixed('by'), fixed('kind'), free('about'), free('why'), free('state')],
    cells: (d, nameOf) => [
      d.id,
      d.at.slice(0, 16).replace('T', ' '),
      d.by,
      d.kind,
      [...d.subjects.map((subject) => sayDecided(subject, nameOf)), ...(d.value === null ? [] : [d.value])].join(' | '),
      orDash(d.why),
      [d.state, ...d.reasons].join('; '),
    ],
  },
};

/** The table of a list: headings and the cells of each item, safe to print. */
export const listTable = <List extends CaseList>(list: List): ListTable<List> => {
  const table: ListTable<List> = TABLES[list];
  return {
    columns: table.columns,
    cells: (item, nameOf) => table.cells(item, nameOf).map((cell) => plainCell(cell)),
    ...(table.order === undefined ? {} : { order: table.order }),
  };
};
