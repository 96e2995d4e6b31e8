import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from './markdown.ts';

const pieces = (text: string, kind: string): readonly string[] =>
  readMarkdown(text)
    .layout.filter((piece) => piece.kind === kind)
    .map(({ start, end }) => text.slice(start, end));
const facts = (text: string): readonly string[] =>
  readMarkdown(text).found.map(({ field, value, by }) => `${field}: ${value} (${by})`);

const TEXT = `---
title: "Harbour talks stall"
date: 2031-05-02T10:00:00+02:00
authors: [Ilse Marn, {name: Teo Brandau}]
publisher: The Ostran Courier
---

# Harbour talks stall in Velm

*By Ilse Marn*

The **second draft** was read on [Friday](https://courier.example/a), she said.
It runs to nine pages.

> “We have a text.”
> “We lack a date.”

- The levy ends.
- The terminal passes.

| Company | Share |
|---|---|
| Northmole | 60 |
`;

describe('readMarkdown', () => {
  it('reads the front matter', () => {
    expect(facts(TEXT).slice(0, 4)).toEqual([
      'title: Harbour talks stall (front-matter)',
      'published: 2031-05-02 (front-matter)',
      'byline: Ilse Marn, Teo Brandau (front-matter)',
      'outlet: The Ostran Courier (front-matter)',
    ]);
  });

  it('keeps the heading and the byline in the text as further facts', () => {
    expect(facts(TEXT).slice(4)).toEqual([
      'title: Harbour talks stall in Velm (heading)',
      'byline: Ilse Marn (byline)',
    ]);
  });

  it('marks headings, paragraphs, quotes, list items, rows and links without their signs', () => {
    expect(pieces(TEXT, 'heading')).toEqual(['Harbour talks stall in Velm']);
    expect(pieces(TEXT, 'list-item')).toEqual(['The levy ends.', 'The terminal passes.']);
    expect(pieces(TEXT, 'quote')).toEqual(['“We have a text.”\n> “We lack a date.”']);
    expect(pieces(TEXT, 'link')).toEqual(['Friday']);
    expect(pieces(TEXT, 'table-row')).toEqual(['| Company | Share |', '| Northmole | 60 |']);
    expect(pieces(TEXT, 'paragraph')).toHaveLength(2);
  });

  it('marks the signs as syntax', () => {
    const signs = pieces(TEXT, 'syntax');
    expect(signs[0]).toMatch(/^---\n[\s\S]*---$/);
    for (const sign of ['#', '**', '[', '](https://courier.example/a)', '>', '-', '|---|---|'])
      expect(signs).toContain(sign);
  });

  it('marks an underlined heading and fenced code', () => {
    const text = 'Harbour talks\n=====\n\n```\nnot # a heading\n```\n\nText.\n';
    expect(pieces(text, 'heading')).toEqual(['Harbour talks']);
    expect(pieces(text, 'syntax')).toEqual(['=====', '```', '```']);
  });

  it('leaves words with underscores and lone stars as they are', () => {
    expect(pieces('The file_name_here is 2 * 3 * 4.', 'syntax')).toEqual([]);
  });

  it('takes two rules with prose between them for no front matter', () => {
    expect(facts('---\nA line of prose\n---\n\nMore prose follows here.')).toEqual([
      'title: A line of prose (heading)',
    ]);
  });

  it('says nothing of front matter that is broken or built to grow', () => {
    expect(facts('---\ntitle: [unclosed\n---\n\nText.')).toEqual([]);
    const bomb = `---\na: &a [x,x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'},*${i ? `b${i - 1}` : 'a'}]`).join('\n')}\n---\nText.`;
    expect(facts(bomb)).toEqual([]);
  });

  it('gives pieces inside the text, ordered by place, for any text', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '# H',
        '> q',
        '- i',
        '1. n',
        '| a | b |',
        '---',
        '```',
        '[a](b)',
        '**b** _c_',
        '<!-- x -->',
        '',
        '===',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const text = lines.join(end);
        let last = 0;
        for (const { start, end: stop } of readMarkdown(text).layout) {
          expect(start >= last && stop > start && stop <= text.length).toBe(true);
          last = start;
        }
      }),
    );
  });
});
