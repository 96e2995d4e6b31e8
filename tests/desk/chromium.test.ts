import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium } from './chromium.ts';

describe('findChromium', () => {
  it('takes the program that BACKCHANNEL_CHROMIUM names before all others', () => {
    expect(findChromium({ ...process.env, BACKCHANNEL_CHROMIUM: process.execPath })).toBe(process.execPath);
  });

  it('says so when BACKCHANNEL_CHROMIUM names no program', () => {
    expect(() => findChromium({ BACKCHANNEL_CHROMIUM: '/nowhere/chromium' })).toThrow(
      'Expected a program at /nowhere/chromium, which BACKCHANNEL_CHROMIUM names, found none.',
    );
  });

  it('looks through the folders of the path', () => {
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-chromium-'));
    const program = join(folder, 'chromium');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    expect(findChromium({ PATH: ['/nowhere', folder].join(delimiter) })).toBe(program);
    rmSync(folder, { recursive: true });
  });
});
