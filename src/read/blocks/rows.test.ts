import { describe, expect, it } from 'vitest';
import { documentFromBytes } from '../../acquire/index.ts';
import type { Document } from '../../model/index.ts';
import { findBlocks } from './find-blocks.ts';

const read = async (text: string, path: string): Promise<readonly string[]> => {
  const acquired = await documentFromBytes(Buffer.from(text), path);
  if (acquired.kind === 'refused') throw new Error(acquired.refusal.reason);
  const document: Document = acquired.document;
  return findBlocks(document).map(({ kind, start, end }) => `${kind}: ${document.text.slice(start, end)}`);
};

describe('findBlocks', () => {
  it('takes rows of a table as body, however much they look like a head', async () => {
    const rows = [
      'Port,Who',
      'May 2, 2031,',
      'By Lena Orsk,',
      'Advertisement,',
      'velm and the long lake beside it,Ivo Brann',
    ];
    expect(await read(rows.join('\n'), 'fees.csv')).toEqual(rows.map((row) => `body: ${row}`));
  });

  it('takes no lines of a table for speakers of a transcript', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => `LENA ORSK: ${i},IVO BRANN: what was paid in the port of Velm`);
    expect((await read(rows.join('\n'), 'calls.csv')).every((line) => line.startsWith('body'))).toBe(true);
  });

  it('joins no rows, where it joins lines of a text', async () => {
    const lines = 'The delegations of Ostra and Velm met in,\nthe lake hotel and left it late at night';
    expect(await read(lines, 'a.csv')).toHaveLength(2);
    expect(await read(`${lines}.`, 'a.txt')).toHaveLength(1);
  });
});
