import type { Brief, Note, Section } from './brief.ts';
import { BlockRenderer } from './html-blocks.ts';
import { escapeHtml } from './html-text.ts';
import { markHtml, swatchHtml, symbolSheet } from './marks.ts';
import { STANDING_MEANINGS, STANDING_WORDS, STANDINGS } from './standing.ts';
import { STYLE } from './style.ts';
import { counted } from './words.ts';

/** No script, no frame, nothing fetched: whatever a document holds, a browser runs and loads none of it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Origins named in the key; the tree lists all. */
const KEY_ORIGINS = 14;

/** Sets a brief as one HTML page that needs nothing else. Ends with a newline. */
export const renderHtml = (brief: Brief): string => {
  const blocks = new BlockRenderer(brief);
  const sections = brief.sections.map((section) => renderSection(section, blocks));
  // Rendered last: only then is it known from where each note is called.
  const notes = renderNotes(brief.notes, blocks);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="generator" content="Backchannel">',
    `<title>${escapeHtml(brief.title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#main">To the text</a>',
    symbolSheet(),
    '<div class="page">',
    `<header class="top"><h1>${escapeHtml(brief.title)}</h1>`,
    `<p class="stands-on">${escapeHtml(brief.standsOn)}</p></header>`,
    rail(brief),
    '<main id="main">',
    ...sections,
    notes,
    '<footer><p>What is claimed, by whom and on whose word; not what is true. Corroboration counts independent origins, never documents.</p></footer>',
    '</main>',
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
};

const rail = (brief: Brief): string => {
  const links = [...brief.sections.map(({ id, title }) => ({ id, title })), { id: 'notes', title: 'Notes' }];
  const shown = brief.origins.slice(0, KEY_ORIGINS);
  const left = brief.origins.length - shown.length;
  return [
    '<div class="rail">',
    `<nav aria-labelledby="contents"><p class="eyebrow" id="contents">Contents</p><ul>${links.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`).join('')}</ul></nav>`,
    '<div class="keys">',
    `<div><p class="eyebrow">Marks</p><ul class="key">${STANDINGS.map((standing) => `<li title="${STANDING_MEANINGS[standing]}">${markHtml(standing)}<span>${STANDING_WORDS[standing]}</span></li>`).join('')}</ul></div>`,
    brief.origins.length === 0
      ? ''
      : `<div><p class="eyebrow">Origins</p><ul class="key">${shown.map(({ name, documents }, rank) => `<li>${swatchHtml(rank)}<span>${escapeHtml(name)} <small>${documents === 0 ? 'cited' : counted(documents, 'document')}</small></span></li>`).join('')}${left > 0 ? `<li><small>and ${left} more</small></li>` : ''}<li>${swatchHtml(null)}<span>unknown</span></li></ul></div>`,
    '</div>',
    '</div>',
  ].join('\n');
};

const renderSection = ({ id, title, lead, blocks }: Section, renderer: BlockRenderer): string =>
  [
    `<section id="${id}" aria-labelledby="h-${id}">`,
    `<h2 id="h-${id}">${escapeHtml(title)}</h2>`,
    ...(lead === null ? [] : [`<p class="lead">${escapeHtml(lead)}</p>`]),
    ...blocks.map((block) => renderer.block(block)),
    '</section>',
  ].join('\n');

/** Places from which a note leads back; a name can be called from hundreds. */
const BACK_LINKS = 8;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const renderNotes = (notes: readonly Note[], renderer: BlockRenderer): string => {
  const items = notes.map((note) => {
    const calls = renderer.calls(note.number);
    const back = Array.from({ length: Math.min(calls, BACK_LINKS) }, (_, index) => {
      const name = calls === 1 ? '↩' : (LETTERS[index] ?? '');
      return `<a href="#r${note.number}-${index + 1}" aria-label="back to the text${calls === 1 ? '' : `, place ${index + 1}`}">${name}</a>`;
    }).join('');
    const lead = calls > 1 ? '↩ ' : '';
    return [
      `<li id="n${note.number}"><span class="num">${note.number}</span><div>`,
      `<p class="quoted">${around(note.before)}<q dir="auto">${escapeHtml(note.quote)}</q>${around(note.after)}</p>`,
      `<p class="src">${escapeHtml(note.outlet)} · ${escapeHtml(note.path)}${note.place === null ? '' : `, ${escapeHtml(note.place)}`} · [${note.start}–${note.end}) · ${note.links.map(escapeHtml).join(' → ')} <span class="back">${lead}${back}</span></p>`,
      '</div></li>',
    ].join('');
  });
  return [
    '<section id="notes" aria-labelledby="h-notes">',
    '<h2 id="h-notes">Notes</h2>',
    '<p class="lead">Quotes are to the letter; grey words around a short one are only context. Numbers in brackets say where a quote stands in the document’s stored text, [start–end) in UTF-16 code units; after them the chain it came by.</p>',
    `<ol class="notes">${items.join('\n')}</ol>`,
    '</section>',
  ].join('\n');
};

const around = (words: string): string =>
  words === '' ? '' : `<span class="around" dir="auto">${escapeHtml(words)}</span>`;
