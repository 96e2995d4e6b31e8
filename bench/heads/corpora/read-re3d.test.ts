import { describe, expect, it } from 'vitest';
import { readRe3d } from './read-re3d.ts';
import { temporaryData } from './temporary-data.ts';

const lines = (...items: readonly object[]): string => items.map((item) => JSON.stringify(item)).join('\n');

describe('readRe3d', () => {
  it('takes the documents of the split, the surest type of a place, and counts what is said twice once', () => {
    const entity = { documentId: 'd1', begin: 3, end: 7 };
    const relation = {
      documentId: 'd1',
      type: 'CommWith',
      sourceBegin: 3,
      sourceEnd: 7,
      targetBegin: 12,
      targetEnd: 16,
    };
    const data = temporaryData({
      're3d/split.tsv': 'document\tsubset\tsplit\nd1\tTales\tdev\nd2\tTales\ttrain\n',
      // The first letter lies beyond 16 bits: places of the corpus count letters, ours count code units.
      're3d/Tales/documents.json': lines({ _id: 'd1', text: '🕊 Orla met Vane' }, { _id: 'd2', text: 'Other' }),
      're3d/Tales/entities.json': lines(
        { ...entity, begin: 2, end: 6, type: 'Location', confidence: 0.6 },
        { ...entity, begin: 2, end: 6, type: 'Person', confidence: 1 },
        { ...entity, begin: 7, end: 10, type: 'Weapon', confidence: 0.3 },
      ),
      're3d/Tales/relations.json': lines(
        { ...relation, sourceBegin: 2, sourceEnd: 6, targetBegin: 11, targetEnd: 15, confidence: 1 },
        { ...relation, sourceBegin: 2, sourceEnd: 6, targetBegin: 11, targetEnd: 15, confidence: 0.5 },
        { ...relation, type: 'Likes', confidence: 0.49 },
      ),
    });
    const documents = readRe3d(data, 'dev');
    expect(documents.length).toBe(1);
    const [{ text, names, relations } = { text: '', names: [], relations: [] }] = documents;
    expect(names?.map(({ start, end, label }) => [text.slice(start, end), label])).toEqual([['Orla', 'Person']]);
    expect(relations?.map(({ one, two, label }) => [text.slice(...one), label, text.slice(...two)])).toEqual([
      ['Orla', 'CommWith', 'Vane'],
    ]);
  });

  it('is empty where the corpus is not there', () => {
    expect(readRe3d(temporaryData({}), 'dev')).toEqual([]);
  });
});
