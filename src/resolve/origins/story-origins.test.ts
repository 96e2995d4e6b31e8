import { describe, expect, it } from 'vitest';
import { buildReading, type Draft } from '../../../tests/build-reading.ts';
import type { Resolved } from '../../model/index.ts';
import { resolve } from '../index.ts';

/** Names that make documents one story, in another order for each path, so that no two are near copies (O8). */
const NAMES =
  'Ana Mora|Osman Hadari|the Almira hotel|Vessary|the Serin pipeline|Envoy Hadari|the Orlen terminal|Kasimir Bell'.split(
    '|',
  );
const OTHER =
  'Mayor Odo Karr|the Brandt cannery|Tolm|the Kessel orchestra|Edda Quist|the Varn bridge|the Ister ferry|Olaf Renn'.split(
    '|',
  );
const VERBS = 'beside|before|without|after|near|under|past|behind'.split('|');
const tell = (path: string, names: readonly string[]): string => {
  const turn = [...path].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 5040;
  const left = [...names];
  let at = turn;
  const order = names.map(() => left.splice(at++ % left.length, 1)[0] ?? '');
  return `There was ${order.map((name, nth) => `${name} ${VERBS[(nth + turn) % VERBS.length]}`).join(' ')} it.`;
};

const text = (
  path: string,
  words: string,
  more: Omit<Draft, 'text'> = {},
  names = NAMES,
): ReturnType<typeof buildReading> => {
  const whole = `${words}\n${tell(path, names)}`;
  return buildReading({ blocks: [{ kind: 'body', start: 0, end: whole.length }], ...more, path, text: whole });
};

const originNames = (resolved: Resolved): Readonly<Record<string, readonly string[]>> => {
  const names = new Map(resolved.origins.map((one) => [one.id, one.name]));
  return Object.fromEntries(
    resolved.documents.map((one) => [one.path, one.origins.map((id) => names.get(id) ?? '?').sort()]),
  );
};
const originIds = (resolved: Resolved, path: string): readonly string[] =>
  resolved.documents.find((one) => one.path === path)?.origins ?? [];

const own = 'Two officials told us so.';
const courier = text('courier', own, {
  outlet: 'The Lorne Courier',
  byline: 'Mara Quillen',
  title: 'The lunch that nobody had',
  published: '2031-05-02',
  citations: [{ outlet: 'told us', extent: own, kind: 'own' }],
});

describe('origins by story', () => {
  it('O16 finds an outlet of the pile where the reading has found none, in full and short', () => {
    const resolved = resolve([
      courier,
      text('second', 'The Lorne Courier said on Friday that they had lunch. The Courier puts it at three hours.', {
        outlet: 'Quay Daily News',
      }),
      text('third', 'As the Courier has shown, it was a long lunch.', { outlet: 'Tide Weekly News' }),
    ]);
    expect(originNames(resolved)).toMatchObject({ second: ['The Lorne Courier'], third: ['The Lorne Courier'] });
    expect(originIds(resolved, 'second')).toEqual(originIds(resolved, 'courier'));
  });

  it('O16 takes a reporter for the outlet she writes for', () => {
    const resolved = resolve([
      courier,
      text('column', 'I have read Ms Quillen on the lunch.', { outlet: 'Tide Weekly News' }),
    ]);
    expect(originNames(resolved).column).toEqual(['The Lorne Courier']);
  });

  it('O16 takes a short form that could be two for neither', () => {
    const words = 'Two bankers told us so.';
    const resolved = resolve([
      courier,
      text('other', words, {
        outlet: 'The Tolm Courier',
        citations: [{ outlet: 'told us', extent: words, kind: 'own' }],
      }),
      text('third', 'The Courier said that it was a long lunch.', { outlet: 'Tide Weekly News' }),
    ]);
    expect(originNames(resolved).third).toEqual([]);
  });

  it('O4 keeps one outlet’s reports on two stories two origins, and so those who cite it', () => {
    const words = 'The Lorne Courier said so.';
    const cites = { citations: [{ outlet: 'The Lorne Courier', extent: words }] };
    const resolved = resolve([
      courier,
      text('same', words, { outlet: 'Quay Daily News', ...cites }),
      text('other', words, { outlet: 'Tide Weekly News', ...cites }, OTHER),
    ]);
    expect(originNames(resolved)).toMatchObject({ same: ['The Lorne Courier'], other: ['The Lorne Courier'] });
    expect(originIds(resolved, 'same')).toEqual(originIds(resolved, 'courier'));
    expect(originIds(resolved, 'other')).not.toEqual(originIds(resolved, 'courier'));
  });

  const STATEMENT =
    'MINISTRY OF FOREIGN AFFAIRS\nREPUBLIC OF OSTRA\n\nPress statement\nTolm, 3 May 2031\n\nNobody met anybody.';
  const statement = text('statement', STATEMENT, { published: '2031-05-03' });

  it('O15 takes a statement for the origin of those who pass it on, by whatever name of the body', () => {
    const resolved = resolve([
      statement,
      text('a', 'Ostra’s foreign ministry denied it flatly.', { outlet: 'Quay Daily News', published: '2031-05-04' }),
      text('b', 'In the words of the Foreign Ministry of Ostra nobody met.', {
        outlet: 'Tide Weekly News',
        published: '2031-05-05',
      }),
    ]);
    expect(originIds(resolved, 'a')).toEqual(originIds(resolved, 'statement'));
    expect(originIds(resolved, 'b')).toEqual(originIds(resolved, 'statement'));
    expect(resolved.origins.find(({ id }) => id === originIds(resolved, 'a')[0])).toMatchObject({ kind: 'body' });
  });

  it('O15 passes nothing on before it was stated, nor of another state’s ministry, nor of silence', () => {
    const resolved = resolve([
      statement,
      text('early', 'Ostra’s foreign ministry denied it flatly.', {
        outlet: 'Quay Daily News',
        published: '2031-05-01',
      }),
      text('other', 'Velmark’s foreign ministry denied it flatly.', {
        outlet: 'Tide Weekly News',
        published: '2031-05-04',
      }),
      text('mute', 'Ostra’s foreign ministry said it would not comment; it had not replied by noon.', {
        outlet: 'Harbour Post',
        published: '2031-05-04',
      }),
    ]);
    expect(originNames(resolved)).toMatchObject({ early: [], other: [], mute: [] });
  });

  it('O18 takes a report that says nothing of its sources for its outlet’s own where others cite it', () => {
    const bare = text('bare', 'They had lunch.', { outlet: 'Harbour Post' });
    const citing = text('citing', 'They had lunch, Harbour Post reported.', { outlet: 'Quay Daily News' });
    expect(originNames(resolve([bare]))).toEqual({ bare: [] });
    expect(originNames(resolve([bare, citing]))).toEqual({ bare: ['Harbour Post'], citing: ['Harbour Post'] });
  });

  it('O19 gives a correction to the outlet whose article it calls its own', () => {
    const words =
      'Last week we published an article under the title “The lunch that nobody had”. It misspelt a name. Two guests have told us so.';
    const correction = text('correction', words, {
      citations: [{ outlet: 'told us', extent: 'Two guests have told us so.', kind: 'own' }],
    });
    expect(originNames(resolve([courier, correction])).correction).toEqual(['The Lorne Courier']);
    expect(originNames(resolve([correction])).correction).toEqual([]);
  });
});
