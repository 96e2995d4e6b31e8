import { describe, expect, it } from 'vitest';
import { plain, plainCell } from './plain.ts';
import { displayWidth, renderTable, wrap } from './table.ts';

const as = (text: string): string => text;

describe('renderTable', () => {
  const columns = [{ title: 'id', fixed: true }, { title: 'finding' }, { title: 'chain' }];
  const rows = [
    ['finding-0123456789ab', 'The envoy met the minister in Lorne for five hours', 'two officials → The Courier'],
  ];

  it('gives each column what it needs when there is room', () => {
    expect(renderTable(columns, rows, 120, as).split('\n')).toEqual([
      'id                    finding                                             chain',
      'finding-0123456789ab  The envoy met the minister in Lorne for five hours  two officials → The Courier',
      '',
    ]);
  });

  it('wraps free columns and keeps ids whole when there is less', () => {
    const lines = renderTable(columns, rows, 60, as).trimEnd().split('\n');
    expect(lines[1]).toMatch(/^finding-0123456789ab {2}\S/);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(60);
    expect(lines.slice(1).join(' ').replace(/\s+/g, ' ')).toContain('hours');
  });

  it('never grows wider than a narrow terminal', () => {
    const line = [['x'.repeat(300), 'y'.repeat(300), '会談'.repeat(80)]];
    for (const text of renderTable(columns, line, 40, as).split('\n'))
      expect(displayWidth(text)).toBeLessThanOrEqual(40);
  });
});

describe('wrap', () => {
  it('loses no word and no letter', () => {
    const text = 'An envoy of the extraordinarily-long-named-Confederation met nobody';
    for (let width = 1; width < 70; width++)
      expect(wrap(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  it('gives one empty line for an empty text', () => expect(wrap('', 10)).toEqual(['']));
});

describe('displayWidth', () => {
  it('counts wide letters twice and marks over letters not at all', () => {
    expect(displayWidth('abc')).toBe(3);
    expect(displayWidth('会談')).toBe(4);
    expect(displayWidth('e\u0301')).toBe(1);
  });
});

describe('plain', () => {
  it('writes out what a terminal would obey', () => {
    expect(plain('a\nb\u001b[31mred\u0007\u202e')).toBe('a\\nb\\e[31mred\\u0007\\u202e');
    expect(plainCell(' two\n lines\u001b]0;x ')).toBe('two lines\\e]0;x');
  });

  it('leaves letters of any script as they are', () => expect(plain('Zoë שלום 会談 👋')).toBe('Zoë שלום 会談 👋'));
});
