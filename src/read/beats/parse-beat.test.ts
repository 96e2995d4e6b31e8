import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beatSchemas } from './beat-schemas.ts';
import { loadBeat } from './load-beat.ts';
import { type BeatSource, parseBeat } from './parse-beat.ts';

const folder = join(import.meta.dirname, '../../../beats/diplomacy');

const HEAD = `beat: harbour
title: Harbours
description: Ships that come and go.
language: en
lists:
  ships: [ship, ferry]
`;
const FRAME = `frame: docking
description: A ship comes in.
roles:
  ship: { types: [asset], words: ['@ships'] }
  port: { types: [place] }
needs: [{ ship: 1, port: 1 }]
properties:
  manner: { values: { slow: [slowly], fast: [quickly] } }
verbs:
  - words: [dock]
    fill: { ship: [agent], port: [in, at] }
examples:
  finds: [The ferry docked in Lorne.]
  finds-nothing: [The ferry was late.]
`;

const sources = (changes: Readonly<Record<string, string>> = {}): readonly BeatSource[] =>
  Object.entries({
    'beat.yaml': HEAD,
    'cues.yaml': readFileSync(join(folder, 'cues.yaml'), 'utf8'),
    'frames/docking.yaml': FRAME,
    ...changes,
  }).map(([path, text]) => ({ path, text }));

describe('parseBeat', () => {
  it('takes lists in where they are named', () => {
    const beat = parseBeat(sources());
    expect(beat.name).toBe('harbour');
    expect(beat.frames[0]?.roles.ship?.words).toEqual(['ship', 'ferry']);
    expect(beat.frames[0]?.verbs[0]?.set).toEqual({});
  });

  it.each([
    ['types: [place]', 'types: [planet]', /^frames\/docking\.yaml:5: roles\.port\.types/],
    [
      'fill: { ship: [agent]',
      'fill: { boat: [agent]',
      /^frames\/docking\.yaml:11: "boat" is none of the roles of docking \(ship, port\)/,
    ],
    ['[in, at]', '[near the, at]', /^frames\/docking\.yaml:11: verbs\.0\.fill\.port\.0/],
    ["'@ships'", "'@boats'", /^frames\/docking\.yaml:4: there is no list "@boats" in beat\.yaml/],
    [
      '    fill:',
      '    set: { manner: grand }\n    fill:',
      /^frames\/docking\.yaml:11: "grand" is none of the values of manner \(slow, fast\)/,
    ],
    ['needs: [{ ship: 1', 'needs: [{ crew: 1', /^frames\/docking\.yaml:6: "crew" is none of the roles/],
    ['verbs:', 'verb:', /^frames\/docking\.yaml:1?\d?: .*[Uu]nrecognized key/],
    ['description: A ship comes in.', 'description: [', /^frames\/docking\.yaml:\d+: /],
  ])('says file and line when %s becomes %s', (from, to, message) => {
    expect(() => parseBeat(sources({ 'frames/docking.yaml': FRAME.replace(from, to) }))).toThrow(message);
  });

  it('says which file is missing', () => {
    expect(() => parseBeat(sources().filter(({ path }) => path !== 'cues.yaml'))).toThrow(
      'cues.yaml: a beat needs the file cues.yaml, and it is not there',
    );
    expect(() => parseBeat(sources().slice(0, 2))).toThrow('at least one file frames/<frame>.yaml');
  });

  it('orders frames by file name, whatever order the files come in', () => {
    const second = FRAME.replace('frame: docking', 'frame: arrival');
    const names = (order: readonly BeatSource[]): readonly string[] =>
      parseBeat(order).frames.map(({ frame }) => frame);
    const all = sources({ 'frames/arrival.yaml': second });
    expect(names(all)).toEqual(['arrival', 'docking']);
    expect(names(all.toReversed())).toEqual(['arrival', 'docking']);
  });
});

describe('loadBeat', () => {
  it('loads the beat that is shipped, one frame a file', () => {
    const beat = loadBeat(folder);
    expect(beat.frames.map(({ frame }) => `${frame}.yaml`).sort()).toEqual(readdirSync(join(folder, 'frames')).sort());
  });

  it('lists the frames, roles and properties that the README of the beat names', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    const rows = readme.split('\n').filter((line) => /^\| `/.test(line));
    const beat = loadBeat(folder);
    expect(rows.map((row) => /`([a-z]+)`/.exec(row)?.[1]).sort()).toEqual(beat.frames.map(({ frame }) => frame).sort());
    for (const { frame, roles, properties } of beat.frames) {
      const row = rows.find((line) => line.startsWith(`| \`${frame}\``)) ?? '';
      for (const name of [...Object.keys(roles), ...Object.keys(properties)]) expect(row).toContain(`\`${name}\``);
    }
  });

  it('says that a folder holds no beat', () => {
    expect(() => loadBeat(join(folder, 'nowhere'))).toThrow(/no beat in .*nowhere/);
  });
});

describe('beatSchemas', () => {
  it('describes the files of a beat as JSON Schema', () => {
    const { frame, cues, beat } = beatSchemas();
    expect(JSON.stringify(frame)).toContain('"finds-nothing"');
    expect(JSON.stringify(cues)).toContain('"conditions"');
    expect(JSON.stringify(beat)).toContain('"lists"');
  });
});
