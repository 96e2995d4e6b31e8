import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatePile } from '../../bench/generate/generate-pile.ts';
import { readGenerated } from '../../bench/generate/read-generated.ts';
import { documentFromBytes } from '../../src/acquire/index.ts';
import { CaseKeeper, openCase } from '../../src/backchannel.ts';
import { buildCase, CaseBuilder } from '../../src/build-case.ts';
import { CASE_LISTS, type Case, makeDecision } from '../../src/model/index.ts';
import type { ReadDocument } from '../../src/resolve/index.ts';
import type { CaseStore } from '../../src/store/index.ts';

const inputs: ReadDocument[] = [];

beforeAll(async () => {
  for (const made of generatePile({ documents: 36, seed: 'one more', aStory: 9 })) {
    const acquired = await documentFromBytes(Buffer.from(made.text), made.name);
    if (acquired.kind === 'refused') throw new Error(acquired.refusal.reason);
    inputs.push({ document: acquired.document, reading: readGenerated(made, acquired.document) });
  }
});

/** The first list, item and place in which two cases differ; null when they are the same to the byte. */
const difference = (found: Case, expected: Case): string | null => {
  if (JSON.stringify(found) === JSON.stringify(expected)) return null;
  for (const list of CASE_LISTS) {
    const [mine, theirs] = [found[list], expected[list]].map((items) =>
      (items as readonly { readonly id: string }[]).map((item) => JSON.stringify(item)),
    );
    const at = (theirs ?? []).findIndex((item, place) => item !== mine?.[place]);
    if (at >= 0 || mine?.length !== theirs?.length) return `${list} ${at}:\n${mine?.[at]}\n${theirs?.[at]}`;
  }
  return 'the order of lists';
};

/** A newer reading of a document, which found less: half of the frames, and no name of the last chain. */
const readAgain = ({ document, reading }: ReadDocument): ReadDocument => {
  const last = Math.max(...reading.mentions.map(({ chain }) => chain));
  return {
    document,
    reading: {
      ...reading,
      reader: 'read again',
      mentions: reading.mentions.filter(({ chain }) => chain !== last),
      frames: reading.frames.filter((_, at) => at % 2 === 0),
    },
  };
};

describe('CaseBuilder', () => {
  it('gives the bytes of a rebuild after each document, one by one', () => {
    const builder = new CaseBuilder();
    for (const [at, input] of inputs.slice(0, 24).entries()) {
      builder.add([input]);
      if (at % 5 === 0 || at > 21) expect(difference(builder.case(), buildCase(inputs.slice(0, at + 1)))).toBeNull();
      else builder.case();
    }
  }, 120_000);

  it('gives them for batches in any order, with documents twice, read again and taken out', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(inputs, { minLength: inputs.length }),
        fc.array(fc.nat(inputs.length), { minLength: 1, maxLength: 4 }),
        fc.subarray(inputs, { maxLength: 6 }),
        fc.subarray(inputs, { maxLength: 4 }),
        fc.subarray(inputs, { maxLength: 4 }),
        (shuffled, cuts, repeated, again, gone) => {
          const builder = new CaseBuilder();
          const places = [0, ...[...cuts].sort((a, b) => a - b), shuffled.length];
          for (const [at, from] of places.entries()) {
            builder.add(shuffled.slice(from, places[at + 1]));
            builder.case();
          }
          builder.add(structuredClone(repeated));
          expect(difference(builder.case(), buildCase(inputs))).toBeNull();

          builder.replace(again.map(readAgain));
          const ids = new Set(gone.map(({ document }) => document.id));
          builder.remove([...ids]);
          const left = inputs
            .map((input) => (again.includes(input) ? readAgain(input) : input))
            .filter(({ document }) => !ids.has(document.id));
          expect(difference(builder.case(), buildCase(left))).toBeNull();

          builder.replace(inputs);
          expect(difference(builder.case(), buildCase(inputs))).toBeNull();
        },
      ),
      { numRuns: 4, seed: 20320131 },
    );
  }, 240_000);

  it('gives them when decisions come between, and are taken back', () => {
    const builder = new CaseBuilder();
    builder.add(inputs.slice(0, 20));
    const before = builder.case();
    const [one, other] = before.entities.filter(({ type }) => type === 'person');
    const [first, second] = [one?.evidence[0], other?.evidence[0]];
    if (first === undefined || second === undefined) throw new Error('Expected two persons.');
    const decision = makeDecision({
      kind: 'same',
      subjects: [
        { kind: 'mention', evidence: first },
        { kind: 'mention', evidence: second },
      ],
      by: 'Ada',
      at: '2032-02-01T10:00:00Z',
      value: null,
      why: null,
    });
    const joined = builder.case([decision]);
    expect(joined.decisions.map(({ items }) => items.length)).toEqual([1]);
    expect(difference(joined, before)).not.toBeNull();
    expect(difference(joined, buildCase(inputs.slice(0, 20), [decision]))).toBeNull();
    builder.add(inputs.slice(20, 28));
    expect(difference(builder.case([decision]), buildCase(inputs.slice(0, 28), [decision]))).toBeNull();
    expect(difference(builder.case(), buildCase(inputs.slice(0, 28)))).toBeNull();
  }, 120_000);

  it('leaves what a further document does not touch the same objects', () => {
    const builder = new CaseBuilder();
    builder.add(inputs.slice(0, 35));
    const before = builder.case();
    builder.add(inputs.slice(35));
    const after = builder.case();
    for (const list of ['documents', 'entities', 'claims', 'findings', 'ties'] as const) {
      const known = new Map<string, unknown>(before[list].map((item) => [item.id, item]));
      const kept = after[list].filter((item) => known.get(item.id) === item).length;
      expect(kept / before[list].length).toBeGreaterThan(0.5);
    }
    expect(builder.case().claims).toEqual(after.claims);
  }, 60_000);
});

describe('CaseKeeper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-keeper-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const stored = async (store: CaseStore): Promise<readonly string[]> => {
    const all: string[] = [];
    for (const list of CASE_LISTS) for await (const { json } of store.items(list)) all.push(json);
    return all;
  };

  it('stores the bytes that a rebuild stores, as documents are added and read again', async () => {
    const grown = await openCase(join(folder, 'grown.case'), { create: true });
    const keeper = new CaseKeeper(grown);
    for (const some of [
      inputs.slice(0, 20),
      inputs.slice(20, 21),
      inputs.slice(15, 30),
      inputs.slice(3, 5).map(readAgain),
    ]) {
      await grown.add(some);
      expect((await keeper.derive()).isFresh).toBe(true);
    }
    expect((await keeper.derive()).isFresh).toBe(false);
    const whole = await openCase(join(folder, 'whole.case'), { create: true });
    await whole.add(inputs.slice(0, 30));
    await whole.add(inputs.slice(3, 5).map(readAgain));
    await new CaseKeeper(whole).derive();
    expect(await stored(grown)).toEqual(await stored(whole));
    expect(await grown.derivation()).toEqual(await whole.derivation());
    for await (const { code } of grown.faults()) expect(code).toBe('none');
    for (const store of [grown, whole]) await store.close();
  }, 120_000);
});
