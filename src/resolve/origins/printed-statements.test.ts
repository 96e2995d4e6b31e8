import { describe, expect, it } from 'vitest';
import { buildReading, type Draft } from '../../../tests/build-reading.ts';
import { resolve } from '../index.ts';

const STORY = ['Osman Hadari', 'Ana Mora', 'Kasimir Bell', 'Vessary', 'Serin Pipeline', 'Orlen Terminal'];
const report = (path: string, words: string, more: Omit<Draft, 'text'> = {}): ReturnType<typeof buildReading> => {
  const turn = path.length % STORY.length;
  const text = `${words} ${[...STORY.slice(turn), ...STORY.slice(0, turn)].join(` ${path} `)}.`;
  return buildReading({ path, text, blocks: [{ kind: 'body', start: 0, end: text.length }], ...more });
};
const namesOf = (inputs: Parameters<typeof resolve>[0]): Readonly<Record<string, readonly string[]>> => {
  const { documents, origins } = resolve(inputs);
  const nameOf = (id: string): string => origins.find((one) => one.id === id)?.name ?? '?';
  return Object.fromEntries(documents.map((one) => [one.path, one.origins.map(nameOf).sort()]));
};
const body = { words: 'Varuna Reserve Authority', type: 'publicBody' } as const;

describe('statements that reports print', () => {
  const printing = report('gazette', 'In a statement, the Varuna Reserve Authority said there was no paper.', {
    outlet: 'Tide Weekly News',
    published: '2031-05-02',
    mentions: [body],
  });

  it('O21 makes the body the origin for those who pass its statement on', () => {
    const other = report('column', 'And Varuna says there is no paper.', {
      outlet: 'Quay Daily News',
      published: '2031-05-05',
    });
    expect(namesOf([printing, other])).toEqual({
      gazette: ['Varuna Reserve Authority'],
      column: ['Varuna Reserve Authority'],
    });
  });

  it('O21 passes nothing on before it was given out', () => {
    const early = report('early', 'And Varuna says there is no paper.', {
      outlet: 'Quay Daily News',
      published: '2031-04-05',
    });
    expect(namesOf([printing, early])).toMatchObject({ early: [] });
  });

  it('O21 makes no statement of what a body told one report, or of silence', () => {
    const told = report('told', 'An official of the Varuna Reserve Authority told us there was no paper.', {
      outlet: 'Tide Weekly News',
      mentions: [body],
    });
    const mute = report('mute', 'In a statement the Varuna Reserve Authority declined to comment.', {
      outlet: 'Tide Weekly News',
      mentions: [body],
    });
    expect(namesOf([told, mute])).toEqual({ told: [], mute: [] });
  });
});
