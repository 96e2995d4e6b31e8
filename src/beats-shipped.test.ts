import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBeat, loadBeat, shippedBeats } from './read/index.ts';
import { type ExampleResult, testBeat } from './test-beat.ts';

const folder = import.meta.dirname;

describe('the beats that are shipped', () => {
  it.each(shippedBeats())('%s is in order', (name) => {
    expect(checkBeat(name).problems).toEqual([]);
  });

  it('need no code: nothing in src but the help of a command names "takeovers"', () => {
    const named = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && path !== join('cli', 'main.ts'))
      .filter((path) => /['"`/]takeovers['"`/]|Takeovers/.test(readFileSync(join(folder, path), 'utf8')));
    expect(named).toEqual([]);
  });

  it('takes over the frames of the beat that it extends, with words of its own in their lists', () => {
    const [below, beat] = [loadBeat('diplomacy'), loadBeat('takeovers')];
    const names = beat.frames.map(({ frame }) => frame);
    expect(names).toEqual(expect.arrayContaining([...below.own, ...beat.own]));
    const words = (of: typeof beat): readonly string[] =>
      of.frames.find(({ frame }) => frame === 'stance')?.roles.about?.words ?? [];
    expect(words(below)).not.toContain('takeover bid');
    expect(words(beat)).toEqual(expect.arrayContaining([...words(below), 'takeover bid']));
  });

  it('has frames of takeovers that come out as its examples say', { timeout: 120_000 }, async () => {
    const wrong: ExampleResult[] = [];
    let read = 0;
    for await (const result of testBeat(loadBeat('takeovers'))) {
      read++;
      if (!result.isRight) wrong.push(result);
    }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(50);
  });
});
