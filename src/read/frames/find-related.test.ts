import { describe, expect, it } from 'vitest';
import { buildRecognised } from '../../../tests/build-recognised.ts';
import { knownOf } from '../../../tests/known-of.ts';
import { type BeatSource, parseBeat } from '../beats/index.ts';
import { findFrames } from './find-frames.ts';

const CUES = `planned: []
purpose: []
wished: []
refused: []
probable: []
possible: []
postponed: []
cancelled: []
ongoing: []
held: []
denied: []
absent: []
future: []
hypothetical: []
conditions: []
unconditional: []
ordering: []
asking: []
allowing: []
`;
const FRAME = `frame: tie
description: Somebody is somebody's.
roles:
  from: { types: [person] }
  to: { types: [organization, publicBody] }
needs: [{ from: 1, to: 1 }]
properties: { kind: { values: { directorship: [] } } }
verbs:
  - words: [head]
    fill: { from: [agent], to: [theme] }
    set: { kind: directorship }
relations:
  - relations: [leads]
    fill: { from: one, to: two }
    set: { kind: directorship }
    least: 0.8
examples: { finds: [Voss headed Norel.], finds-nothing: [Voss headed home.] }
`;
const sources: readonly BeatSource[] = [
  { path: 'beat.yaml', text: 'beat: ties\ntitle: Ties\ndescription: Who is whose.\nlanguage: en\n' },
  { path: 'cues.yaml', text: CUES },
  { path: 'frames/tie.yaml', text: FRAME },
];
const beat = parseBeat(sources);

const tiesIn = (
  text: string,
  {
    confidence = 0.9,
    predicates = [],
  }: { confidence?: number; predicates?: Parameters<typeof buildRecognised>[1]['predicates'] } = {},
): readonly string[] => {
  const name = (words: string, type: string) =>
    (['world', 'politics', 'web'] as const).map((scheme) => ({
      words,
      scheme,
      type:
        scheme === 'web'
          ? type === 'Person'
            ? 'PER'
            : 'ORG'
          : scheme === 'politics'
            ? type === 'Person'
              ? 'person'
              : 'organisation'
            : type,
    }));
  const known = knownOf(
    text,
    '2031-05-20',
    buildRecognised(text, {
      names: [...name('Marek Voss', 'Person'), ...name('Norel Group', 'Organization')],
      predicates: predicates ?? [],
      relations: [{ one: 'Marek Voss', kind: 'leads', two: 'Norel Group', confidence }],
    }),
  );
  return findFrames(beat, known).map(
    ({ rule, certainty, roles }) =>
      `${rule} ${certainty} ${Object.values(roles)
        .flatMap((spans) => spans.map(([start, end]) => text.slice(start, end)))
        .join(' > ')}`,
  );
};

describe('findRelated', () => {
  it('fills a frame with two names close by, whatever the words', () => {
    expect(tiesIn('Marek Voss of the Norel Group left.')).toEqual([
      'tie/relations/1 probable Marek Voss > Norel Group',
    ]);
  });

  it('leaves out what the network is less sure of than the beat asks', () => {
    expect(tiesIn('Marek Voss of the Norel Group left.', { confidence: 0.7 })).toEqual([]);
  });

  it('leaves out names with a verb between them, in two sentences, or parted by a comma alone', () => {
    const left = {
      words: 'left',
      roles: [
        ['ARG0', 'Marek Voss'],
        ['ARG1', 'Norel Group'],
      ],
    } as const;
    expect(tiesIn('Marek Voss left the Norel Group.', { predicates: [left] })).toEqual([]);
    expect(tiesIn('It was Marek Voss. The Norel Group was closed.')).toEqual([]);
    expect(tiesIn('In the words of Marek Voss, Norel Group was closed.')).toEqual([]);
  });

  it('says nothing that words have said already', () => {
    const heads = {
      words: 'heads',
      roles: [
        ['ARG0', 'Marek Voss'],
        ['ARG1', 'the Norel Group'],
      ],
    } as const;
    expect(tiesIn('Marek Voss heads the Norel Group.', { predicates: [heads] })).toEqual([
      'tie/verbs/1 certain Marek Voss > Norel Group',
    ]);
  });
});
