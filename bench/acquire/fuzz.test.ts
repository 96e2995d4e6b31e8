import { describe, expect, it } from 'vitest';
import { mutated } from './mutate.ts';
import { allSeeds } from './seeds.ts';
import { tryFile } from './try-file.ts';

const FILES = 300;

describe('mutated', () => {
  it('gives the same file for the same number, and others for others', () => {
    const seeds = allSeeds();
    expect(mutated(seeds, 1, 7)).toEqual(mutated(seeds, 1, 7));
    expect(mutated(seeds, 1, 7).bytes).not.toEqual(mutated(seeds, 2, 7).bytes);
  });
});

describe('acquireBytes', () => {
  it('takes in every file that fuzzing starts from', async () => {
    for (const seed of allSeeds())
      expect({ name: seed.name, faults: (await tryFile(seed)).faults }).toEqual({ name: seed.name, faults: [] });
  }, 120_000);

  it(`gives documents or refusals for ${FILES} mutated files of all formats`, async () => {
    const seeds = allSeeds();
    const faults = [];
    for (let nth = 0; nth < FILES; nth++) {
      const file = mutated(seeds, 42, nth);
      const tried = await tryFile(file);
      faults.push(...tried.faults.map((fault) => `${nth} (${file.name}): ${fault}`));
    }
    expect(faults).toEqual([]);
  }, 240_000);
});
