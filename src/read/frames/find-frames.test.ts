import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownOf } from '../../../tests/known-of.ts';
import { recognisedIn } from '../../../tests/network.ts';
import type { Frame, Span } from '../../model/index.ts';
import { loadBeat } from '../beats/index.ts';
import { findFrames } from './find-frames.ts';

const beat = loadBeat(join(import.meta.dirname, '../../../beats/diplomacy'));

interface Read {
  readonly type: string;
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly time: string | null;
  readonly duration: string | null;
  readonly conditions: readonly string[];
  readonly frame: Frame;
}

const readFrames = async (passage: string): Promise<readonly Read[]> => {
  const text = `${beat.cast}\n\n${passage}`;
  const known = knownOf(text, '2031-05-20', await recognisedIn(text));
  const words = ([start, end]: Span): string => known.text.slice(start, end);
  const time = (id: string | null): string | null => {
    const found = known.times.find((each) => each.id === id);
    return found === undefined ? null : words([found.start, found.end]);
  };
  return findFrames(beat, known)
    .filter(({ trigger }) => trigger[0] > beat.cast.length)
    .map((frame) => ({
      type: frame.type,
      roles: Object.fromEntries(Object.entries(frame.roles).map(([role, spans]) => [role, spans.map(words)])),
      time: time(frame.time),
      duration: time(frame.duration),
      conditions: frame.conditions.map(({ span }) => words(span)),
      frame,
    }));
};

const one = async (type: string, passage: string): Promise<Read | undefined> =>
  (await readFrames(passage)).find((read) => read.type === type);

describe('findFrames', () => {
  it.each<[string, string, Readonly<Record<string, readonly string[]>>]>([
    ['meeting', 'Tomas Hale met Irina Veld in Lorne.', { participant: ['Tomas Hale', 'Irina Veld'], place: ['Lorne'] }],
    ['meeting', 'Irina Veld, who met Tomas Hale in May, left Brask.', { participant: ['Irina Veld', 'Tomas Hale'] }],
    [
      'meeting',
      'Tomas Hale agreed to meet Irina Veld in Brask.',
      { participant: ['Tomas Hale', 'Irina Veld'], place: ['Brask'] },
    ],
    [
      'meeting',
      'A series of meetings between Tomas Hale and Irina Veld followed.',
      { participant: ['Tomas Hale', 'Irina Veld'] },
    ],
    [
      'meeting',
      'In talks with Irina Veld, Tomas Hale mentioned the port.',
      { participant: ['Irina Veld', 'Tomas Hale'] },
    ],
    [
      'meeting',
      'The two men, Tomas Hale and Marek Voss, met in Lorne.',
      { participant: ['Tomas Hale', 'Marek Voss'], place: ['Lorne'] },
    ],
    [
      'meeting',
      'Tomas Hale met an executive of Norel Group in Lorne.',
      { participant: ['Tomas Hale', 'an executive of Norel Group'], place: ['Lorne'] },
    ],
    [
      'meeting',
      'The Lorne meeting between Tomas Hale and Irina Veld was short.',
      { participant: ['Tomas Hale', 'Irina Veld'], place: ['Lorne'] },
    ],
    [
      'sanction',
      'Irina Veld was blacklisted by the treasury.',
      { target: ['Irina Veld'], authority: ['the treasury'] },
    ],
    [
      'sanction',
      'Irina Veld, whom Aldmark sanctioned in 2027, stayed away.',
      { target: ['Irina Veld'], authority: ['Aldmark'] },
    ],
    ['tie', "Tomas Hale's brother-in-law, Marek Voss, left Lorne.", { from: ['Marek Voss'], to: ['Tomas Hale'] }],
    ['tie', 'Tomas Hale and Marek Voss have been friends since 2009.', { from: ['Tomas Hale'], to: ['Marek Voss'] }],
    [
      'waiver',
      'The treasury issued a waiver allowing Irina Veld to enter Aldmark.',
      { authority: ['The treasury'], beneficiary: ['Irina Veld'], purpose: ['enter Aldmark'] },
    ],
    [
      'proposal',
      'Tomas Hale handed the draft to Irina Veld.',
      { author: ['Tomas Hale'], proposal: ['the draft'], recipient: ['Irina Veld'] },
    ],
    [
      'deal',
      'Norel Group sold Halden Energy a stake in the refinery.',
      { party: ['Norel Group', 'Halden Energy'], asset: ['a stake in the refinery'] },
    ],
    [
      'deal',
      'Norel Group sold the newspaper to Halden Energy.',
      { party: ['Norel Group', 'Halden Energy'], asset: ['the newspaper'] },
    ],
    ['offer', 'The Norel Group was offered a stake in the refinery.', { recipient: ['Norel Group'] }],
    ['stance', 'The government said it backed the paper in principle.', { party: ['The government'] }],
    ['stance', 'The plan was rejected by Kestria.', { party: ['Kestria'], about: ['The plan'] }],
  ])('fills the roles of a %s in: %s', async (type, sentence, roles) => {
    expect((await one(type, sentence))?.roles).toMatchObject(roles);
  });

  it.each([
    ['In conversations with Marek Voss and Irina Veld nothing was said.', 'meeting'],
    ['At the meeting, Tomas Hale spoke for an hour.', 'meeting'],
    ['We had a fine summit.', 'meeting'],
    ['Irina Veld led Tomas Hale by five points.', 'tie'],
    ['Tomas Hale spoke of his friendship with Irina Veld.', 'meeting'],
    ['He called Irina Veld, of all people, a liar.', 'call'],
  ])('finds nobody to fill: %s', async (sentence, type) => {
    expect(await one(type, sentence)).toBeUndefined();
  });

  it.each([
    ['Tomas Hale met Irina Veld on 14 May 2031 in Lorne.', '14 May 2031', null],
    ['In May 2031, Tomas Hale met Irina Veld for five hours.', 'May 2031', 'five hours'],
    ["Tuesday's meeting between Tomas Hale and Irina Veld ended early.", 'Tuesday', null],
    ['Tomas Hale met Irina Veld before 3 June 2031.', null, null],
    ['Tomas Hale met Irina Veld a year after the treasury was founded in 1990.', null, null],
  ])('takes only its own time: %s', async (sentence, time, duration) => {
    const read = await one('meeting', sentence);
    expect(read).toBeDefined();
    if (time === null) expect(read?.time).toBeNull();
    else expect(read?.time).toContain(time);
    if (duration !== null) expect(read?.duration).toContain(duration);
  });

  it('reads a stake that hangs on the lifting of sanctions as conditional', async () => {
    const read = await one('deal', 'Halden Energy would buy a stake in the refinery if the sanctions were lifted.');
    expect(read?.conditions).toEqual(['the sanctions were lifted']);
  });

  it('gives a condition to the deal that the next sentence takes up', async () => {
    const reads = await readFrames(
      'Halden Energy has been in talks to buy a stake in the refinery. The deal depends on the removal of sanctions by Kestria.',
    );
    expect(reads.find(({ type }) => type === 'deal')?.conditions).toEqual(['the removal of sanctions by Kestria']);
    expect(reads.find(({ type }) => type === 'condition')?.roles.dependent).toEqual(['The deal']);
  });

  it('reads no condition in a habit, in what is told not to hang, or in an allegation without foundation', async () => {
    const sales = 'Sales to Kestria have not been conditioned on the lifting of sanctions.';
    expect((await one('condition', sales))?.frame.polarity).not.toBe('positive');
    expect(await one('condition', 'Irina Veld is a woman who never signs a deal without the approval of Hale.')).toBe(
      undefined,
    );
    const alleged = 'The allegation that the sale depends on the release of prisoners is without any foundation.';
    expect((await one('condition', alleged))?.frame.polarity).toBe('negative');
  });

  it('quotes a condition on to the noun that its last preposition belongs to', async () => {
    const words =
      'Kestria does not reject the use of the field on the understanding that the restrictions imposed by Aldmark are lifted before, and not after, the signing of a deal.';
    expect((await one('condition', words))?.roles.condition).toEqual([
      'the restrictions imposed by Aldmark are lifted before, and not after, the signing of a deal',
    ]);
  });

  it('takes a deal of two people without a thing or a sum for none, one with a body for one', async () => {
    expect(await one('deal', 'Tomas Hale struck a deal with Irina Veld.')).toBe(undefined);
    expect((await one('deal', 'Halden Energy struck a deal with the Norel Group.'))?.roles.party).toHaveLength(2);
  });

  it('does not take who a contract was made with for the one to buy, nor a month for a part of a thing', async () => {
    const read = await one(
      'deal',
      'The Norel Group signed a contract with Halden Energy to buy the refinery in April.',
    );
    expect(read?.roles.asset).toEqual(['the refinery']);
  });

  it('does not take "even if" or "asked if" for a condition', async () => {
    expect((await one('deal', 'Halden Energy would buy the refinery even if sanctions stayed.'))?.conditions).toEqual(
      [],
    );
    expect(
      (await one('meeting', 'Tomas Hale asked Irina Veld if Marek Voss had met Levan Sorokh.'))?.frame.status,
    ).toBe('hypothetical');
  });

  it('numbers frames in text order and quotes the sentence that states them', async () => {
    const reads = await readFrames('Tomas Hale met Irina Veld. Marek Voss met Levan Sorokh in Brask.');
    expect(reads.map(({ frame }) => frame.trigger[0])).toEqual(
      reads.map(({ frame }) => frame.trigger[0]).toSorted((a, b) => a - b),
    );
    const [start, end] = reads[1]?.frame.extent ?? [0, 0];
    expect(end - start).toBe('Marek Voss met Levan Sorokh in Brask.'.length);
  });

  it('reads the stage of a deal from what governs it', async () => {
    const stage = async (sentence: string): Promise<string | undefined> =>
      (await one('deal', sentence))?.frame.properties.stage;
    expect((await one('deal', 'Halden Energy is in talks to buy a stake in the refinery.'))?.frame.certainty).toBe(
      'certain',
    );
    expect(await stage('Halden Energy bought a stake in the refinery.')).toBe('done');
    expect(await stage('Halden Energy is in talks to buy a stake in the refinery.')).toBe('in talks');
    expect(await stage('Halden Energy agreed to buy a stake in the refinery.')).toBe('agreed');
    expect(await stage('Halden Energy is considering buying a stake in the refinery.')).toBe('floated');
    expect(await stage('Halden Energy offered to buy a stake in the refinery.')).toBe('offered');
  });

  it('tells who pays and who is paid, and takes a price in the next sentence for that of the deal before', async () => {
    const text = 'Halden Energy agreed to buy the refinery from Norel Group. The price is 640 million crowns.';
    const told = (await readFrames(text)).filter(({ frame }) => frame.type === 'deal');
    expect(told).toHaveLength(2);
    for (const { roles } of told) {
      expect(roles.payer).toEqual(['Halden Energy']);
      expect(roles.payee).toEqual(['Norel Group']);
    }
    expect(told[1]?.roles.amount).toEqual(['640 million crowns']);
    expect(told[1]?.frame.properties.stage).toBe('agreed');
    expect((await readFrames('The price of bread is 3 crowns.')).filter(({ frame }) => frame.type === 'deal')).toEqual(
      [],
    );
  });

  it('finds nothing in text without words of the beat', async () => {
    expect(await readFrames('The harbour was quiet and the lamps were lit.')).toEqual([]);
    expect(findFrames(beat, knownOf(''))).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['Hale described a text of twenty-eight points.', 'proposal', 'points', '28'],
    ['The plan, drafted in May, has nineteen points.', 'proposal', 'points', '19'],
    ['Kestria cannot accept the plan.', 'stance', 'stance', 'rejects'],
    ['Kestria refused to accept the plan.', 'stance', 'stance', 'rejects'],
    ['Kestria has yet to comment on the plan.', 'stance', 'stance', 'silent'],
  ])('reads in “%s” of a %s that its %s is %s, and that positively', async (passage, type, property, value) => {
    const read = await one(type, passage);
    expect(read?.frame.properties[property]).toBe(value);
    expect(read?.frame.polarity).toBe('positive');
  });

  it('leaves a plan that nobody is said to have seen denied', async () => {
    expect((await one('proposal', 'There is no plan of fourteen points.'))?.frame.polarity).toBe('negative');
    expect((await one('proposal', 'Tomas Hale had never seen a 19-point plan.'))?.frame.polarity).toBe('negative');
  });

  it('gives the share apart from what it is a share of', async () => {
    expect((await one('ownership', 'Marek Voss owns 40 per cent of Norel Group.'))?.roles).toEqual({
      owner: ['Marek Voss'],
      owned: ['Norel Group'],
      share: ['40 per cent'],
    });
  });
});

describe('what takes up an event told before', () => {
  const told = async (passage: string): Promise<readonly Read[]> =>
    (await readFrames(passage)).filter(({ frame }) => frame.rule.endsWith('resumed'));

  it('gives a later sentence those who took part', async () => {
    const [only, ...others] = await told(
      'Tomas Hale met Irina Veld in Lorne on May 3. The talks lasted almost five hours.',
    );
    expect(others).toEqual([]);
    expect(only).toMatchObject({ type: 'meeting', duration: 'almost five hours' });
    expect(only?.roles.participant).toEqual(['Tomas Hale', 'Irina Veld']);
  });

  it('names the pair that met again', async () => {
    const frames = await readFrames(
      'Tomas Hale met Irina Veld in Lorne in May. The pair met again in Brask on June 4.',
    );
    const again = frames.filter(({ frame }) => frame.rule.endsWith('named'));
    expect(again.map(({ roles, time }) => [roles.participant, time])).toEqual([
      [['Tomas Hale', 'Irina Veld'], expect.stringContaining('June 4')],
    ]);
    const alone = await readFrames('The pair met in Brask on June 4.');
    expect(alone.filter(({ frame }) => frame.rule.endsWith('named'))).toEqual([]);
  });

  it('takes up nothing that tells of others, of none before, or adds nothing', async () => {
    expect(await told('The talks lasted almost five hours.')).toEqual([]);
    expect(await told('Tomas Hale met Irina Veld in Lorne. The talks were a beginning.')).toEqual([]);
    expect(await told('Tomas Hale met Irina Veld in Lorne. Talks lasted five hours elsewhere.')).toEqual([]);
    expect(
      await told('Tomas Hale met Irina Veld on May 3. There is no evidence that the talks lasted an hour.'),
    ).toEqual([]);
  });
});

describe('two persons named right before', () => {
  it('are they whose meeting is told of, with its length', async () => {
    const [only] = (
      await readFrames(
        'One guest was Tomas Hale, the envoy. The other was Irina Veld. Their meeting in May, which went on for about seven hours, was kept from the ministry.',
      )
    ).filter(({ type }) => type === 'meeting');
    expect(only?.roles.participant).toEqual(['Tomas Hale', 'Irina Veld']);
    expect(only?.duration).toBe('about seven hours');
  });

  it('are nobody where three are named, or a name only owns something', async () => {
    const participants = async (passage: string): Promise<unknown> =>
      (await readFrames(passage)).filter(({ type }) => type === 'meeting').map(({ roles }) => roles.participant);
    expect(
      await participants('Tomas Hale, Marek Voss and Irina Veld were in Lorne. Their meeting lasted an hour.'),
    ).not.toContainEqual(['Tomas Hale', 'Irina Veld']);
    expect(
      await participants("Tomas Hale's lawyer called Irina Veld. The pair met in Lorne in May."),
    ).not.toContainEqual(['Tomas Hale', 'Irina Veld']);
  });
});

describe('findFrames: sums told beside what is sold', () => {
  it.each<[string, string, string, string]>([
    ['deal', 'Irina Veld agreed to buy the port for 171 crowns a share.', 'amountOf', 'price per share'],
    ['deal', 'Irina Veld agreed to buy the port for 171 crowns a share.', 'kind', 'purchase'],
    ['deal', 'Irina Veld bought all of Halden Energy.', 'kind', 'purchase'],
    ['stance', 'Tomas Hale turned down an offer worth 5 billion crowns from Irina Veld.', 'stance', 'rejects'],
  ])('%s: "%s" sets %s to %s', async (type, passage, name, value) => {
    expect((await one(type, passage))?.frame.properties[name]).toBe(value);
  });

  it('keeps a noun group whole over the same sum in brackets', async () => {
    const read = await one('offer', 'Irina Veld made a $38.6bn (£23.7bn) bid for Halden Energy.');
    expect(read?.roles).toMatchObject({ asset: ['Halden Energy'], amount: ['$38.6bn'] });
  });

  it('ends no condition inside a noun group', async () => {
    const read = await one('condition', 'The offer is conditional on approval by the Ministry of Trade.');
    expect(read?.roles.condition).toEqual(['approval by the Ministry of Trade']);
  });
});
