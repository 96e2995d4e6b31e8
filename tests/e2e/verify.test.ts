import { copyFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/index.ts';
import { cli, exported, makeFolder, read, stories, writePile } from './pile.ts';

const folder = makeFolder();
afterAll(folder.remove);

const sound = folder.path('sound.case');
let made: Case;
beforeAll(async () => {
  await read(sound, [writePile(folder.path('pile'), stories(4))]);
  made = JSON.parse(await exported(sound));
});

/** A copy of the case in which something was changed behind Backchannel's back. */
const damaged = (name: string, statement: string, ...values: readonly string[]): string => {
  const file = folder.path(name);
  copyFileSync(sound, file);
  const database = new DatabaseSync(file);
  expect(database.prepare(statement).run(...values).changes).toBeGreaterThan(0);
  database.close();
  return file;
};

describe('verify', () => {
  it('passes a case as it was made', async () => {
    const { code, out, err } = await cli(['verify', sound]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^4 documents, \d+ rows, \d+ quotes checked: all hold\.\ncustody: 4 entries, the last [0-9a-f]{64}; 4 originals kept\.\n$/,
    );
    expect(made.claims.length).toBeGreaterThan(4);
  });

  it('names every row that rests on a stored text of which one character was changed, and no other', async () => {
    const claim = made.claims[0];
    const evidence = claim?.evidence[0];
    if (!claim || !evidence) throw new Error('the pile gives no claim');
    const { document, start } = evidence;
    const at = start + 3;
    const file = damaged(
      'flipped.case',
      `update documents set text = substr(text, 1, ${at}) || '#' || substr(text, ${at + 2}) where id = ?`,
      document,
    );
    const { code, err, out } = await cli(['verify', file]);
    expect(code).toBe(1);
    expect(out).toMatch(/\d+ do not hold\.\n/);
    const lines = err.trim().split('\n');
    expect(lines[0]).toContain(`fails ${document} (`);
    expect(lines[0]).toContain('(store/text-changed)');

    const touched = new Set<string>();
    for (const [list, items] of Object.entries(made)) {
      if (!Array.isArray(items)) continue;
      for (const item of items) {
        const quotes: { readonly document: string; readonly start: number; readonly end: number }[] = [];
        JSON.stringify(item, (_, value) => {
          if (value && typeof value === 'object' && 'quote' in value) quotes.push(value);
          return value;
        });
        if (quotes.some((q) => q.document === document && q.start <= at && q.end > at))
          touched.add(`${list} ${item.id}`);
      }
    }
    const named = lines
      .slice(1)
      .map((line) => /^fails (\S+ \S+), doc-\S+ \(.*\) \[\d+, \d+\): Expected .* \(verify\/quote\)$/.exec(line)?.[1]);
    expect(touched.size).toBeGreaterThan(0);
    expect(new Set(named)).toEqual(touched);
  });

  it('names a quote that was changed in a row', async () => {
    const claim = made.claims[0];
    const file = damaged(
      'row.case',
      `update items set json = replace(json, '"quote":"', '"quote":"~') where list = 'claims' and id = ?`,
      claim?.id ?? '',
    );
    const { code, err } = await cli(['verify', file]);
    expect(code).toBe(1);
    expect(err).toContain(`fails claims ${claim?.id}`);
    expect(err).toContain('(store/items-changed)');
  });

  it('says that a reading was changed', async () => {
    const file = damaged(
      'reading.case',
      `update readings set json = replace(json, '"en"', '"xx"') where document = ?`,
      made.documents[0]?.id ?? '',
    );
    const { code, err } = await cli(['verify', file]);
    expect(code).toBe(1);
    expect(err).toContain('(store/reading-changed)');
  });

  it('says that a row was emptied, without a trace of the program', async () => {
    const file = damaged(
      'broken.case',
      `update items set json = '{' where list = 'claims' and id = ?`,
      made.claims[0]?.id ?? '',
    );
    const { code, err } = await cli(['verify', file]);
    expect(code).not.toBe(0);
    expect(err).not.toContain('fault in Backchannel');
  });
});
