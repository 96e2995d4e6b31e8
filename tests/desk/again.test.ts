import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCase, readInto } from '../../src/backchannel.ts';
import type { CompareAnswer } from '../../src/serve/index.ts';
import { describeDesk } from './describe-desk.ts';

const paragraphs = (tail: string): readonly string[] => [
  "Kestria's envoy, Anna Bronid, met Ostra's foreign minister, Karel Voss, in Lorne on Monday, two officials told the Halmstead Courier.",
  'The two spoke for three hours about the harbour and the ships that have been held there since the spring, and will speak again.',
  `Neither side would say what had been offered. A third meeting is being prepared for ${tail}, the officials said on Tuesday.`,
];

const page = (title: string, tail: string): string =>
  `<!doctype html><html><head><title>${title}</title><meta property="og:site_name" content="The Halmstead Courier"></head>
<body><article><h1>Envoys meet in Lorne</h1>${paragraphs(tail)
    .map((text) => `<p>${text}</p>`)
    .join('')}</article></body></html>`;

const makeCase = async (folder: string): Promise<string> => {
  const pile = join(folder, 'pile');
  mkdirSync(pile);
  writeFileSync(join(pile, 'first.html'), page('Envoys meet in Lorne', 'the first week of June'));
  writeFileSync(join(pile, 'second.html'), page('Envoys meet in Lorne', 'the autumn'));
  writeFileSync(join(pile, 'copied.txt'), `Envoys meet in Lorne\n\n${paragraphs('the autumn').join('\n\n')}\n`);
  const place = join(folder, 'again.case');
  const store = await openCase(place, { create: true });
  await readInto(store, [pile], { workers: 1 });
  await store.close();
  return place;
};

describeDesk(
  'the same thing again',
  (desk) => {
    it('is named at the head of a document, and leads to the two side by side with what was edited marked', async () => {
      const { items } = await desk.api<{ readonly items: readonly { readonly id: string }[] }>('/documents');
      const page = await desk.open(`/documents/${items[0]?.id}`);
      const again = page.locator('.reader-head .again');
      expect(await again.innerText()).toContain('together they count once');
      expect(await desk.barriers(page)).toEqual([]);
      await again
        .getByRole('link', { name: /words? (?:more|fewer)/ })
        .first()
        .click();
      await desk.settled(page);
      await expect.poll(() => page.locator('.pane .edited').count()).toBeGreaterThan(1);
      const marked = await page.locator('.pane .edited').allInnerTexts();
      expect(new Set(marked.map((words) => words.trim()))).toEqual(new Set(['first week of June', 'autumn']));
      const { searchParams } = new URL(page.url());
      const answer = await desk.api<CompareAnswer>(`/compare?a=${searchParams.get('a')}&b=${searchParams.get('b')}`);
      expect(answer.edits).toMatchObject({ a: [expect.anything()], b: [expect.anything()] });
      expect(await desk.barriers(page)).toEqual([]);
    });
  },
  { makeCase },
);
