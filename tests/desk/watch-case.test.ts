import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCase } from '../../src/backchannel.ts';
import { readInto } from '../../src/read-into.ts';
import { watchCase } from '../../src/serve/watch-case.ts';
import { type ExampleDesk, exampleDesk } from './example-desk.ts';

let desk: ExampleDesk;
let folder: string;
beforeEach(async () => {
  desk = await exampleDesk();
  folder = mkdtempSync(join(tmpdir(), 'backchannel-watch-'));
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

describe('watchCase', () => {
  it('tells pages when another program has added to the case, and shows it', async () => {
    const before = await desk.get<{ counts: { documents: number } }>('/case');
    const stop = watchCase(desk.desk, 50);
    const renewed = desk.renewed();
    const file = join(folder, 'new.txt');
    writeFileSync(
      file,
      'Envoy Tomas Reed met Ilse Grant in Vell on 3 May 2031, two officials told The Vell Courier.\n',
    );
    const other = await openCase(desk.host.store.place);
    await readInto(other, [file], { workers: 1 });
    await other.close();
    await renewed;
    stop();
    const after = await desk.get<{ counts: { documents: number } }>('/case');
    expect(after.counts.documents).toBe(before.counts.documents + 1);
  });

  it('says nothing while nothing happens', async () => {
    let told = 0;
    const end = desk.desk.events.listen(() => {
      told++;
    });
    const stop = watchCase(desk.desk, 20);
    await new Promise((done) => setTimeout(done, 300));
    stop();
    end();
    expect(told).toBe(0);
  });
});
