import { describe, expect, it } from 'vitest';
import { disagreementsOf, type Found } from '../model/index.ts';
import { sayDisagreement } from './say-disagreement.ts';

const fact = (field: Found['field'], value: string, by: Found['by']): Found => ({ field, value, by, span: null });

const said = (...found: readonly Found[]): readonly string[] => disagreementsOf(found).map(sayDisagreement);

describe('sayDisagreement', () => {
  it('names each value with how it was found, the one that is taken first', () => {
    expect(
      said(
        fact('published', '2031-05-03', 'markup'),
        fact('published', '2031-05-02', 'open-graph'),
        fact('published', '2031-05-02', 'json-ld'),
        fact('language', 'de', 'markup'),
        fact('language', 'en-GB', 'text'),
      ),
    ).toEqual([
      'Dates of publication disagree: 2 May 2031 (JSON-LD and Open Graph), 3 May 2031 (the page as shown). The first is taken.',
      'Languages disagree: German (the page as shown), English (the text). The first is taken.',
    ]);
  });

  it.each<readonly Found[]>([
    [fact('published', '2031-05', 'json-ld'), fact('published', '2031-05-02', 'dateline')],
    [fact('outlet', 'The Kelmar Times', 'json-ld'), fact('outlet', 'Kelmar Times', 'open-graph')],
    [fact('title', 'Talks resume', 'json-ld'), fact('title', 'Talks resume | Kelmar Times', 'meta')],
    [fact('url', 'http://www.kelmar.example/a/', 'json-ld'), fact('url', 'https://kelmar.example/a#top', 'meta')],
    [fact('language', 'nb-NO', 'markup'), fact('language', 'no', 'text')],
    [fact('syndicated', 'Ostran Wire', 'dateline'), fact('syndicated', 'Lorne Wire', 'byline')],
  ])('finds none in %j, %j', (...found) => {
    expect(said(...found)).toEqual([]);
  });

  it('shows the sharper of two dates that agree', () => {
    expect(
      disagreementsOf([
        fact('published', '2031-05', 'json-ld'),
        fact('published', '2031-05-02', 'dateline'),
        fact('published', '2030', 'text'),
      ]),
    ).toEqual([
      {
        field: 'published',
        values: [
          { value: '2031-05-02', by: ['json-ld', 'dateline'] },
          { value: '2030', by: ['text'] },
        ],
      },
    ]);
  });
});
