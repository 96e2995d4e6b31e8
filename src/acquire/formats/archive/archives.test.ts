import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { acquireAll } from '../../../../tests/fixtures/acquire/make/told.ts';

const FIXTURES = new URL('../../../../tests/fixtures/acquire/archive/', import.meta.url);

const TUGS = ['Tugs leave the inner basin', '2031-05-02', 154];
const FEE = ['Fee halves', null, 568];
const SIZE = [null, null, 47];

const GOLDEN: readonly (readonly [string, readonly unknown[]])[] = [
  [
    'pile.zip',
    [
      ['pile/mail/größe.txt', ...SIZE],
      ['pile/fee.html', ...FEE],
      ['pile/tugs.txt', ...TUGS],
    ],
  ],
  [
    'pile.tar.gz',
    [
      ['pile/fee.html', ...FEE],
      ['pile/mail/größe.txt', ...SIZE],
      ['pile/tugs.txt', ...TUGS],
    ],
  ],
  ['note.txt.gz', [['note.txt', ...TUGS]]],
  ['cut-off.zip', [['', 'acquire/broken']]],
  [
    'capture.warc.gz',
    [
      ['https://ledger.velm.example/tugs', 'Tugs leave', null, 574],
      ['https://ledger.velm.example/fee', ...FEE],
    ],
  ],
  ['capture.wacz', [['archive/data.warc.gz!/https://ledger.velm.example/fee', ...FEE]]],
];

describe('archives that other programs wrote', () => {
  it.each(GOLDEN)('%s gives what is in it', async (name, expected) => {
    const given = await acquireAll(readFileSync(fileURLToPath(new URL(name, FIXTURES))), name);
    const told = given.map((one) => [
      one.path.slice(name.length + 2),
      ...('id' in one ? [one.title, one.published, one.text.length] : [one.code]),
    ]);
    expect(told).toEqual(expected);
  });
});
