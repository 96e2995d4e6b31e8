import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Answers, HeadsReader } from './answers.ts';
import { temporaryData } from './corpora/temporary-data.ts';
import { scoreHeads } from './score-heads.ts';
import { matchedRelations } from './sources.ts';
import { tableOf } from './table.ts';

/** A reader that says of each text what is written down for it. */
const saying = (answers: Readonly<Record<string, Answers>>): HeadsReader => ({
  called: 'test',
  read: async (text) => answers[text] ?? { names: {} },
  close: async () => undefined,
});

const cells = (...row: readonly string[]): string => row.join('\t');

const DATA = {
  'worldwide-news-ner/dev/a.tsv': 'Orla\tB-Person\nleft\tO\nTalben\tB-Location\n',
  'crossner-politics/dev.txt': 'Orla\tB-politician\nwon\tO\n',
  'propbank-ewt/dev.conll.gz': gzipSync(
    [
      '# sent_id = tale-0001',
      cells('1', 'Orla', '_', '_', '_', '_', '_', '-', '-', '(ARG0*)'),
      cells('2', 'won', '_', '_', '_', '_', '_', 'win', 'win.01', '(V*)'),
      cells('3', 'it', '_', '_', '_', '_', '_', '-', '-', '(ARG1*)'),
      '',
    ].join('\n'),
  ),
  'uds-factuality/dev.tsv': 'sent_id\ttoken\tvalue\tconfidence\ntale-0001\t2\t1.5\t1\ntale-0001\t3\t-1\t1\n',
};

describe('scoreHeads', () => {
  it('scores names by span and type, of all types and of three', async () => {
    const reader = saying({
      'Orla left Talben': {
        names: {
          world: [
            { start: 0, end: 4, label: 'Person' },
            { start: 10, end: 16, label: 'Facility' },
          ],
        },
      },
    });
    const { scores } = await scoreHeads(reader, { data: temporaryData(DATA), split: 'dev', only: new Set(['names']) });
    expect(scores.map(({ measure, score }) => `${measure}: ${score.toFixed(2)}`)).toEqual([
      'nine types, span and type F1: 50.00',
      'person, organization, location F1: 66.67',
    ]);
  });

  it('scores politics in three types where a reader has no labels of that corpus, and says what it cannot score', async () => {
    const reader = saying({ 'Orla won': { names: { world: [{ start: 0, end: 4, label: 'Person' }] } } });
    const { scores, skipped } = await scoreHeads(reader, {
      data: temporaryData(DATA),
      split: 'dev',
      only: new Set(['politics']),
    });
    expect(scores.map(({ measure, score }) => [measure, score])).toEqual([['person, organization, location F1', 100]]);
    expect(skipped).toEqual(['politics, nine types, span and type F1: no such names']);
  });

  it('gives the predicates of a corpus to the reader and scores their roles and factuality', async () => {
    const asked: unknown[] = [];
    const reader: HeadsReader = {
      called: 'test',
      read: async (_, predicates) => {
        asked.push(predicates);
        const roles = [{ start: 0, end: 4, label: 'ARG0' }];
        return {
          names: {},
          predicates: [
            { roles, factuality: 2 },
            { roles: [], factuality: -2 },
          ],
        };
      },
      close: async () => undefined,
    };
    const { scores } = await scoreHeads(reader, {
      data: temporaryData(DATA),
      split: 'dev',
      only: new Set(['roles', 'factuality']),
    });
    expect(asked).toEqual([
      [
        [5, 8],
        [9, 11],
      ],
    ]);
    const [roles, correlation, error] = scores;
    expect(roles?.figures).toMatchObject({ gold: 2, found: 1, right: 1 });
    expect(correlation?.score).toBeCloseTo(1, 10);
    expect(error?.score).toBe(0.75);
  });

  it('skips by name the corpora that are not there', async () => {
    const { scores, skipped } = await scoreHeads(saying({}), {
      data: temporaryData({}),
      split: 'test',
      only: new Set(['coreference']),
    });
    expect(scores).toEqual([]);
    expect(skipped[0]).toMatch(/^coreference: no test part of gum in /);
  });
});

describe('matchedRelations', () => {
  const relation = (one: number, two: number, label: string) =>
    ({ one: [one, one + 4], two: [two, two + 4], label }) as const;

  it('wants the label and a common letter at either end', () => {
    const gold = [relation(0, 10, 'Likes'), relation(20, 30, 'CommWith')];
    expect(matchedRelations(gold, [relation(2, 12, 'Likes'), relation(20, 30, 'Likes')])).toBe(1);
  });

  it('tells who from whom', () => {
    expect(matchedRelations([relation(0, 10, 'Likes')], [relation(10, 0, 'Likes')])).toBe(0);
  });

  it('counts each of both sides once', () => {
    expect(matchedRelations([relation(0, 10, 'Likes')], [relation(0, 10, 'Likes'), relation(1, 11, 'Likes')])).toBe(1);
  });
});

describe('tableOf', () => {
  it('shows the rules beside it and whether it is enough', () => {
    const score = {
      task: 'names',
      on: 'worldwide-news-ner dev',
      measure: 'F1',
      score: 80,
      atLeast: 78,
      aim: 83,
    } as const;
    const [, , row] = tableOf([score], [{ ...score, score: 64.25 }]).split('\n');
    expect(row).toBe('| names | worldwide-news-ner dev | F1 | 64.3 | 80.0 | 78 | 83 | yes |  |  |');
  });
});
