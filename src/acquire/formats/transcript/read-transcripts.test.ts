import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, type Refusal } from '../../../model/index.ts';
import { acquireBytes, findInputs } from '../../index.ts';

const FIXTURES = new URL('../../../../tests/fixtures/acquire/transcript/', import.meta.url);
const fixture = (name: string): Buffer => readFileSync(new URL(name, FIXTURES));

const take = async (bytes: Uint8Array | string, path: string): Promise<Document | Refusal> => {
  const all: (Document | Refusal)[] = [];
  for await (const one of acquireBytes(Buffer.from(bytes), path))
    all.push(one.kind === 'refused' ? one.refusal : Document.parse(one.document));
  expect(all).toHaveLength(1);
  return all[0] as Document | Refusal;
};
const read = async (bytes: Uint8Array | string, path: string): Promise<Document> => {
  const one = await take(bytes, path);
  if (!('text' in one)) throw new Error(one.reason);
  return one;
};
/** Each cue's words with their time and who says them. */
const cuesOf = ({ anchors, text }: Document): readonly unknown[] =>
  anchors.map(({ start, end, place }) =>
    place.kind === 'time' ? [text.slice(start, end), place.from, place.to, place.speaker] : null,
  );

describe('readCaptions', () => {
  it('reads WebVTT by its voices, each cue with its time, without comments, styles, tags and music', async () => {
    const document = await read(fixture('voices.vtt'), 'a.vtt');
    expect(document).toMatchObject({ mediaType: 'text/vtt', title: 'The Long Table, episode 12' });
    expect(document.text).toBe(
      'Mara Lindt: Welcome back. Who brought the second draft & the map? That is the question.\n\nIvo Marsh: The envoy did. He came on Sunday, by ship.',
    );
    expect(cuesOf(document)).toEqual([
      ['Welcome back. Who brought the second draft & the map?', 4, 7.5, 'Mara Lindt'],
      ['That is the question.', 7.5, 10, 'Mara Lindt'],
      ['The envoy did. He came on Sunday,', 10, 14.25, 'Ivo Marsh'],
      ['by ship.', 3614.25, 3616, 'Ivo Marsh'],
    ]);
    expect(document.found).toContainEqual({ field: 'language', value: 'en-GB', by: 'file-properties', span: null });
  });

  it('gives each word of captions that roll up once, and keeps what is said twice', async () => {
    const document = await read(fixture('rolling.vtt'), 'a.vtt');
    expect(document.text).toBe('the talks in velm went on all night no no');
    expect(cuesOf(document)).toEqual([
      ['the talks in velm', 0.08, 2.31, null],
      ['went on all night', 2.32, 5.11, null],
      ['no no', 7, 9, null],
    ]);
  });

  it('gives captions that grow word by word once', async () => {
    const words = ['THE', 'THE SHIP', 'THE SHIP LEFT', 'THE SHIP LEFT AT', 'THE SHIP LEFT AT DAWN'];
    const srt = words.map((line, i) => `${i + 1}\n00:00:0${i},000 --> 00:00:0${i + 1},000\n${line}\n`).join('\n');
    expect((await read(srt, 'a.srt')).text).toBe('THE SHIP LEFT AT DAWN');
  });

  it('keeps a line that two captions say, and drops a caption that is written twice', async () => {
    const at = (from: number, to: number, line: string): string =>
      `00:00:0${from},000 --> 00:00:0${to},000\n${line}\n\n`;
    const srt = at(1, 2, 'No.') + at(3, 4, 'No.') + at(5, 6, 'He left.') + at(6, 7, 'He left.');
    expect((await read(srt, 'a.srt')).text).toBe('No. No. He left.');
  });

  it('takes names before a colon for speakers, and no other words before one', async () => {
    const document = await read(fixture('names.srt'), 'a.srt');
    expect(document.text).toBe(
      'MARA: Good evening. The minister is with us.\n\nMINISTER KELL: Thank you. We will sign in May.\n\nMARA: And the dredging?\n\nMINISTER KELL: One thing at a time: the treaty comes first.',
    );
    expect(cuesOf(document)[2]).toEqual(['We will sign in May.', 4.5, 6, 'MINISTER KELL']);
  });

  it('begins a paragraph where a dash marks another speaker, and leaves songs out', async () => {
    expect((await read(fixture('dashes.srt'), 'a.srt')).text).toBe('Did he sign?\n\nNot yet.\n\nWhen will he?');
  });

  it('does not give the words of an unnamed voice to who spoke before', async () => {
    const document = await read(fixture('hearing.sbv'), 'a.sbv');
    expect(document.text).toBe('MARA: The harbour opens in May.\n\n>> Who says so?\n\nMARA: The envoy.');
    expect(cuesOf(document)[1]).toEqual(['Who says so?', 3, 5, null]);
  });

  it.each(['utf16le', 'utf8'] as const)('reads %s with a byte-order mark, whatever it is called', async (encoding) => {
    const document = await read(
      Buffer.from(`\ufeff${fixture('names.srt').toString('utf8')}`, encoding),
      'subtitles.txt',
    );
    expect(document.mediaType).toBe('application/x-subrip');
    expect(document.text).toMatch(/^MARA: Good evening/);
  });

  it('refuses captions without a word', async () => {
    expect(await take('WEBVTT\n\n00:00.000 --> 00:04.000\n[Music]\n', 'a.vtt')).toMatchObject({
      code: 'acquire/no-text',
    });
  });

  it('parts a long speech at the ends of sentences', async () => {
    const cue = (i: number): string =>
      `${String(Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}.000 --> ${String(Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}.900\n<v Mara Lindt>Sentence ${i} ends here.\n\n`;
    const { text } = await read(`WEBVTT\n\n${Array.from({ length: 200 }, (_, i) => cue(i)).join('')}`, 'a.vtt');
    const paragraphs = text.split('\n\n');
    expect(paragraphs.length).toBeGreaterThan(2);
    expect(paragraphs.filter((paragraph) => paragraph.startsWith('Mara Lindt: '))).toHaveLength(1);
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/here\.$/);
  });
});

describe('readTranscriptJson', () => {
  it('reads a transcript of the podcast namespace, of Whisper, and of AssemblyAI', async () => {
    const podcast = await read(fixture('podcast.json'), 'a.json');
    expect(podcast.text).toBe('Mara Lindt: Who owns the pier?\n\nSPEAKER 01: Harrow Dredging owns a third of it.');
    expect(cuesOf(podcast)[2]).toEqual(['Harrow Dredging owns a third of it.', 3, 5.5, 'SPEAKER_01']);
    const whisper = await read(fixture('whisper.json'), 'a.json');
    expect(cuesOf(whisper)[1]).toEqual(['and the ministry wants it after.', 3.2, 6.4, null]);
    const assembly = { language_code: 'en', utterances: [{ speaker: 'A', start: 1250, end: 2000, text: 'No.' }] };
    const spoken = await read(JSON.stringify(assembly), 'a.json');
    expect(spoken.text).toBe('Speaker A: No.');
    expect(cuesOf(spoken)).toEqual([['No.', 1.25, 2, 'A']]);
  });

  it('refuses other JSON by name, and finds in folders only what begins like a transcript', async () => {
    expect(await take(fixture('settings.json'), 'settings.json')).toMatchObject({ code: 'acquire/not-document' });
    const folder = await mkdtemp(join(tmpdir(), 'json-'));
    try {
      for (const name of ['podcast.json', 'whisper.json', 'settings.json'])
        await writeFile(join(folder, name), fixture(name));
      await writeFile(join(folder, 'package.json'), '{"name": "velm"}');
      const names = ['podcast.json', 'settings.json', 'whisper.json'].map((name) => join(folder, name));
      const { files, unsure, refusals } = await findInputs([folder]);
      expect([files, [...unsure].sort(), refusals]).toEqual([names, names, []]);
      expect((await findInputs([folder, join(folder, 'settings.json')])).unsure).not.toContain(
        join(folder, 'settings.json'),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('transcripts on hostile files', () => {
  it('reads megabytes of marks in seconds', async () => {
    const start = performance.now();
    const head = 'WEBVTT\n\n00:00.000 --> 00:01.000\n';
    for (const body of [
      '<v '.repeat(300_000),
      '<'.repeat(1_000_000),
      '&#'.repeat(500_000),
      '[music'.repeat(100_000),
      '>> '.repeat(300_000),
      'A: \n'.repeat(200_000),
      '{\\'.repeat(400_000),
      'A '.repeat(400_000),
    ])
      for await (const _ of acquireBytes(Buffer.from(head + body), 'a.vtt'));
    const cues = '00:00.000 --> 00:01.000\nno\n\n'.repeat(100_000);
    for await (const _ of acquireBytes(Buffer.from(`WEBVTT\n\n${cues}`), 'a.vtt'));
    expect(performance.now() - start).toBeLessThan(30_000);
  }, 60_000);

  it('never throws, and gives anchors in order inside of the text', async () => {
    const whole = ['voices.vtt', 'rolling.vtt', 'names.srt', 'hearing.sbv', 'podcast.json', 'whisper.json'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.nat(),
        fc.nat(200),
        fc.string({ maxLength: 12 }),
        async (name, at, cut, put) => {
          const bytes = fixture(name);
          const place = at % bytes.length;
          const broken = Buffer.concat([bytes.subarray(0, place), Buffer.from(put), bytes.subarray(place + cut)]);
          for await (const one of acquireBytes(broken, name)) {
            if (one.kind === 'refused') continue;
            let last = 0;
            for (const { start, end } of one.document.anchors) {
              expect(start).toBeGreaterThanOrEqual(last);
              expect(end).toBeGreaterThan(start);
              last = end;
            }
            expect(last).toBeLessThanOrEqual(one.document.text.length);
          }
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);
});
