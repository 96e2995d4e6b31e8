import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MINUTES_PARTS } from '../../../../tests/fixtures/acquire/make/odt.ts';
import { factsOf, laidOut, ledBack, stepsOf } from '../../../../tests/fixtures/acquire/make/seen-parts.ts';
import { refusedAs, taken } from '../../../../tests/fixtures/acquire/make/take.ts';
import { zipParts } from '../../../../tests/fixtures/acquire/make/zip-parts.ts';

const MINUTES = readFileSync('tests/fixtures/acquire/odt/minutes.odt');
const PATH = 'pile/minutes.odt';
const CONTENT = 'content.xml';
const withText = (change: (content: string) => string): Uint8Array =>
  zipParts({ ...MINUTES_PARTS, [CONTENT]: change(String(MINUTES_PARTS[CONTENT])) }, ['mimetype']);

describe('readOdt', () => {
  it('reads the text as it stands, notes and comments behind it, what pages repeat last', async () => {
    expect(laidOut(await taken(MINUTES, PATH))).toEqual([
      'heading | Minutes of the harbour round',
      'paragraph | The round met in the lake hotel of Velm.',
      'link | lake hotel',
      'heading | Points agreed',
      'list-item | 1. Tugs leave the inner basin.',
      'list-item | 1.1 At once.',
      'list-item | 1.2 All of them.',
      'list-item | 2. The fee is 40 crowns.',
      'paragraph | An aside.',
      'list-item | 3. Ostra guarantees the passage.',
      'paragraph | Shown. Shown\tagain\nbelow.',
      'table-row | Port\tFee',
      'table-row | Velm\t40 crowns',
      'paragraph | Not for release',
      'paragraph | Signed by all.',
      'note | Room 4,  first floor.',
      'note | Lena Orsk, 2031-05-02: Kelmar asked for 30.',
      'running-head | Harbour Office',
    ]);
  });

  it('leads every stretch back to the paragraph that holds it', async () => {
    const document = await taken(MINUTES, PATH);
    const starts = String(MINUTES_PARTS[CONTENT]).split(/<text:[ph][ >]/);
    for (const { start, end, place } of document.anchors) {
      if (place.kind !== 'paragraph' || place.section !== null) continue;
      // Notes and text boxes stand inside of paragraphs, which go on behind them.
      const own = starts.slice(place.paragraph, place.paragraph + 2).join(' ');
      const words =
        document.text
          .slice(start, end)
          .replace(/^.*?: /, '')
          .match(/\p{L}{3,}/gu) ?? [];
      expect(words.filter((word) => !own.includes(word))).toEqual([]);
    }
    expect(ledBack(document)).toContain('18 | 40 crowns');
    expect(ledBack(document)).toContain('1 styles | Harbour Office');
  });

  it('tells what the file says of itself and what is not as it shows it', async () => {
    const document = await taken(MINUTES, 'pile/unnamed');
    expect(factsOf(document)).toEqual([
      'title Minutes of the harbour round (file-properties)',
      'byline Tomas Vehl (file-properties)',
      'created 2031-05-01 (file-properties)',
      'modified 2031-05-02 (file-properties)',
      'language en-GB (file-properties)',
      'title Minutes of the harbour round (heading)',
    ]);
    expect(stepsOf(document)).toEqual([
      'read as an OpenDocument text',
      'tracked changes by Ivo Brann: 1 insertion taken as text, 1 deletion left out',
      '1 comment by Lena Orsk put at the end',
      'left out words that are formatted as hidden',
      'its properties say that "Ivo Brann" saved it last',
    ]);
  });

  it('counts what a file asks for in spaces, and marks contents as links', async () => {
    const spaced = withText((content) => content.replace('text:c="2"', 'text:c="999999999"'));
    expect((await taken(spaced, PATH)).text.length).toBeLessThan(700);
    const contents = withText((content) =>
      content.replace(
        '<text:h',
        '<text:table-of-content><text:p>Points agreed 1</text:p></text:table-of-content><text:h',
      ),
    );
    expect(laidOut(await taken(contents, PATH))).toContain('link | Points agreed 1');
  });

  it('refuses what is locked, hostile or lacks its text, in words', async () => {
    const locked =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect(
      await refusedAs(zipParts({ ...MINUTES_PARTS, 'META-INF/manifest.xml': locked }, ['mimetype']), PATH),
    ).toContain(
      'acquire/locked: Expected an OpenDocument text that can be opened, found one that is locked with a password.',
    );
    const bomb = withText((content) => `<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]>${content}`);
    expect(await refusedAs(bomb, PATH)).toContain('it defines entities of its own');
    const deep = withText((content) =>
      content.replace('<office:text>', `<office:text>${'<text:section>'.repeat(10_000)}`),
    );
    expect(await refusedAs(deep, PATH)).toContain('nested deeper than 256 levels');
    expect(await refusedAs(zipParts({ mimetype: String(MINUTES_PARTS['mimetype']) }, ['mimetype']), PATH)).toContain(
      'found a file without its part "content.xml"',
    );
    expect(await refusedAs(MINUTES.subarray(0, 2000), PATH)).toContain('acquire/broken: Expected an OpenDocument text');
  });
});
