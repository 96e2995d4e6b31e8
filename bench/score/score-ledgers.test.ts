import { describe, expect, it } from 'vitest';
import { caseOf } from '../../src/build-case.ts';
import type { Case } from '../../src/model/index.ts';
import type { Answers } from './answers.ts';
import type { Score } from './ground.ts';
import { ANSWERS, inventedDocuments } from './invented-answers.ts';
import { knownCase } from './known-case.ts';
import { scoreLedgers } from './score-ledgers.ts';
import { pooled, scoreTable } from './score-table.ts';

const document = '01-lantern.txt';
const evidence = [{ document, quote: 'Oda Brill met Janek Tull in Quell on 1 March for three hours' }];
const KNOWN: Answers = {
  ...ANSWERS,
  meetings: [
    {
      id: 'quell',
      participants: ['brill', 'tull'],
      date: '2040-03-01',
      place: 'quell',
      channel: 'in person',
      duration: 'three hours; five hours',
      status: 'held',
      sides: [],
      representations: [{ who: 'brill', for: 'words:the harbour board', polarity: 'positive', evidence }],
      attendance: [],
      evidence,
    },
  ],
};

const scores = async (change: (made: Case) => Case = (made) => made, answers = KNOWN): Promise<readonly Score[]> => {
  const documents = await inventedDocuments();
  return scoreLedgers({
    answers,
    case: change(caseOf(knownCase(answers, documents).resolved)),
    documents,
    readings: [],
  });
};
const counts = (all: readonly Score[], kind: string): readonly (number | null)[] => {
  const score = all.find((one) => one.kind === kind);
  if (score === undefined) throw new Error(`no line ${kind}`);
  return [score.known, score.found, score.made, score.right];
};

describe('scoreLedgers', () => {
  it('finds a meeting of known claims with its fields, and takes "disputed" for right where a claim denies it', async () => {
    const all = await scores();
    expect(counts(all, 'meetings')).toEqual([1, 1, 1, 1]);
    expect(counts(all, 'meetings: participants')).toEqual([2, 2, 2, 2]);
    expect(counts(all, 'meetings: date')).toEqual([1, 1, 1, 1]);
    expect(counts(all, 'meetings: place')).toEqual([1, 1, 1, 1]);
    expect(counts(all, 'meetings: status')).toEqual([1, 1, 1, 1]);
    expect(counts(all, 'meetings: representation').slice(0, 2)).toEqual([1, 0]);
  });

  it('counts a row of other people as wrong and the known one as missed', async () => {
    const all = await scores((made) => ({
      ...made,
      meetings: made.meetings.map((row) => ({ ...row, participants: ['quell'] })),
    }));
    expect(counts(all, 'meetings')).toEqual([1, 0, 1, 1]);
    const invented = await scores((made) => ({
      ...made,
      meetings: made.meetings.map((row) => ({ ...row, participants: ['nobody'] })),
    }));
    expect(counts(invented, 'meetings')).toEqual([1, 0, 1, 0]);
  });

  it('finds a mandate by who has it, from whom, and whether it is denied', async () => {
    const mandate = (polarity: 'positive' | 'negative') => (made: Case) => ({
      ...made,
      meetings: made.meetings.map((row) => ({
        ...row,
        representations: [
          { who: 'brill', for: { text: 'the harbour board', entity: null }, polarity, claims: [], evidence: [] },
        ],
      })),
    });
    expect(counts(await scores(mandate('positive')), 'meetings: representation')).toEqual([1, 1, 1, 1]);
    expect(counts(await scores(mandate('negative')), 'meetings: representation')).toEqual([1, 0, 1, 0]);
  });

  it('counts a path over a barred step as wrong and as not avoided', async () => {
    const hop = { tie: 't', from: 'brill', to: 'tull', validFrom: null, validTo: null, origins: 1, status: null };
    const overlap = { verdict: 'unknown', interval: null, reasons: [] } as const;
    const all = await scores(
      (made) => ({
        ...made,
        interests: [
          {
            id: 'i',
            negotiator: 'brill',
            gains: 'tull',
            deal: 'd',
            path: [hop],
            weakest: null,
            overlap,
            against: [],
            evidence: [],
          },
        ],
      }),
      { ...KNOWN, notInterests: [{ between: ['brill', 'tull'], why: 'a namesake' }] },
    );
    expect(counts(all, 'interests')).toEqual([0, 0, 1, 0]);
    expect(counts(all, 'interests: steps that must not be, avoided')).toEqual([1, 0, null, null]);
  });
});

describe('scoreTable', () => {
  it('adds up cases and leaves precision empty where it cannot be told', () => {
    const line = (made: number | null): Score => ({ kind: 'a', known: 2, found: 1, made, right: made, shortfalls: [] });
    expect(scoreTable(pooled([[line(1)], [line(2)]]))).toContain('| a | 4 | 2 | 0.50 | 3 | 3 | 1.00 |');
    expect(scoreTable([line(null)])).toContain('| a | 2 | 1 | 0.50 |  |  |  |');
    expect(scoreTable([line(1)], [line(2)])).toContain('| a | 2 | 1 | 0.50 | 1 | 1 | 1.00 | 0.50 | 1.00 |');
  });
});
