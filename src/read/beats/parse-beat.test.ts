import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beatSchemas } from './beat-schemas.ts';
import type { BeatSource } from './beat-source.ts';
import { loadBeat } from './load-beat.ts';
import { checkSources, parseBeat } from './parse-beat.ts';
import { sayProblem } from './problem.ts';

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
    [
      'types: [place]',
      'types: [planet]',
      /^frames\/docking\.yaml:5:\d+: Expected a name that is known as roles\.port\.types\.0, found "planet"/,
    ],
    [
      'fill: { ship: [agent]',
      'fill: { boat: [agent]',
      /^frames\/docking\.yaml:11:13: Expected a role of docking, found "boat"\. There are: ship, port\./,
    ],
    ['fill: { ship: [agent]', 'fill: { shp: [agent]', /Did you mean "ship"\?/],
    [
      '[in, at]',
      '[near the, at]',
      /^frames\/docking\.yaml:11:\d+: Expected .* as verbs\.0\.fill\.port\.0, found "near the"/,
    ],
    ["'@ships'", "'@boats'", /^frames\/docking\.yaml:4:\d+: Expected the name of a list, found "@boats"/],
    [
      '    fill:',
      '    set: { manner: grand }\n    fill:',
      /^frames\/docking\.yaml:11:\d+: Expected a value of manner, found "grand"/,
    ],
    ['needs: [{ ship: 1', 'needs: [{ crew: 1', /^frames\/docking\.yaml:6:11: Expected a role of docking, found "crew"/],
    [
      'verbs:',
      'verb:',
      /^frames\/docking\.yaml:9:1: Expected one of the keys of this file, found "verb"\. Did you mean "verbs"\?/,
    ],
    ['description: A ship comes in.', 'description: [', /^frames\/docking\.yaml:\d+:\d+: Expected YAML, found a fault/],
    ['roles:\n  ship', 'roles:\n\tship', /^frames\/docking\.yaml:4:\d+: Expected YAML.*tab/i],
    [
      'finds: [The ferry docked in Lorne.]',
      'finds: []',
      /Expected at least 1 in the list as examples\.finds, found an empty list/,
    ],
    [
      '  finds-nothing: [The ferry was late.]\n',
      '',
      /Expected the key "finds-nothing" in examples \(a list\), found none/,
    ],
  ])('says file, line and column when %s becomes %s', (from, to, message) => {
    expect(() => parseBeat(sources({ 'frames/docking.yaml': FRAME.replace(from, to) }))).toThrow(message);
  });

  it('finds all faults at once, in the order of files and lines', () => {
    const { beat, problems } = checkSources(
      sources({
        'beat.yaml': HEAD.replace('title: Harbours', 'titel: Harbours'),
        'frames/docking.yaml': FRAME.replace('types: [asset]', 'types: [ship]').replace('[in, at]', '[inn]'),
        'frames/empty.yaml': '',
      }),
    );
    expect(beat).toBeNull();
    expect(problems.map(({ path, line }) => `${path}:${line}`)).toEqual([
      'beat.yaml:1',
      'beat.yaml:2',
      'frames/docking.yaml:4',
      'frames/docking.yaml:11',
      'frames/empty.yaml:1',
    ]);
  });

  it('takes a huge file and one that is no text for faults of the beat', () => {
    const of = (text: string): string | undefined =>
      checkSources(sources({ 'frames/x.yaml': text })).problems.map(sayProblem)[0];
    expect(of('a: b\n'.repeat(250_000))).toMatch(/^frames\/x\.yaml:1:1: Expected at most 1,000,000 characters/);
    expect(of('\u0000\u0001')).toMatch(/found zero bytes/);
  });

  it('says which file is missing', () => {
    expect(() => parseBeat(sources().filter(({ path }) => path !== 'cues.yaml'))).toThrow(
      'cues.yaml:1:1: Expected the file cues.yaml, found none',
    );
    expect(() => parseBeat(sources().slice(0, 2))).toThrow('at least one file frames/<frame>.yaml');
  });

  it('finds two frames of one name, a list within itself, and a word for "as" that is no frame', () => {
    const said = (changes: Readonly<Record<string, string>>): string =>
      checkSources(sources(changes)).problems.map(sayProblem).join('\n');
    expect(said({ 'frames/again.yaml': FRAME })).toMatch(
      /no other frame has, found "docking", as in frames\/again\.yaml/,
    );
    expect(said({ 'beat.yaml': HEAD.replace('[ship, ferry]', "[ship, '@ships']") })).toMatch(
      /the list "@ships" within itself/,
    );
    expect(said({ 'frames/docking.yaml': FRAME.replace('frame: docking', 'frame: docking\nas: deals') })).toMatch(
      /Did you mean "deal"\?/,
    );
  });

  it('checks ledgers: fields of rows, frames, and names', () => {
    const said = (ledgers: string): string =>
      checkSources(sources({ 'ledgers.yaml': ledgers }))
        .problems.map(sayProblem)
        .join('\n');
    const ledger = (of: string, shows: string): string =>
      `dockings:\n  title: Dockings\n${of}  columns:\n    - { title: Ship, shows: [${shows}] }\n`;
    expect(said(ledger('  of: [docking]\n', 'ship, port, date'))).toBe('');
    expect(said(ledger('  of: [docking]\n', 'shipp'))).toMatch(
      /^ledgers\.yaml:5:\d+: Expected a field of the row, found "shipp"\. Did you mean "ship"\?/,
    );
    expect(said(ledger('  of: [landing]\n', 'ship'))).toMatch(/Expected a frame of this beat, found "landing"/);
    expect(said(ledger('', 'ship'))).toMatch(/or "of" with frames of this beat/);
    expect(
      said('meetings:\n  title: M\n  columns:\n    - { title: Who, shows: [participants, "{plaice}"] }\n'),
    ).toMatch(/found "plaice"\. Did you mean "place"\?/);
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
    expect(() => loadBeat(join(folder, 'nowhere'))).toThrow(/Expected a beat in .*nowhere, found no such folder/);
  });
});

describe('beatSchemas', () => {
  it('describes the files of a beat as JSON Schema', () => {
    const schemas = beatSchemas();
    const [frame, cues, beat] = [schemas['beat-frame'], schemas['beat-cues'], schemas.beat];
    expect(JSON.stringify(frame)).toContain('"finds-nothing"');
    expect(JSON.stringify(cues)).toContain('"conditions"');
    expect(JSON.stringify(beat)).toContain('"lists"');
  });
});
