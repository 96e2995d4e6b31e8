import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeader } from './header.ts';

const BODY =
  'The two delegations left the lake hotel shortly after midnight without a word to those who waited in the rain, and a ' +
  'spokeswoman for the mediator said only that the talks would go on.\n\nA second sitting is planned, she said.\n';

/** What was found, as `field: value`, in text order. Every span is checked to hold what it says. */
const facts = (text: string): readonly string[] =>
  readHeader(text, { hasTitle: false }).map(({ field, value, span }) => {
    if (!span) throw new Error(`no span for ${field}`);
    const words = text.slice(span[0], span[1]);
    expect(words.length).toBeGreaterThan(0);
    if (field !== 'published' && field !== 'modified') expect(words).toBe(value);
    return `${field}: ${value}`;
  });

describe('readHeader', () => {
  it('takes a first line before an empty line as title', () => {
    expect(facts(`Harbour talks stall in Velm\n\n${BODY}`)).toEqual(['title: Harbour talks stall in Velm']);
  });

  it('takes a first line much shorter than the paragraph below it', () => {
    expect(facts(`Harbour talks stall in Velm\n${BODY}`)).toEqual(['title: Harbour talks stall in Velm']);
  });

  it('takes a headline with a full stop when its words are capitalised', () => {
    expect(facts(`Harbour Talks Stall After Midnight.\n\n${BODY}`)).toEqual([
      'title: Harbour Talks Stall After Midnight.',
    ]);
  });

  it('reads title, byline and date on lines of their own', () => {
    expect(
      facts(`Harbour talks stall in Velm\nBy Ilse Marn and Teo Brandau\nMay 2, 2031, 10:30 a.m.\n\n${BODY}`),
    ).toEqual(['title: Harbour talks stall in Velm', 'byline: Ilse Marn and Teo Brandau', 'published: 2031-05-02']);
  });

  it('reads a line of several pieces', () => {
    expect(facts(`Harbour talks stall in Velm\n\nBy Ilse Marn | The Ostran Courier | 2 May 2031\n\n${BODY}`)).toEqual([
      'title: Harbour talks stall in Velm',
      'byline: Ilse Marn',
      'outlet: The Ostran Courier',
      'published: 2031-05-02',
    ]);
  });

  it('reads labelled lines, a bare source among them as the outlet', () => {
    const head =
      'Title: Harbour talks stall\nSource: Ostran Courier\nAuthor: Ilse Marn\nPublished: 2 May 2031\nUpdated: 3 May 2031\n';
    expect(facts(`${head}\n${BODY}`)).toEqual([
      'title: Harbour talks stall',
      'outlet: Ostran Courier',
      'byline: Ilse Marn',
      'published: 2031-05-02',
      'modified: 2031-05-03',
    ]);
  });

  it('reads labels that share a line', () => {
    expect(facts(`TITLE: Harbour talks stall LINK: https://courier.example/a\n${BODY}`)).toEqual([
      'title: Harbour talks stall',
      'url: https://courier.example/a',
    ]);
  });

  it('reads a masthead above the headline', () => {
    expect(facts(`The Ostran Courier\n2 May 2031\n\nHarbour talks stall in Velm\n\n${BODY}`)).toEqual([
      'outlet: The Ostran Courier',
      'published: 2031-05-02',
      'title: Harbour talks stall in Velm',
    ]);
  });

  it('reads "Kelmar Times, 2 May 2031" as outlet and date, "Velm, 2 May 2031" as date alone', () => {
    expect(facts(`Harbour talks stall\nKelmar Times, 2 May 2031\n\n${BODY}`).slice(1)).toEqual([
      'outlet: Kelmar Times',
      'published: 2031-05-02',
    ]);
    expect(facts(`Harbour talks stall\nVelm, 2 May 2031\n\n${BODY}`).slice(1)).toEqual(['published: 2031-05-02']);
  });

  it('reads the agency of a dateline as whose copy it is, and its date when the year is stated', () => {
    expect(facts(`Talks stall in Velm\n\nVELM, May 2 (Kelmar Wire) - ${BODY}`)).toEqual([
      'title: Talks stall in Velm',
      'syndicated: Kelmar Wire',
    ]);
    expect(facts(`VELM, May 2, 2031 (Kelmar Wire) — ${BODY}`)).toEqual([
      'published: 2031-05-02',
      'syndicated: Kelmar Wire',
    ]);
  });

  it('reads a date glued to the first paragraph', () => {
    expect(facts(` posted 2031-05-02 ${BODY}`)).toEqual(['published: 2031-05-02']);
    expect(facts(`2 May 2031 - ${BODY}`)).toEqual(['published: 2031-05-02']);
  });

  it('reads byline, copyright and first publication below the text', () => {
    expect(facts(`Talks stall in Velm\n\n${BODY}\nReporting by Ilse Marn; editing by Teo Brandau\n`)).toContain(
      'byline: Ilse Marn',
    );
    expect(facts(`Talks stall in Velm\n\n${BODY}\nBy Ilse Marn\n`)).toContain('byline: Ilse Marn');
    expect(facts(`Talks stall in Velm\n\n${BODY}\n© 2031 Ostran Courier. All rights reserved.\n`)).toContain(
      'outlet: Ostran Courier',
    );
    expect(facts(`Talks stall in Velm\n\n${BODY}\nSource: Kelmar Wire\n`)).toContain('syndicated: Kelmar Wire');
    expect(facts(`Talks stall in Velm\n\n${BODY}\nThis article was first published by the Lake Gazette.\n`)).toContain(
      'syndicated: Lake Gazette',
    );
  });

  it('reads a house that stands where a person would as whose copy it is', () => {
    expect(facts(`Talks stall in Velm\nBy Kelmar News Agency\n\n${BODY}`)).toContain('syndicated: Kelmar News Agency');
  });

  it('reads whose broadcast it is when the host says so', () => {
    expect(facts(`From Ostra Public Radio, I'm Dara Quist. ${BODY}`)).toEqual(['outlet: Ostra Public Radio']);
  });

  it.each([
    ['a paragraph alone', BODY],
    ['a cited source below the lead', `${BODY}\nSource: Kelmar Wire, as reported by the Lake Gazette\n\n${BODY}`],
    ['a first line that runs on', `The two delegations left\nthe lake hotel after midnight.\n\n${BODY}`],
    [
      'text broken at a fixed width',
      `${'The two delegations left the lake hotel shortly after'}\n${'Midnight struck in Velm without a word to those waiting'}\n${'In the rain for any news.'}\n`,
    ],
    ['a short first sentence', `The talks failed on Friday.\n\n${BODY}`],
    ['a date without its year', `May 2\n\n${BODY}`],
    ['a figure that two customs read differently', `03/04/2031\n\n${BODY}`],
    ['a date that begins a sentence', `May 2, 2031, was the day on which it all ended. ${BODY}`],
    ['a turn of a transcript', `MARN: Good morning\n\nQUIST: Good morning\n\n${BODY}`],
    ['a welcome to a place', `Welcome to Velm, where the talks go on. ${BODY}`],
    ['nothing', ''],
  ])('finds nothing in %s', (_, text) => {
    expect(facts(text)).toEqual([]);
  });

  it('does not take "by" before common words for a byline', () => {
    expect(facts(`Talks stall in Velm\n\nBy the lake and the road\n\n${BODY}`)).toEqual(['title: Talks stall in Velm']);
  });

  it('gives spans inside the text for any text', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'By Ilse Marn',
        '2 May 2031',
        'Source: Courier',
        '',
        'VELM, May 2, 2031 (Wire) - A',
        'Published: 2031-05-02',
        BODY,
      ),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\n\n'), (lines, end) => {
        const text = lines.join(end);
        for (const { span, value } of readHeader(text, { hasTitle: false })) {
          expect(value).not.toBe('');
          expect(span && span[0] >= 0 && span[0] < span[1] && span[1] <= text.length).toBe(true);
        }
      }),
    );
  });
});
