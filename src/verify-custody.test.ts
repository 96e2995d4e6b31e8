import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { acquireFile } from './acquire/index.ts';
import { difference, makeAgain } from './verify-custody.ts';

const FIXTURES = fileURLToPath(new URL('../tests/fixtures/acquire', import.meta.url));

/** Small files of every format, good and broken; what they hold is any number of documents. */
const files = (readdirSync(FIXTURES, { recursive: true }) as string[])
  .filter((name) => !/README\.md$|\.(?:ts|json|py)$|(?:^|[/\\])make[/\\]/.test(name))
  .map((name) => join(FIXTURES, name))
  .filter((path) => statSync(path).isFile() && statSync(path).size < 100_000);

describe('a text made again from the bytes of its document', () => {
  it('is the stored one, whatever the document came out of', async () => {
    const others: string[] = [];
    const kinds = new Set<string>();
    for (const path of files) {
      for await (const acquired of acquireFile(path)) {
        if (acquired.kind === 'refused') continue;
        kinds.add(acquired.document.mediaType);
        const what = difference(acquired.document, await makeAgain(acquired.bytes, acquired.document));
        if (what !== null) others.push(`${acquired.document.path}: ${what}`);
      }
    }
    expect(others).toEqual([]);
    expect(kinds.size).toBeGreaterThan(8);
  }, 120_000);
});
