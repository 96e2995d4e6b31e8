import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readWebTreebank, spacesBefore } from './read-web-treebank.ts';
import { temporaryData } from './temporary-data.ts';

const NAMES = `# sent_id = tale-0001
# text = Orla didn't sign.
1\tOrla\tB-PER\t-\tx
2\tdid\tO\t-\tx
3\tn't\tO\t-\tx
4\tsign\tO\t-\tx
5\t.\tO\t-\tx

# sent_id = tale-0002
# text = Quiet!
1\tQuiet\tB-OTH\t-\tx
2\t!\tO\t-\tx
`;

const row = (...cells: readonly string[]): string => cells.join('\t');

const ROLES = [
  '# sent_id = tale-0001',
  row('1', 'Orla', 'Orla', 'PROPN', 'NNP', '4', 'nsubj', '-', '-', '*', '(ARG0*)'),
  row('2', 'did', 'do', 'AUX', 'VBD', '4', 'aux', 'do', 'do.01', '(V*)', '*'),
  row('3', "n't", 'not', 'PART', 'RB', '4', 'advmod', '-', '-', '*', '(ARGM-NEG*)'),
  row('4', 'sign', 'sign', 'VERB', 'VB', '0', 'root', 'sign', 'sign.01', '*', '(V*)'),
  row('5', '.', '.', 'PUNCT', '.', '4', 'punct', '-', '-', '*', '*'),
  '',
].join('\n');

const FACTS = 'sent_id\ttoken\tvalue\tconfidence\ntale-0001\t4\t-1.25\t0.9\n';

describe('readWebTreebank', () => {
  it('joins names, roles and factuality on the text as it was written', () => {
    const data = temporaryData({
      'uner-ewt/en_ewt-ud-dev.iob2': NAMES,
      'propbank-ewt/dev.conll.gz': gzipSync(ROLES),
      'uds-factuality/dev.tsv': FACTS,
    });
    const [joined, apart] = readWebTreebank(data, 'dev');
    expect(joined?.text).toBe("Orla didn't sign.");
    expect(joined?.names).toEqual([{ start: 0, end: 4, label: 'PER' }]);
    // The auxiliary is no predicate, and its column is skipped with it.
    expect(joined?.predicates).toEqual([
      {
        at: [12, 16],
        roles: [
          { start: 0, end: 4, label: 'ARG0' },
          { start: 8, end: 11, label: 'ARGM-NEG' },
        ],
      },
    ]);
    expect(joined?.factuality).toEqual([{ at: [12, 16], value: -1.25 }]);
    expect(apart).toEqual({ name: 'tale#unjoined', text: 'Quiet!', names: [], factuality: [] });
  });

  it('reads roles alone, spaces by rule', () => {
    const data = temporaryData({ 'propbank-ewt/test.conll.gz': gzipSync(ROLES) });
    const [only] = readWebTreebank(data, 'test');
    expect(only?.text).toBe("Orla didn't sign .");
    expect(only?.predicates?.length).toBe(1);
  });

  it('throws when two layers cut a sentence differently', () => {
    const data = temporaryData({
      'uner-ewt/en_ewt-ud-dev.iob2': NAMES.replace('5\t.\tO\t-\tx\n', ''),
      'propbank-ewt/dev.conll.gz': gzipSync(ROLES),
    });
    expect(() => readWebTreebank(data, 'dev')).toThrow('Expected 4 tokens in tale-0001, got 5');
  });
});

describe('spacesBefore', () => {
  it('says nothing when words and text do not line up', () => {
    expect(spacesBefore('One two', ['One', 'three'])).toEqual([undefined, undefined]);
  });

  it('counts the first word as standing apart', () => {
    expect(spacesBefore('(One) two', ['(', 'One', ')', 'two'])).toEqual([true, false, false, true]);
  });
});
