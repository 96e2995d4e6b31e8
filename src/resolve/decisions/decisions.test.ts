import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReading } from '../../../tests/build-reading.ts';
import {
  type Claim,
  type Decision,
  type DecisionKind,
  type Evidence,
  makeDecision,
  type Subject,
} from '../../model/index.ts';
import { Resolver, resolve } from '../index.ts';
import { settleDecisions } from './settle-decisions.ts';

type Made = ReturnType<typeof buildReading>;

/** A document that names persons, one a sentence, each a chain of its own unless told. */
const naming = (path: string, ...names: readonly (string | readonly [words: string, chain: number])[]): Made =>
  buildReading({
    path,
    text: names.map((one) => `Then came ${typeof one === 'string' ? one : one[0]} to the place.`).join('\n'),
    mentions: names.map((one, index) => {
      const words = typeof one === 'string' ? one : one[0];
      const nth = names
        .slice(0, index)
        .filter((other) => (typeof other === 'string' ? other : other[0]) === words).length;
      return { words, nth, chain: typeof one === 'string' ? index : one[1] };
    }),
  });

const place = ({ document }: Made, words: string, nth = 0): Evidence => {
  let start = -1;
  for (let n = 0; n <= nth; n++) start = document.text.indexOf(words, start + 1);
  return { document: document.id, start, end: start + words.length, quote: words };
};

let minute = 0;
const decided = (
  kind: DecisionKind,
  subjects: readonly (Evidence | Subject)[],
  more: Partial<Pick<Decision, 'by' | 'at' | 'value' | 'why'>> = {},
): Decision =>
  makeDecision({
    kind,
    subjects: subjects.map((one) => ('kind' in one ? one : { kind: 'mention', evidence: one })),
    by: 'ana',
    at: new Date(Date.UTC(2034, 0, 1, 0, minute++)).toISOString(),
    value: null,
    why: null,
    ...more,
  });
const undo = (of: Decision, by = 'ana'): Decision => decided('undo', [{ kind: 'decision', decision: of.id }], { by });

const names = (documents: readonly Made[], journal: readonly Decision[]): readonly string[][] =>
  resolve(documents, journal)
    .entities.map((one) => one.names.map(({ text }) => text).sort())
    .sort();
const states = (documents: readonly Made[], journal: readonly Decision[]): Readonly<Record<string, string>> =>
  Object.fromEntries(resolve(documents, journal).decisions.map(({ id, state }) => [id, state]));

describe('what analysts decide of who is who', () => {
  const one = naming('a', 'Osman Hadari');
  const other = naming('b', 'Pell Wistoff');

  it('D5 joins what no name would join, with who, when and why', () => {
    const same = decided('same', [place(one, 'Osman Hadari'), place(other, 'Pell Wistoff')], { why: 'his pen name' });
    expect(names([one, other], [])).toHaveLength(2);
    const [entity] = resolve([one, other], [same]).entities;
    expect(entity?.names.map(({ text }) => text).sort()).toEqual(['Osman Hadari', 'Pell Wistoff']);
    expect(entity?.reasons).toEqual([expect.stringMatching(/^D5: same by ana on 2034-01-01: his pen name$/)]);
  });

  it.each(['different', 'unsure'] as const)('D5 never joins what was decided to be %s', (kind) => {
    const [a, b] = [naming('a', 'Osman Hadari'), naming('b', 'Osman Hadari', 'Ana Mora')];
    expect(names([a, b], [])).toHaveLength(2);
    const apart = decided(kind, [place(a, 'Osman Hadari'), place(b, 'Osman Hadari')]);
    expect(names([a, b], [apart])).toEqual([['Ana Mora'], ['Osman Hadari'], ['Osman Hadari']]);
  });

  it('D5 keeps apart also by way of a third, and says that the "same" is overruled', () => {
    const [a, b, c] = [naming('a', 'Osman Hadari'), naming('b', 'Lena Varga'), naming('c', 'Pell Wistoff')];
    const apart = decided('different', [place(a, 'Osman Hadari'), place(c, 'Pell Wistoff')]);
    const first = decided('same', [place(a, 'Osman Hadari'), place(b, 'Lena Varga')]);
    const second = decided('same', [place(b, 'Lena Varga'), place(c, 'Pell Wistoff')]);
    expect(names([a, b, c], [apart, first, second])).toHaveLength(2);
    expect(Object.values(states([a, b, c], [apart, first, second])).sort()).toEqual([
      'overruled',
      'standing',
      'standing',
    ]);
  });

  it('D5 gives a description the bearer that people say it has', () => {
    const described = buildReading({
      path: 'c',
      text: 'The tall envoy met Ana Mora in Brask.',
      mentions: [
        { words: 'The tall envoy', form: 'nominal', chain: 0 },
        { words: 'Ana Mora', chain: 1 },
      ],
      frames: [
        {
          type: 'meeting',
          extent: 'The tall envoy met Ana Mora in Brask',
          trigger: 'met',
          roles: { participant: ['The tall envoy', 'Ana Mora'] },
        },
      ],
    });
    const same = decided('same', [place(described, 'The tall envoy'), place(one, 'Osman Hadari')]);
    const participants = (journal: readonly Decision[]): readonly string[] =>
      resolve([described, one], journal).claims.flatMap(({ roles }) =>
        (roles.participant ?? []).flatMap(({ text, entity }) => (entity === null ? [] : [text])),
      );
    expect(participants([])).toEqual(['Ana Mora']);
    expect([...participants([same])].sort()).toEqual(['Ana Mora', 'Osman Hadari']);
  });

  it('D8 parts a chain of one document', () => {
    const mixed = naming('a', ['Osman Hadari', 0], ['Hadari', 0], ['O. Hadari', 0], ['Hadari', 0]);
    expect(names([mixed], [])).toHaveLength(1);
    const apart = decided('different', [place(mixed, 'Osman Hadari'), place(mixed, 'O. Hadari')]);
    expect(resolve([mixed], [apart]).entities.map((entity) => entity.evidence.length)).toHaveLength(2);
  });

  it('D4 finds words that have moved, and lists without place what is not in the case', () => {
    const moved = { ...place(one, 'Osman Hadari'), start: 0, end: 12 };
    expect(names([one, other], [decided('same', [moved, place(other, 'Pell Wistoff')])])).toHaveLength(1);
    const gone = decided('same', [{ ...moved, document: 'doc-000000000000' }, place(other, 'Pell Wistoff')]);
    const { entities, decisions } = resolve([one, other], [gone]);
    expect(entities).toHaveLength(2);
    expect(decisions).toMatchObject([{ state: 'without-place', items: [expect.stringMatching(/^entity-/)] }]);
  });
});

describe('what a journal comes to', () => {
  const [a, b] = [naming('a', 'Osman Hadari'), naming('b', 'Pell Wistoff')];
  const pair = [place(a, 'Osman Hadari'), place(b, 'Pell Wistoff')] as const;

  it('D1 lets nothing stand that was taken back, and lets it stand again when that was', () => {
    const same = decided('same', pair);
    const back = undo(same);
    expect(names([a, b], [same, back])).toHaveLength(2);
    expect(states([a, b], [same, back])[same.id]).toBe('undone');
    expect(names([a, b], [same, back, undo(back, 'ben')])).toHaveLength(1);
  });

  it('D2 takes the latest answer of one person', () => {
    const journal = [decided('different', pair), decided('same', pair)];
    expect(names([a, b], journal)).toHaveLength(1);
    expect(states([a, b], journal)[journal[0]?.id ?? '']).toBe('superseded');
  });

  it('D3 leaves open what two people differ on, whoever was later', () => {
    const journal = [decided('same', pair), decided('different', pair, { by: 'ben' })];
    expect(names([a, b], journal)).toHaveLength(2);
    expect(Object.values(states([a, b], journal))).toEqual(['disagreed', 'disagreed']);
  });

  it('D3 takes the more careful of two grades, and no grade for none', () => {
    const rate = (value: string, by: string): Decision =>
      decided('rate', [{ kind: 'source', name: 'The Harbour Post' }], { value, by });
    const grade = (...journal: readonly Decision[]): string | undefined => settleDecisions(journal).ratings[0]?.grade;
    expect(grade(rate('B', 'ana'), rate('D', 'ben'))).toBe('D');
    expect(grade(rate('B', 'ana'), rate('F', 'ben'))).toBe('B');
    expect(grade(rate('F', 'ana'))).toBe('F');
  });

  it('comes to the same in whatever order its entries are taken in, and however often', () => {
    const same = decided('same', pair);
    const journal = [same, decided('different', pair, { by: 'ben' }), undo(same), decided('unsure', pair)];
    const known = JSON.stringify(resolve([a, b], journal));
    fc.assert(
      fc.property(fc.shuffledSubarray(journal, { minLength: journal.length }), (shuffled) => {
        expect(JSON.stringify(resolve([b, a], [...shuffled, ...shuffled]))).toBe(known);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what analysts decide of claims and sources', () => {
  const told = buildReading({
    path: 'a',
    outlet: 'The Harbour Post',
    byline: 'By Ana Lanin',
    text: 'Osman Hadari met Ana Mora in Brask.',
    mentions: [
      { words: 'Osman Hadari', chain: 0 },
      { words: 'Ana Mora', chain: 1 },
    ],
    frames: [
      {
        type: 'meeting',
        extent: 'Osman Hadari met Ana Mora in Brask',
        trigger: 'met',
        roles: { participant: ['Osman Hadari', 'Ana Mora'] },
      },
    ],
  });
  const claim = {
    kind: 'claim',
    says: 'Osman Hadari and Ana Mora met.',
    type: 'meeting',
    evidence: place(told, 'Osman Hadari met Ana Mora in Brask'),
  } as const;

  it('D6 marks a claim as rejected, confirmed or open', () => {
    const reject = decided('reject', [claim], { why: 'satire' });
    const confirm = decided('confirm', [claim], { by: 'ben' });
    const verdict = (journal: readonly Decision[]): string | undefined =>
      resolve([told], journal).claims[0]?.judgement?.verdict;
    expect(verdict([])).toBeUndefined();
    expect(verdict([reject])).toBe('negative');
    expect(verdict([confirm])).toBe('positive');
    expect(verdict([reject, confirm])).toBe('unsure');
    expect(verdict([decided('reject', [{ ...claim, type: 'deal' }])])).toBeUndefined();
  });

  it('D4 tells apart two claims that one sentence makes', () => {
    const sentence = 'Osman Hadari is the brother of Ana Mora and the cousin of Lena Varga.';
    const kin = buildReading({
      path: 'b',
      text: sentence,
      mentions: ['Osman Hadari', 'Ana Mora', 'Lena Varga'].map((words, chain) => ({ words, chain })),
      frames: ['Ana Mora', 'Lena Varga'].map((other, index) => ({
        type: 'tie',
        extent: sentence,
        trigger: index === 0 ? 'brother' : 'cousin',
        properties: { kind: 'family', words: index === 0 ? 'brother' : 'cousin' },
        roles: { from: ['Osman Hadari'], to: [other] },
      })),
    });
    const claims = resolve([kin]).claims;
    expect(claims).toHaveLength(2);
    const [one] = claims;
    if (one === undefined) throw new Error('no claim');
    const reject = (says: string): readonly (string | undefined)[] =>
      resolve(
        [kin],
        [decided('reject', [{ kind: 'claim', type: 'tie', evidence: place(kin, sentence), says }])],
      ).claims.map(({ judgement }) => judgement?.verdict);
    expect(reject(one.text)).toEqual(['negative', undefined]);
    // The same words but for a name that was gathered otherwise since.
    expect(reject(one.text.replace('Osman Hadari', 'O. Hadari'))).toEqual(['negative', undefined]);
  });

  it('D7 grades a claim by its place', () => {
    const rate = decided('rate', [claim], { value: '2' });
    expect(resolve([told], [rate]).claims[0]?.informationCredibility).toMatchObject({
      grade: '2',
      decisions: [rate.id],
    });
  });
});

describe('what analysts correct in a claim', () => {
  const sentence = 'Osman Hadari met Ana Mora in Brask in May.';
  const told = buildReading({
    path: 'a',
    text: `${sentence}\nLena Varga was away, with her own envoy.`,
    mentions: [
      { words: 'Osman Hadari', chain: 0 },
      { words: 'Ana Mora', chain: 1 },
      { words: 'Lena Varga', chain: 2 },
    ],
    frames: [
      {
        type: 'meeting',
        extent: sentence,
        trigger: 'met',
        time: { words: 'in May', edtf: '2031-05' },
        roles: { participant: ['Osman Hadari', 'Ana Mora'] },
      },
    ],
  });
  const [read] = resolve([told]).claims;
  if (read === undefined) throw new Error('no claim');
  const claim = { kind: 'claim', type: 'meeting', evidence: place(told, sentence), says: read.text } as const;
  const correct = (
    value: string,
    more: Parameters<typeof decided>[2] = {},
    others: readonly Evidence[] = [],
  ): Decision => decided('correct', [claim, ...others], { value, ...more });
  const claimAfter = (...journal: readonly Decision[]): Claim | undefined => resolve([told], journal).claims[0];

  it('D10 puts a date in its place, and says what it was, who corrected it and why', () => {
    const date = correct('date=2031-05-14', { why: 'the diary' });
    const after = claimAfter(date);
    expect(read).toMatchObject({ date: '2031-05', corrected: null });
    expect(after).toMatchObject({
      id: read.id,
      date: '2031-05-14',
      dateWords: read.dateWords,
      evidence: read.evidence,
    });
    expect(after?.text).toBe(read.text.replace('2031-05', '2031-05-14'));
    expect(after?.corrected).toEqual({
      text: read.text,
      changes: [{ field: 'date', was: '2031-05', is: '2031-05-14' }],
      reasons: ['D10: correct by ana on 2034-01-01: the diary (date: was 2031-05, is 2031-05-14)'],
      decisions: [date.id],
    });
    expect(claimAfter(correct('date=none'))).toMatchObject({ date: null });
    expect(resolve([told], [date]).decisions).toMatchObject([{ state: 'standing', items: [read.id] }]);
    expect(claimAfter(date, undo(date, 'ben'))).toEqual(read);
  });

  it('D10 fills a role with those whom places name, and with words', () => {
    const lena = place(told, 'Lena Varga');
    const after = claimAfter(correct('participant=Lena  Varga; her own envoy', {}, [lena]));
    expect(after?.roles.participant).toEqual([
      { text: 'Lena Varga', entity: expect.stringMatching(/^entity-/) },
      { text: 'her own envoy', entity: null },
    ]);
    expect(after?.text).toContain('Lena Varga');
    expect(after?.corrected?.changes).toEqual([
      { field: 'participant', was: 'Osman Hadari; Ana Mora', is: 'Lena Varga; her own envoy' },
    ]);
    // Nobody stands behind the name: it stays words, whoever is called so.
    expect(claimAfter(correct('participant=Lena Varga'))?.roles.participant).toEqual([
      { text: 'Lena Varga', entity: null },
    ]);
    expect(claimAfter(correct('place=none'))?.roles.place).toBeUndefined();
  });

  it('D10 takes claims together as they were corrected', () => {
    const other = buildReading({
      path: 'b',
      text: 'Osman Hadari met Ana Mora in Brask in May.',
      mentions: [
        { words: 'Osman Hadari', chain: 0 },
        { words: 'Ana Mora', chain: 1 },
      ],
      frames: [
        {
          type: 'meeting',
          extent: 'Osman Hadari met Ana Mora in Brask in May.',
          trigger: 'met',
          time: { words: 'in May', edtf: '2033-05-02' },
          roles: { participant: ['Osman Hadari', 'Ana Mora'] },
        },
      ],
    });
    expect(resolve([told, other]).happenings).toHaveLength(2);
    expect(resolve([told, other], [correct('date=2033-05-02')]).happenings).toHaveLength(1);
  });

  it('D2, D3 takes the last word of one person, and leaves open what two differ on', () => {
    const [first, second, bens] = [
      correct('date=2031-05-14'),
      correct('date=2031-05-15'),
      correct('date=2031-05-16', { by: 'ben' }),
    ];
    expect(claimAfter(first, second)?.date).toBe('2031-05-15');
    const { claims, decisions } = resolve([told], [first, second, bens]);
    expect(claims[0]).toEqual(read);
    expect(Object.fromEntries(decisions.map(({ id, state }) => [id, state]))).toEqual({
      [first.id]: 'superseded',
      [second.id]: 'disagreed',
      [bens.id]: 'disagreed',
    });
    const place = correct('place=Brask', { by: 'ben' });
    expect(claimAfter(second, place)?.corrected?.changes.map(({ field }) => field)).toEqual(['date', 'place']);
    expect(claimAfter(second, correct(' date = 2031-05-15 ', { by: 'ben' }))?.date).toBe('2031-05-15');
  });

  it('is refused without a claim, and without what should stand in it', () => {
    for (const value of ['2031-05-14', 'date=', 'date=in May', 'participant=; ', 'participant'])
      expect(() => correct(value)).toThrow(/correct takes date=2031-05-14/);
    expect(() => decided('correct', [place(told, 'Lena Varga')], { value: 'date=2031' })).toThrow(/needs the claim/);
  });
});

describe('a resolver that goes on', () => {
  it('gives after each decision what a first run gives, and keeps what the decision does not touch', () => {
    const [a, b] = [naming('a', 'Osman Hadari'), naming('b', 'Pell Wistoff')];
    const told = buildReading({
      path: 'c',
      text: 'Ana Mora met Lena Varga in May.',
      mentions: [
        { words: 'Ana Mora', chain: 0 },
        { words: 'Lena Varga', chain: 1 },
      ],
      frames: [
        {
          type: 'meeting',
          extent: 'Ana Mora met Lena Varga in May.',
          trigger: 'met',
          time: { words: 'in May', edtf: '2031-05' },
          roles: { participant: ['Ana Mora', 'Lena Varga'] },
        },
      ],
    });
    const inputs = [a, b, told];
    const evidence = place(told, 'Ana Mora met Lena Varga in May.');
    const says = resolve(inputs).claims[0]?.text ?? '';
    const claim = { kind: 'claim', type: 'meeting', evidence, says } as const;
    const same = decided('same', [place(a, 'Osman Hadari'), place(b, 'Pell Wistoff')]);
    const reject = decided('reject', [claim]);
    const correct = decided('correct', [claim], { value: 'date=2031-05-14' });
    const steps = [
      reject,
      decided('rate', [claim], { value: '2' }),
      same,
      correct,
      undo(same),
      undo(correct),
      undo(reject),
    ];
    const resolver = new Resolver();
    let before = resolver.resolve(inputs);
    for (const [at, decision] of steps.entries()) {
      const journal = steps.slice(0, at + 1);
      const after = resolver.resolve([...inputs], journal);
      expect(after).toEqual(resolve(inputs, journal));
      if (decision === reject) expect(after.entities).toEqual(before.entities);
      if (decision === reject) expect(after.happenings).toBe(before.happenings);
      before = after;
    }
    expect(resolver.resolve([a, told], steps)).toEqual(resolve([a, told], steps));
  });
});

describe('notes', () => {
  const one = naming('a', 'Osman Hadari');

  it('stand on any passage, also where nobody is named', () => {
    const passage = place(one, 'Then came');
    const note = decided('note', [passage], { value: 'who says so?' });
    expect(resolve([one], [note]).decisions).toMatchObject([
      { state: 'standing', items: [one.document.id], evidence: [passage] },
    ]);
    const gone = decided('note', [{ ...passage, quote: 'Then went' }], { value: 'who says so?' });
    expect(resolve([one], [gone]).decisions).toMatchObject([{ state: 'without-place', items: [] }]);
  });
});

describe('hypotheses', () => {
  const told = naming('a', 'Osman Hadari');
  const suppose = decided('suppose', [], { value: 'The envoy acts for the fund' });
  const claim = {
    kind: 'claim',
    type: 'meeting',
    evidence: place(told, 'Then came Osman Hadari'),
    says: 'He met.',
  } as const;
  const hold = (value: string, by = 'ana'): Decision =>
    decided('hold-against', [{ kind: 'decision', decision: suppose.id }, claim], { value, by });

  it('D9 keeps how claims were held against what was supposed', () => {
    const [only, ...others] = settleDecisions([suppose, hold('CC'), hold('II')]).hypotheses;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ text: 'The envoy acts for the fund', by: 'ana', cells: [{ value: 'II' }] });
  });

  it('D9 leaves a cell neutral where people differ, and drops what was taken back', () => {
    const [mine, theirs] = [hold('C'), hold('I', 'ben')];
    const settled = settleDecisions([suppose, mine, theirs]);
    expect(settled.hypotheses[0]?.cells).toMatchObject([{ value: 'N' }]);
    expect(settled.states.get(mine.id)?.state).toBe('disagreed');
    expect(settleDecisions([suppose, mine, undo(suppose)]).hypotheses).toEqual([]);
  });

  it('takes one hypothesis and a value that there is', () => {
    expect(() => hold('maybe')).toThrow(/CC, C, N, NA, I, II, not maybe/);
    expect(() => decided('hold-against', [claim, claim], { value: 'C' })).toThrow(/needs one hypothesis/);
  });
});

describe('makeDecision', () => {
  it('refuses subjects, grades and values that do not go with the kind', () => {
    const source = { kind: 'source', name: 'The Harbour Post' } as const;
    expect(() => decided('same', [source, source])).toThrow(/same is about a mention or listed, not a source/);
    const listed = { kind: 'listed', entry: 'ofac:1', name: null } as const;
    expect(() => decided('confirm', [listed])).toThrow(/confirm is about a claim, not a listed/);
    expect(() => decided('rate', [source], { value: '2' })).toThrow(/rated A to F, not 2/);
    expect(() => decided('rate', [source])).toThrow(/rate needs a value/);
    expect(() => decided('undo', [{ kind: 'decision', decision: 'd' }], { value: 'x' })).toThrow(/takes no value/);
    expect(() => decided('confirm', [])).toThrow();
  });
});
