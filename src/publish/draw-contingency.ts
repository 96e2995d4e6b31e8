import type { ContingencyGraph } from './brief.ts';
import { escapeHtml } from './html-text.ts';
import { LINE, layOutContingency, type PlacedNode } from './lay-out-contingency.ts';

const WIDE = 900;

/** The graph as an inline picture for wide pages and paper; empty when there is none to draw. It is listed beside it for narrow screens. */
export const drawContingency = (graph: ContingencyGraph): string => {
  const picture = layOutContingency(graph, WIDE);
  if (picture === null) return '';
  const { width, height, boxWidth, nodes, edges } = picture;
  const lines = edges.map(({ form, path }) => `<path d="${path}" class="edge ${form}" marker-end="url(#arrow)"/>`);
  return [
    `<div class="graph"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t-graph">`,
    `<title id="t-graph">Graph of what ${graph.roots.length} deals hang on; it is listed below</title>`,
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M1 1 7 4 1 7z"/></marker></defs>',
    lines.join(''),
    nodes.map((node) => drawNode(node, boxWidth)).join(''),
    '</svg></div>',
  ].join('');
};

const r = (value: number): number => Math.round(value * 10) / 10;

const drawNode = ({ node, x, y, height, lines, aside }: PlacedNode, boxWidth: number): string => {
  const left = r(x + 9);
  const at = (line: number): number => r(y + 9 + LINE * (line + 0.75));
  const isCondition = node.kind.includes('condition');
  const dash = node.kind.startsWith('implied') ? ' implied' : '';
  const words = lines.map((line, index) => {
    const notes = index === lines.length - 1 ? node.notes.numbers.map(noteLink).join('') : '';
    return `<text x="${left}" y="${at(index + 1)}">${escapeHtml(line)}${notes}</text>`;
  });
  const more = aside.map(
    (line, index) => `<text x="${left}" y="${at(index + 1 + lines.length)}" class="aside">${escapeHtml(line)}</text>`,
  );
  const box = `<rect x="${r(x + 0.5)}" y="${r(y)}" width="${r(boxWidth - 1)}" height="${r(height)}" rx="${isCondition ? 12 : 3}" class="node${dash}"/>`;
  return `<g>${box}<text x="${left}" y="${at(0)}" class="kind">${escapeHtml(node.kind)}</text>${words.join('')}${more.join('')}</g>`;
};

const noteLink = (number: number): string =>
  `<a href="#n${number}" aria-label="note ${number}"><tspan dx="3" dy="-4" class="note">${number}</tspan><tspan dy="4">\u200b</tspan></a>`;
