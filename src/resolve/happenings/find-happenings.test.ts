import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft } from '../../../tests/build-resolved.ts';
import type { MentionType } from '../../model/index.ts';
import { findHappenings } from '../find-happenings.ts';

type Draft = Omit<ClaimDraft, 'thing'>;

const TYPES: Readonly<Record<string, MentionType>> = {
  Ostra: 'place',
  Lindia: 'place',
  Tirzan: 'place',
  Velm: 'place',
  'Hotel Brasse': 'facility',
  'Azotna Group': 'organization',
  'Kelmar Holding': 'organization',
  'Linden Gas': 'organization',
  'Finance Ministry': 'publicBody',
  'Foreign Ministry': 'publicBody',
  'Foreign Ministry of Ostra': 'publicBody',
};
const typeOf = (id: string): MentionType | null => TYPES[id] ?? (id.includes(' ') ? 'person' : null);

/** Groups of two or more, each as the documents of its claims. */
const groups = (...drafts: readonly Draft[]): readonly string[] => {
  const { claims } = buildResolved({ claims: drafts.map((draft) => ({ ...draft, thing: draft.in })) });
  const document = new Map(claims.map(({ id, document: name }) => [id, name]));
  return findHappenings(claims, typeOf)
    .filter(({ claims: ids }) => ids.length > 1)
    .map(({ claims: ids }) => ids.map((id) => document.get(id)).join(' '))
    .sort();
};

const meeting = (
  document: string,
  people: readonly string[],
  more: Partial<Draft> & { place?: string } = {},
): Draft => {
  const { place, ...rest } = more;
  return {
    in: document,
    type: 'meeting',
    roles: { participant: people, ...(place === undefined ? {} : { place: [place] }) },
    ...rest,
  };
};
const BOTH = ['Ana Mora', 'Osman Hadari'];

describe('meetings', () => {
  it('H1 takes delegations told piece by piece as one through a claim that names them all', () => {
    const when = { date: '2031-05', place: 'Tirzan' };
    const pieces = [meeting('b', ['Ana Mora', 'Ostra'], when), meeting('c', ['Osman Hadari', 'Lindia'], when)];
    expect(groups(...pieces)).toEqual([]);
    expect(groups(meeting('a', [...BOTH, 'Ostra', 'Lindia'], when), ...pieces)).toEqual(['a b c']);
  });

  it('H1 takes two reports of what one go-between carried in a month as one, and no denial of a call for a denial of it', () => {
    const carried = (document: string, roles: Draft['roles']): Draft => ({
      in: document,
      type: 'call',
      roles,
      date: '2031-02',
      properties: { channel: 'mediator' },
    });
    const one = carried('a', { participant: ['Ana Mora', '~the Ostran minister'], mediator: ['Father Lorne'] });
    const other = carried('b', { participant: ['Ostra'], mediator: ['Father Lorne'] });
    expect(groups(one, other)).toEqual(['a b']);
    expect(groups(one, { ...other, date: '2031-07' })).toEqual([]);
    const denied: Draft = {
      in: 'c',
      type: 'call',
      roles: { participant: BOTH },
      date: null,
      polarity: 'negative',
      properties: { channel: 'call' },
    };
    expect(groups(carried('a', { participant: BOTH, mediator: ['Father Lorne'] }), denied)).toEqual([]);
  });

  it('H1 asks for more than the same two states', () => {
    const states = (document: string, place: string): Draft =>
      meeting(document, ['Ostra', 'Lindia'], { date: null, place });
    expect(groups(states('a', 'Tirzan'), states('b', 'Tirzan'))).toEqual(['a b']);
    const open = meeting('b', ['Ostra', 'Lindia'], { date: null });
    expect(groups(states('a', 'Tirzan'), open)).toEqual([]);
  });

  it('H12 keeps what will not come about as planned apart from what was', () => {
    const held = meeting('a', BOTH, { date: '2029', place: 'Tirzan' });
    const off = meeting('b', BOTH, { date: null, place: 'Tirzan', polarity: 'negative', tense: 'future' });
    expect(groups(held, off)).toEqual([]);
    expect(groups(held, { ...off, tense: 'non-future' })).toEqual(['a b']);
  });

  it('H1 keeps apart what was in two months, though no year is told, and a call from what is only said to be a meeting', () => {
    const told = (words: string): Draft => meeting('a', BOTH, { date: null, dateWords: words });
    expect(groups(told('on May 14'), told('in late March'))).toEqual([]);
    expect(groups(told('on May 14'), told('in mid-May'))).toEqual(['a a']);
    const one = meeting('a', ['Ana Mora'], {
      date: null,
      dateWords: '14 May',
      roles: { participant: ['Ana Mora', '~the traveller'] },
    });
    const other = (words: string) => meeting('b', BOTH, { date: null, dateWords: words });
    expect(groups(one, other('May 14'))).toEqual(['a b']);
    expect(groups(one, other('May 24th'))).toEqual([]);
    expect(groups(one, other('on the 14th'))).toEqual([]);
    const call: Draft = { in: 'a', type: 'call', roles: { participant: BOTH }, properties: { channel: 'call' } };
    expect(groups(meeting('a', BOTH), call)).toEqual([]);
    expect(groups(meeting('a', BOTH), meeting('a', BOTH))).toEqual(['a a']);
  });

  it('H1 never takes visits to two places as one, nor a visit and the denial of one elsewhere', () => {
    const visit = (document: string, place: string, more: Partial<Draft> = {}): Draft => ({
      in: document,
      type: 'visit',
      roles: { visitor: ['Ana Mora'], place: [place] },
      ...more,
    });
    const origins = ['Meridian'];
    expect(groups(visit('a', 'Tirzan', { origins }), visit('b', 'Velm', { origins, polarity: 'negative' }))).toEqual(
      [],
    );
    expect(groups(visit('a', 'Tirzan', { origins }), visit('b', 'Tirzan', { origins, polarity: 'negative' }))).toEqual([
      'a b',
    ]);
    // A town and a country that it does not lie in, as the gazetteer knows them.
    const never = (place: string): Draft => visit('b', place, { origins, polarity: 'negative' });
    expect(groups(visit('a', 'Graz', { origins }), never('Norway'))).toEqual([]);
  });

  it('H1 takes parties described alike on one day at one place as one, and other places as others', () => {
    const named = meeting('a', BOTH, { date: '2031-10-03', place: 'Velm' });
    const described = (place: string): Draft => meeting('b', ['~the foreign ministers'], { date: '2031-10-03', place });
    expect(groups(named, described('Velm'))).toEqual(['a b']);
    expect(groups(named, described('Tirzan'))).toEqual([]);
  });

  it('H1 keeps a call apart from a meeting of the same people on the same day', () => {
    const call: Draft = { in: 'b', type: 'call', roles: { participant: BOTH }, date: '2031-05-14' };
    expect(groups(meeting('a', BOTH, { date: '2031-05-14', properties: { channel: 'in person' } }), call)).toEqual([]);
  });

  it('H1 keeps apart two meetings of one person, each with somebody else', () => {
    const when = { date: '2031-05', place: 'Tirzan' };
    expect(groups(meeting('a', BOTH, when), meeting('b', ['Ana Mora', 'Lena Varga'], when))).toEqual([]);
  });

  it('H2 leaves alone what fits two meetings as well, and joins it where there is one', () => {
    const [first, second] = [meeting('a', BOTH, { date: '2031-05-07' }), meeting('b', BOTH, { date: '2031-05-14' })];
    const vague = meeting('c', BOTH, { date: '2031-05' });
    expect(groups(first, second, vague)).toEqual([]);
    expect(groups(first, vague)).toEqual(['a c']);
  });

  it('H3 takes days that follow each other, and a slip of few days at one place, for one meeting', () => {
    const on = (document: string, date: string): Draft => meeting(document, BOTH, { date, place: 'Hotel Brasse' });
    expect(groups(on('a', '2031-05-14'), on('b', '2031-05-15'))).toEqual(['a b']);
    expect(groups(on('a', '2031-05-14'), on('b', '2031-05-17'))).toEqual(['a b']);
    expect(groups(on('a', '2031-05-14'), on('b', '2031-05-21'))).toEqual([]);
    // One that tells of both knows that they are two.
    expect(groups(on('a', '2031-05-14'), on('b', '2031-05-17'), on('b', '2031-05-14'))).toEqual(['a b']);
  });

  it('H15 takes a figure too many in a day for a slip where most of the people and the place are the same', () => {
    const people = [...BOTH, 'Lena Varga'];
    const on = (document: string, date: string, place = 'Velm'): Draft => meeting(document, people, { date, place });
    expect(groups(on('a', '2031-05-03'), on('b', '2031-05-13'))).toEqual(['a b']);
    expect(groups(on('a', '2031-05-03'), on('b', '2031-05-12'))).toEqual([]);
    expect(groups(on('a', '2031-05-03'), on('b', '2031-05-13', 'Tirzan'))).toEqual([]);
    expect(groups(on('a', '2031-05-03'), on('b', '2031-05-13'), on('b', '2031-05-03'))).toEqual(['a b']);
  });

  it('H15 lets states on the second day join persons on the first through one that names both', () => {
    const place = 'Hotel Brasse';
    const persons = meeting('a', BOTH, { date: '2031-05-14', place });
    const states = meeting('b', ['Ostra', 'Lindia'], { date: '2031-05-15', place });
    const all = meeting('c', [...BOTH, 'Ostra', 'Lindia'], { date: '2031-05-14/2031-05-15', place });
    expect(groups(persons, states)).toEqual([]);
    expect(groups(persons, states, all)).toHaveLength(1);
  });

  it('H1 knows a villa outside a town for a place in it', () => {
    const talks = (document: string, place: string, quote: string): Draft =>
      meeting(document, BOTH, { date: '2031-05', place, quote });
    const villa = talks('a', 'Orvik', 'They met at a villa in Orvik, outside Tirzan.');
    expect(groups(villa, talks('b', 'Tirzan', 'They met in Tirzan.'))).toEqual(['a b']);
    expect(groups(villa, talks('b', 'Velm', 'They met in Velm.'))).toEqual([]);
  });

  it('H1 counts a topic that both name, whatever it is called', () => {
    const about = (document: string, topic: string): Draft => ({
      in: document,
      type: 'call',
      roles: { participant: ['Ana Mora', '~a minister'], topic: [topic] },
      date: '2031-05',
    });
    expect(groups(about('a', 'Licence 7'), about('b', 'Licence 7'))).toEqual(['a b']);
  });

  it('H12 keeps a denial of one pair from a meeting of one of them with somebody else', () => {
    const when = { date: '2031-06', place: 'Velm' };
    const denial = meeting('a', ['Lena Varga', 'Osman Hadari'], { ...when, polarity: 'negative' });
    const all = meeting('b', [...BOTH, 'Lena Varga'], when);
    expect(groups(denial, meeting('c', BOTH, when))).toEqual([]);
    expect(groups(denial, all, meeting('c', BOTH, when))).toEqual(['a b']);
  });
});

describe('deals', () => {
  const deal = (document: string, more: Partial<Draft> & Pick<Draft, 'roles'>): Draft => ({
    in: document,
    type: 'deal',
    properties: { kind: 'stake' },
    ...more,
  });
  const share = '~12 per cent of Linden Gas';

  it('H5 takes a firm and who owns it as one buyer of the same share', () => {
    const owns: Draft = {
      in: 'c',
      type: 'ownership',
      roles: { owner: ['Lena Varga'], owned: ['Kelmar Holding'] },
    };
    const firm = deal('a', { roles: { party: ['Kelmar Holding'], asset: [share] } });
    const owner = deal('b', { roles: { party: ['Lena Varga'], asset: [share] } });
    expect(groups(firm, owner, owns)).toEqual(['a b']);
    expect(groups(firm, owner)).toEqual([]);
  });

  it('H5 keeps rival offers for one thing apart', () => {
    const offer = (document: string, offerer: string): Draft => ({
      in: document,
      type: 'offer',
      properties: { kind: 'purchase' },
      roles: { offerer: [offerer], recipient: ['Linden Gas'], asset: ['Linden Gas'] },
    });
    expect(groups(offer('a', 'Azotna Group'), offer('b', 'Kelmar Holding'))).toEqual([]);
    expect(groups(offer('a', 'Azotna Group'), offer('b', 'Azotna Group'))).toEqual(['a b']);
  });

  it('H16 takes what another offers months later for another offer', () => {
    const owns: Draft = { in: 'c', type: 'ownership', roles: { owner: ['Azotna Group'], owned: ['Kelmar Holding'] } };
    const offer = (document: string, offerer: string, date: string): Draft => ({
      in: document,
      type: 'offer',
      properties: { kind: 'purchase' },
      roles: { offerer: [offerer], asset: ['Linden Gas'] },
      date,
    });
    const first = offer('a', 'Azotna Group', '2031-05-02');
    expect(groups(first, offer('b', 'Kelmar Holding', '2031-05-09'), owns)).toEqual(['a b']);
    expect(groups(first, offer('b', 'Kelmar Holding', '2031-11-09'), owns)).toEqual([]);
  });

  it('H16 keeps land in a town from a company of its name, and knows an asset by the words of the other report', () => {
    const buys = (document: string, asset: string, quote = 'A purchase.'): Draft => ({
      in: document,
      type: 'offer',
      properties: { kind: 'purchase' },
      roles: { offerer: ['Azotna Group'], asset: [asset] },
      quote,
    });
    expect(groups(buys('a', 'Linden Gas'), buys('b', '~land in Linden Gas'))).toEqual([]);
    expect(groups(buys('a', 'Linden Gas'), buys('b', '~a stake in Linden Gas'))).toEqual(['a b']);
    const sold = (document: string, asset: string, quote: string): Draft =>
      deal(document, {
        roles: { party: ['Azotna Group', 'Lena Varga'], asset: [asset], amount: ['~310 million crowns'] },
        quote,
      });
    const estate = sold('a', 'Orvik', 'Sixty acres of pasture at Orvik.');
    expect(groups(estate, sold('b', '~sixty acres of grass', 'For grass.'))).toEqual(['a b']);
  });

  it('H5 keeps two shares of one company apart', () => {
    const sold = (document: string, asset: string): Draft =>
      deal(document, { roles: { party: ['Azotna Group'], asset: ['Linden Gas'], amount: [`~${asset}`] } });
    expect(groups(sold('a', '12 percent'), sold('b', 'forty percent'))).toEqual([]);
    expect(groups(sold('a', '40 percent'), sold('b', 'forty percent'))).toEqual(['a b']);
  });
});

describe('licences and sanctions', () => {
  const waiver = (document: string, more: Partial<Draft> = {}): Draft => ({
    in: document,
    type: 'waiver',
    roles: { beneficiary: ['Osman Hadari'] },
    properties: { status: 'granted' },
    origins: ['Meridian'],
    ...more,
  });
  const on = (date: string, status = 'granted'): Partial<Draft> => ({ date, properties: { status } });

  it('H9 takes asking and granting as stages of one, and what is asked for afterwards as another', () => {
    expect(groups(waiver('a', on('2031-04', 'asked')), waiver('b', on('2031-05-09')))).toEqual(['a b']);
    expect(groups(waiver('a', on('2031-05-30', 'asked')), waiver('b', on('2031-05-09')))).toEqual([]);
  });

  it('H9 takes two grants at two times as two', () => {
    expect(groups(waiver('a', { ...on('2031-05-09'), origins: ['Quay'] }), waiver('b', on('2031-06-20')))).toEqual([]);
  });

  it('H9 keeps a denial of asking from claims that name somebody else as asking', () => {
    const asked = waiver('a', { roles: { beneficiary: ['Osman Hadari'], requester: ['Ana Mora'] } });
    const denial = (requester: string): Draft =>
      waiver('b', { roles: { beneficiary: ['Osman Hadari'], requester: [requester] }, polarity: 'negative' });
    expect(groups(asked, denial('Ana Mora'))).toEqual(['a b']);
    expect(groups(asked, denial('Finance Ministry'))).toEqual([]);
  });

  it('H9 joins what does not name the holder to the only licence of its story, unless something tells the two apart', () => {
    const granted = (
      document: string,
      authority: string,
      beneficiary: string | null,
      more: Partial<Draft> = {},
    ): Draft =>
      waiver(document, {
        roles: { authority: [authority], ...(beneficiary === null ? {} : { beneficiary: [beneficiary] }) },
        ...more,
      });
    const named = granted('a', 'Finance Ministry', 'Osman Hadari', { duration: 'P14D' });
    expect(groups(named, granted('b', 'Ana Mora', '~the visitor'))).toEqual(['a b']);
    expect(groups(named, granted('b', 'Ana Mora', null))).toEqual(['a b']);
    expect(groups(named, granted('b', 'Ana Mora', '~another banker'))).toEqual([]);
    expect(groups(named, granted('b', 'Ana Mora', '~the visitor', { duration: 'P10D' }))).toEqual([]);
    expect(groups(named, granted('b', 'Ana Mora', '~the visitor', { origins: ['Quay'] }))).toEqual([]);
  });

  it('H9 takes licences of two ministries as two, and a shorter name of one as that one', () => {
    const by = (document: string, authority: string): Draft =>
      waiver(document, { roles: { beneficiary: ['Osman Hadari'], authority: [authority] }, origins: [document] });
    expect(groups(by('a', 'Finance Ministry'), by('b', 'Foreign Ministry'))).toEqual([]);
    const sides = [by('a', 'Foreign Ministry'), by('b', 'Foreign Ministry of Ostra')];
    expect(groups(...sides.map((one) => ({ ...one, date: '2031-05' })))).toEqual(['a b']);
  });

  it('H8 takes lists of two states as two sanctions', () => {
    const listed = (document: string, authority: string): Draft => ({
      in: document,
      type: 'sanction',
      roles: { target: ['Osman Hadari'], authority: [authority] },
      properties: { status: 'imposed' },
    });
    expect(groups(listed('a', 'Ostra'), listed('b', 'Ostra'))).toEqual(['a b']);
    expect(groups(listed('a', 'Ostra'), listed('b', 'Lindia'))).toEqual([]);
  });
});

describe('proposals, ties and conditions', () => {
  const plan = (document: string, words: string, more: Partial<Draft> = {}): Draft => ({
    in: document,
    type: 'proposal',
    roles: { proposal: [`~${words}`], author: ['Ana Mora'] },
    ...more,
  });

  it('H6 keeps a counter-plan apart', () => {
    expect(groups(plan('a', 'the plan'), plan('a', 'the paper'))).toEqual(['a a']);
    expect(groups(plan('a', 'the plan'), plan('a', 'a rival plan'))).toEqual([]);
  });

  it('H18 takes a denial that there is any paper for one of the only plan of the story', () => {
    const cast = ['a', 'b'].map((document) => meeting(document, [...BOTH, 'Lena Varga'], { date: '2031-05-14' }));
    const paper: Draft = { in: 'a', type: 'proposal', roles: { proposal: ['~a paper'] }, origins: ['Quay'] };
    const denial = (roles: Draft['roles']): Draft => ({
      in: 'b',
      type: 'proposal',
      roles: { proposal: ['~any document'], ...roles },
      polarity: 'negative',
      origins: ['Ministry'],
    });
    const plans = (...drafts: readonly Draft[]): readonly string[] => groups(...cast, ...drafts);
    expect(plans(paper, denial({}))).toEqual(['a b', 'a b']);
    expect(plans(paper, denial({ recipient: ['Ana Mora'] }))).toEqual(['a b']);
    const named = (name: string): Draft => plan('a', name, { roles: { proposal: [name] } });
    expect(plans(named('Velm Plan'), named('Tirzan Plan'), denial({}))).toEqual(['a b']);
  });

  it('H18 takes pieces of one exchange for one where they stand near each other', () => {
    const piece = (asset: string, at: number): Draft => ({
      in: 'a',
      type: 'deal',
      roles: { party: ['Ostra', 'Lindia'], asset: [`~${asset}`] },
      properties: { kind: 'other', stage: 'in talks' },
      at,
    });
    expect(groups(piece('nine sailors', 100), piece('two trawlers', 400))).toEqual(['a a']);
    expect(groups(piece('nine sailors', 100), piece('two trawlers', 4000))).toEqual([]);
  });

  it('H10 takes until and since one year as two times of a tie', () => {
    const tie = (document: string, date: string, polarity: 'positive' | 'negative'): Draft => ({
      in: document,
      type: 'tie',
      roles: { from: ['Ana Mora'], to: ['Linden Gas'] },
      properties: { kind: 'directorship', words: 'on the board' },
      date,
      polarity,
    });
    expect(groups(tie('a', '../2026', 'positive'), tie('b', '2026/..', 'negative'))).toEqual([]);
    expect(groups(tie('a', '../2026', 'positive'), tie('b', '../2026', 'negative'))).toEqual(['a b']);
  });

  it('H10 takes a share of who owns the owner as one, and of another owner as another', () => {
    const owns = (document: string, owner: string, owned: string, share?: string): Draft => ({
      in: document,
      type: 'ownership',
      roles: { owner: [owner], owned: [owned], ...(share === undefined ? {} : { share: [`~${share}`] }) },
    });
    const direct = owns('a', 'Kelmar Holding', 'Linden Gas', 'a quarter');
    const through = owns('b', 'Lena Varga', 'Linden Gas', '25%');
    expect(groups(direct, through, owns('c', 'Lena Varga', 'Kelmar Holding'))).toEqual(['a b']);
    expect(groups(direct, through)).toEqual([]);
  });

  it('H17 keeps a denied tie of business from one told in other words, and two posts at one body apart', () => {
    const tie = (document: string, kind: string, words: string, more: Partial<Draft> = {}): Draft => ({
      in: document,
      type: 'tie',
      roles: { from: ['Ana Mora'], to: ['Linden Gas'] },
      properties: { kind, words },
      ...more,
    });
    const no = { polarity: 'negative' as const };
    expect(groups(tie('a', 'business', 'backed by'), tie('b', 'business', 'no part in its management', no))).toEqual(
      [],
    );
    expect(groups(tie('a', 'business', 'backed by'), tie('b', 'business', 'not backed by', no))).toEqual(['a b']);
    expect(groups(tie('a', 'employment', 'managing editor'), tie('b', 'directorship', 'chairs it'))).toEqual([]);
    expect(groups(tie('a', 'employment', 'director'), tie('b', 'directorship', 'a director of it'))).toEqual(['a b']);
  });

  it('H17 takes two descriptions that have only "company" in common for two', () => {
    const owns = (document: string, owned: string): Draft => ({
      in: document,
      type: 'ownership',
      roles: { owner: ['Ana Mora'], owned: [`~${owned}`] },
      origins: ['Quay'],
    });
    expect(groups(owns('a', 'a company for the harbour'), owns('b', "the seller's companies"))).toEqual([]);
    expect(groups(owns('a', 'a company for the harbour'), owns('b', 'the harbour company'))).toEqual(['a b']);
  });

  it('H11 takes conditions that name the same two things as one', () => {
    const hangs = (document: string, dependent: string, condition: string): Draft => ({
      in: document,
      type: 'condition',
      roles: { dependent: [`~${dependent}`], condition: [`~${condition}`] },
    });
    const names = [meeting('n', ['Ostra', 'Linden Gas'])];
    expect(
      groups(
        ...names,
        hangs('a', 'the sale of Linden Gas', 'Ostra opens the strait'),
        hangs('b', 'Linden Gas changes hands', 'only once Ostra lets ships pass'),
      ),
    ).toEqual(['a b']);
    expect(
      groups(
        ...names,
        hangs('a', 'the sale of Linden Gas', 'the strait is open'),
        hangs('b', 'a visit to Ostra', 'the snow melts'),
      ),
    ).toEqual([]);
  });
});
