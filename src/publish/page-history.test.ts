import { describe, expect, it } from 'vitest';
import { captureOf } from '../../tests/contracts/captures.ts';
import { pageHistories, type SeenPage, sayState } from './page-history.ts';

const URL = 'https://courier.example/talks';
const seen = (minute: number, document: string | null, status = 200, url = URL): SeenPage => ({
  capture: captureOf(url, `2031-05-02T09:${String(minute).padStart(2, '0')}:00.000Z`, document ?? 'x', { status }),
  document,
});

describe('pageHistories', () => {
  it('joins looks that saw the same, and numbers the texts: one that comes back has its old number', () => {
    const [history, ...more] = pageHistories([
      seen(1, 'doc-a'),
      seen(2, 'doc-a', 304),
      seen(3, 'doc-b'),
      seen(4, null, 503 - 99),
      seen(5, 'doc-a'),
    ]);
    expect(more).toEqual([]);
    expect(history?.versions).toBe(2);
    expect(history?.states.map((state) => [sayState(state), state.captures, state.from.slice(14, 16)])).toEqual([
      ['version 1', 2, '01'],
      ['version 2', 1, '03'],
      ['gone (status 404)', 1, '04'],
      ['version 1', 1, '05'],
    ]);
    expect(history?.states[0]?.to.slice(14, 16)).toBe('02');
  });

  it('keeps pages apart, and says of an archive that it has no text of its own', () => {
    const histories = pageHistories([seen(1, null, 200, `${URL}/z.zip`), seen(2, 'doc-a')]);
    expect(histories.map(({ url, versions }) => [url, versions])).toEqual([
      [URL, 1],
      [`${URL}/z.zip`, 0],
    ]);
    expect(histories[1]?.states.map(sayState)).toEqual(['no text of its own (status 200)']);
    expect(pageHistories([])).toEqual([]);
  });
});
