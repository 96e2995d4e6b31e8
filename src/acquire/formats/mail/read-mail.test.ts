import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, type Refusal } from '../../../model/index.ts';
import { acquireBytes } from '../../index.ts';

const FIXTURES = new URL('../../../../tests/fixtures/acquire/mail/', import.meta.url);
const fixture = (name: string): Buffer => readFileSync(new URL(name, FIXTURES));

interface Taken {
  readonly documents: readonly Document[];
  readonly refusals: readonly Refusal[];
}

const take = async (bytes: Uint8Array | string, path: string): Promise<Taken> => {
  const documents: Document[] = [];
  const refusals: Refusal[] = [];
  for await (const one of acquireBytes(Buffer.from(bytes), path)) {
    if (one.kind === 'refused') refusals.push(one.refusal);
    else documents.push(Document.parse(one.document));
  }
  return { documents, refusals };
};
const only = async (bytes: Uint8Array | string, path = 'a.eml'): Promise<Document> => {
  const { documents, refusals } = await take(bytes, path);
  expect(refusals).toEqual([]);
  expect(documents).toHaveLength(1);
  return documents[0] as Document;
};
const factsOf = (document: Document, field: string): readonly string[] =>
  document.found.filter((fact) => fact.field === field && fact.by === 'mail-header').map(({ value }) => value);
const layoutOf = ({ layout, text }: Document, kind: string): readonly string[] =>
  layout.filter((piece) => piece.kind === kind).map(({ start, end }) => text.slice(start, end));
/** What is left when all that is set aside is taken away. */
const ownWords = (document: Document): string => {
  const aside = document.layout.filter(
    ({ kind }) => kind === 'quoted' || kind === 'signature' || kind === 'running-head',
  );
  return [...document.text]
    .filter((_, i) => !aside.some(({ start, end }) => i >= start && i < end))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
};
const mail = (headers: string, body: string): string =>
  `From: Dara Kell <kell@ostra.example>\nMessage-ID: <m@ostra.example>\nMIME-Version: 1.0\n${headers}\n\n${body}`;

describe('readMail', () => {
  it('reads an answer: headers as facts with their places, quoted lines and the signature set aside', async () => {
    const { documents, refusals } = await take(fixture('reply.eml'), 'pile/reply.eml');
    const [answer, minutes] = documents as [Document, Document];
    expect(answer).toMatchObject({
      title: 'Re: Draft of the harbour terms',
      byline: 'Brandel, Tessa',
      published: '2031-06-03',
      mediaType: 'message/rfc822',
    });
    expect(answer.text).toMatchInlineSnapshot(`
      "Re: Draft of the harbour terms

      From: Brandel, Tessa <t.brandel@quay.example>
      To: Ivo Marsh <ivo.marsh@lorne.example>, Desk: Foreign <foreign@lorne.example>
      Cc: records@lorne.example
      Date: Tue, 3 Jun 2031 23:55:11 -0700

      Ivo,

      see below.

      On Mon, Jun 2, 2031 at 4:12 PM Ivo Marsh
      <ivo.marsh@lorne.example> wrote:

      > Who brought the second draft to Velm?

      Envoy Dara Kell brought it on Sunday.

      > And who pays for the dredging?
      >> Nobody knows yet.

      The Ostran treasury, half of it in advance.

      --
      Tessa Brandel
      Quay Consultants, 4 Pier Road, Velm"
    `);
    expect(ownWords(answer)).toBe(
      'Re: Draft of the harbour terms Ivo, see below. Envoy Dara Kell brought it on Sunday. The Ostran treasury, half of it in advance.',
    );
    expect(layoutOf(answer, 'signature')).toEqual(['--\nTessa Brandel\nQuay Consultants, 4 Pier Road, Velm']);
    expect(factsOf(answer, 'recipient')).toEqual([
      'Ivo Marsh <ivo.marsh@lorne.example>',
      'Desk: Foreign <foreign@lorne.example>',
      'records@lorne.example',
    ]);
    expect(factsOf(answer, 'message')).toEqual(['20310603.7a@quay.example']);
    expect(factsOf(answer, 'answers')).toEqual(['20310602.1c@lorne.example', '20310530.00@lorne.example']);
    for (const { value, span, field } of answer.found)
      if (span !== null && field !== 'published') expect(answer.text.slice(...span)).toBe(value);
    expect(answer.anchors.map(({ place }) => place)).toEqual([
      { kind: 'part', part: 'HEADER' },
      { kind: 'part', part: '1.1' },
    ]);

    expect(minutes.path).toBe('pile/reply.eml!/2/minutes.txt');
    expect(minutes.text).toContain('the harbour would open in May');
    expect(minutes.steps[0]?.what).toBe('took "minutes.txt" as part 2 out of the message <20310603.7a@quay.example>');
    expect(refusals.map(({ path, code }) => [path, code])).toEqual([
      ['pile/reply.eml!/3/winmail.dat', 'acquire/locked'],
      ['pile/reply.eml!/4/sonar.bin', 'acquire/unsupported'],
    ]);
  });

  it('gives the same with the line ends of mail servers', async () => {
    const [unix] = (await take(fixture('reply.eml'), 'a.eml')).documents;
    const [server] = (await take(fixture('reply.eml').toString('latin1').replaceAll('\n', '\r\n'), 'a.eml')).documents;
    expect(server?.text).toBe(unix?.text);
    expect(server?.layout).toEqual(unix?.layout);
  });

  it('reads HTML where there is no plain part, and sets what stands under a German header block aside', async () => {
    const answer = await only(fixture('outlook.eml'));
    expect(answer.encoding).toBe('windows-1252');
    expect(ownWords(answer)).toBe(
      'AW: Gespräche in Velm The envoy’s answer was “no”. The second draft names the café on the pier as the place.',
    );
    expect(layoutOf(answer, 'link')).toEqual(['The second draft']);
    expect(layoutOf(answer, 'signature')).toEqual(['Jörn Falk\nKelmar Desk']);
    expect(layoutOf(answer, 'quoted')[0]).toMatch(/^Von: Zoë Adler/);
    expect(factsOf(answer, 'language')).toEqual(['de-DE']);
  });

  it('reads what is passed on, but for the header lines over it', async () => {
    const passed = await only(fixture('forward.eml'));
    expect(ownWords(passed)).toBe(
      "Fwd: Night call For tonight's piece. The minister called the consortium at midnight. He asked for a delay of two weeks.",
    );
    expect(layoutOf(passed, 'signature')).toEqual(['Sent from my iPhone']);
  });

  it('takes the page where the plain part is a stub, and a list that sends itself out for an outlet', async () => {
    const letter = await only(fixture('newsletter.eml'));
    expect(letter).toMatchObject({ outlet: 'The Quay Letter', byline: null, published: '2031-06-07' });
    expect(letter.text).not.toContain('preview');
    expect(letter.text).toContain('Harrow Dredging bought a third of the pier');
    expect(letter.anchors[1]?.place).toEqual({ kind: 'part', part: '2' });
  });

  it('joins flowed lines, decodes names in pieces, and takes the day of a server where the sender gives none', async () => {
    const { documents } = await take(fixture('flowed.eml'), 'a.eml');
    const [flowed, note] = documents as [Document, Document];
    expect(flowed.title).toBe('Переговоры о порте');
    expect(flowed.byline).toBe('Dara Kell');
    expect(flowed.published).toBe('2031-06-08');
    expect(flowed.text.slice(flowed.anchors[1]?.start)).toBe(
      'The consortium wants the licence before the treaty is signed, and the ministry wants it after.\nFrom the ministry came no answer.\n\n> Is the licence ready?\n\nNo.\n\n--\nDara',
    );
    expect(note.path).toBe('a.eml!/2/Thé note of June.txt');
  });

  it('follows messages inside messages', async () => {
    const { documents } = await take(fixture('pouch.eml'), 'pouch.eml');
    expect(documents.map(({ path, title }) => [path, title])).toEqual([
      ['pouch.eml', 'Two things'],
      ['pouch.eml!/2/message.eml', 'The list'],
      ['pouch.eml!/2/message.eml!/2/present.txt', null],
    ]);
    expect(documents[2]?.steps.map(({ what }) => what)).toEqual([
      'took part 2 out of the message <p9@lorne.example>',
      'took "present.txt" as part 2 out of the message <list@ostra.example>',
      'read as plain text',
    ]);
  });

  it('refuses what is encrypted by its number and keeps the rest', async () => {
    const { documents, refusals } = await take(fixture('sealed.eml'), 's.eml');
    expect(documents.map(({ text }) => text.includes('Use the key from last time.'))).toEqual([true]);
    expect(refusals).toEqual([
      {
        path: 's.eml!/2.2/encrypted.asc',
        code: 'acquire/locked',
        reason:
          'Expected a part of a message that can be read, found an encrypted message (PGP). Open it in the mail program that it was sent to, save it from there, and name that.',
      },
    ]);
  });

  it('keeps both dates where sender and server disagree by more than a day', async () => {
    const late = await only(
      mail(
        'Date: Mon, 2 Jun 2031 10:00:00 +0200\nReceived: by a.example; Thu, 5 Jun 2031 10:00:00 +0200',
        'The talks go on.',
      ),
    );
    expect(late.published).toBe('2031-06-02');
    expect(factsOf(late, 'published')).toEqual(['2031-06-02', '2031-06-05']);
  });

  it.each([
    [
      'a declared encoding that is wrong',
      'Content-Type: text/plain; charset=windows-1251',
      'Zoë sagte „nein“.',
      'utf8',
    ],
    ['none declared', 'X-A: b', 'Zoë sagte „nein“.', 'utf8'],
    ['an encoding nobody knows', 'Content-Type: text/plain; charset=x-velm', 'Zoë said no in the café.', 'latin1'],
  ] as const)('decodes a text with %s', async (_, header, words, encoding) => {
    expect((await only(Buffer.from(mail(header, words), encoding))).text).toContain(words);
  });

  it('takes a file for a mail by its first lines, and an article with a few header lines for an article', async () => {
    const article =
      'From: The Kelmar Times\nDate: 2 June 2031\nSubject: Harbour\n\nThe talks go on in Velm, officials said.\n';
    expect((await only(article, 'a.txt')).mediaType).toBe('text/plain');
    const file = fixture('forward.eml');
    expect((await only(file, 'cur/1938.M1P2.host:2,S')).mediaType).toBe('message/rfc822');
    const apple = Buffer.concat([
      Buffer.from(`${file.length}\n`),
      file,
      Buffer.from('<?xml version="1.0"?><plist></plist>'),
    ]);
    expect((await only(apple, 'a.emlx')).text).toMatch(/a delay of two weeks\.$/);
  });

  it('takes what is quoted for the text where the sender wrote nothing', async () => {
    const bare = await only(mail('Subject: Re: x', '> The envoy came at nine.\n> He left at ten.'));
    expect(layoutOf(bare, 'quoted')).toEqual([]);
  });

  it('does not take a sentence for the line over a quotation', async () => {
    const own = await only(
      mail(
        'Subject: x',
        'On 3 June 2031 the minister wrote:\n\nThe harbour opens in May.\n\nHe sent it from his phone',
      ),
    );
    expect(ownWords(own)).toBe(
      'x On 3 June 2031 the minister wrote: The harbour opens in May. He sent it from his phone',
    );
  });

  it.each([
    ['-----Original Message-----\nSent: Monday\n\nOld words.'],
    ['Le lun. 2 juin 2031 à 16:12, Ivo Marsh <ivo@lorne.example> a écrit :\n\nOld words.'],
    ['02.06.2031, 16:12, "Ivo Marsh" <ivo@lorne.example> написал(а):\n\nOld words.'],
    [
      '________________________________\nDe : Ivo Marsh <ivo@lorne.example>\nEnvoyé : lundi 2 juin 2031\nÀ : Dara Kell\nObjet : Velm\n\nOld words.',
    ],
    ['*Von:* Ivo Marsh\n*Gesendet:* Montag\n*An:* Dara Kell;\n Zoë Adler\n*Betreff:* Velm\n\nOld words.'],
  ])('sets older messages aside that are not marked line by line: %s', async (older) => {
    expect(ownWords(await only(mail('Subject: x', `My answer is no.\n\n${older}`)))).toBe('x My answer is no.');
  });

  it.each([
    ['pl', 'W dniu wt., 3 cze 2031 o 16:12 Ivo Marsh <ivo@lorne.example> napisał(a):'],
    ['uk', 'вт, 3 черв. 2031 р. о 16:12 Ivo Marsh <ivo@lorne.example> пише:'],
    ['es', 'El mar, 3 jun 2031 a las 16:12, Ivo Marsh (<ivo@lorne.example>) escribió:'],
    ['it', 'Il giorno mar 3 giu 2031 alle ore 16:12 Ivo Marsh <ivo@lorne.example> ha scritto:'],
    ['nl', 'Op di 3 jun. 2031 om 16:12 schreef Ivo Marsh <ivo@lorne.example>:'],
    ['sv', 'Den tis 3 juni 2031 kl 16:12 skrev Ivo Marsh <ivo@lorne.example>:'],
    ['tr', 'Ivo Marsh <ivo@lorne.example>, 3 Haz 2031 Sal, 16:12 tarihinde şunu yazdı:'],
    ['zh', 'Ivo Marsh <ivo@lorne.example> 于2031年6月3日周二 16:12写道：'],
  ])('knows the line over a quotation in %s', async (_, line) => {
    expect(ownWords(await only(mail('Subject: x', `My answer is no.\n\n${line}\n\nOld words.`)))).toBe(
      'x My answer is no.',
    );
  });

  it.each([
    [
      'Gmail, with answers between',
      '<div dir="ltr">See below.</div><div class="gmail_quote"><div class="gmail_attr">On Tue, Jun 3, 2031 at 4:12 PM Ivo Marsh &lt;<a href="mailto:i@l.example">i@l.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">Who brought it?</blockquote><div>The envoy.</div><blockquote class="gmail_quote"><p>When?</p></blockquote><div>On Sunday.</div></div>',
      'x See below. The envoy. On Sunday.',
    ],
    [
      'Thunderbird',
      '<p>See below.</p><div class="moz-cite-prefix">On 03.06.31 16:12, Ivo Marsh wrote:<br></div><blockquote type="cite" cite="mid:a"><p>Who?</p><ul><li>When?</li></ul></blockquote><p>The envoy.</p><div class="moz-signature">-- <br>Dara</div>',
      'x See below. The envoy.',
    ],
    [
      'a quotation that is the sender’s own',
      '<p>The minister said:</p><blockquote><p>Nothing is agreed.</p></blockquote><p>Then he left.</p>',
      'x The minister said: Nothing is agreed. Then he left.',
    ],
    [
      'Outlook on a phone',
      '<div>No.</div><div id="ms-outlook-mobile-signature">Get Outlook for iOS</div><hr><div id="divRplyFwdMsg"><b>From:</b> Ivo<br><b>Sent:</b> Tuesday<br><b>To:</b> Dara<br><b>Subject:</b> x</div><div>Old words.</div>',
      'x No.',
    ],
  ])('tells own words from quoted ones in the HTML of %s', async (_, html, own) => {
    expect(ownWords(await only(mail('Subject: x\nContent-Type: text/html; charset=utf-8', html)))).toBe(own);
  });

  it('sets a notice of a house and a banner of its server aside, and no sentence that speaks of a message', async () => {
    const notice =
      'This e-mail and any files with it are confidential and intended solely for the use of the addressee. If you received it in error, delete it.';
    const banner = 'CAUTION: This email originated from outside of the organization. Do not click links.';
    const own =
      'The message was confidential, the envoy said, and he asked that nobody speak of it before the talks are over.';
    const read = await only(mail('Subject: x', `${banner}\n\n${own}\n\n${notice}`));
    expect(ownWords(read)).toBe(`x ${own}`);
  });

  it('reads a message without a body, and refuses none that has words in its header only', async () => {
    expect((await only(mail('Subject: Call me', ''))).text).toBe('Call me\n\nFrom: Dara Kell <kell@ostra.example>');
  });
});

describe('readMail on hostile messages', () => {
  const many = (count: number): string => {
    const part = '--b\n\nThe talks go on.\n';
    return mail('Content-Type: multipart/mixed; boundary=b', `${part.repeat(count)}--b--\n`);
  };

  it('stops at ten thousand parts, says so and keeps those', async () => {
    const { documents, refusals } = await take(many(20_000), 'many.eml');
    expect(documents).toHaveLength(1);
    expect(documents[0]?.anchors).toHaveLength(10_000);
    expect(refusals.map(({ code }) => code)).toEqual(['acquire/too-much-inside']);
  });

  it('neither overflows nor hangs on parts inside each other', async () => {
    let nested = '';
    for (let i = 0; i < 10_000; i++) nested += `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`;
    const { refusals } = await take(mail('Content-Type: multipart/mixed; boundary=b0', nested), 'deep.eml');
    expect(refusals.map(({ code }) => code)).toEqual(['acquire/too-much-inside']);
  });

  it('ends messages inside messages where the budget does', async () => {
    let inner = mail('Subject: 0', 'The innermost words.');
    for (let i = 1; i < 30; i++)
      inner = mail(
        `Subject: ${i}\nContent-Type: multipart/mixed; boundary=n${i}`,
        `--n${i}\nContent-Type: message/rfc822\n\n${inner}\n--n${i}--`,
      );
    const { documents, refusals } = await take(inner, 'deep.eml');
    expect(documents).toHaveLength(9);
    expect(refusals.map(({ code }) => code)).toEqual(['acquire/too-much-inside']);
  });

  it('reads headers, addresses and quotes of half a megabyte in seconds', async () => {
    const start = performance.now();
    for (const headers of [
      `To: ${'"a" <'.repeat(100_000)}`,
      `To: ${'('.repeat(500_000)}`,
      `Subject: ${'=?utf-8?Q?'.repeat(100_000)}`,
      `Content-Type: text/plain; ${'a=b; '.repeat(100_000)}`,
      `${'X: y\n'.repeat(100_000)}Subject: x`,
    ])
      await take(mail(headers, 'Words.'), 'a.eml');
    for (const body of [
      '>'.repeat(500_000),
      '> \n'.repeat(150_000),
      'From: a\n'.repeat(100_000),
      'a:\n'.repeat(100_000),
      '--\n'.repeat(100_000),
    ])
      await take(mail('Subject: x', body), 'a.eml');
    expect(performance.now() - start).toBeLessThan(30_000);
  }, 60_000);

  it('never throws and never gives a place outside of the text, whatever is cut, doubled or turned over', async () => {
    const whole = ['reply.eml', 'outlook.eml', 'newsletter.eml', 'flowed.eml', 'pouch.eml'].map(fixture);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.nat(),
        fc.nat(400),
        fc.uint8Array({ maxLength: 12 }),
        async (bytes, at, cut, put) => {
          const place = at % bytes.length;
          const broken = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)]);
          for (const { text, anchors, layout, found } of (await take(broken, 'a.eml')).documents) {
            let last = 0;
            for (const { start, end } of anchors) {
              expect(start).toBeGreaterThanOrEqual(last);
              expect(end).toBeGreaterThanOrEqual(start);
              last = end;
            }
            expect(last).toBeLessThanOrEqual(text.length);
            for (const { start, end } of layout) expect(start >= 0 && end <= text.length && start < end).toBe(true);
            for (const { span } of found) if (span) expect(span[1]).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 300 },
    );
  }, 120_000);
});
