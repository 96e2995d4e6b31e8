import type {
  Block,
  Brief,
  Cell,
  CellLine,
  ChainLine,
  Dispute,
  More,
  Note,
  OriginTree,
  Pattern,
  PatternHop,
  Sentence,
  Side,
  Statement,
  Sum,
  TreeDocument,
  TreeNode,
} from './brief.ts';
import { CONTRADICTION_WORDS } from './contradiction-words.ts';
import { drawContingency } from './draw-contingency.ts';
import { drawTimeline } from './draw-timeline.ts';
import { escapeHtml } from './html-text.ts';
import { formHtml, markHtml, stanceHtml, swatchHtml } from './marks.ts';
import type { NoteRefs } from './note-refs.ts';
import { outline } from './outline.ts';
import { STANDING_WORDS } from './standing.ts';
import { LANES, type Timeline, type TimelineItem } from './timeline.ts';
import { counted } from './words.ts';

/** Sets the blocks of one brief, and remembers from where each note was called so that notes can lead back. */
export class BlockRenderer {
  readonly #file: string;
  readonly #notes: readonly Note[];
  readonly #origins: ReadonlyMap<string, { readonly rank: number; readonly name: string }>;
  readonly #calls = new Map<number, number>();

  constructor(brief: Brief) {
    this.#file = brief.file;
    this.#notes = brief.notes;
    this.#origins = new Map(brief.origins.map(({ id, name }, rank) => [id, { rank, name }]));
  }

  /** How often a note has been called so far. */
  calls(note: number): number {
    return this.#calls.get(note) ?? 0;
  }

  block(block: Block): string {
    switch (block.kind) {
      case 'plain':
        return `<p class="plain">${escapeHtml(block.text)}</p>`;
      case 'statements':
        return `${heading(block.title)}\n<ul class="statements">${block.items.map((item) => this.#statement(item)).join('\n')}</ul>${this.#more(block.more)}`;
      case 'timeline':
        return this.#timeline(block.timeline);
      case 'contingency':
        return this.#contingency(block);
      case 'table':
        return this.#table(block);
      case 'patterns':
        return `${heading(block.title)}\n<p class="lead">${escapeHtml(block.lead)}</p>\n<ul class="patterns">${block.items.map((item) => this.#pattern(item)).join('\n')}</ul>${this.#more(block.more)}`;
      case 'disputes':
        return `<ul class="disputes">${block.items.map((item) => this.#dispute(item)).join('\n')}</ul>${this.#more(block.more)}`;
      case 'list':
        return `${this.#listHeading(block.title, block.origin)}${leadHtml(block.lead)}\n<ul class="plainlist">${block.items.map((item) => `<li>${this.#sentence(item)}</li>`).join('\n')}</ul>${this.#more(block.more)}`;
      case 'names':
        return `${heading(block.title)}${leadHtml(block.lead)}\n<ul class="names">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>${this.#more(block.more)}`;
      case 'origins':
        return `<ul class="tree">${block.roots.map((root) => this.#root(root)).join('\n')}</ul>`;
    }
  }

  #refs({ numbers, more }: NoteRefs, noun = 'more quote'): string {
    const links = numbers.map((number) => {
      const call = this.calls(number) + 1;
      this.#calls.set(number, call);
      return `<a href="#n${number}" id="r${number}-${call}" aria-label="note ${number}">${number}</a>`;
    });
    const rest = more === 0 ? '' : ` <span class="quiet">+${noun === '' ? `${more} more` : counted(more, noun)}</span>`;
    return `<span class="refs">${links.join(' ')}${rest}</span>`;
  }

  #sentence({ text, notes }: Sentence): string {
    return `${escapeHtml(text)}${this.#refs(notes)}`;
  }

  #more(more: More | null): string {
    if (more === null) return '';
    return `\n<p class="more">and ${more.count.toLocaleString('en-GB')} more; <code>backchannel show ${escapeHtml(this.#file)} ${more.ledger}</code></p>`;
  }

  #chains(chains: readonly ChainLine[], moreChains: number): string {
    if (chains.length === 0) return '';
    const lines = chains.map((chain) => `<li>${chainHtml(chain)}</li>`);
    const left = moreChains === 0 ? '' : `<li>and ${counted(moreChains, 'more way')}</li>`;
    return `<ul class="chains">${lines.join('')}${left}</ul>`;
  }

  #chips(origins: readonly string[]): string {
    const chips =
      origins.length === 0
        ? [`<li>${swatchHtml(null)}unknown</li>`]
        : origins.map((id) => `<li>${swatchHtml(this.#rank(id))}${escapeHtml(this.#origins.get(id)?.name ?? '')}</li>`);
    return `<ul class="chips" aria-label="origins">${chips.join('')}</ul>`;
  }

  #rank(origin: string): number {
    return this.#origins.get(origin)?.rank ?? 0;
  }

  #statement(item: Statement): string {
    return `<li>${markHtml(item.standing)}<div><p class="said">${this.#sentence(item)}</p>${this.#worth(item)}${sumHtml(item.sum)}</div>${this.#chips(item.origins)}</li>`;
  }

  /** The standing in words and the chains: in one line where there is one chain. */
  #worth({ aside, chains, moreChains }: Statement): string {
    const [only, ...others] = chains;
    if (only === undefined || others.length > 0 || moreChains > 0) {
      return `<p class="aside">${escapeHtml(aside)}</p>${this.#chains(chains, moreChains)}`;
    }
    return `<p class="aside chains">${escapeHtml(aside)} · ${chainHtml(only)}</p>`;
  }

  #timeline(timeline: Timeline): string {
    const { drawn, distant, undated, more } = timeline;
    const parts = [drawTimeline(timeline, (origin) => this.#rank(origin))];
    if (drawn.length > 0) {
      parts.push(
        `<p class="quiet">A bar or band wears the colours of its origins; only outlined: origin unknown. A dashed edge: not said to have happened. A red dashed line leads to a date that others give instead.</p>`,
        `<details><summary>The picture as a list <span class="quiet">${counted(drawn.length, 'entry', 'entries')}</span></summary>${this.#times(drawn)}</details>`,
      );
    }
    if (distant.length > 0) parts.push(`${heading('Long before or after')}${this.#times(distant)}`);
    if (undated.length > 0) parts.push(`${heading('No date')}${this.#times(undated)}`);
    for (const { lane, count, ledger } of more) {
      parts.push(`<p class="more">${lane}:</p>${this.#more({ count, ledger })}`);
    }
    return parts.filter((part) => part !== '').join('\n');
  }

  #contingency({ title, lead, graph, more }: Extract<Block, { kind: 'contingency' }>): string {
    const lines = outline(graph).map(({ node, form, depth, isAgain }) => {
      const mark = form === null ? '' : `${formHtml(form === 'stated' ? 'stated' : 'implied')} `;
      const details = [
        form === 'denotes' ? `that is, ${node.kind}` : node.kind,
        node.aside,
        isAgain ? 'see above' : null,
      ];
      return `<li style="margin-left:${depth * 18}px">${mark}${this.#sentence(node)} <span class="quiet">${escapeHtml(details.filter((one) => one !== null).join(' · '))}</span></li>`;
    });
    return `${heading(title)}\n<p class="lead">${escapeHtml(lead)}</p>\n${drawContingency(graph)}<details class="outline"><summary>The graph as a list <span class="quiet">${counted(graph.nodes.length, 'entry', 'entries')}</span></summary><ul class="plainlist">${lines.join('\n')}</ul></details>${this.#more(more)}`;
  }

  #times(items: readonly TimelineItem[]): string {
    const lines = LANES.flatMap((lane) => items.filter((item) => item.lane === lane)).map((item) => {
      const mark = item.standing === null ? '' : `${markHtml(item.standing)} `;
      const others = item.others.map(({ when }) => `others: ${when}`);
      const said = item.words.map((words) => `“${words}”`);
      const details = [item.when, ...said, ...others, item.lane.toLowerCase(), item.status].filter(
        (part) => part !== null,
      );
      return `<li>${mark}${this.#sentence({ text: item.label, notes: item.notes })} <span class="quiet">${escapeHtml(details.join(' · '))}</span></li>`;
    });
    return `<ul class="plainlist">${lines.join('\n')}</ul>`;
  }

  #table(block: Extract<Block, { kind: 'table' }>): string {
    const { title, lead, columns, widths, rows, isFolded, more } = block;
    const head = columns.map((column) => `<th scope="col" role="columnheader">${escapeHtml(column)}</th>`).join('');
    const body = rows.map((cells) => {
      const [first = [], ...rest] = cells;
      const data = rest.map((cell, index) => {
        const label = escapeHtml(columns[index + 1] ?? '');
        return `<td role="cell" data-label="${label}"${cell.length === 0 ? ' class="blank"' : ''}><div>${this.#cell(cell)}</div></td>`;
      });
      return `<tr role="row"><th scope="row" role="rowheader"${first[0]?.isPart === true ? ' class="part"' : ''}>${this.#cell(first)}</th>${data.join('')}</tr>`;
    });
    const table = `<div class="tablebox"><table role="table" aria-label="${escapeHtml(title)}"><colgroup>${widths.map((width) => `<col style="width:${Math.round(width)}%">`).join('')}</colgroup><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body.join('\n')}</tbody></table></div>${this.#more(more)}`;
    const said = lead === null ? '' : `<p class="lead">${escapeHtml(lead)}</p>\n`;
    if (!isFolded) return `${heading(title)}\n${said}${table}`;
    const count = rows.length + (more?.count ?? 0);
    return `<details><summary>${escapeHtml(title)} <span class="quiet">${count}</span></summary>${heading(title)}${said}${table}</details>`;
  }

  #cell(cell: Cell): string {
    return cell.map((line) => this.#line(line)).join('');
  }

  #line(line: CellLine): string {
    const words = `${escapeHtml(line.text)}${line.notes === undefined ? '' : this.#refs(line.notes, '')}`;
    if (line.form !== undefined) {
      return `<div class="dep">${formHtml(line.form)}<p>${words} <span class="quiet">${line.form}</span></p></div>`;
    }
    const mark =
      line.stance !== undefined ? stanceHtml(line.stance) : line.standing === undefined ? '' : decorativeMark(line);
    return `<p${line.isAside === true ? ' class="quiet"' : ''}>${mark}${words}</p>`;
  }

  #pattern(item: Pattern): string {
    const against = item.against.map((sentence) => `<li>${this.#sentence(sentence)}</li>`).join('');
    const left = item.moreAgainst === 0 ? '' : `<li class="quiet">and ${item.moreAgainst} more</li>`;
    const speaks =
      against === ''
        ? '<p class="aside">Nothing in these documents speaks against it.</p>'
        : `<p class="aside">What speaks against it:</p><ul class="against">${against}${left}</ul>`;
    const hops = item.hops.map((hop) => this.#hop(hop)).join('');
    return `<li><ol class="path"><li class="who">${escapeHtml(item.negotiator)}</li>${hops}</ol><p class="aside">gains from: ${this.#sentence(item.deal)}</p><p class="aside">${escapeHtml(item.overlap)}</p>${speaks}</li>`;
  }

  #hop(hop: PatternHop): string {
    const weakest = hop.isWeakest ? ' <span class="quiet">(weakest hop)</span>' : '';
    const arrow = `<span class="arrow" aria-hidden="true">${hop.isBackward ? '←' : '→'}</span>`;
    return `<li class="hop${hop.isWeakest ? ' weakest' : ''}"><span>${this.#sentence(hop)}</span>${arrow}<span class="quiet">${escapeHtml(hop.aside)}</span>${weakest}</li><li class="who">${escapeHtml(hop.to)}</li>`;
  }

  #dispute({ kind, about, sides }: Dispute): string {
    return `<li><p class="eyebrow">${CONTRADICTION_WORDS[kind]}</p><p class="said">${escapeHtml(about)}</p><div class="sides">${sides.map((side) => this.#side(side)).join('')}</div></li>`;
  }

  #side(side: Side): string {
    const quotes = side.quotes.map((number) => {
      const note = this.#notes[number - 1];
      if (note === undefined) return '';
      const words = `${around(note.before)}“<span dir="auto">${escapeHtml(note.quote)}</span>”${around(note.after)}`;
      return `<blockquote>${words}${this.#refs({ numbers: [number], more: 0 })}</blockquote>`;
    });
    const left = side.moreQuotes === 0 ? '' : `<p class="quiet">+${counted(side.moreQuotes, 'more quote')}</p>`;
    const slip = side.slip === null ? '' : `<p class="slip"><b>Likely a slip:</b> ${escapeHtml(side.slip)}</p>`;
    return `<div class="side"><p class="said">${escapeHtml(side.value)}</p>${this.#chains(side.chains, side.moreChains)}${quotes.join('')}${left}${this.#chips(side.origins)}${slip}</div>`;
  }

  #listHeading(title: string, origin: string | null): string {
    if (origin === null) return heading(title);
    return `<h3 class="name">${swatchHtml(this.#rank(origin))}${escapeHtml(title)}</h3>`;
  }

  #root(root: OriginTree): string {
    const swatch = swatchHtml(root.origin === null ? null : this.#rank(root.origin));
    const notes = root.notes === null ? '' : this.#refs(root.notes);
    const left = root.moreDocuments === 0 ? '' : this.#more({ count: root.moreDocuments, ledger: 'documents' });
    return `<li><div class="root">${swatch}<span>${escapeHtml(root.name)}${notes}</span> <span class="quiet">${escapeHtml(root.details)}</span></div>${this.#nodes(root.tree)}${left}</li>`;
  }

  #nodes(nodes: readonly TreeNode[]): string {
    if (nodes.length === 0) return '';
    const items = nodes.map(
      ({ name, documents, children }) =>
        `<li><span class="outlet">${escapeHtml(name)}</span>${documents.map((document) => this.#document(document)).join('')}${this.#nodes(children)}</li>`,
    );
    return `<ul>${items.join('')}</ul>`;
  }

  #document({ title, details, path, notes }: TreeDocument): string {
    return `<div class="doc"><span class="said">${escapeHtml(title)}</span>${notes === null ? '' : this.#refs(notes)} <span class="quiet">${escapeHtml(details)} · ${escapeHtml(path)}</span></div>`;
  }
}

const chainHtml = ({ links, speaks }: ChainLine): string => {
  const [first = '', ...rest] = links.map(escapeHtml);
  const way = [`<b>${first}</b>`, ...rest].join(' <span class="arrow">→</span> ');
  return `${speaks === 'against' ? 'against: ' : ''}${way}`;
};

const heading = (title: string): string => `<h3>${escapeHtml(title)}</h3>`;

/** Beside its own word a mark says nothing more to those who do not see it; beside another word it does. */
const decorativeMark = (line: CellLine): string => {
  if (line.standing === undefined) return '';
  const mark = markHtml(line.standing);
  return line.text === STANDING_WORDS[line.standing]
    ? mark.replace(' role="img"', ' aria-hidden="true"').replace(/<title>.*?<\/title>/, '')
    : mark;
};

const around = (words: string): string =>
  words === '' ? '' : `<span class="around" dir="auto">${escapeHtml(words)}</span>`;

const leadHtml = (lead: string | undefined): string =>
  lead === undefined ? '' : `\n<p class="quiet">${escapeHtml(lead)}</p>`;

/** Folded: a reader who trusts the figure need not read it, one who does not can do it again. */
const sumHtml = ({ head, lines, reliability }: Sum): string => {
  const rated = reliability === '' ? '' : `<li>${escapeHtml(reliability)}</li>`;
  return `<details class="sum"><summary>${escapeHtml(head)}</summary><ul>${lines.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}${rated}</ul></details>`;
};
