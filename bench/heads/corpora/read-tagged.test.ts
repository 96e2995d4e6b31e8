import { describe, expect, it } from 'vitest';
import { readPolitics, readWorldNews } from './read-tagged.ts';
import { temporaryData } from './temporary-data.ts';

describe('readWorldNews', () => {
  it('joins the sentences of a file and places its names', () => {
    const data = temporaryData({
      'worldwide-news-ner/dev/b.tsv':
        "Orla\tB-Person\nVane\tI-Person\nleft\tO\n.\tO\n\nTalben\tB-Location\n's\tO\nport\tO\n",
      'worldwide-news-ner/dev/a.tsv': 'Nothing\n',
    });
    const [first, second] = readWorldNews(data, 'dev');
    expect(first).toEqual({ name: 'a', text: 'Nothing', names: [] });
    expect(second?.text).toBe("Orla Vane left . Talben's port");
    expect(second?.names).toEqual([
      { start: 0, end: 9, label: 'Person' },
      { start: 17, end: 23, label: 'Location' },
    ]);
  });

  it('is empty where the split is not there', () => {
    expect(readWorldNews(temporaryData({}), 'test')).toEqual([]);
  });
});

describe('readPolitics', () => {
  it('makes a document of each sentence', () => {
    const data = temporaryData({
      'crossner-politics/dev.txt': 'Greenway\tB-politicalparty\nwon\tO\n\nIt\tO\nlost\tO\n',
    });
    expect(readPolitics(data, 'dev')).toEqual([
      { name: 'politics-dev-0', text: 'Greenway won', names: [{ start: 0, end: 8, label: 'politicalparty' }] },
      { name: 'politics-dev-1', text: 'It lost', names: [] },
    ]);
  });

  it('is empty where the split is not there', () => {
    expect(readPolitics(temporaryData({}), 'test')).toEqual([]);
  });
});
