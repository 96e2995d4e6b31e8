import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Terminal } from '../terminal.ts';
import { namesCommand } from './names.ts';

const folder = mkdtempSync(join(tmpdir(), 'names-'));
afterAll(() => rmSync(folder, { recursive: true }));

const never = new AbortController().signal;

const recorder = (): { readonly terminal: Terminal; readonly out: () => string; readonly err: () => string } => {
  let [out, err] = ['', ''];
  return {
    terminal: {
      out: async (text) => {
        out += text;
      },
      err: (line) => {
        err += `${line}\n`;
      },
      progress: () => undefined,
      width: 80,
      hasColour: false,
      isInteractive: false,
    },
    out: () => out,
    err: () => err,
  };
};

const compare = async (
  csv: string | Uint8Array,
): Promise<{ code: number; lines: Record<string, unknown>[]; err: string }> => {
  const path = join(folder, 'pairs.csv');
  writeFileSync(path, csv);
  const { terminal, out, err } = recorder();
  const code = await namesCommand(path, terminal, never);
  const lines = out()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code, lines, err: err() };
};

describe('namesCommand', () => {
  it('prints score, verdict and reasons of each pair, a JSON line each', async () => {
    const { code, lines, err } = await compare(
      'schema,name1,name2\nPerson,"Karabayev, Daulet",Daulet Karabaev\ncompany,Delta Fund 2,Delta Fund 3\n',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(lines).toHaveLength(2);
    expect(Object.keys(lines[0] ?? {})).toEqual(['schema', 'name1', 'name2', 'score', 'verdict', 'reasons']);
    expect(lines[0]).toMatchObject({ schema: 'Person', name1: 'Karabayev, Daulet', verdict: 'match' });
    expect(lines[1]).toMatchObject({ verdict: 'no match' });
    expect(lines[1]?.['reasons']).toContain('“2” and “3”: different numbers');
  });

  it('takes columns in any order, keeps further ones, and reads semicolons, quotes and empty lines', async () => {
    const { code, lines } = await compare(
      '\ufeffid;name2;NAME1;Schema\r\n7;ООО "Азотна";OOO Azotna;Company\r\n\r\n8;"Mora; Ana";Ana Mora;Person\r\n',
    );
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ name2: 'ООО "Азотна"', verdict: 'match', columns: { id: '7' } });
    expect(lines[1]).toMatchObject({ name2: 'Mora; Ana', columns: { id: '8' } });
  });

  it('names each row it cannot compare and does the rest', async () => {
    const { code, lines, err } = await compare(
      'schema,name1,name2\nPerson,Ana Mora,\nPerso,Ana Mora,Ana Mora\nPerson,Mora, Ana,Ana Mora\nPerson,Ana Mora,A. Mora\n',
    );
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(err).toContain('refused line 2: Expected a name as name2, found none (names/empty)');
    expect(err).toContain('refused line 3: Expected a schema of person, company,');
    expect(err).toContain('found "Perso" (names/schema)');
    expect(err).toContain('refused line 4: Expected 3 cells, found 4;');
  });

  it('ends with 3 where no row could be compared', async () => {
    expect(await compare('schema,name1,name2\nX,a,b\n')).toMatchObject({ code: 3, lines: [] });
    const empty = await compare('schema,name1,name2\n');
    expect(empty.code).toBe(3);
    expect(empty.err).toContain('Expected rows under the first line, found none');
  });

  it('says what the first line should be', async () => {
    const wrong = compare('Person,Ana Mora,A. Mora\n');
    await expect(wrong).rejects.toThrow(
      'Expected the columns schema, name1 and name2 in the first line, found "Person"',
    );
    await expect(compare('')).rejects.toMatchObject({ code: 'names/no-header' });
  });

  it('refuses other encodings, open quotes and files that are not there', async () => {
    await expect(compare(new Uint8Array([0x73, 0xe9, 0x0a]))).rejects.toMatchObject({ code: 'names/not-utf8' });
    await expect(compare('schema,name1,name2\nPerson,"Ana,Mora\n')).rejects.toMatchObject({ code: 'names/quotes' });
    const { terminal } = recorder();
    await expect(namesCommand(join(folder, 'none.csv'), terminal, never)).rejects.toMatchObject({
      code: 'names/cannot-read',
    });
    await expect(namesCommand(folder, terminal, never)).rejects.toMatchObject({ code: 'names/cannot-read' });
  });

  it('reads standard input, in pieces that split a letter', async () => {
    const { terminal, out } = recorder();
    const bytes = new TextEncoder().encode('schema,name1,name2\nPerson,Анна Лескова,Anna Leskova\n');
    async function* input(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.slice(at, at + 7);
    }
    expect(await namesCommand('-', terminal, never, input())).toBe(0);
    expect(JSON.parse(out())).toMatchObject({ name1: 'Анна Лескова', verdict: 'match' });
  });
});
