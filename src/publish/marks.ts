import type { Stance } from '../model/index.ts';
import { escapeHtml } from './html-text.ts';
import { STANDING_WORDS, STANDINGS, type Standing } from './standing.ts';

/**
 * Marks of standing in a field of 16 by 16, told apart by shape alone: filled disc, half disc, hollow circle, open diamond,
 * hatched disc, crossed circle.
 */
const SHAPES: Readonly<Record<Standing, string>> = {
  corroborated: '<circle cx="8" cy="8" r="6.2" fill="currentColor" stroke="currentColor"/>',
  'single-origin':
    '<circle cx="8" cy="8" r="6" fill="var(--paper)" stroke="currentColor" stroke-width="1.6"/><path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor"/>',
  'unknown-origin': '<circle cx="8" cy="8" r="6" fill="var(--paper)" stroke="currentColor" stroke-width="1.6"/>',
  disputed:
    '<path d="M8 1.2 14.8 8 8 14.8 1.2 8z" fill="var(--paper)" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/>',
  denied:
    '<circle cx="8" cy="8" r="6" fill="var(--paper)" stroke="currentColor" stroke-width="1.6"/><path d="M4.2 12.2 12.2 4.2M2.6 9.6 9.6 2.6M6.8 13.6 13.6 6.8" stroke="currentColor" stroke-width="1.3"/>',
  corrected:
    '<circle cx="8" cy="8" r="6" fill="var(--paper)" stroke="currentColor" stroke-width="1.6"/><path d="M3.8 3.8 12.2 12.2" stroke="currentColor" stroke-width="1.6"/>',
};

/** Marks of a party's view, told apart by shape alone: a tick, a cross, a tick in a broken ring, a bar. */
const STANCE_SHAPES: Readonly<Record<Stance['stance'], string>> = {
  accepts: '<path d="M2.4 8.6 6.2 12.4 13.6 3.8" fill="none" stroke="currentColor" stroke-width="2.2"/>',
  rejects: '<path d="M3.4 3.4 12.6 12.6M12.6 3.4 3.4 12.6" fill="none" stroke="currentColor" stroke-width="2.2"/>',
  'on-condition':
    '<circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.6 2"/><path d="M5 8.2 7.3 10.5 11.2 5.7" fill="none" stroke="currentColor" stroke-width="1.7"/>',
  silent: '<path d="M3 8H13" fill="none" stroke="currentColor" stroke-width="2.2"/>',
};

/** How many origins have a colour; those after are told apart by grey patterns. */
export const ORIGIN_COLOURS = 8;
const PATTERNS = ['M0 0V6M3 0V6', 'M0 0H6M0 3H6', 'M0 6 6 0', 'M0 0 6 6M0 6 6 0', 'M0 0 6 6', 'M0 1.5H6'] as const;

/** Symbols and patterns that the page's marks refer to; goes into the page once. */
export const symbolSheet = (): string => {
  const symbols = STANDINGS.map(
    (standing) => `<symbol id="m-${standing}" viewBox="0 0 16 16">${SHAPES[standing]}</symbol>`,
  );
  const stances = Object.entries(STANCE_SHAPES).map(
    ([stance, shape]) => `<symbol id="v-${stance}" viewBox="0 0 16 16">${shape}</symbol>`,
  );
  const patterns = PATTERNS.map(
    (path, index) =>
      `<pattern id="p-${index}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="var(--paper)"/><path d="${path}" fill="none" stroke="var(--dim)" stroke-width="1.2"/></pattern>`,
  );
  return `<svg class="sheet" width="0" height="0" aria-hidden="true"><defs>${symbols.join('')}${stances.join('')}${patterns.join('')}</defs></svg>`;
};

/** The fill that belongs to the origin of this rank, the same wherever it stands. */
export const originFill = (rank: number): string =>
  rank < ORIGIN_COLOURS ? `var(--o${rank + 1})` : `url(#p-${(rank - ORIGIN_COLOURS) % PATTERNS.length})`;

/** The mark of a standing for running text, with its word for those who do not see it. */
export const markHtml = (standing: Standing): string =>
  `<svg class="mark s-${standing}" viewBox="0 0 16 16" role="img"><title>${STANDING_WORDS[standing]}</title><use href="#m-${standing}"/></svg>`;

/** The mark of a party's view. The word stands beside it, so it is hidden from readers of text. */
export const stanceHtml = (stance: Stance['stance']): string =>
  `<svg class="mark v-${stance}" viewBox="0 0 16 16" aria-hidden="true"><use href="#v-${stance}"/></svg>`;

/** A small field in an origin's colour; empty for unknown. Its name stands beside it, so it is hidden from readers of text. */
export const swatchHtml = (rank: number | null): string =>
  rank === null
    ? '<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect x=".75" y=".75" width="8.5" height="8.5" rx="2" fill="none" stroke="var(--dim)" stroke-dasharray="2 1.5"/></svg>'
    : `<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="2" fill="${originFill(rank)}"${rank < ORIGIN_COLOURS ? '' : ' stroke="var(--dim)" stroke-width=".6"'}/></svg>`;

/** A line before a condition: solid stated, dashed implied. */
export const formHtml = (form: 'stated' | 'implied'): string =>
  `<svg class="form" viewBox="0 0 22 8" role="img"><title>${escapeHtml(form)}</title><path d="M1 4H21" stroke="currentColor" stroke-width="1.8"${form === 'implied' ? ' stroke-dasharray="3.5 3"' : ''}/></svg>`;
