import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentFromBytes } from '../../src/acquire/index.ts';

/** Pages and what is expected of them. `UPDATE=1` writes `expected.json` anew; read the difference before you commit it. */
const here = new URL('./', import.meta.url);
const slugs = readdirSync(here, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe('golden pages', () => {
  it.each(slugs)('reads %s as expected', async (slug) => {
    const acquired = await documentFromBytes(readFileSync(new URL(`${slug}/source.html`, here)), `${slug}/source.html`);
    if (acquired.kind === 'refused') throw new Error(acquired.refusal.reason);
    const { title, outlet, byline, published, text, found, layout } = acquired.document;
    const got = {
      title,
      outlet,
      byline,
      published,
      blocks: layout
        .filter(({ kind }) => kind !== 'link')
        .map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) })),
      links: layout.filter(({ kind }) => kind === 'link').map(({ start, end }) => text.slice(start, end)),
      found: found.map(({ span, ...fact }) => ({ ...fact, words: span && text.slice(span[0], span[1]) })),
    };
    const expected = new URL(`${slug}/expected.json`, here);
    if (process.env.UPDATE === '1') writeFileSync(expected, `${JSON.stringify(got, null, 2)}\n`);
    expect(existsSync(expected)).toBe(true);
    expect(got).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
    expect(text).toBe(got.blocks.map((block) => block.text).join('\n\n'));
  });
});
