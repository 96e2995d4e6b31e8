import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/model/index.ts';
import { DISAGREEING_PAGE, LANGUAGES_PILE } from '../languages-pile.ts';
import { cli, exported, makeFolder, writePile } from './pile.ts';

const folder = makeFolder();
afterAll(folder.remove);

const SAID =
  '2 documents are in Arabic and Russian: stored and searchable, not read. 1 document is partly in Russian: read where it is in English.';

describe('a page that disagrees with itself', () => {
  it('is shown with each value and how it was found', async () => {
    const pile = writePile(folder.path('disagreeing'), { 'ports.html': DISAGREEING_PAGE });
    const file = folder.path('disagreeing.case');
    expect((await cli(['read', pile, '--case', file])).code).toBe(0);
    const [document] = (JSON.parse(await exported(file)) as Case).documents;
    expect(document?.stated).toEqual([
      {
        field: 'published',
        values: [
          { value: '2031-05-02', by: ['json-ld'] },
          { value: '2031-05-03', by: ['markup', 'dateline'] },
        ],
      },
      {
        field: 'language',
        values: [
          { value: 'en', by: ['text'] },
          { value: 'de', by: ['markup'] },
        ],
      },
    ]);
    const { out } = await cli(['show', file, 'document', 'ports.html']);
    const flat = out.replace(/\s+/g, ' ');
    expect(flat).toContain('Dates of publication disagree: 2 May 2031 (JSON-LD), 3 May 2031 (the page as shown');
    expect(flat).toContain('modified: 2031-05-06 url: https://lorne-post.example/ports');
  });
});

describe('a pile in several languages', () => {
  it('is read where it is English, and what is not is said to be unread wherever documents are shown', async () => {
    const pile = writePile(folder.path('pile'), LANGUAGES_PILE);
    const file = folder.path('pile.case');
    const { code, err } = await cli(['read', pile, '--case', file]);
    expect(code).toBe(0);
    expect(err).toContain(`note: ${SAID}`);

    const { documents, claims } = JSON.parse(await exported(file)) as Case;
    const byName = new Map(documents.map((document) => [document.path.split('/').at(-1), document]));
    expect(byName.get('russian.txt')).toMatchObject({ language: 'ru', unread: { share: 1, languages: ['ru'] } });
    expect(byName.get('arabic.txt')).toMatchObject({ language: 'ar', unread: { share: 1, languages: ['ar'] } });
    const mixed = byName.get('mixed.txt');
    expect(mixed).toMatchObject({ language: 'en', unread: { languages: ['ru'] } });
    expect(mixed?.unread.share).toBeGreaterThan(0.3);
    expect(mixed?.unread.share).toBeLessThan(0.6);
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.every(({ document }) => document === mixed?.id)).toBe(true);

    const shown = await cli(['show', file, 'documents']);
    expect(shown.out).toContain(SAID);
    expect(shown.out).toMatch(/ in Arabic, not\b/);
    await cli(['brief', file, '--out', folder.path('brief.md')]);
    const brief = readFileSync(folder.path('brief.md'), 'utf8');
    expect(brief).toContain(SAID);
    expect(brief).toContain('in Russian, not read');
  });
});
