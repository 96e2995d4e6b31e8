import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { acquireAll } from '../tests/fixtures/acquire/make/told.ts';
import type { Document } from './model/index.ts';
import { openOcr } from './ocr.ts';

const folder = fileURLToPath(new URL('../tests/fixtures/acquire/pdf/', import.meta.url));
const listed = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
const hasEnglish = /^eng$/m.test(`${listed.stdout ?? ''}\n${listed.stderr ?? ''}`);

const LETTER = [
  'Note for the file',
  '12 March 2033',
  'The Harbour Commission has not answered the letter of 9 January. Its chairwoman, Signe Hallam, told this office by telephone that an answer had been drafted, that it had been shown to the ministry, and that it would not be sent.',
].join('\n\n');

describe.skipIf(!hasEnglish)(
  'recognising scanned pages (skipped where Tesseract with English is not installed)',
  () => {
    const read = async (name: string): Promise<Document> => {
      const [one, ...more] = await acquireAll(readFileSync(`${folder}${name}`), name, { ocr: openOcr });
      if (one === undefined || !('id' in one)) throw new Error(`Expected a document, found ${one?.reason}`);
      expect(more).toEqual([]);
      return one;
    };

    it('reads a page that is a picture, with a box for each line, and says by what', async () => {
      const { text, anchors, steps, published } = await read('scanned.pdf');
      expect(text).toBe(LETTER);
      expect(published).toBe('2033-03-12');
      expect(steps.map(({ what }) => what)).toEqual([
        'read as a PDF document',
        'recognised the text of page 1 in eng, drawn by pdfium 2.15.1',
      ]);
      expect(steps[1]?.by).toMatch(/^tesseract \d+\.\d+/);
      // The heading was set at 60 points from the left with its baseline 75 points from the top, 16 points high.
      const [left = 0, top = 0, right = 0, bottom = 0] = anchors[0]?.place.kind === 'page' ? anchors[0].place.box : [];
      expect(left).toBeCloseTo(60, -1);
      expect(bottom).toBeCloseTo(75, -1);
      expect(bottom - top).toBeGreaterThan(16 * 0.6);
      expect(bottom - top).toBeLessThan(16);
      expect(right - left).toBeGreaterThan(80);
    });

    it('reads the scanned pages of a document beside those with text', async () => {
      const { text, steps } = await read('partly-scanned.pdf');
      expect(text).toContain('copies of its answer and of the note that was made of it.\n\nNote for the file');
      expect(text).toContain('nothing be made of what she had said in the morning.');
      expect(steps.at(-1)?.what).toBe('recognised the text of pages 2 and 3 in eng, drawn by pdfium 2.15.1');
    });

    it('reads by the language that the document names, else by those that are installed', async () => {
      const ocr = await openOcr();
      expect(ocr?.languagesFor('en-GB')).toBe('eng');
      expect(ocr?.languagesFor(null).split('+')).toContain('eng');
      expect(ocr?.languagesFor('xx-not a tag')).toBe(ocr?.languagesFor(null));
    });

    it('fails in words on what is no picture', async () => {
      const ocr = await openOcr();
      const empty = { width: 0, height: 0, dots: new Uint8Array(0), resolution: 300 };
      await expect(ocr?.read(empty, 'eng')).rejects.toThrow();
      await expect(ocr?.read({ ...empty, width: 8, height: 8, dots: new Uint8Array(64) }, 'none')).rejects.toThrow();
    });
  },
);
