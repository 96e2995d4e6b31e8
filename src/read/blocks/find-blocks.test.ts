import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, LayoutPiece } from '../../model/index.ts';
import { findBlocks } from './find-blocks.ts';

const documentOf = (text: string, more: Partial<Document> = {}): Document => ({
  id: 'doc-1',
  path: 'a.txt',
  paths: ['a.txt'],
  sha256: '0'.repeat(64),
  bytes: text.length,
  mediaType: 'text/plain',
  encoding: 'utf-8',
  text,
  title: null,
  outlet: null,
  byline: null,
  published: null,
  found: [],
  layout: [],
  anchors: [],
  steps: [],
  ...more,
});
const read = (text: string, more: Partial<Document> = {}): string[] =>
  findBlocks(documentOf(text, more)).map((block) => `${block.kind}: ${text.slice(block.start, block.end)}`);
const kinds = (text: string): string[] => findBlocks(documentOf(text)).map((block) => block.kind);

const BODY = 'The envoy of Ostra met the finance minister of Velm for two hours, officials in both capitals said.';
const MORE = 'Neither side would say what was agreed, and both delegations left the port without a word to the press.';

/** A paragraph in the middle of an article. */
const inArticle = (paragraph: string): string[] => {
  const text = `Ostra and Velm hold talks\n\n${BODY}\n\n${paragraph}\n\n${MORE}`;
  return findBlocks(documentOf(text))
    .filter(
      (block) => block.start >= text.indexOf(paragraph) && block.end <= text.indexOf(paragraph) + paragraph.length,
    )
    .map((block) => `${block.kind}: ${text.slice(block.start, block.end)}`);
};

/** Lines of a show in the middle of a transcript without labels. */
const inShow = (lines: readonly string[]): string[] => {
  const before = [
    'Welcome to Harbour Light, our show about trade.',
    'Today, the talks that nobody was to know of.',
    'This episode took us months.',
  ];
  const after = [
    'The envoy of Ostra had flown in the night before.',
    'He met the minister in a rented house, two officials told us.',
    'They spoke about the port and about the frozen funds.',
    'Nobody took notes.',
    'Thanks for listening.',
  ];
  const text = [...before, ...lines, ...after].join('\n');
  const blocks = findBlocks(documentOf(text));
  return lines.map((line) =>
    blocks
      .filter(
        (block) =>
          text.slice(block.start, block.end).length > 0 &&
          block.start >= text.indexOf(line) &&
          block.end <= text.indexOf(line) + line.length,
      )
      .map((block) => block.kind)
      .join('+'),
  );
};

describe('findBlocks', () => {
  it('tells headline, byline, dateline, body, section heading and credits of an article', () => {
    const text = `Ostra and Velm hold talks\nBy Mara Lind\n\nVELM CITY, May 2 (Port Agency) - ${BODY}\n\nA quiet channel\n\n${MORE}\n\n(Reporting by Mara Lind; Editing by Tom Ferro)\nPhoto: Ana Berg/Port Agency`;
    expect(read(text)).toEqual([
      'headline: Ostra and Velm hold talks',
      'byline: By Mara Lind',
      'dateline: VELM CITY, May 2 (Port Agency) -',
      `body: ${BODY}`,
      'headline: A quiet channel',
      `body: ${MORE}`,
      'credits: (Reporting by Mara Lind; Editing by Tom Ferro)',
      'credits: Photo: Ana Berg/Port Agency',
    ]);
  });

  it.each([
    ['VELM CITY (Agency) — '],
    ['VELM CITY — '],
    ['Velm, May 2 (Agency) - '],
    ['Velm (Agency) – '],
    ['VELM, 2 May 2031 (Agency) -- '],
    ['2031-05-02 '],
    ['date 2031-05-02 '],
    ['Published: 2 May 2031 14:30 | '],
    ['May 2, 2031 '],
    ['02.05.2031 '],
  ])('cuts "%s" off the body', (head) => {
    expect(read(`${head}${BODY}\n\n${MORE}`)).toEqual([`dateline: ${head.trim()}`, `body: ${BODY}`, `body: ${MORE}`]);
  });

  it.each([
    'Trade – the real reason – was never named, the officials said, and nobody asked about it then.',
    'May 2, 2031 was the day on which the two envoys met for the first time, officials said.',
    'BREAKING THE SILENCE — the envoy spoke to reporters for the first time in a year on Monday.',
    'By Friday the two envoys had left the port, and the minister had gone home without a word.',
    'Visit by visit, the envoy built trust; he would visit Velm again in June, officials said.',
    'The fund made an offer for the port: 20% of the shares, free of debt, subject to approval by parliament.',
    'Support for the plan fell after the leak, and parliament voted to support it only on conditions.',
    'Follow-up talks are planned, and the minister will sign up to the pact once the funds are freed.',
    'The club, sponsored by a bank of Velm, lost 3-2; its sponsors were said to be unhappy with the result.',
    'The programme is supported by the government of Velm and was brought to parliament by the minister.',
    'Subscribers to the fund include the port of Ostra, which made an exclusive offer to the minister.',
    'Research by Velm University shows that half of the traders would join the pact, the report said.',
    'Photos by the agency show the envoy in front of the port with two of the men under sanctions.',
    'You can sign up to the pact or leave it, the minister told reporters in the capital on Monday.',
    '"Visit our country, invest and get 20% off your taxes," the minister told traders in the capital.',
    '"Support us or step aside," the envoy told the two ministers during the third round of talks.',
    'Donate or leave, read a sign at the door of the fund, which the minister had opened in June.',
    'Officials said: visit velm.example for the list of firms under sanctions, which grew by ten names.',
  ])('keeps as body: %s', (paragraph) => {
    expect(inArticle(paragraph)).toEqual([`body: ${paragraph}`]);
  });

  it.each([
    ['appeal', 'Support Harbour Light on Patreon!'],
    ['appeal', 'Sign up for our free morning newsletter.'],
    ['appeal', 'Subscribe to our channel for more.'],
    ['appeal', 'Follow us on Telegram and X.'],
    ['appeal', 'If you value our journalism, please consider a donation to support our work.'],
    ['appeal', 'Have a tip? Write to the newsroom.'],
    ['appeal', 'Download our app for alerts.'],
    ['appeal', '5 min read'],
    ['related', 'Read also: How the port was sold'],
    ['related', 'Tags: Ostra, Velm, sanctions'],
    ['related', '#ostra #velm #talks'],
    ['advert', 'Advertisement'],
    ['advert', 'Story continues below advertisement'],
    ['credits', 'Additional reporting by Tom Ferro in Ostra.'],
    ['credits', 'Tom Ferro and Ana Berg contributed reporting.'],
    ['credits', '© 2031 Harbour Light. All rights reserved.'],
    ['dateline', '6:05 p.m.'],
    ['dateline', 'Updated: May 2, 2031, 14:30 GMT'],
  ])('marks as %s: %s', (kind, paragraph) => {
    expect(inArticle(paragraph).map((block) => block.split(':')[0])).toEqual([kind]);
  });

  it('takes the list under a related heading, and stops at the body', () => {
    const text = `Ostra and Velm hold talks\n\n${BODY}\n\nRelated:\n- How the port was sold\n- Who is the envoy?\n${MORE}`;
    expect(kinds(text)).toEqual(['headline', 'body', 'related', 'related', 'related', 'body']);
  });

  it('keeps a list of facts under "Background:"', () => {
    const text = `Ostra and Velm hold talks\n\n${BODY}\n\nBackground:\n- ${BODY.replace('two', 'three')}\n- ${MORE}`;
    expect(kinds(text)).toEqual(['headline', 'body', 'headline', 'body', 'body']);
  });

  it('marks a later copy of a paragraph, also a glued and a nearly equal one', () => {
    const first = `${BODY} ${MORE}`;
    const text = `Ostra and Velm hold talks\n\n${first}\n\nThe port stayed shut for nine days after that.\n\n${first}0\n\nThe traders went home. ${first}`;
    expect(read(text).slice(3)).toEqual([`repeat: ${first}0`, 'body: The traders went home.', `repeat: ${first}`]);
  });

  it('does not take a changed paragraph or a short refrain for a copy', () => {
    const text = `Talks\n\n${BODY}\n\n${BODY.replace('two hours', 'nine days').replace('finance', 'foreign')}\n\nStop the war.\n\nStop the war.`;
    expect(kinds(text)).not.toContain('repeat');
  });

  it('keeps the sentence that a pull quote was taken from', () => {
    const quote = 'We shall never sign a paper that gives away the port of our fathers';
    const text = `Talks\n\n“${quote}”\n\n${BODY} “${quote},” the minister of Velm told reporters after the second round. ${MORE}`;
    expect(kinds(text)).not.toContain('repeat');
  });

  it('takes who speaks in a recording from its times, whatever the name looks like and however short it is', () => {
    const text = 'mara_l: Who brought the draft?\n\n>> The envoy.\n\nHe came on Sunday: by ship.';
    const at = (words: string, from: number, speaker: string | null): Document['anchors'][number] => {
      const start = text.indexOf(words);
      return { start, end: start + words.length, place: { kind: 'time', from, to: from + 1, speaker } };
    };
    const anchors = [at('Who brought', 1, 'mara_l'), at('The envoy.', 3, null), at('He came', 9, null)];
    const blocks = findBlocks(documentOf(text, { anchors }));
    expect(blocks.map(({ kind, speaker }) => [kind, speaker ? text.slice(...speaker) : null])).toEqual([
      ['turn', 'mara_l'],
      ['turn', null],
      ['turn', null],
    ]);
  });

  it('names the speaker of each turn of a labelled transcript', () => {
    const text = `Harbour Light\n\nMARA LIND, HOST: Who met whom?\n\nTOM FERRO: The envoy met the minister.\n\nThey spoke of the port.\n\nMARA LIND: And then?\n\nTOM FERRO: Then he left.`;
    const blocks = findBlocks(documentOf(text));
    expect(blocks.map((block) => [block.kind, block.speaker ? text.slice(...block.speaker) : null])).toEqual([
      ['headline', null],
      ['turn', 'MARA LIND'],
      ['turn', 'TOM FERRO'],
      ['turn', 'TOM FERRO'],
      ['turn', 'MARA LIND'],
      ['turn', 'TOM FERRO'],
    ]);
  });

  it('does not take the parts of an article for speakers', () => {
    const text = `Talks held\nSource: Port Agency\nDetails: ${BODY}\nQuote: "We met."\nDetails: ${MORE}\nQuote: "We left."`;
    expect(kinds(text)).not.toContain('turn');
  });

  it('finds advertisements in a show, and where they end', () => {
    expect(
      inShow([
        'This episode is brought to you by Norvane.',
        'With Norvane you get more than a bank.',
        'It takes care of the small things.',
        'Visit norvane.example or norvane dot com slash light. Terms apply.',
      ]),
    ).toEqual(['advert', 'advert', 'advert', 'advert']);
    expect(
      inShow([
        'Support for this podcast comes from Tilla Mills.',
        'Your mornings deserve better bread.',
        'Get 20% off your first order at tillamills.com with code LIGHT.',
        'The minister had a problem, though.',
      ]),
    ).toEqual(['advert', 'advert', 'advert', 'turn']);
    expect(
      inShow([
        'And now a word from our sponsor.',
        'Norvane, the bank for builders.',
        'Member FDIC.',
        'Ana, how did this begin?',
      ]),
    ).toEqual(['advert', 'advert', 'advert', 'turn']);
    expect(
      inShow(['Need a new roof?', 'Roofwell makes it easy.', 'Get started today at roofwell.com for a free quote.']),
    ).toEqual(['turn', 'advert', 'advert']);
  });

  it('keeps talk of sponsors, offers and addresses in a show as turns', () => {
    const lines = [
      'The club was sponsored by a bank under sanctions.',
      'You have to see what they offered you, he told us.',
      'The minister made a special offer to the envoy.',
      'You can visit the port, but you will not see the ships.',
      'Our partners are worried, an official said.',
      'And you get the sense that your side is losing.',
    ];
    expect(inShow(lines)).toEqual(lines.map(() => 'turn'));
  });

  it('marks greeting, date and credits of a show', () => {
    expect(
      inShow([
        "It's Friday, May 2nd.",
        "I'm Mara Lind.",
        'Our theme music is by Ana Berg.',
        'The show is made by Tom Ferro, Ana Berg and me, Mara Lind.',
        'Fact-checking by Tom Ferro.',
      ]),
    ).toEqual(['dateline', 'credits', 'credits', 'credits', 'credits']);
  });

  it('joins lines that a column limit or a caption broke', () => {
    const show = `Welcome to Harbour Light.\nThis episode is on the talks in the U.S.\nand the sanctions that went with them.\n${'He left. They stayed.\n'.repeat(8)}Thanks for listening.`;
    expect(read(show)).toContain(
      'turn: This episode is on the talks in the U.S.\nand the sanctions that went with them.',
    );
    const wrapped = `Talks held\n\n${Array.from({ length: 9 }, (_, k) => `The envoy number ${k} of Ostra met the minister of the port and`).join('\n')}\nleft.\n\n${MORE}`;
    expect(kinds(wrapped)).toEqual(['headline', 'body', 'body']);
  });

  it('uses headings and links of the markup', () => {
    const text = `Talks held\n${BODY}\nWhat was said\n${MORE}\nHow the port was sold`;
    const at = (part: string, kind: LayoutPiece['kind']): LayoutPiece => ({
      kind,
      start: text.indexOf(part),
      end: text.indexOf(part) + part.length,
    });
    const layout = [
      at('Talks held', 'heading'),
      at('What was said', 'heading'),
      at('How the port was sold', 'list-item'),
      at('How the port was sold', 'link'),
    ];
    expect(findBlocks(documentOf(text, { mediaType: 'text/html', layout })).map((block) => block.kind)).toEqual([
      'headline',
      'body',
      'headline',
      'body',
      'related',
    ]);
    expect(kinds(`# Talks held\n\n${BODY}\n\n- [How the port was sold](https://harbour.example/port)`)).toEqual([
      'headline',
      'body',
      'related',
    ]);
  });

  it('puts every character that is not white space in exactly one block', () => {
    const piece = fc.constantFrom(
      BODY,
      MORE,
      'By Mara Lind',
      'Related:',
      '- a',
      'MARA: x',
      'Visit a.com now.',
      '"',
      '2031-05-02 ',
      'VELM (X) - a',
      '\n',
      '\r\n',
      '  ',
      '😀',
      '***',
      'This episode is brought to you by X.',
      '7 p.m.',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 30 }),
        fc.constantFrom('', ' ', '\n', '\n\n'),
        (parts, glue) => {
          const text = parts.join(glue);
          let at = 0;
          for (const block of findBlocks(documentOf(text))) {
            expect(text.slice(at, block.start).trim()).toBe('');
            expect(block.start).toBeGreaterThanOrEqual(at);
            expect(block.end).toBeGreaterThan(block.start);
            at = block.end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads megabytes in seconds, also without spaces, in capitals, of marks or of emoji', () => {
    const before = performance.now();
    for (const piece of [
      'x',
      'A',
      '.',
      '. ',
      '"',
      '😀',
      '- ',
      'AB ',
      '1:',
      'a.com ',
      `${BODY} `,
      `${BODY}\n`,
      'You get. ',
      '#a ',
      '\n \n',
    ])
      findBlocks(documentOf(piece.repeat(Math.floor(500_000 / piece.length))));
    findBlocks(documentOf('x'.repeat(5_000_000)));
    expect(performance.now() - before).toBeLessThan(25_000);
  });
});
