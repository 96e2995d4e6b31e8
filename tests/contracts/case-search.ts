import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/model/index.ts';
import type { CaseStore, DocumentHit, SearchOptions, SearchPassage } from '../../src/store/index.ts';
import type { StoreUnderTest } from './case-store.ts';
import { makeAddition, makeCase, makeReading } from './make-case.ts';

const entity = (id: string, name: string): Case['entities'][number] => ({
  id,
  type: 'person',
  name,
  names: [{ text: name, documents: [], count: 1 }],
  descriptions: [],
  roles: [],
  sides: [],
  sourceReliability: null,
  reasons: ['written alike'],
  evidence: [],
});

const tie = (id: string, from: string, to: string, words: string): Case['ties'][number] => ({
  id,
  claims: [],
  finding: null,
  evidence: [],
  kind: 'friendship',
  from,
  to,
  words,
  polarity: 'positive',
  date: null,
  validFrom: null,
  validTo: null,
  ended: false,
  share: null,
  via: [],
});

const gap = (id: string, text: string): Case['gaps'][number] => ({
  id,
  kind: 'no-date',
  text,
  closes: 'A dated report.',
  about: [],
  findings: [],
  rests: 0,
  reasons: [],
  evidence: [],
});

const idsOf = async (store: CaseStore, query: string, options: Partial<SearchOptions> = {}) =>
  (await store.search(query, { in: 'documents', limit: 20, ...options })).hits.map(({ id }) => id);

const passagesOf = async (store: CaseStore, query: string): Promise<readonly SearchPassage[]> => {
  const { hits } = await store.search(query, { in: 'documents', limit: 20 });
  return hits.flatMap((hit) => (hit as DocumentHit).passages);
};

/** The texts at the places that a search gives, taken from the stored text itself. */
const matchedIn = async (store: CaseStore, text: string, query: string): Promise<readonly string[]> =>
  (await passagesOf(store, query)).flatMap(({ matches }) => matches.map(([start, end]) => text.slice(start, end)));

/** How every `CaseStore` searches. */
export const caseSearchContract = ({ name, open, reopen, beside }: StoreUnderTest): void => {
  describe(`CaseStore search contract: ${name}`, () => {
    const text =
      'Zoë Łukin met the envoys.\r\n\u{1f44b} They spoke of Völd’s stake in Straße 5;\u0000 外交部长 came, and a \ud800 too.';
    const odd = makeAddition(text, 'a.txt', {
      title: 'Talks at Tirzan',
      outlet: 'The Harbour Post',
      byline: 'Ana Ruiz',
    });
    const plain = makeAddition('Envoys of Kestria and envoys of Aldmark spoke of a pipeline.', 'b.txt');

    it('finds texts by their words, whatever their case and accents, at their exact places', async () => {
      const store = await open();
      await store.add([odd, plain]);
      for (const [query, ...found] of [
        ['zoe', 'Zoë'],
        ['LUKIN zoé', 'Zoë', 'Łukin'],
        ['vold', 'Völd'],
        ["Völd's", 'Völd’s'],
        ['strasse', 'Straße'],
        ['部长', '部长'],
      ] as const)
        expect([query, await matchedIn(store, text, query)]).toEqual([query, found]);
      for (const passage of await passagesOf(store, 'they')) {
        const pieces = passage.pieces.map((piece) => piece.text).join('');
        expect(pieces).toBe(text.slice(passage.start, passage.end));
        expect(passage.pieces.filter(({ isMatch }) => isMatch)).toEqual([{ text: 'They', isMatch: true }]);
      }
      await store.close();
    });

    it('wants all words, quoted ones side by side, and takes the last for the beginning of one until a space follows', async () => {
      const store = await open();
      await store.add([odd, plain]);
      const [first, second] = [odd.document.id, plain.document.id];
      for (const [query, ...ids] of [
        ['envoys spoke', first, second],
        ['envoys kestria', second],
        ['envoys nowhere'],
        ['"envoys of"', second],
        ['“of envoys”'],
        ['"envoys of ald', second],
        ['"envoys of ald"'],
        ['pipel', second],
        ['pipel '],
        ['pipeline ', second],
        ['pipel kestria'],
        ['envoys k', first, second],
      ] as const)
        expect([query, new Set(await idsOf(store, query))]).toEqual([query, new Set(ids)]);
      await store.close();
    });

    it('finds a document by title, outlet and byline, and marks the title', async () => {
      const store = await open();
      await store.add([odd, plain]);
      for (const query of ['tirzan', 'harbour post', 'ruiz'])
        expect(await idsOf(store, query)).toEqual([odd.document.id]);
      const { hits, total } = await store.search('tirz', { in: 'documents', limit: 5 });
      const title = [
        { text: 'Talks at ', isMatch: false },
        { text: 'Tirzan', isMatch: true },
      ];
      expect(hits).toEqual([{ list: 'documents', id: odd.document.id, title, passages: [] }]);
      expect(total).toBe(1);
      await store.close();
    });

    it('takes nothing that is typed for more than words', async () => {
      const store = await open();
      await store.add([odd, plain]);
      await store.replaceCase('digest', { ...makeCase([]), gaps: [gap('gap-1', 'When the envoys met.')] });
      const nothing = [
        '',
        ' ',
        '"',
        '""',
        '*',
        '-',
        '(',
        ')',
        "'",
        ';--',
        '\u{1f44b}',
        '\ud800',
        '\u0000',
        '“',
        '^',
        '{a b}:',
      ];
      const words = [
        'title:tirzan',
        'envoys NOT kestria',
        'NEAR(envoys spoke)',
        'envoys OR kestria',
        'x'.repeat(10_000),
        '"envoys" OR',
      ];
      for (const query of [...nothing, ...words])
        expect([query, await idsOf(store, query, { in: ['documents', 'gaps'] })]).toEqual([query, []]);
      for (const query of [
        '"envoys',
        'envoys"',
        'envoys*',
        '-envoys',
        '(envoys)',
        'envoys \u{1f44b}',
        '\ud800envoys',
        'envoys\u0000',
      ])
        expect([query, (await idsOf(store, query, { in: ['documents', 'gaps'] })).length]).toEqual([query, 3]);
      expect(await idsOf(store, 'envoys '.repeat(2000))).toHaveLength(2);
      await store.close();
    });

    it('gives the best hits first, a page at a time, and says how many there are', async () => {
      const store = await open();
      const once = makeAddition(`A pipeline was built. ${'Nothing else was told of that day. '.repeat(20)}`, 'c.txt');
      const titled = makeAddition('They spoke of it.', 'd.txt', { title: 'The pipeline' });
      await store.add([once, titled, plain]);
      const all = await idsOf(store, 'pipeline');
      expect(all).toEqual([titled.document.id, plain.document.id, once.document.id]);
      const pages = [0, 1, 2, 3].map((offset) => store.search('pipeline', { in: 'documents', limit: 1, offset }));
      expect((await Promise.all(pages)).map(({ hits, total }) => [hits[0]?.id, total])).toEqual([
        [all[0], 3],
        [all[1], 3],
        [all[2], 3],
        [undefined, 3],
      ]);
      await store.close();
    });

    it('gives at most three passages of a text, those where most of the words stand together', async () => {
      const far = 'Nothing else was told of that day. '.repeat(12);
      const long = `Veld spoke. ${far}Veld left. ${far}The stake is with Veld. ${far}A stake was sold. ${far}Veld returned.`;
      const store = await open();
      await store.add([makeAddition(long, 'a.txt')]);
      const passages = await passagesOf(store, 'stake veld');
      expect(passages).toHaveLength(3);
      expect(passages.some(({ matches }) => matches.length === 2)).toBe(true);
      expect([...passages].sort((a, b) => a.start - b.start)).toEqual(passages);
      for (const { start, end } of passages) expect(end - start).toBeLessThan(300);
      await store.close();
    });

    it('searches a text as it is stored now, also once it was acquired from another path', async () => {
      const store = await open();
      const html = makeAddition('<p>The envoys met.', 'a.html', {
        mediaType: 'text/html',
        text: 'The envoys met.',
        title: 'Talks',
      });
      await store.add([makeAddition('<p>The envoys met.', 'b.txt', { title: 'Parley' })]);
      await store.add([html]);
      expect(await idsOf(store, 'talks')).toEqual([html.document.id]);
      expect(await idsOf(store, 'parley')).toEqual([]);
      expect((await passagesOf(store, 'envoys'))[0]?.matches).toEqual([[4, 10]]);
      await store.add([{ document: html.document, reading: makeReading(html.document, 'reader/2') }]);
      const again = await reopen(store);
      expect(await idsOf(again, 'envoys')).toEqual([html.document.id]);
      await again.close();
    });

    it('finds items by names and words of theirs, in the lists that are asked for', async () => {
      const store = await open();
      await store.add([plain]);
      const people = [entity('entity-1', 'Zoë Łukin'), entity('entity-2', 'Marek Voss')];
      const ties = [tie('tie-1', 'entity-1', 'entity-2', 'an old friend of')];
      await store.replaceCase('digest', { ...makeCase([plain.document]), entities: people, ties });
      const found = async (query: string, lists: SearchOptions['in']) =>
        (await store.search(query, { in: lists, limit: 10 })).hits.map((hit) => `${hit.list} ${hit.id}`);
      expect(await found('lukin', ['entities', 'ties', 'claims'])).toEqual(['entities entity-1', 'ties tie-1']);
      expect(await found('lukin friend voss', ['entities', 'ties'])).toEqual(['ties tie-1']);
      expect(await found('voss', 'entities')).toEqual(['entities entity-2']);
      expect(await found('entity', ['entities', 'ties'])).toEqual([]);
      expect(await found('alike', ['entities', 'ties'])).toEqual([]);
      expect(await found('kestria', ['entities', 'documents'])).toEqual([`documents ${plain.document.id}`]);
      expect(await found('kestria', [])).toEqual([]);
      await store.close();
    });

    it('finds items of the case as it is now: changed, gone, come, renamed', async () => {
      const people = [entity('entity-1', 'Zoë Lukin'), entity('entity-2', 'Marek Voss')];
      const ties = [
        tie('tie-1', 'entity-1', 'entity-2', 'a friend of'),
        tie('tie-2', 'entity-2', 'entity-1', 'a classmate of'),
      ];
      const whole: Case = { ...makeCase([]), entities: people, ties };
      const renamed: Case = {
        ...whole,
        entities: [people[0] as Case['entities'][number], entity('entity-2', 'Marek Vossen')],
      };
      const changed: Case = { ...renamed, ties: [tie('tie-1', 'entity-1', 'entity-2', 'a cousin of')] };
      const lists = { in: ['ties'] } as const;
      let store = await open();
      for (const isReopened of [false, true]) {
        await store.replaceCase(`digest-1-${isReopened}`, whole);
        if (isReopened) store = await reopen(store);
        expect(await idsOf(store, '"marek voss" friend ', lists)).toEqual(['tie-1']);
        await store.replaceCase(`digest-2-${isReopened}`, renamed);
        expect(await idsOf(store, '"marek voss"', lists)).toEqual([]);
        expect(await idsOf(store, '"marek vossen"', lists)).toEqual(['tie-1', 'tie-2']);
        if (isReopened) store = await reopen(store);
        await store.replaceCase(`digest-3-${isReopened}`, changed);
        expect(await idsOf(store, 'friend ', lists)).toEqual([]);
        expect(await idsOf(store, 'classmate', lists)).toEqual([]);
        expect(await idsOf(store, 'cousin', lists)).toEqual(['tie-1']);
      }
      await store.close();
    });

    it('finds nothing of what failed half way, and what another process has written', async () => {
      const store = await open();
      const bad = makeAddition('They parted.', 'b.txt', { bytes: null as unknown as number });
      await expect(store.add([odd, bad])).rejects.toThrow();
      expect(await idsOf(store, 'envoys')).toEqual([]);
      const other = await beside(store);
      await other.add([plain]);
      await other.replaceCase('digest', { ...makeCase([]), gaps: [gap('gap-1', 'When the envoys met.')] });
      expect(await idsOf(store, 'envoys', { in: ['documents', 'gaps'] })).toEqual([plain.document.id, 'gap-1']);
      await store.replaceCase('digest-2', { ...makeCase([]), gaps: [gap('gap-2', 'Where the envoys met.')] });
      expect(await idsOf(other, 'envoys', { in: ['documents', 'gaps'] })).toEqual([plain.document.id, 'gap-2']);
      await other.close();
      await store.close();
    });
  });
};
