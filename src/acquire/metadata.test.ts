import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedAndAddress, Document, disagreementsOf, type Found, FoundBy } from '../model/index.ts';
import { acquire, documentFromBytes } from './index.ts';
import { sourceOf } from './received.ts';

/** A made-up page; `head` goes into its head, `top` under its headline, `foot` under its text. */
const page = ({ head = '', top = '', foot = '' }: { head?: string; top?: string; foot?: string }): string =>
  `<!doctype html><html lang="en"><head><title>Talks on the ports resume</title>${head}</head><body><article>
<h1>Talks on the ports resume</h1>${top}
<p>The Ostran envoy Lorne Brask met the Tirzan foreign minister Ida Tessen in Kelmar on Friday, two officials said after the meeting.</p>
<p>They spoke about the ports for three hours and agreed to meet again before the summer, one of the officials said, and named no day.</p>
<p>Neither government would say who had asked for the talks or what had been on the table, and both declined to give further details.</p>
${foot}</article></body></html>`;

const jsonLd = (article: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Talks on the ports resume', ...article })}</script>`;

const documentOf = async (text: string, address: string | null = null, path = 'pile/a.html'): Promise<Document> => {
  const known: Found[] = address === null ? [] : [{ field: 'url', value: address, by: 'response', span: null }];
  const received = { path, source: sourceOf(Buffer.from(text)), declared: null, known, steps: [], depth: 0 };
  for await (const acquired of acquire(received)) {
    if (acquired.kind === 'refused') throw new Error(acquired.refusal.reason);
    const document = Document.parse(acquired.document);
    for (const { span, value, field } of document.found)
      if (span !== null && !['published', 'modified'].includes(field)) expect(document.text.slice(...span)).toBe(value);
    return document;
  }
  throw new Error('Expected a document.');
};

/** What is found of a field, with how. */
const told = (document: Document, field: Found['field']): readonly string[] =>
  document.found.filter((fact) => fact.field === field).map(({ value, by }) => `${value} (${by})`);

describe('dates of a page', () => {
  it('of publication and of change are apart, wherever they are given', async () => {
    const document = await documentOf(
      page({
        head: `${jsonLd({ datePublished: '2031-05-02T09:00:00Z', dateModified: '2031-05-04T10:00:00Z' })}
<meta property="article:published_time" content="2031-05-02T09:00:00Z"><meta property="article:modified_time" content="2031-05-05">`,
        top: '<p class="dates"><span>Published <time datetime="2031-05-03">3 May 2031</time></span> <span>Updated <time datetime="2031-05-06">6 May 2031</time></span></p>',
        foot: '<p>This article was amended on 7 May 2031 to correct the name of the envoy.</p>',
      }),
    );
    expect(told(document, 'published')).toEqual(
      expect.arrayContaining(['2031-05-02 (json-ld)', '2031-05-02 (open-graph)', '2031-05-03 (markup)']),
    );
    expect(told(document, 'modified')).toEqual([
      '2031-05-04 (json-ld)',
      '2031-05-05 (open-graph)',
      '2031-05-06 (markup)',
      '2031-05-06 (dateline)',
      '2031-05-07 (text)',
    ]);
    expect(document.published).toBe('2031-05-02');
    expect(changedAndAddress(document).modified).toBe('2031-05-04');
    expect(disagreementsOf(document.found)).toEqual([
      {
        field: 'published',
        values: [
          { value: '2031-05-02', by: ['json-ld', 'open-graph'] },
          { value: '2031-05-03', by: ['markup', 'dateline'] },
        ],
      },
      {
        field: 'modified',
        values: [
          { value: '2031-05-04', by: ['json-ld'] },
          { value: '2031-05-05', by: ['open-graph'] },
          { value: '2031-05-06', by: ['markup', 'dateline'] },
          { value: '2031-05-07', by: ['text'] },
        ],
      },
    ]);
  });

  it.each([
    [
      'First published on Fri 2 May 2031 10.00 BST. Last modified on Sat 3 May 2031 11.30 BST',
      '2031-05-02',
      '2031-05-03',
    ],
    ['Published 2 May 2031 | Updated 3 May 2031', '2031-05-02', '2031-05-03'],
    ['May 2, 2031, updated May 3, 2031 at 10:15 a.m.', '2031-05-02', '2031-05-03'],
    ['UPDATED: May 3, 2031', null, '2031-05-03'],
    ['(Updated 3 May 2031)', null, '2031-05-03'],
    ['Last updated: 2031-05-03T10:00:00Z', null, '2031-05-03'],
    ['Posted on 2 May 2031', '2031-05-02', null],
  ])('are read from "%s" under a headline', async (line, published, modified) => {
    const text = `Talks on the ports resume\n\n${line}\n\nThe Ostran envoy Lorne Brask met the Tirzan foreign minister Ida Tessen in Kelmar on Friday, two officials said.\n`;
    const document = await documentOf(text, null, 'a.txt');
    expect(document.published).toBe(published);
    expect(changedAndAddress(document).modified).toBe(modified);
    for (const { field, value, span } of document.found)
      if (field === 'modified' || field === 'published') {
        expect(span).not.toBeNull();
        expect(value.slice(0, 4)).toBe('2031');
        expect(text.slice(...(span ?? [0, 0]))).toMatch(/2031/);
      }
  });
});

describe('the address of a page', () => {
  it('is its canonical one; a relative one counts only where it is known where the page came from', async () => {
    const relative = page({ head: '<link rel="canonical" href="/2031/05/ports">' });
    expect(changedAndAddress(await documentOf(relative)).url).toBeNull();
    const received = await documentOf(relative, 'https://m.kelmar-times.example/x?id=4');
    expect(changedAndAddress(received).url).toBe('https://m.kelmar-times.example/2031/05/ports');
    const based = page({ head: '<base href="https://kelmar-times.example/"><link rel="canonical" href="a/ports">' });
    expect(changedAndAddress(await documentOf(based)).url).toBe('https://kelmar-times.example/a/ports');
  });

  it.each([
    ['a mobile page', 'https://m.kelmar-times.example/ports', 'https://www.kelmar-times.example/ports'],
    ['a print page', 'https://print.kelmar-times.co.uk/ports', 'https://kelmar-times.co.uk/ports'],
    [
      'an AMP cache',
      'https://www-kelmar--times-example.cdn.ampproject.org/c/s/ports',
      'https://www.kelmar-times.example/ports',
    ],
    [
      'an AMP viewer',
      'https://www.google.com/amp/s/kelmar-times.example/ports/amp',
      'https://kelmar-times.example/ports',
    ],
    [
      'a web archive',
      'https://web.archive.org/web/20310502000000/https://kelmar-times.example/ports',
      'https://kelmar-times.example/ports',
    ],
    ['a translated page', 'https://kelmar--times-example.translate.goog/ports', 'https://kelmar-times.example/ports'],
    ['another ending', 'https://kelmartimes.com/ports', 'https://kelmar-times.example/ports'],
    ['an edition of the house', 'https://quayside.example/ports', 'https://kelmar-times.example/ports'],
  ])('of %s is none of another house', async (_, address, canonical) => {
    const head = `<meta property="og:site_name" content="The Kelmar Times"><link rel="canonical" href="${canonical}">`;
    const document = await documentOf(page({ head }), address);
    expect(told(document, 'original')).toEqual([]);
    expect(told(document, 'url')).toContain(`${canonical} (meta)`);
  });

  it('that is at another house says whose text it is, and is none of its own', async () => {
    const head =
      '<meta property="og:site_name" content="The Lorne Post"><link rel="canonical" href="https://kelmar-times.example/ports">';
    const document = await documentOf(page({ head }), 'https://lorne-post.example/ports-again');
    expect(told(document, 'original')).toEqual(['https://kelmar-times.example/ports (meta)']);
    expect(changedAndAddress(document).url).toBe('https://lorne-post.example/ports-again');
    expect(document.outlet).toBe('The Lorne Post');
  });

  it('is not taken for another house’s where nothing tells the house of the page', async () => {
    const document = await documentOf(
      page({ head: '<link rel="canonical" href="https://kelmar-times.example/ports">' }),
    );
    expect(told(document, 'original')).toEqual([]);
    expect(told(document, 'url')).toEqual(['https://kelmar-times.example/ports (meta)']);
  });

  it('of the original may stand in tags of its own', async () => {
    const head = `<meta property="og:url" content="https://lorne-post.example/a"><meta name="syndication-source" content="https://kelmar-times.example/ports"><meta name="original-source" content="https://lorne-post.example/a">`;
    const document = await documentOf(page({ head }));
    expect(told(document, 'original')).toEqual(['https://kelmar-times.example/ports (meta)']);
  });
});

describe('whose text a page is', () => {
  it.each<[string, object, readonly string[]]>([
    [
      'the organization it was made for',
      { sourceOrganization: { '@type': 'NewsMediaOrganization', name: 'Ostran News Agency' } },
      ['Ostran News Agency (json-ld)'],
    ],
    [
      'who provides it',
      { provider: { '@type': 'Organization', name: 'Ostran News Agency' } },
      ['Ostran News Agency (json-ld)'],
    ],
    ['who owns it', { copyrightHolder: { name: 'Ostran News Agency' } }, ['Ostran News Agency (json-ld)']],
    ['its credit', { creditText: 'Ostran News Agency' }, ['Ostran News Agency (json-ld)']],
    ['its dateline', { dateline: 'KELMAR, May 2 (Ostran News Agency)' }, ['Ostran News Agency (json-ld)']],
    [
      'an author that is a house',
      { author: { '@type': 'NewsMediaOrganization', name: 'Ostran News Agency' } },
      ['Ostran News Agency (json-ld)'],
    ],
    [
      'what it is based on',
      { isBasedOn: { '@type': 'NewsArticle', publisher: { name: 'Ostran News Agency' } } },
      ['Ostran News Agency (json-ld)'],
    ],
    [
      'its own publisher, everywhere',
      {
        author: { '@type': 'Organization', name: 'Kelmar Times' },
        provider: { name: 'The Kelmar Times' },
        copyrightHolder: { name: 'Kelmar Times Media' },
      },
      [],
    ],
    ['a credit for a picture', { creditText: 'Photo: Ida Tessen' }, []],
  ])('is told by %s', async (_, facts, expected) => {
    const publisher = { '@type': 'Organization', name: 'The Kelmar Times' };
    const document = await documentOf(page({ head: jsonLd({ publisher, ...facts }) }));
    expect(told(document, 'syndicated')).toEqual(expected);
    expect(document.outlet).toBe('The Kelmar Times');
  });

  it('is read through a graph whose parts name one another', async () => {
    const graph = [
      { '@type': 'WebSite', '@id': 'https://kelmar-times.example/#site', name: 'kelmar-times' },
      { '@type': 'Organization', '@id': 'https://kelmar-times.example/#house', name: 'The Kelmar Times' },
      { '@type': 'Person', '@id': 'https://kelmar-times.example/#lb', name: 'Mara Quill' },
      {
        '@type': ['Article', 'NewsArticle'],
        headline: 'Talks on the ports resume',
        author: [{ '@id': 'https://kelmar-times.example/#lb' }],
        publisher: 'https://kelmar-times.example/#house',
        mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://kelmar-times.example/ports' },
        isBasedOn: 'https://ostran-wire.example/1',
      },
    ];
    const head = `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': graph })}</script>`;
    const document = await documentOf(page({ head }));
    expect([document.outlet, document.byline]).toEqual(['The Kelmar Times', 'Mara Quill']);
    expect(told(document, 'url')).toEqual(['https://kelmar-times.example/ports (json-ld)']);
    expect(told(document, 'original')).toEqual(['https://ostran-wire.example/1 (json-ld)']);
  });

  const OUTLET = '<meta property="og:site_name" content="The Kelmar Times">';
  it.each([
    ['<p>By Mara Quill | Ostran News Agency</p>', '', 'Ostran News Agency (byline)'],
    ['<p>By Mara Quill, Ostran News Agency</p>', '', 'Ostran News Agency (byline)'],
    ['<p>This story was first published by Ostran Weekly.</p>', '', 'Ostran Weekly (text)'],
    ['', '<p>Originally published at Ostran Weekly.</p>', 'Ostran Weekly (text)'],
    ['', '<p>Provided by Ostran News Agency</p>', 'Ostran News Agency (text)'],
    ['', '<p>© 2031 Ostran News Agency. All rights reserved.</p>', 'Ostran News Agency (text)'],
    [
      '<p>KELMAR, May 2 (Ostran Wire) - The ports are open again, the harbour master said on Friday in a short note to shippers.</p>',
      '',
      'Ostran Wire (dateline)',
    ],
  ])('stands in the text: %s%s', async (top, foot, expected) => {
    const document = await documentOf(page({ head: OUTLET, top, foot }));
    expect(told(document, 'syndicated')).toEqual([expected]);
    expect(document.outlet).toBe('The Kelmar Times');
  });

  it.each([
    ['', '<p>© 2031 Kelmar Times Media Ltd. All rights reserved.</p>'],
    ['<p>By Mara Quill, Kelmar Times</p>', ''],
    ['<p>First published on Monday.</p>', ''],
    ['', '<p>Originally published in May 2031.</p>'],
  ])('is not told by words of its own house, nor by a day: %s%s', async (top, foot) => {
    expect(told(await documentOf(page({ head: OUTLET, top, foot })), 'syndicated')).toEqual([]);
  });
});

describe('facts of any page', () => {
  it('say how each was found, and those with a place hold what stands there', async () => {
    const pieces = fc.constantFrom(
      '<meta property="og:url" content="//x/..">',
      '<link rel="canonical" href="http://[">',
      '<meta name="syndication-source" content="not an address">',
      '<meta name="dc.date" content="02/05/2031">',
      '<p>By Mara Quill | Ostran News Agency</p>',
      '<p>Updated 3 May 2031, published 2 May 2031</p>',
      '<p>© Ostran News Agency</p>',
      '<script type="application/ld+json">{"@type":"Article","author":{"@id":"#a"},"publisher":[[]],"isBasedOn":{"@id":7}}</script>',
      '<script type="application/ld+json">{"@graph":[{"@id":"#a","@type":"Person","name":["Mara Quill"]},null,3]}</script>',
      '<time datetime="2031-05-02">2 May</time>',
      '<p>Originally published in The Quay.</p>',
    );
    const addresses = fc.constantFrom(null, 'https://kelmar-times.example/a', 'https://web.archive.org/web/x/http://');
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 8 }), addresses, async (some, address) => {
        const document = await documentOf(page({ head: some.join(''), top: some.join('') }), address);
        for (const { by, value } of document.found) {
          expect(FoundBy.options).toContain(by);
          expect(value).not.toBe('');
        }
        for (const { values } of disagreementsOf(document.found)) {
          expect(values.length).toBeGreaterThan(1);
          expect(values.every(({ by }) => by.length > 0)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same from memory', async () => {
    const text = page({ head: jsonLd({ datePublished: '2031-05-02' }) });
    const acquired = await documentFromBytes(Buffer.from(text), 'pile/a.html');
    expect(acquired.kind === 'document' && acquired.document.found).toEqual((await documentOf(text)).found);
  });
});
