import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownOf } from '../../../tests/known-of.ts';
import { recognisedIn } from '../../../tests/network.ts';
import { loadBeat } from '../beats/index.ts';
import { findFrames } from './find-frames.ts';

const beat = loadBeat(join(import.meta.dirname, '../../../beats/diplomacy'));

/** What plans are told to contain, and of which plan. */
const contentsOf = async (passage: string): Promise<readonly (readonly [string, string])[]> => {
  const text = `${beat.cast}\n\n${passage}`;
  const known = knownOf(text, '2031-05-20', await recognisedIn(text));
  return findFrames(beat, known)
    .filter(({ type, trigger }) => type === 'clause' && trigger[0] > beat.cast.length)
    .map(({ roles }) => {
      const words = (role: string): string => (roles[role] ?? []).map((span) => text.slice(...span)).join('; ');
      return [words('proposal'), words('content')] as const;
    });
};

describe('findContents', () => {
  it('reads on in sentences that go on with "would", up to the first that does not', async () => {
    const told = await contentsOf(
      'Under the plan, Kestria would leave the island. Aldmark would receive the port and pay 40 million crowns. Tomas Hale slept. Norel would fly home.',
    );
    expect(told.map(([, content]) => content)).toEqual([
      'Kestria would leave the island',
      'Aldmark would receive the port',
      'pay 40 million crowns',
    ]);
    expect(new Set(told.map(([plan]) => plan))).toEqual(new Set(['the plan']));
  });

  it('does not read on in judgements, questions and what somebody else says', async () => {
    const told = await contentsOf(
      'Under the plan, Kestria would leave the island. That would be a disaster. Critics would object. Aldmark would mean war.',
    );
    expect(told.map(([, content]) => content)).toEqual(['Kestria would leave the island']);
  });

  it('takes "it" for the plan of the sentence before', async () => {
    expect(await contentsOf('Tomas Hale published the draft. It would set up a joint commission.')).toEqual([
      ['the draft', 'set up a joint commission'],
    ]);
  });

  it('tells what is part of a longer content once', async () => {
    expect(await contentsOf('The plan calls for Kestria to hand over the port.')).toHaveLength(1);
  });
});

describe('findItems', () => {
  it('reads numbered articles where a plan is spoken of before', async () => {
    const told = await contentsOf(
      'The Meridian prints the draft.\n\nArticle 1. Kestria shall release the sailors.\n\nArticle 2. Aldmark shall pay 40 million crowns.\n\nHale slept.',
    );
    expect(told).toEqual([
      ['the draft', 'Kestria shall release the sailors'],
      ['the draft', 'Aldmark shall pay 40 million crowns'],
    ]);
  });

  it('reads bare numbers and bullets only behind a line that announces them', async () => {
    const list = '1. The boats leave the strait.\n2. The prisoners are exchanged.\n';
    expect((await contentsOf(`The draft contains these points:\n\n${list}`)).map(([, content]) => content)).toEqual([
      'The boats leave the strait',
      'The prisoners are exchanged',
    ]);
    expect(await contentsOf(`Tomas Hale read the draft on Monday.\n\n${list}`)).toEqual([]);
  });
});
