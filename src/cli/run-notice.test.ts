import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Notice } from '../model/index.ts';
import { runNotice } from './run-notice.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-notice-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notice: Notice = {
  id: 'notice-0123456789ab',
  at: '2034-01-01T10:00:00.000Z',
  kind: 'finding',
  text: 'New: "; rm -rf ~ $(id)',
  source: null,
  place: null,
  list: 'findings',
  item: 'finding-0123456789ab',
  from: null,
  to: null,
  documents: [],
  origins: [],
};

const node = (code: string, ...rest: readonly string[]) => ({
  words: [process.execPath, '-e', code, ...rest],
  isShell: false,
});

describe('runNotice', () => {
  it('hands the notice over on standard input and in the environment, never through a shell', async () => {
    const out = join(folder, 'seen.json');
    const code = `
      let text = '';
      process.stdin.on('data', (part) => { text += part; }).on('end', () => {
        const { BACKCHANNEL_NOTICE_KIND: kind, BACKCHANNEL_NOTICE_TEXT: words } = process.env;
        require('fs').writeFileSync(process.argv[1], JSON.stringify({ notice: JSON.parse(text), kind, words }));
      });`;
    expect(await runNotice(node(code, out), notice)).toBeNull();
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual({ notice, kind: 'finding', words: notice.text });
  });

  it('tells how a command failed: not there, an exit code, too slow; one that reads nothing is fine', async () => {
    expect(await runNotice({ words: [join(folder, 'nothing-here')], isShell: false }, notice)).toMatch(/ENOENT/);
    expect(await runNotice(node('process.exit(3)'), notice)).toBe('it ended with exit code 3');
    expect(await runNotice(node('setInterval(() => {}, 1000)'), notice, 500)).toMatch(/^it was ended after/);
    expect(
      await runNotice(node('process.stdin.destroy()'), { ...notice, text: 'x'.repeat(500_000).slice(0, 100_000) }),
    ).toBeNull();
  });
});
