import { describe, expect, it } from 'vitest';
import { buildReading } from '../../../tests/build-reading.ts';
import { type Leaf, toLeaf } from '../pile.ts';
import { bodyNames, statedBy } from './body-names.ts';

const leafOf = (text: string, named: readonly string[] = []): Leaf =>
  toLeaf(
    buildReading({
      text,
      blocks: [{ kind: 'body', start: 0, end: text.length }],
      mentions: named.map((words) => ({ words, type: 'publicBody' })),
    }),
  );
const stated = (name: string, text: string, named: readonly string[] = []): string | null => {
  const span = statedBy(leafOf(text, named), text, bodyNames(name));
  return span === null ? null : text.slice(...span);
};

describe('names of bodies', () => {
  it('O21 knows a body that states something in full and short', () => {
    const name = 'Directorate for Salvage Claims';
    expect(stated(name, 'The Directorate for Salvage Claims said so.')).toBe('Directorate for Salvage Claims');
    expect(stated(name, 'The Directorate says that nobody applied.')).toBe('Directorate');
    expect(stated('Varuna Reserve Authority', 'And Varuna says there is no paper.')).toBe('Varuna');
  });

  it('O21 takes the kind of a body for it only where no other of the kind is named', () => {
    const name = 'Directorate for Salvage Claims';
    const two = 'The Directorate of Fair Weights sat. The Directorate says that nobody applied.';
    expect(stated(name, two, ['Directorate of Fair Weights'])).toBeNull();
    expect(stated('Council for Safe Tides', 'The Council said no.')).toBeNull();
    const full = 'They wrote to the Council for Safe Tides. The Council said no.';
    expect(stated('Council for Safe Tides', full, ['Council for Safe Tides'])).toBe('Council');
  });

  it('O21 finds nobody who states something where the name stands for something else', () => {
    expect(stated('Directorate for Salvage Claims', 'He walked past the Directorate and said nothing.')).toBeNull();
    expect(stated('Varuna Reserve Authority', 'A pilot in Varuna said so.')).toBeNull();
    expect(stated('Varuna Reserve Authority', 'Varuna Lines said so.')).toBeNull();
    expect(stated('Green Reserve Authority', 'Green said so.')).toBeNull();
    expect(stated('Ministry of Tides of the Republic of Ostra', 'Velmark’s Salvage Ministry said so.')).toBeNull();
    expect(stated('Foreign Ministry', 'The Foreign Ministry said so.')).toBeNull();
  });
});
