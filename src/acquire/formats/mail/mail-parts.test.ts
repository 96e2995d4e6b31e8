import { describe, expect, it } from 'vitest';
import { readStructured } from './mail-headers.ts';
import { type MailPart, splitMail } from './mail-parts.ts';
import { undoTransfer } from './transfer.ts';

/** Each part that holds no parts with its number, type and bytes. */
const leaves = (text: string): readonly (readonly [string, string, string])[] => {
  const bytes = Buffer.from(text, 'latin1');
  const of = (part: MailPart): readonly (readonly [string, string, string])[] =>
    part.children.length > 0
      ? part.children.flatMap(of)
      : [[part.number, part.type.value, bytes.toString('latin1', part.start, part.end)]];
  return of(splitMail(bytes).root);
};
const mixed = (boundary: string, ...parts: readonly string[]): string =>
  `Content-Type: multipart/mixed; boundary=${boundary}\n\n${parts.join('\n')}\n`;

describe('splitMail', () => {
  it('numbers parts as IMAP does, and leaves what stands before and behind them out', () => {
    const inner = `${mixed('in', '--in', '', 'b', '--in', 'Content-Type: text/html', '', 'c', '--in--', 'behind')}`;
    expect(
      leaves(mixed('out', 'before', '--out', '', 'a', '--out', inner, '--out', '', 'd', '--out--', 'behind')),
    ).toEqual([
      ['1', 'text/plain', 'a'],
      ['2.1', 'text/plain', 'b'],
      ['2.2', 'text/html', 'c'],
      ['3', 'text/plain', 'd'],
    ]);
  });

  it('gives the only part of a plain message the number 1', () => {
    expect(leaves('Subject: x\n\na\nb')).toEqual([['1', 'text/plain', 'a\nb']]);
  });

  it.each([
    ['a boundary in quotes with odd letters', mixed('"a b=(1)?"', '--a b=(1)?', '', 'a', '--a b=(1)?--'), ['a']],
    ['white space behind a boundary', mixed('x', '--x  ', '', 'a', '--x-- '), ['a']],
    ['a boundary that begins like another', mixed('x', '--x', '', '--xy', 'a', '--x--'), ['--xy\na']],
    ['no end', mixed('x', '--x', '', 'a', '--x', '', 'b'), ['a', 'b\n']],
    [
      'an inner end that is missing',
      mixed('x', '--x', mixed('y', '--y', '', 'a'), '--x', '', 'b', '--x--'),
      ['a\n', 'b'],
    ],
    [
      'no empty line under the headers',
      mixed('x', '--x', 'Content-Type: text/plain', 'No header: but a', '--x--'),
      ['No header: but a'],
    ],
    ['a comment in the type', mixed('x (a comment; boundary=y)', '--x', '', 'a', '--x--'), ['a']],
    ['a multipart that names no boundary', 'Content-Type: multipart/mixed\n\n--x\n\na', ['--x\n\na']],
    [
      'a boundary of its own around itself',
      mixed('x', '--x', mixed('x', '--x', '', 'a', '--x--'), '--x', '', 'b'),
      ['a', 'b\n'],
    ],
  ])('reads %s', (_, text, bodies) => {
    expect(leaves(text).map(([, , body]) => body)).toEqual(bodies);
  });
});

describe('readStructured', () => {
  it.each([
    ['text/plain; charset="utf-8"; format=flowed', { charset: 'utf-8', format: 'flowed' }],
    ['text/plain; name="a \\"b\\"; c.txt"', { name: 'a "b"; c.txt' }],
    ["x; filename*=koi8-r''%F0%CF%D2%D4.txt", { filename: 'Порт.txt' }],
    ["x; filename*1*=%20b; filename*0*=utf-8''a; filename*2=.txt", { filename: 'a b.txt' }],
    ['x; filename="=?utf-8?B?0J/QvtGA0YI=?=.txt"', { filename: 'Порт.txt' }],
    ['x; a; =b; c=1; c=2', { c: '1' }],
  ])('reads %s', (value, params) => {
    expect(Object.fromEntries(readStructured(value).params)).toEqual(params);
  });
});

describe('undoTransfer', () => {
  it.each([
    ['quoted-printable', 'a=3D=\r\nb=20=\nc=ZZ=', 'a=b c=ZZ'],
    ['base64', 'YQ==\r\nYmM=\n!', 'abc'],
    ['BASE64 (a comment)', 'YWJj', 'abc'],
    ['x-unknown', 'a=3D', 'a=3D'],
  ])('undoes %s', (way, coded, plain) => {
    expect(Buffer.from(undoTransfer(Buffer.from(coded), way)).toString()).toBe(plain);
  });
});
