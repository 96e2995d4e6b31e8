import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { ListRecord } from './list-entry.ts';
import { dateIn } from './list-values.ts';
import { readList } from './read-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'lists-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixture = (name: string): string => join(import.meta.dirname, '../../tests/lists', name);
const written = (content: string | Uint8Array, name = 'list'): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const recordsOf = async (path: string): Promise<readonly ListRecord[]> => {
  const records: ListRecord[] = [];
  for await (const record of (await readList(path)).records) records.push(record);
  return records;
};
const failure = async (path: string): Promise<{ readonly code: string; readonly message: string }> => {
  try {
    await recordsOf(path);
  } catch (error) {
    return error as { readonly code: string; readonly message: string };
  }
  throw new Error('Expected a failure, found none.');
};

const FORMATS = [
  ['sdn.xml', 'ofac-sdn-xml', 'ofac:90001', '2031-05-14'],
  ['sdn-advanced.xml', 'ofac-advanced-xml', 'ofac:90001', '2031-05-14'],
  ['eu.xml', 'eu-fsf-xml', 'eu:EU.9001.10', '2031-05-12'],
  ['ConList.csv', 'uk-ofsi-csv', 'uk-ofsi:95001', '2031-05-12'],
  ['uk-sanctions-list.csv', 'uk-sanctions-list-csv', 'uk:HRB0001', '2031-05-13'],
  ['entities.ftm.json', 'opensanctions-ftm', 'opensanctions:NK-veld1', '2031-05-13'],
  ['targets.simple.csv', 'opensanctions-simple-csv', 'opensanctions:NK-veld1', '2031-05-13'],
] as const;

describe('readList', () => {
  it.each(FORMATS)('reads %s, told by its content', async (name, format, ref, published) => {
    // Under another name, and packed: neither says what it is.
    const path = written(gzipSync(readFileSync(fixture(name))), 'list.bin');
    expect((await readList(path)).format).toBe(format);
    const records = await recordsOf(path);
    const person = records.flatMap((record) =>
      record.kind === 'entry' && record.entry.ref === ref ? [record.entry] : [],
    )[0];
    expect(person?.type).toBe('person');
    expect(person?.names.map(({ text }) => text.toLowerCase())).toContain('irina pavlovna veld');
    expect(person?.birthDates).toContain('1974-12-10');
    expect(person?.countries).toContain('CY');
    expect(records).toContainEqual(expect.objectContaining({ kind: 'published', date: published }));
    const bank = records
      .flatMap((record) => (record.kind === 'entry' ? [record.entry] : []))
      .find(({ type }) => type !== 'person');
    expect(bank?.names[0]?.text.toLowerCase()).toMatch(/^norel bank (?:&|and) trust/);
  });

  it.each([
    ['sdn.xml', 98, 'sdnEntry 90040 has no name'],
    ['eu.xml', 26, 'sanctionEntity EU.9003.30 has no name'],
    ['ConList.csv', 7, '95004 is of the unknown type “Something else”'],
    ['uk-sanctions-list.csv', 7, 'no unique id'],
    ['entities.ftm.json', 7, 'Person NK-nameless has no name'],
    ['targets.simple.csv', 5, 'expected 16 cells, found 3'],
  ])('names the record of %s that it cannot take, with its line', async (name, line, reason) => {
    expect(await recordsOf(fixture(name))).toContainEqual({ kind: 'refused', line, reason });
  });

  it('tells weak and former names from others', async () => {
    const [first] = (await recordsOf(fixture('sdn.xml'))).flatMap((one) => (one.kind === 'entry' ? [one.entry] : []));
    expect(first?.names).toEqual([
      { text: 'Irina Pavlovna VELD', kind: 'name' },
      { text: 'Irina FELD', kind: 'alias' },
      { text: 'IRA', kind: 'weak' },
      { text: 'Irina Pavlovna KORSAK', kind: 'former' },
    ]);
  });

  it('reads what is told of an entry in another place of the list', async () => {
    expect(await recordsOf(fixture('entities.ftm.json'))).toContainEqual({
      kind: 'addition',
      line: 2,
      addition: {
        ref: 'opensanctions:NK-veld1',
        programs: ['Harbour programme', 'Office of Harbours'],
        listed: '2029-03-04',
      },
    });
    expect(await recordsOf(fixture('sdn-advanced.xml'))).toContainEqual(
      expect.objectContaining({
        addition: { ref: 'ofac:90001', programs: ['SDN List', 'HARBOUR-EO90210'], listed: '2029-03-02' },
      }),
    );
  });

  it('says that a list is cut off, and where', async () => {
    for (const name of ['sdn.xml', 'eu.xml', 'sdn-advanced.xml', 'entities.ftm.json']) {
      const text = readFileSync(fixture(name), 'utf8');
      const { code, message } = await failure(written(text.slice(0, Math.floor(text.length * 0.6)), 'cut'));
      expect(code, name).toBe('screen/cut-off');
      expect(message, name).toMatch(/^Expected .+, found the end of the file.* at line \d+ of .*cut\.$/);
    }
    const quoted = `${readFileSync(fixture('ConList.csv'), 'utf8')}HALE,"Tomas`;
    expect((await failure(written(quoted))).code).toBe('screen/cut-off');
    const packed = gzipSync(readFileSync(fixture('sdn.xml')));
    expect((await failure(written(packed.subarray(0, packed.length - 200)))).code).toBe('screen/cut-off');
  });

  it('says that a list is damaged, and where', async () => {
    const text = readFileSync(fixture('sdn.xml'), 'utf8').replace('</firstName>', '');
    expect(await failure(written(text))).toMatchObject({
      code: 'screen/malformed',
      message: expect.stringMatching(/^Expected <\/firstName>, found the end of another element at line \d+ of /),
    });
    expect((await failure(written(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22])))).code).toBe('screen/malformed');
  });

  it.each([
    ['', 'screen/empty'],
    [' \n\n', 'screen/empty'],
    ['<!DOCTYPE html><html><body>Not found</body></html>', 'screen/unknown-format'],
    ['name,street\nAna Mora,Harbour Street\n', 'screen/unknown-format'],
    ['{"error": "moved"}\n', 'screen/unknown-format'],
    ['[{"id": "1"}]', 'screen/unknown-format'],
    ['PK\u0003\u0004', 'screen/unknown-format'],
  ])('refuses %j as no list', async (content, code) => {
    expect((await failure(written(content))).code).toBe(code);
  });

  it('refuses a record that is larger than any of a true list', async () => {
    const row = `${readFileSync(fixture('ConList.csv'), 'utf8')}HALE,"${'x'.repeat(9 * 1024 * 1024)}"\n`;
    expect((await failure(written(row))).code).toBe('screen/record-too-large');
  });

  it('says that there is no file, or that it is a folder', async () => {
    expect((await failure(join(folder, 'nowhere.xml'))).code).toBe('screen/cannot-read');
    expect((await failure(folder)).code).toBe('screen/cannot-read');
  });
});

describe('dateIn', () => {
  it.each([
    ['10 Dec 1948', '1948-12-10'],
    ['Dec 1948', '1948-12'],
    ['1948', '1948'],
    ['circa 1961', '1961~'],
    ['1961 to 1963', '1961/1963'],
    ['00/00/1959', '1959'],
    ['00/07/1959', '1959-07'],
    ['10/12/1974', '1974-12-10'],
    ['13-Feb-2031', '2031-02-13'],
    ['2031-05-13T06:00:00', '2031-05-13'],
    ['unknown', null],
    ['31/31/1959', '1959'],
  ])('reads %s as %s', (written, date) => {
    expect(dateIn(written)).toBe(date);
  });
});
