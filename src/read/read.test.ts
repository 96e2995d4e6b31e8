import { describe, expect, it } from 'vitest';
import { surveyOf } from '../../tests/network.ts';
import { documentFromBytes } from '../acquire/index.ts';
import { isInReadLanguage, type Reading } from '../model/index.ts';
import { DEFAULT_BEAT, loadBeat } from './beats/index.ts';
import { read } from './read.ts';

const beat = loadBeat(DEFAULT_BEAT);

const readText = async (text: string, name = 'a.txt'): Promise<Reading> => {
  const acquired = await documentFromBytes(Buffer.from(text), name);
  if (acquired.kind === 'refused') throw new Error(acquired.refusal.reason);
  return read(acquired.document, beat, await surveyOf(acquired.document), { model: 'test' });
};

const ENGLISH = [
  'Envoy meets minister in Kelmar',
  'KELMAR, 4 May 2031 - The Ostran envoy Lorne Brask met the Tirzan foreign minister Ida Tessen in Kelmar on Friday, two officials said.',
  '“We spoke about the ports for three hours,” Brask told reporters after the meeting.',
];
const RUSSIAN =
  'Посланник Лорн Браск встретился с министром Идой Тессен в Келмаре, заявили два чиновника, и говорил с ней о портах.';
const GERMAN =
  'Der Gesandte Lorne Brask sagte am Freitag in Kelmar, er habe die Ministerin Ida Tessen getroffen und mit ihr über die Häfen gesprochen.';

/** Everything read, by the place where it stands. */
const placesOf = ({ sentences, mentions, attributions, times, frames, citations }: Reading): readonly number[] => [
  ...sentences.map(([start]) => start),
  ...[...mentions, ...times].map(({ start }) => start),
  ...attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content].map(([start]) => start)),
  ...frames.map(({ trigger }) => trigger[0]),
  ...citations.map(({ extent }) => extent[0]),
];

describe('read', () => {
  it('reads an English report as such, with the language of each block', async () => {
    const reading = await readText(ENGLISH.join('\n\n'));
    expect(reading.language).toBe('en');
    expect(reading.blocks.every(({ language }) => language === 'en' || language === null)).toBe(true);
    expect(reading.frames.map(({ type }) => type)).toContain('meeting');
  });

  it.each([
    ['ru', RUSSIAN],
    ['de', GERMAN],
  ])('keeps and does not read a statement in %s within an English report', async (language, statement) => {
    const text = [...ENGLISH.slice(0, 2), statement, ...ENGLISH.slice(2)].join('\n\n');
    const reading = await readText(text);
    expect(reading.language).toBe('en');
    const at = text.indexOf(statement);
    const foreign = reading.blocks.filter((block) => !isInReadLanguage(block, reading.language));
    expect(foreign.map(({ start, end, language: told }) => [text.slice(start, end), told])).toEqual([
      [statement, language],
    ]);
    const places = placesOf(reading);
    expect(places.filter((place) => place >= at && place < at + statement.length)).toEqual([]);
    // What stands behind it is read.
    expect(places.some((place) => place >= at + statement.length)).toBe(true);
    const without = await readText(ENGLISH.join('\n\n'));
    expect(reading.frames.map(({ type }) => type)).toEqual(without.frames.map(({ type }) => type));
  });

  it('reads the English half of minutes that are mostly in another language', async () => {
    const text = [RUSSIAN, RUSSIAN.replace('портах', 'доках'), ENGLISH[1]].join('\n\n');
    const reading = await readText(text);
    expect(reading.language).toBe('ru');
    expect(reading.frames.map(({ type }) => type)).toContain('meeting');
    expect(Math.min(...placesOf(reading))).toBeGreaterThanOrEqual(text.indexOf('KELMAR'));
  });

  it('reads nothing in a document of another language, lines of names in it included', async () => {
    const reading = await readText(
      [GERMAN, 'Lorne Brask, Ida Tessen', GERMAN.replace('Freitag', 'Montag')].join('\n\n'),
    );
    expect(reading.language).toBe('de');
    expect(reading.blocks.map(({ language }) => language)).toEqual(['de', null, 'de']);
    expect(placesOf(reading)).toEqual([]);
  });
});
