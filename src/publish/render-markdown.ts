import type { Stance } from '../model/index.ts';
import type { Block, Brief, CellLine, ChainLine, More, Note, Section, Sentence, Sum, TreeNode } from './brief.ts';
import { CONTRADICTION_WORDS } from './contradiction-words.ts';
import type { NoteRefs } from './note-refs.ts';
import { outline } from './outline.ts';
import { STANDING_MEANINGS, STANDING_WORDS, STANDINGS, type Standing } from './standing.ts';
import type { Timeline, TimelineItem } from './timeline.ts';
import { capital, counted, printable } from './words.ts';

/** Signs of standing for plain text: filled disc, half disc, circle, open diamond, crossed disc, struck circle. */
const SIGNS: Readonly<Record<Standing, string>> = {
  corroborated: '●',
  'single-origin': '◐',
  'unknown-origin': '○',
  disputed: '◇',
  denied: '⊘',
  corrected: '⊖',
};

/** Words out of a document as literal Markdown: nothing in them marks up, links or breaks a table. */
export const escapeMarkdown = (text: string): string => {
  return (
    printable(text)
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_{}[\]<>|~#&!^$]/g, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`))
      .replace(
        /^(\s*)([-+=]|\d+[.)])/,
        (_, space: string, sign: string) => `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
      )
      // An address would become a link by itself.
      .replace(/:\/\//g, ':\u200b//')
      .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\u200b.`)
  );
};
const e = escapeMarkdown;

/** Signs of a party's view: tick, cross, tick in brackets, bar. */
const STANCE_SIGNS: Readonly<Record<Stance['stance'], string>> = {
  accepts: '✓',
  rejects: '✗',
  'on-condition': '(✓)',
  silent: '–',
};

/** A quote may hold marks of direction, which are kept; an isolate around it ends what they begin. */
const verbatim = (quote: string): string =>
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/.test(quote)
    ? `\u2068${e(quote)}\u2069`
    : e(quote);

/** Sets a brief as Markdown with tables and footnotes as on GitHub. Ends with a newline. */
export const renderMarkdown = (brief: Brief): string => {
  const key = STANDINGS.map(
    (standing) => `- ${SIGNS[standing]} ${STANDING_WORDS[standing]}: ${STANDING_MEANINGS[standing]}`,
  );
  const lines = [
    `# ${e(brief.title)}`,
    e(brief.standsOn),
    key.join('\n'),
    ...brief.sections.map((section) => renderSection(section, brief)),
    '## Notes',
    'Quotes are to the letter but for line ends. Numbers in brackets say where a quote stands in the document’s stored text, \\[start–end) in UTF-16 code units; after them the chain it came by.',
    brief.notes.map(renderNote).join('\n'),
  ];
  return `${lines.filter((line) => line !== '').join('\n\n')}\n`;
};

const renderNote = (note: Note): string => {
  // A quote keeps its lines: a line end within a footnote is a backslash and an indented next line.
  const quote = note.quote
    .split(/[\r\n]+/)
    .map(verbatim)
    .join('\\\n    ');
  const [before, after] = [note.before, note.after].map((words) => (words === '' ? '' : e(words)));
  const around = before === '' && after === '' ? '' : ` (in: ${before}**${verbatim(note.quote)}**${after})`;
  return `[^${note.number}]: “${quote}”${around} — ${e(note.outlet)} · ${e(note.path)}${note.place === null ? '' : `, ${e(note.place)}`} · \\[${note.start}–${note.end}) · ${note.links.map(e).join(' → ')}`;
};

const renderSection = ({ title, lead, blocks }: Section, brief: Brief): string =>
  [`## ${e(title)}`, lead === null ? '' : e(lead), ...blocks.map((block) => renderBlock(block, brief))]
    .filter((part) => part !== '')
    .join('\n\n');

const refs = ({ numbers, more }: NoteRefs): string =>
  `${numbers.map((number) => `[^${number}]`).join('')}${more === 0 ? '' : ` (+${counted(more, 'more quote')})`}`;

const sentence = ({ text, notes }: Sentence): string => `${e(text)}${refs(notes)}`;

const moreLine = (more: More | null, { file }: Brief): string =>
  more === null ? '' : `and ${more.count.toLocaleString('en-GB')} more; backchannel show ${e(file)} ${more.ledger}`;

const chainLine = ({ links, speaks }: ChainLine): string =>
  `${speaks === 'against' ? 'against: ' : ''}${links.map(e).join(' → ')}`;

const chainItems = (chains: readonly ChainLine[], moreChains: number, indent = '  '): readonly string[] => [
  ...chains.map((chain) => `${indent}- ${chainLine(chain)}`),
  ...(moreChains === 0 ? [] : [`${indent}- and ${counted(moreChains, 'more way')}`]),
];

const sumLine = ({ head, lines, reliability }: Sum): string =>
  [`${head}: ${lines.join('; ') || 'nothing counts'}`, ...(reliability === '' ? [] : [reliability])].join('; ');

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

const renderBlock = (block: Block, brief: Brief): string => {
  switch (block.kind) {
    case 'plain':
      return e(block.text);
    case 'statements': {
      const items = block.items.map((item) =>
        [
          `- ${SIGNS[item.standing]} ${sentence(item)}`,
          `  - ${e(item.aside)}`,
          `  - ${e(sumLine(item.sum))}`,
          ...chainItems(item.chains, item.moreChains),
        ].join('\n'),
      );
      return joined(`### ${e(block.title)}`, items.join('\n'), moreLine(block.more, brief));
    }
    case 'timeline':
      return renderTimeline(block.timeline, brief);
    case 'contingency': {
      const items = outline(block.graph).map(({ node, form, depth, isAgain }) => {
        const kind = form === 'denotes' ? `that is, ${node.kind}` : node.kind;
        const details = [kind, node.aside, isAgain ? 'see above' : null].filter((one) => one !== null);
        return `${'  '.repeat(depth)}- ${sentence(node)} (${e(details.join(', '))})`;
      });
      return joined(`### ${e(block.title)}`, e(block.lead), items.join('\n'), moreLine(block.more, brief));
    }
    case 'table':
      return joined(
        `### ${e(block.title)}`,
        block.lead === null ? '' : e(block.lead),
        table(
          block.columns,
          block.rows.map((row) => row.map((cell) => cell.map(cellLine).join('<br>'))),
        ),
        moreLine(block.more, brief),
      );
    case 'patterns': {
      const items = block.items.map((item) =>
        [
          `- ${e(item.negotiator)}${item.hops.map((hop) => ` ${hop.isBackward ? '←' : '→'} *${sentence(hop)}* ${hop.isBackward ? '←' : '→'} ${e(hop.to)}`).join('')}`,
          ...item.hops.map(
            (hop) => `  - ${e(hop.text)}, ${e(hop.to)}: ${e(hop.aside)}${hop.isWeakest ? ' (weakest hop)' : ''}`,
          ),
          `  - gains from: ${sentence(item.deal)}`,
          `  - ${e(item.overlap)}`,
          ...(item.against.length === 0 ? ['  - Nothing in these documents speaks against it.'] : []),
          ...item.against.map((one) => `  - against: ${sentence(one)}`),
          ...(item.moreAgainst === 0 ? [] : [`  - and ${item.moreAgainst} more against`]),
        ].join('\n'),
      );
      return joined(`### ${e(block.title)}`, e(block.lead), items.join('\n'), moreLine(block.more, brief));
    }
    case 'disputes': {
      const names = new Map(brief.origins.map(({ id, name }) => [id, name]));
      const items = block.items.map(({ kind, about, sides }) =>
        joined(
          `### ${CONTRADICTION_WORDS[kind]}: ${e(about)}`,
          table(
            ['Said', 'By', 'Origins', 'Quotes'],
            sides.map((side) => [
              `${e(side.value)}${side.slip === null ? '' : `<br>Likely a slip: ${e(side.slip)}`}`,
              side.chains.map(chainLine).join('<br>'),
              side.origins.map((id) => e(names.get(id) ?? '')).join('<br>') || 'unknown',
              `${side.quotes.map((number) => `“${verbatim(brief.notes[number - 1]?.quote ?? '')}”[^${number}]`).join('<br>')}${side.moreQuotes === 0 ? '' : `<br>+${counted(side.moreQuotes, 'more quote')}`}`,
            ]),
          ),
        ),
      );
      return joined(...items, moreLine(block.more, brief));
    }
    case 'list':
      return joined(
        `### ${e(block.title)}`,
        block.lead === undefined ? '' : e(block.lead),
        block.items.map((item) => `- ${sentence(item)}`).join('\n'),
        moreLine(block.more, brief),
      );
    case 'names':
      return joined(
        `### ${e(block.title)}`,
        block.lead === undefined ? '' : e(block.lead),
        block.items.map((item) => `- ${e(item)}`).join('\n'),
        moreLine(block.more, brief),
      );
    case 'origins':
      return block.roots
        .map((root) =>
          [
            `- **${e(root.name)}**${root.notes === null ? '' : refs(root.notes)} (${e(root.details)})`,
            ...root.tree.flatMap((node) => treeLines(node, '  ')),
            ...(root.moreDocuments === 0
              ? []
              : [`  - ${moreLine({ count: root.moreDocuments, ledger: 'documents' }, brief)}`]),
          ].join('\n'),
        )
        .join('\n');
  }
};

const treeLines = ({ name, documents, children }: TreeNode, indent: string): readonly string[] => [
  `${indent}- ${e(name)}`,
  ...documents.map(
    ({ title, details, path, notes }) =>
      `${indent}  - ${e(title)}${notes === null ? '' : refs(notes)} (${e(details)}; ${e(path)})`,
  ),
  ...children.flatMap((child) => treeLines(child, `${indent}  `)),
];

const cellLine = (line: CellLine): string => {
  const sign = line.standing === undefined ? '' : `${SIGNS[line.standing]} `;
  const part = line.isPart === true ? '↳ ' : '';
  const view = line.stance === undefined ? '' : `${STANCE_SIGNS[line.stance]} `;
  const form = line.form === undefined ? '' : ` (${line.form})`;
  return `${part}${view}${sign}${e(line.text)}${form}${line.notes === undefined ? '' : refs(line.notes)}`;
};

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${columns.map(e).join(' | ')} |`,
    `|${columns.map(() => ' --- |').join('')}`,
    ...rows.map((row) => `| ${columns.map((_, index) => row[index] || ' ').join(' | ')} |`),
  ].join('\n');

const renderTimeline = ({ drawn, distant, undated, more }: Timeline, brief: Brief): string => {
  const rows = [...drawn, ...distant]
    .sort((a, b) => (a.start ?? a.end ?? 0) - (b.start ?? b.end ?? 0) || (a.id < b.id ? -1 : 1))
    .map(timeRow);
  return joined(
    rows.length === 0 ? '' : table(['When', 'What', 'Kind', 'Status', 'Standing'], rows),
    undated.length === 0
      ? ''
      : `### No date\n\n${undated.map((item) => `- ${sentence({ text: item.label, notes: item.notes })} (${[...item.words.map((words) => `“${e(words)}”`), e(item.lane), e(item.status)].join(', ')})`).join('\n')}`,
    ...more.map(({ lane, count, ledger }) => `${lane}: ${moreLine({ count, ledger }, brief)}`),
  );
};

const timeRow = (item: TimelineItem): readonly string[] => [
  [item.when ?? '', ...item.others.map(({ when }) => `others: ${when}`)].map(e).join('<br>'),
  sentence({ text: item.label, notes: item.notes }),
  item.lane,
  e(capital(item.status)),
  item.standing === null ? 'not weighed' : `${SIGNS[item.standing]} ${STANDING_WORDS[item.standing]}`,
];
