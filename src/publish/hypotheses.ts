import { matrixOf } from '../weigh/index.ts';
import type { Block, Cell, Section, Sentence } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { sayDatesIn } from './say-date.ts';
import { capital, counted, oneLine } from './words.ts';

/** What speaks against each hypothesis, and what was held against all of them side by side; null where nobody supposed any. */
export const hypotheses = (lookup: CaseLookup, book: NoteBook): Section | null => {
  const at = new Map(lookup.case.decisions.map((decision) => [decision.id, decision.at]));
  const all = [...lookup.case.hypotheses].sort((a, b) => {
    const [one, other] = [at.get(a.decision) ?? '', at.get(b.decision) ?? ''];
    return one < other ? -1 : one > other ? 1 : a.decision < b.decision ? -1 : 1;
  });
  if (all.length === 0) return null;
  const labels = new Map(all.map(({ id }, index) => [id, `H${index + 1}`]));
  const ranked = [...all].sort(
    (a, b) => a.rank - b.rank || ((labels.get(a.id) ?? '') < (labels.get(b.id) ?? '') ? -1 : 1),
  );
  const rows = matrixOf(all);
  const [top] = rows;
  const said = ranked.map((one): { readonly text: string; readonly quotes: typeof one.evidence } => {
    const of = one.corroborated === one.inconsistency ? 'all' : String(one.corroborated);
    const sum = one.cells
      .filter(({ score }) => score > 0)
      .map(({ weight, value }) => `${value === 'II' ? '2 × ' : ''}${weight}`);
    const worth =
      one.inconsistency === 0
        ? 'nothing that weighs was held to speak against it'
        : `inconsistency ${one.inconsistency}${sum.length > 1 || sum[0] !== String(one.inconsistency) ? ` = ${sum.join(' + ')}` : ''}, ${of} of it on two or more independent voices`;
    const without =
      one.without === null || top === undefined
        ? ''
        : ` Without “${short(top.text)}”: ${one.without.inconsistency}, in place ${one.without.rank}.`;
    return {
      text: `${labels.get(one.id) ?? ''}: ${capital(oneLine(one.text)).replace(/[.]$/, '')}. In place ${one.rank}: ${worth}.${without}`,
      quotes: one.evidence,
    };
  });
  const noted = said.flatMap(({ text, quotes }): readonly Sentence[] => {
    const notes = book.ofPlaces(quotes);
    return notes === null ? [] : [{ text, notes }];
  });
  const bare = said.filter(({ quotes }) => quotes.length === 0).map(({ text }) => text);
  const { shown, more } = cut(rows, LIMITS.rows, 'hypotheses');
  const cells = shown.flatMap((row): readonly (readonly Cell[])[] => {
    const notes = book.ofClaims(lookup.claimsOf(row.claims));
    if (notes === null) return [];
    return [
      [
        [
          { text: sayDatesIn(oneLine(row.text)), notes },
          ...(row.isLinchpin ? [{ text: 'without it another would be least inconsistent', isAside: true }] : []),
        ],
        [
          { text: String(row.weight) },
          { text: row.voices === 0 ? 'no voice counted' : counted(row.voices, 'voice'), isAside: true },
        ],
        [
          {
            text:
              row.spread === null ? 'held against one only' : row.spread === 0 ? '0: says nothing' : String(row.spread),
          },
        ],
        ...all.map(({ id }): Cell => [{ text: row.values.get(id) ?? 'not held' }]),
      ],
    ];
  });
  const width = Math.floor(40 / all.length);
  const blocks: readonly Block[] = [
    ...(noted.length === 0
      ? []
      : [{ kind: 'list' as const, title: 'Least inconsistent first', origin: null, items: noted, more: null }]),
    ...(bare.length === 0
      ? []
      : [{ kind: 'names' as const, title: 'Nothing was held against', items: bare.map(oneLine), more: null }]),
    ...(cells.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: 'What was held against them',
            lead: 'CC very consistent, C consistent, N neutral, NA not applicable, I inconsistent, II very inconsistent. Spread: how far apart a row stands to the hypotheses. What drives the result comes first.',
            columns: ['What', 'Weight', 'Spread', ...all.map(({ id }) => labels.get(id) ?? '')],
            widths: [36, 12, 12, ...all.map(() => width)],
            rows: cells,
            isFolded: false,
            more,
          },
        ]),
  ];
  return {
    id: 'hypotheses',
    title: 'Hypotheses',
    lead: 'What analysts supposed, and held claims against. A row that is inconsistent with a hypothesis counts its weight, one that is very inconsistent twice; what fits proves nothing. After Heuer’s analysis of competing hypotheses and PARC’s ACH.',
    blocks,
  };
};

const short = (text: string): string => sayDatesIn(oneLine(text)).replace(/[.]$/, '');
