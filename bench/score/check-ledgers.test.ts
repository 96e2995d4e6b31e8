import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { checkLedgers } from './check-ledgers.ts';
import { ANSWERS, TEXTS } from './invented-answers.ts';

const document = '01-lantern.txt';
const quote = 'Oda Brill met Janek Tull in Quell on 1 March for three hours';
const evidence = [{ document, quote }];
const faults = (more: Partial<Answers>): readonly string[] =>
  checkLedgers({ ...ANSWERS, ...more }, (place) =>
    (TEXTS as Readonly<Record<string, string>>)[place.document]?.includes(place.quote) === true
      ? []
      : ['no such quote'],
  );

const MEETING: Answers['meetings'][number] = {
  id: 'm1',
  participants: ['brill', 'tull'],
  date: '2040-03-01',
  place: 'quell',
  channel: 'in person',
  duration: null,
  status: 'held',
  evidence,
};
const TIES: Answers['ties'] = [
  { id: 't1', kind: 'friendship', between: ['brill', 'tull'], words: 'friends', polarity: 'positive', evidence },
  { id: 't2', kind: 'ownership', between: ['tull', 'quell'], words: 'owns', polarity: 'positive', evidence },
];
const DEALS: Answers['deals'] = [{ id: 'd1', parties: ['brill'], asset: 'quell', stage: 'agreed', evidence }];
const CONDITION = { form: 'stated', deals: ['d1'], needs: [], by: [], status: 'open', evidence } as const;

describe('checkLedgers', () => {
  it('finds nothing wrong with ledgers that keep the rules', () => {
    const interest = { id: 'i1', negotiator: 'brill', gains: 'quell', deal: 'd1', overlap: null, against: [] };
    expect(
      faults({
        meetings: [{ ...MEETING, sides: [{ name: 'Quell', participants: ['brill'] }] }],
        ties: TIES,
        deals: DEALS,
        conditions: [{ ...CONDITION, id: 'k1', text: 'a vote' }],
        whatIf: [{ holds: ['k1'], fails: [], opens: ['d1'], closes: [], gains: ['brill'] }],
        interests: [{ ...interest, path: ['t1', 't2'], weakest: 't2' }],
      }),
    ).toEqual([]);
  });

  it('tells quotes of parts of a row that are not there, people who are none, and one who is on two sides', () => {
    const sides = [
      { name: 'Quell', participants: ['brill'] },
      { name: 'Tirzan', participants: ['brill', 'orme'] },
    ];
    const bypassed = [
      { who: 'words:the council', polarity: 'positive', evidence: [{ document, quote: 'They dined' }] },
    ];
    expect(faults({ meetings: [{ ...MEETING, sides, bypassed, date: 'early March' }] })).toEqual([
      'meetings m1: 01: no such quote',
      'meeting m1: no entity orme',
      'meeting m1: brill on two sides',
      'meeting m1: date early March',
    ]);
  });

  it('tells what does not follow from the conditions, and needs that are nothing', () => {
    expect(
      faults({
        deals: DEALS,
        conditions: [{ ...CONDITION, id: 'k1', text: 'a vote', needs: ['k2'] }],
        whatIf: [{ holds: [], fails: ['k1'], opens: [], closes: [], gains: [] }],
      }),
    ).toEqual(['condition k1: need k2', 'what if 1: closes nothing, the graph says d1']);
  });

  it('tells a path whose ties do not join, and one that steps over a denied tie', () => {
    const interest = { negotiator: 'brill', gains: 'quell', deal: 'd1', weakest: null, overlap: null, against: [] };
    const [, owns] = TIES;
    if (owns === undefined) throw new Error('a tie is missing');
    expect(
      faults({
        deals: DEALS,
        ties: [...TIES, { ...owns, id: 't3', between: ['brill', 'quell'], polarity: 'negative' }],
        interests: [
          { ...interest, id: 'i1', path: ['t2'] },
          { ...interest, id: 'i2', path: ['t3'] },
        ],
      }),
    ).toEqual([
      'interest i1: its ties do not lead from brill to quell',
      'interest i2: steps over a tie that is denied',
    ]);
  });
});
