import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryData } from '../heads/corpora/temporary-data.ts';
import { headOf } from './event-corpus.ts';
import { readDiverse } from './read-diverse.ts';
import { readEcbPlus } from './read-ecb-plus.ts';

const tokens = (sentences: readonly string[]): string =>
  sentences
    .flatMap((sentence, number) => sentence.split(' ').map((word) => [number, word] as const))
    .map(([number, word], at) => `<token t_id="${at + 1}" sentence="${number}" number="0">${word}</token>`)
    .join('\n');

describe('readEcbPlus', () => {
  it('keeps events of checked sentences, by chain or alone, and leaves out the address of a page', () => {
    const checked = '\ufeffTopic,File,Sentence Number\r\n2,1ecbplus,1\r\n2,1ecbplus,2\r\n';
    const xml = `<Document>${tokens(['http : / / example', 'Envoys called the talks off', 'Tarsk &amp; Co. wept', 'They left'])}
<Markables>
<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="7"/><token_anchor t_id="10"/></ACTION_OCCURRENCE>
<NEG_ACTION_STATE m_id="2"><token_anchor t_id="14"/></NEG_ACTION_STATE>
<HUMAN_PART_PER m_id="3"><token_anchor t_id="6"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="4"><token_anchor t_id="16"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="9" RELATED_TO="" TAG_DESCRIPTOR="off" instance_id="ACT1" />
</Markables>
<Relations><CROSS_DOC_COREF r_id="5" note="ACT1"><source m_id="1"/><target m_id="9"/></CROSS_DOC_COREF></Relations></Document>`;
    const data = temporaryData({
      'ecb-plus/ECBplus_coreference_sentences.csv': checked,
      'ecb-plus/2/2_1ecbplus.xml.gz': gzipSync(xml),
    });
    const [document, ...others] = readEcbPlus(data, 'dev');
    expect(others).toEqual([]);
    expect(readEcbPlus(data, 'train')).toEqual([]);
    expect(document?.story).toBe('2+');
    expect(document?.text).toBe('Envoys called the talks off\n\nTarsk & Co. wept They left');
    const told = document?.mentions.map(({ head, chain }) => [document.text.slice(...head), chain]);
    expect(told).toEqual([
      ['called', 'ACT1'],
      ['wept', '2_1ecbplus/m2'],
    ]);
  });

  it('finds nothing where the corpus is not there', () => {
    expect(readEcbPlus(temporaryData({}), 'dev')).toEqual([]);
  });
});

describe('readDiverse', () => {
  it('places mentions in the text that the tokens make', () => {
    const rows = ['0 Envoys', '0 met', '1 Talks', '1 failed'].map((row, at) => {
      const [sentence, word] = row.split(' ');
      return `1/20/doc\t${sentence}\t${at % 2}\t${word}\t-`;
    });
    const mention = {
      conll_doc_key: '1/20/doc',
      sent_id: 1,
      tokens_number: [0],
      tokens_text: ['Talks'],
      coref_chain: 'c',
    };
    const data = temporaryData({
      'gvc/dev/dataset.conll.gz': gzipSync(['#begin document (1/20/doc)', ...rows].join('\n')),
      'gvc/dev/event_mentions.json.gz': gzipSync(JSON.stringify([mention])),
    });
    const [document] = readDiverse(data, 'gvc', 'dev');
    expect(document).toMatchObject({ name: '1/20/doc', story: '20', text: 'Envoys met\n\nTalks failed' });
    expect(document?.mentions).toEqual([{ head: [12, 17], chain: 'c' }]);
  });
});

describe('headOf', () => {
  it('is the first word that says something', () => {
    expect(headOf(['took', 'to', 'court'])).toBe(2);
    expect(headOf(['called', 'off'])).toBe(0);
    expect(headOf(['was'])).toBe(0);
  });
});
