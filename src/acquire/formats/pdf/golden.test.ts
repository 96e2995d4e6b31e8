import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { acquireAll } from '../../../../tests/fixtures/acquire/make/told.ts';
import type { Document, Refusal } from '../../../model/index.ts';

const folder = fileURLToPath(new URL('../../../../tests/fixtures/acquire/pdf/', import.meta.url));

/** A document as a person would check it: its facts, its text by kind of block, where its lines stand, what was declined. */
const tell = (one: Document | Refusal): string => {
  if (!('id' in one)) return `refused ${one.code}: ${one.reason}\n`;
  const { text, layout, anchors, found, steps } = one;
  const pages = new Set(anchors.map(({ place }) => (place.kind === 'page' ? place.page : 0)));
  return [
    // The day on which a fixture was made is no part of what is checked.
    ...found.flatMap(({ field, value, by }) =>
      by === 'file-properties' && /^(?:created|modified)$/.test(field) ? [] : [`${field} = ${value} (${by})`],
    ),
    ...steps.map(({ by, what }) => `step: ${by}: ${what}`),
    `${anchors.length} lines on ${pages.size} pages`,
    ...layout.map(({ kind, start, end }) => `[${kind}] ${text.slice(start, end)}`),
    '',
  ].join('\n');
};

describe('reading PDF documents', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.pdf'))) {
    it(`gives of ${name} what a person would select and copy, and names the rest`, async () => {
      const given = await acquireAll(readFileSync(`${folder}${name}`), name);
      const told = given.map(tell).join('\n');
      const golden = `${folder}${name.replace('.pdf', '.txt')}`;
      if (process.env['UPDATE'] === '1') writeFileSync(golden, told);
      expect(told).toBe(readFileSync(golden, 'utf8'));
      for (const one of given) {
        if (!('id' in one)) continue;
        // Every word has its way back, and lines do not overlap.
        const ends = [0, ...one.anchors.map(({ end }) => end)];
        expect(one.anchors.every(({ start }, i) => start >= (ends[i] ?? 0))).toBe(true);
        const rest = one.anchors.map(({ start }, i) => one.text.slice(ends[i], start)).join('');
        expect(rest).not.toMatch(/\S/);
      }
    });
  }
});
