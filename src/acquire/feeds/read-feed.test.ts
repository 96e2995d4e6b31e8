import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Acquired, acquireBytes } from '../index.ts';
import type { FeedItem } from './feed.ts';
import { isFeed } from './is-feed.ts';
import { itemFacts } from './item-facts.ts';
import { readFeed } from './read-feed.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../../tests/fixtures/acquire/feed/${name}`, import.meta.url)));

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const rss = (items: string, more = ''): Uint8Array =>
  bytes(`<rss version="2.0"><channel><title>T</title><link>https://t.example/</link>${more}${items}</channel></rss>`);

const all = async (acquired: AsyncIterable<Acquired>): Promise<readonly Acquired[]> => {
  const list: Acquired[] = [];
  for await (const one of acquired) list.push(one);
  return list;
};

const facts = (found: ReturnType<typeof itemFacts>): Readonly<Record<string, string>> =>
  Object.fromEntries(found.map(({ field, value }) => [field, value]));

describe('readFeed', () => {
  it('reads RSS: links made whole, repeated items once, dates as stated', async () => {
    const feed = await readFeed(fixture('ledger.rss'), 'https://www.hethby-ledger.example/rss/world.xml');
    expect(feed).toMatchObject({ format: 'rss', language: 'en-GB', everyMs: 1_800_000, isCut: false });
    expect(feed.items.map(({ id, link, isWhole }) => [id, link, isWhole])).toEqual([
      ['hl-1001', 'https://www.hethby-ledger.example/2031/05/envoys-meet', true],
      ['hl-1002', 'https://www.hethby-ledger.example/2031/05/voss-denies', false],
      [null, 'https://corrin-wire.example/ferry', false],
    ]);
    expect(feed.items.map((item) => facts(itemFacts(feed, item)))).toEqual([
      {
        title: 'Envoys meet again in Lorne & agree on little',
        outlet: 'The Hethby Ledger',
        byline: 'Mara Tolen',
        published: '2031-05-06',
        url: 'https://www.hethby-ledger.example/2031/05/envoys-meet',
        language: 'en-GB',
      },
      {
        title: 'Voss denies a deal on the harbour',
        outlet: 'The Hethby Ledger',
        published: '2031-05-07',
        url: 'https://www.hethby-ledger.example/2031/05/voss-denies',
        language: 'en-GB',
      },
      {
        title: 'Wire: ferry line to reopen',
        outlet: 'Corrin Wire News',
        url: 'https://corrin-wire.example/ferry',
        language: 'en-GB',
      },
    ]);
  });

  it('reads Atom: links by xml:base, the page and not the enclosure, titles without their markup', async () => {
    const feed = await readFeed(fixture('notebook.atom'), 'https://elsewhere.example/feed');
    expect(feed.site).toBe('https://varsen.example/');
    expect(feed.items[0]).toMatchObject({
      link: 'https://varsen.example/notes/7.html',
      title: 'The third draft',
      authors: ['Ilse Varsen'],
      published: '2031-05-08T09:00:00Z',
      modified: '2031-05-09T09:00:00Z',
    });
    expect(feed.items[1]).toMatchObject({
      link: null,
      title: 'Plain words: 3 < 4',
      html: '<p>First paragraph.</p>\n<p>Second &amp; last.</p>',
      isWhole: false,
    });
  });

  it('reads JSON Feed and RDF; a title that is no name is no outlet', async () => {
    const json = await readFeed(fixture('harbour.json'), null);
    const [first] = json.items as readonly [FeedItem];
    expect(first).toMatchObject({ id: '12', authors: ['The desk'], categories: ['harbour'], isWhole: true });
    expect(facts(itemFacts(json, first)).outlet).toBeUndefined();
    const rdf = await readFeed(fixture('dispatch.rdf'), null);
    expect(facts(itemFacts(rdf, rdf.items[0] as FeedItem))).toMatchObject({
      outlet: 'Veyra Dispatch',
      published: '2031-05-12',
      byline: 'Tomas Reld',
    });
  });

  it('takes an id that items with other addresses share for none', async () => {
    const item = (n: number): string =>
      `<item><link>https://t.example/${n}</link><guid>https://t.example/</guid></item>`;
    const feed = await readFeed(rss(item(1) + item(2)), null);
    expect(feed.items.map(({ id, link }) => [id, link])).toEqual([
      [null, 'https://t.example/1'],
      [null, 'https://t.example/2'],
    ]);
  });

  it('never expands entities that a feed defines, and leads nowhere but to the web', async () => {
    const bomb = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const hostile = `<!DOCTYPE rss [<!ENTITY l0 "lol">${bomb}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const feed = await readFeed(
      bytes(
        `${hostile}<rss version="2.0"><channel><item><title>&l9; &f;</title><link>file:///etc/passwd</link></item><item><title>x</title><link>javascript:alert(1)</link></item></channel></rss>`,
      ),
      'https://t.example/',
    );
    expect(feed.items.map(({ title, link }) => [title, link])).toEqual([
      ['&l9; &f;', null],
      ['x', null],
    ]);
  });

  it('gives what came before a feed breaks off', async () => {
    const whole = Buffer.from(fixture('ledger.rss')).toString('utf8');
    const feed = await readFeed(bytes(whole.slice(0, whole.indexOf('hl-1002-b'))), null);
    expect(feed.isCut).toBe(true);
    expect(feed.items.map(({ id }) => id)).toEqual(['hl-1001', 'hl-1002']);
  });

  it('is empty without items, and refuses what is no feed', async () => {
    expect((await readFeed(rss(''), null)).items).toEqual([]);
    await expect(readFeed(bytes('<html><body>Not found</body></html>'), null)).rejects.toThrow(
      /Expected a feed \(RSS, Atom, RDF or JSON Feed\)/,
    );
  });

  it('reads 10,000 items', async () => {
    const items = Array.from({ length: 10_000 }, (_, i) => `<item><link>https://t.example/${i}</link></item>`);
    expect((await readFeed(rss(items.join('')), null)).items).toHaveLength(10_000);
  });
});

describe('isFeed', () => {
  it('tells feeds by their first bytes', () => {
    for (const name of ['ledger.rss', 'notebook.atom', 'harbour.json', 'dispatch.rdf'])
      expect([name, isFeed(fixture(name).subarray(0, 4096))]).toEqual([name, true]);
    const wide = Buffer.from('\ufeff<?xml version="1.0"?><rss version="2.0">', 'utf16le');
    expect(isFeed(wide)).toBe(true);
  });

  it('takes no page, no other XML and no other JSON for one', () => {
    const others = [
      '<html><rss></html>',
      '<feed><a/></feed>',
      '<rdf:RDF xmlns="http://xmlns.com/foaf/0.1/">',
      '{"version":"1.1"}',
      'rss',
      '',
      '<!-- rss',
      `<!DOCTYPE ${'['.repeat(4000)}`,
    ];
    for (const text of others) expect([text.slice(0, 20), isFeed(bytes(text))]).toEqual([text.slice(0, 20), false]);
  });
});

describe('a saved feed', () => {
  it('gives the text of each item as a document, and names those without', async () => {
    const acquired = await all(acquireBytes(fixture('ledger.rss'), 'saved/ledger.xml'));
    const [first, second, third] = acquired;
    if (first?.kind !== 'document' || second?.kind !== 'document') throw new Error('expected documents');
    expect(first.document).toMatchObject({
      path: 'saved/ledger.xml!/https://www.hethby-ledger.example/2031/05/envoys-meet.html',
      title: 'Envoys meet again in Lorne & agree on little',
      outlet: 'The Hethby Ledger',
      byline: 'Mara Tolen',
      published: '2031-05-06',
      text: "Envoys meet again in Lorne & agree on little\n\nKestria's envoy, Anna Brodin, met Ostra's foreign minister, Karel Voss, in Lorne on Monday, two officials said.\n\n“We spoke about the ferry line,” Brodin told reporters.",
    });
    expect(first.document.steps.map(({ what }) => what)).toEqual([
      'took the text of the item "Envoys meet again in Lorne & agree on little" out of the feed',
      'read as a page',
    ]);
    expect(second.document.text).toContain('no deal on the harbour of Lorne had been reached');
    expect(third).toMatchObject({ kind: 'refused', refusal: { code: 'acquire/no-text' } });
    expect(acquired).toHaveLength(3);
  });

  it('keeps what came before it breaks off, and says so', async () => {
    const whole = fixture('notebook.atom');
    const acquired = await all(acquireBytes(whole.subarray(0, whole.length - 200), 'cut.atom'));
    expect(acquired.map((one) => (one.kind === 'refused' ? one.refusal.code : one.kind))).toEqual([
      'document',
      'acquire/broken',
    ]);
  });
});
