import { describe, expect, it } from 'vitest';
import type { Document } from '../../model/index.ts';
import { findBlocks } from './index.ts';

const documentOf = (text: string, more: Partial<Document> = {}): Document => ({
  id: 'doc-1',
  path: 'a.txt',
  paths: ['a.txt'],
  sha256: '0'.repeat(64),
  bytes: text.length,
  mediaType: 'text/plain',
  encoding: 'utf-8',
  text,
  title: 'Ostra and Velm hold talks',
  outlet: 'The Velm Courier',
  byline: 'Mara Lind',
  published: null,
  found: [],
  layout: [],
  anchors: [],
  steps: [],
  ...more,
});

const TITLE = 'Ostra and Velm hold talks';
const BODY = 'The envoy of Ostra met the finance minister of Velm for two hours, officials in both capitals said.';
const MORE = 'Neither side would say what was agreed, and both delegations left the port without a word to the press.';

const kindsOf = (text: string, part: string, more: Partial<Document> = {}): string =>
  [
    ...new Set(
      findBlocks(documentOf(text, more))
        .filter((block) => block.start >= text.indexOf(part) && block.end <= text.indexOf(part) + part.length)
        .map((block) => block.kind),
    ),
  ].join('+');
const atFoot = (line: string): string => kindsOf(`${TITLE}\n\n${BODY}\n\n${MORE}\n\n${line}\n`, line);
const atHead = (line: string): string => kindsOf(`${TITLE}\n\n${line}\n\n${BODY}\n\n${MORE}`, line);

describe('what stands at the edges of a report', () => {
  it.each([
    ['credits', 'Mara Lind teaches the history of law in Velm. Her new book is out in May.'],
    ['credits', 'The writer is a former ambassador of Velm to Ostra.'],
    ['credits', 'Tom Ferro is professor of law at the University of Velm and the author of "Quiet Water".'],
    ['credits', 'Mara Lind reported from Velm, and Tom Ferro from Ostra City. Ana Berg contributed research.'],
    ['credits', 'Producer: Tom Ferro. Sound: Ana Berg.'],
    ['credits', 'With files from Ana Berg and the Port Agency'],
    ['credits', 'The interview has been shortened.'],
    ['credits', 'First printed in the Ostra Weekly of 2 May 2031.'],
    ['credits', 'The Velm Courier is supported by the Ostran Lottery.'],
    ['byline', 'Prepared: Tom Ferro-Lund.'],
    ['advert', 'Subscriptions: Mrs A. Berg, 10 issues for 300 crowns.'],
    ['appeal', 'The Ferry, our newsletter, goes out every Friday.'],
    ['appeal', 'The Courier lives on gifts from its readers. If you can spare a crown, the address is below.'],
    ['appeal', 'Readers who have found a mistake may write to the readers’ editor, Ana Berg.'],
    ['appeal', 'Letters to the editor, Tom Ferro.'],
    ['appeal', 'This page is no longer being updated.'],
    ['appeal', '21:40 That is all from us tonight.'],
    ['appeal', '09:15 POLL: Should the port be sold?'],
    ['appeal', 'We’ll be here all day with Ana Berg on the quay.'],
    ['related', 'See page 4: The port nobody wanted'],
    ['related', 'Ostra raises port fees | Velm votes on harbour law'],
    ['credits', 'Ana Berg is an analyst at the Tarn Institute. The views are her own.'],
    ['credits', 'This transcript was made by machine and may contain errors.'],
    ['credits', 'Published by Velm Media Ltd., 4 Quay Street, Velm.'],
    ['appeal', 'Did we get something wrong? Tell us.'],
    ['appeal', 'Be the first to know! Join our Telegram.'],
    ['related', '→ The port nobody wanted'],
    ['related', 'On the subject: Ten cheap islands'],
  ])('is %s: %s', (kind, line) => {
    expect(atFoot(line)).toBe(kind);
  });

  it.each([
    'Tom Ferro is a writer of letters, the minister said.',
    'Readers of the treaty will find no map.',
    'The fund is supported by the Ostran state.',
    'The envoy is a former editor of a Velm newspaper, two officials said.',
    'The interview was conducted in a rented house, where the minister said that the talks would go on.',
    'Sponsored talks between the two sides broke off in May.',
    'The port lives on gifts from the ministry.',
    'Ana Berg is the envoy of Ostra to Velm.',
    'Help us, the envoy wrote in May to the minister.',
    'More talks are planned for June.',
  ])('is body: %s', (line) => {
    expect(atFoot(line)).toBe('body');
  });

  it.each([
    ['dateline', 'Velm, 2 May 2031'],
    ['dateline', 'Velm Courier | Friday 2 May 2031 | Updated 21:12'],
    ['dateline', 'VELM24 / World / 02.05.2031 11:17'],
    ['dateline', 'Vol. 12, No. 3 | May 2031'],
    ['dateline', 'For immediate release'],
    ['byline', 'By our Ostra correspondent'],
    ['byline', 'MARA LIND'],
    ['byline', 'Tom Ferro reports from Velm.'],
    ['dateline', 'Velm — 2 May 2031'],
    ['byline', 'By Mara Lind · 2 May 2031, 09:40'],
  ])('is %s at the head: %s', (kind, line) => {
    expect(atHead(line)).toBe(kind);
  });

  it('takes office and number between the outlet and the title of a paper for its head', () => {
    const text = `MINISTRY OF PORTS\nPress Office\nNo. 12-B\n\n${TITLE}\n\n${BODY}\n\n${MORE}`;
    const found: Document['found'] = [
      { field: 'outlet', value: 'MINISTRY OF PORTS', by: 'heading', span: [0, 17] },
      { field: 'title', value: TITLE, by: 'heading', span: [text.indexOf(TITLE), text.indexOf(TITLE) + TITLE.length] },
    ];
    expect(kindsOf(text, 'Press Office', { found })).toBe('dateline');
    expect(kindsOf(text, 'No. 12-B', { found })).toBe('dateline');
  });

  it('cuts a head that was stored without its line breaks', () => {
    const text = `Velm BriefMinister resigns over port2031-05-02 18:42${BODY}`;
    expect(
      findBlocks(documentOf(text, { title: null })).map(
        (block) => `${block.kind}: ${text.slice(block.start, block.end)}`,
      ),
    ).toEqual([
      'headline: Velm Brief',
      'headline: Minister resigns over port',
      'dateline: 2031-05-02 18:42',
      `body: ${BODY}`,
    ]);
  });
});

describe('interviews without labels', () => {
  const questions = [
    'Mr Lund, were you surprised?',
    'When did you first hear of it?',
    'Why in Velm?',
    'Is that a promise?',
  ];
  const answers = [
    'By the channel, no. I always thought that they would use the port.',
    'In May. My friend Ana Berg told me that she had carried a letter.',
    'I was never told. You must ask them.',
    'I would call it a hope.',
  ];
  const intro = 'Tor Lund led the talks until 2029. Mara Lind met him in his garden.';
  const note = 'Tor Lund, 68, was a diplomat of Velm for forty years.';

  it('are turns from the first question to the last answer', () => {
    const text = [TITLE, intro, ...questions.flatMap((question, i) => [question, answers[i]]), note].join('\n\n');
    for (const line of [...questions, ...answers]) expect(kindsOf(text, line)).toBe('turn');
    expect(kindsOf(text, 'Tor Lund led the talks until 2029.')).toBe('body');
    expect(kindsOf(text, 'Mara Lind met him in his garden.')).toBe('byline');
    expect(kindsOf(text, note)).toBe('body');
  });

  it('are not seen in a column that asks itself a question now and then', () => {
    const text = [
      TITLE,
      BODY,
      'What ought she to do?',
      MORE,
      BODY.replace('two', 'three'),
      MORE.replace('port', 'town'),
      'Who gains?',
      BODY.replace('two', 'four'),
    ].join('\n\n');
    expect(kindsOf(text, 'What ought she to do?')).not.toBe('turn');
  });
});

describe('advertisements read out in a show', () => {
  const show = (lines: readonly string[]): string =>
    [
      'Welcome to Harbour Light, our show about trade.',
      'Today, the talks that nobody was to know of.',
      ...lines,
      'The envoy of Ostra had flown in the night before.',
      'He met the minister in a rented house, two officials told us.',
      'Nobody took notes.',
      'Thanks for listening.',
    ].join('\n');

  it('go on to the next sponsor and to the saying that closes it', () => {
    const second =
      'And by Lindqvist Bank. Hi, I’m Olaf Lindqvist. My aunt met her first customer on a quay. Lindqvist. Your money, on your side of the water.';
    const text = show([
      'This episode is supported by Kettlesby Beds. You negotiate all day. Kettlesby brings you rest. Terms apply.',
      second,
    ]);
    expect(
      kindsOf(
        text,
        'This episode is supported by Kettlesby Beds. You negotiate all day. Kettlesby brings you rest. Terms apply.',
      ),
    ).toBe('advert');
    expect(kindsOf(text, second)).toBe('advert');
  });

  it('stand between the announced break and the return', () => {
    const sold = 'Orm and Vidal has been doing the taxes of Velm for a century. Orm and Vidal. Granted, it’s taxes.';
    const text = show(['When we come back, who gains.', sold, 'We’re back. So, the contract.']);
    expect(kindsOf(text, sold)).toBe('advert');
    expect(kindsOf(text, 'We’re back. So, the contract.')).toBe('turn');
  });
});

describe('labels of speakers', () => {
  it('may stand in a line of their own, in capitals or with a time code', () => {
    const text =
      'Harbour Light\nMARA LIND\nTor, who is he?\nTOR HALE\nA banker.\nMARA LIND\nAnd who paid?\nTOR HALE\nNobody knows.';
    expect(kindsOf(text, 'Nobody knows.', { title: null })).toBe('turn');
    const block = findBlocks(documentOf(text, { title: null })).find(
      (one) => text.slice(one.start, one.end) === 'A banker.',
    );
    expect(text.slice(...(block?.speaker ?? [0, 0]))).toBe('TOR HALE');
    const coded =
      'Harbour Light\nMara Lind 00:01\nWho is he?\nTor Hale 00:04\nA banker.\nMara Lind 00:09\nWho paid?\nTor Hale 00:12\nNobody knows.';
    expect(kindsOf(coded, 'Nobody knows.', { title: null })).toBe('turn');
  });

  it('hide no advertisement and no credit', () => {
    const lines = [
      '[00:01] Mara Lind: Today, the talks nobody was to know of.',
      '[00:40] Announcer: Support for Harbour Light comes from Kettle Lines. Calm water, good coffee.',
      '[01:10] Mara Lind: Tor, what did they agree?',
      '[01:15] Tor Hale: The envoy met the minister in a rented house.',
      '[02:00] Mara Lind: This show is made by Ana Berg and Tom Ferro.',
      '[02:04] Tor Hale: It was a pleasure.',
    ];
    const text = lines.join('\n');
    expect(lines.map((line) => kindsOf(text, line, { title: null }))).toEqual([
      'turn',
      'advert',
      'turn',
      'turn',
      'credits',
      'turn',
    ]);
  });

  it('are not the shouted headings of an article', () => {
    const text = [
      TITLE,
      'THE PORT',
      BODY,
      MORE,
      'THE MONEY',
      BODY.replace('two', 'four'),
      MORE.replace('port', 'town'),
    ].join('\n\n');
    expect(kindsOf(text, MORE)).toBe('body');
  });
});

describe('what a label announces', () => {
  it('is an advertisement where it sells', () => {
    const sold = 'Kettle Lines: cabins from 90 crowns. Captain Olaf Kettle awaits you.';
    const text = [TITLE, BODY, 'ADVERTISEMENT', sold, MORE].join('\n\n');
    expect(kindsOf(text, sold)).toBe('advert');
  });

  it('is the report where it goes on', () => {
    const text = [TITLE, BODY, 'ADVERTISEMENT', MORE, BODY.replace('two', 'four')].join('\n\n');
    expect(kindsOf(text, MORE)).toBe('body');
  });
});
