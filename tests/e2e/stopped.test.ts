import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { difference, ended, exported, makeFolder, read, start, stories, writePile } from './pile.ts';

const folder = makeFolder();
afterAll(folder.remove);

// Two batches: what is committed first is some of them, not all.
const COUNT = 64;
const pile = writePile(folder.path('pile'), stories(COUNT));

/** How many documents another process has committed so far. */
const committed = (file: string): number => {
  if (!existsSync(file)) return 0;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const row: { count: number } = database.prepare('select count(*) as count from documents').get();
    return row.count;
  } catch {
    return 0;
  } finally {
    database.close();
  }
};

const untilCommitted = async (file: string): Promise<void> => {
  for (let i = 0; i < 15_000 && committed(file) === 0; i++) await sleep(20);
};

describe('a reading that does not get to its end', () => {
  it.each([
    ['killed', 'SIGKILL'],
    ['interrupted', 'SIGINT'],
  ] as const)(
    'leaves a case that opens when it is %s, and a second run completes it',
    async (name, signal) => {
      const file = folder.path(`${name}.case`);
      const child = start(['read', pile, '--case', file, '--workers', '1']);
      const end = ended(child);
      await untilCommitted(file);
      child.kill(signal);
      const { code, err } = await end;
      expect(code).toBe(signal === 'SIGKILL' ? null : 130);
      if (signal === 'SIGINT') expect(err).toContain('Run the same command again to go on.');

      const some = committed(file);
      expect(some).toBeGreaterThan(0);
      expect(some).toBeLessThan(COUNT);
      // Looked at before it is completed, it is the case of what was read.
      expect(JSON.parse(await exported(file)).documents).toHaveLength(some);

      expect(await read(file, [pile])).toMatchObject({ known: some, added: COUNT - some });
      const plain = folder.path('plain.case');
      if (!existsSync(plain)) await read(plain, [pile], { workers: 2 });
      expect(difference(await exported(file), await exported(plain))).toBeNull();
    },
    600_000,
  );
});
