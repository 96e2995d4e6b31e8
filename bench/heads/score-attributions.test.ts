import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { codePointsBefore, predictionLine, scoreAttributions } from './score-attributions.ts';

describe('codePointsBefore', () => {
  it('counts a pair of surrogates once and a stray half as one', () => {
    expect([...codePointsBefore('a🕊b')]).toEqual([0, 1, 1, 2, 3]);
    expect([...codePointsBefore('\ud83da')]).toEqual([0, 1, 2]);
  });
});

describe('predictionLine', () => {
  it('writes places in code points', () => {
    const line = predictionLine('tale', '🕊 Orla said no', [{ source: [[3, 7]], cue: [[8, 12]], content: [[13, 15]] }]);
    expect(JSON.parse(line)).toEqual({
      doc: 'tale',
      attributions: [{ source: [[2, 6]], cue: [[7, 11]], content: [[12, 14]] }],
    });
  });
});

describe('scoreAttributions', () => {
  it('says so where the scorer is not at hand', () => {
    const data = mkdtempSync(join(tmpdir(), 'backchannel-scorer-'));
    onTestFinished(() => rmSync(data, { recursive: true }));
    const before = process.env['BACKCHANNEL_TOOLS'];
    process.env['BACKCHANNEL_TOOLS'] = data;
    onTestFinished(() => {
      if (before === undefined) delete process.env['BACKCHANNEL_TOOLS'];
      else process.env['BACKCHANNEL_TOOLS'] = before;
    });
    expect(scoreAttributions(data, 'dev', new Map())).toMatch(/score_attribution\.py is not there/);
  });
});
