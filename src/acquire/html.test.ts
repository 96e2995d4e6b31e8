import { describe, expect, it } from 'vitest';
import { readPage } from './html.ts';

const PARAGRAPH =
  'The delegations left the lake hotel after midnight, and the mediator said only that the talks would go on. ';
const body = (inner: string): string =>
  `<html><head></head><body><article>${inner}<p>${PARAGRAPH.repeat(5)}</p></article></body></html>`;
const firstBlock = async (inner: string): Promise<string | undefined> =>
  (await readPage(body(inner)))?.text.split('\n\n')[0];

describe('readPage', () => {
  it('joins inline text as a browser shows it', async () => {
    const inner =
      '<p>Two\n   <b>offi</b>cials <i>of the </i> <u>union</u>, asked&nbsp;twice , said <q>no</q>: a&shy;gain &amp; again, said the mediator.</p>';
    expect(await firstBlock(inner)).toBe(
      'Two officials of the union, asked twice , said no: again & again, said the mediator.',
    );
  });

  it('breaks a block at <br> and ends it at two', async () => {
    const page = await readPage(
      '<html><body><main>The first line of it.<br>The second line.<br><br>Another block.</main></body></html>',
    );
    expect(page?.text).toBe('The first line of it.\nThe second line.\n\nAnother block.');
  });

  it('leaves out scripts, comments and what the page hides', async () => {
    const page = await readPage(
      body(
        '<script>document.body.textContent = "never"</script><!-- unseen --><p hidden>hidden one</p><p style="display:none">hidden two</p><noscript>no script</noscript>',
      ),
    );
    expect(page?.text).not.toMatch(/never|unseen|hidden|no script/);
  });

  it('puts the headline first when the article lacks it, and once when it has it', async () => {
    const lacking = await readPage(
      `<html><head><title>x</title><meta property="og:title" content="Talks stall in Velm"></head><body><article><p>${PARAGRAPH.repeat(5)}</p></article></body></html>`,
    );
    expect(lacking?.text.startsWith('Talks stall in Velm\n\nThe delegations')).toBe(true);
    const having = await readPage(body('<h1>Talks stall in Velm</h1>'));
    expect(having?.text.match(/Talks stall/g)).toHaveLength(1);
    expect(having?.layout[0]).toEqual({ kind: 'heading', start: 0, end: 19 });
  });

  it('does not take the cited paper at the end of a headline for the outlet', async () => {
    const page = await readPage(
      `<html><head><title>Envoy offered the terminal – Kelmar Times</title></head><body><article><h1>Envoy offered the terminal – Kelmar Times</h1><p>${PARAGRAPH.repeat(5)}</p></article></body></html>`,
    );
    expect(page?.found.filter(({ field }) => field === 'outlet')).toEqual([]);
    expect(page?.found.find(({ field }) => field === 'title')?.value).toBe('Envoy offered the terminal – Kelmar Times');
  });

  it('reads JSON-LD past broken scripts and other articles that the page lists', async () => {
    const page = await readPage(
      body('<h1>Talks stall in Velm</h1>').replace(
        '<head>',
        `<head><script type="application/ld+json">{broken</script><script type="application/ld+json">[{"@type":"NewsArticle","headline":"Ferries run late","datePublished":"2031-01-01"},{"@type":"NewsArticle","headline":"Talks stall in Velm","datePublished":"2031-05-02","author":"Ilse Marn"}]</script>`,
      ),
    );
    expect(page?.found.filter(({ by }) => by === 'json-ld').map(({ field, value }) => `${field}: ${value}`)).toEqual([
      'title: Talks stall in Velm',
      'byline: Ilse Marn',
      'published: 2031-05-02',
    ]);
  });

  it('reads a page in capitals without quotes or closing tags', async () => {
    const page = await readPage(
      `<HTML><HEAD><META NAME=author CONTENT="Ilse Marn"></HEAD><BODY><P>One ${PARAGRAPH}<P>Two ${PARAGRAPH}</BODY></HTML>`,
    );
    expect(page?.text.split('\n\n').map((block) => block.slice(0, 3))).toEqual(['One', 'Two']);
    expect(page?.found[0]).toMatchObject({ field: 'byline', value: 'Ilse Marn' });
  });

  it('gives null for a page without text', async () => {
    expect(await readPage('<html><body><nav><a href="/">Home</a></nav><img src="a.png"></body></html>')).toBeNull();
  });

  it.each([
    ['100,000 nested elements', `<html><body>${'<div>'.repeat(100_000)}<p>${PARAGRAPH}</p></body></html>`],
    ['elements nested by "/>"', `<html><body>${'<div/>'.repeat(100_000)}<p>${PARAGRAPH}</p></body></html>`],
    ['a million attributes', `<html><body><p ${'a=1 b '.repeat(500_000)}>${PARAGRAPH}</p></body></html>`],
    ['nothing but openings', `${'<'.repeat(1_000_000)} ${PARAGRAPH}`],
    [
      '5 MB of paragraphs',
      `<html><body><article>${`<p>${PARAGRAPH.repeat(4)}</p>`.repeat(11_500)}</article></body></html>`,
    ],
  ])('reads %s within seconds', async (_, html) => {
    const started = performance.now();
    const page = await readPage(html);
    expect(page?.text).toContain('after midnight');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
