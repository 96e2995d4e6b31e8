import { describe, expect, it } from 'vitest';
import type { Notice } from '../model/index.ts';
import { shortenNotices } from './shorten-notices.ts';

const notices = (...kinds: readonly Notice['kind'][]): readonly Notice[] =>
  kinds.map((kind, at) => ({
    id: `notice-${at}`,
    at: '2031-05-14T10:00:00Z',
    kind,
    text: `${kind} ${at}`,
    source: null,
    place: null,
    list: null,
    item: null,
    from: null,
    to: null,
    documents: [],
    origins: [],
  }));
const findings = (count: number): readonly Notice['kind'][] => Array.from({ length: count }, () => 'finding' as const);

describe('shortenNotices', () => {
  it('prints all there is while it is little', () => {
    const few = notices('document', ...findings(9), 'contradiction');
    expect(shortenNotices(few)).toEqual({ shown: few, more: 0 });
  });

  it('counts the many new findings, and leaves out nothing else', () => {
    const many = notices('document', ...findings(30), 'denial', 'contradiction', ...findings(2), 'origin');
    const { shown, more } = shortenNotices(many);
    expect(shown.filter(({ kind }) => kind === 'finding').map(({ id }) => id)).toEqual(
      Array.from({ length: 8 }, (_, at) => `notice-${at + 1}`),
    );
    expect(shown.filter(({ kind }) => kind !== 'finding')).toEqual(many.filter(({ kind }) => kind !== 'finding'));
    expect(more).toBe(24);
  });
});
