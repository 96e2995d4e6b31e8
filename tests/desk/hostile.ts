import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openCase, readInto } from '../../src/backchannel.ts';

/** What a script of a document would leave behind on the page, were it ever run. */
export const MARK = '__hostile';

const run = `window.${MARK}=(window.${MARK}||0)+1`;

/** Ways in which markup runs code or loads something, wherever somebody forgets that a text is a text. */
export const VECTORS: readonly string[] = [
  `<script>${run}</script>`,
  `</script><script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<img src="https://tracker.example/pixel.gif">`,
  `<svg/onload=${run}>`,
  `<iframe srcdoc="<script>parent.${MARK}=1</script>"></iframe>`,
  `<a href="javascript:${run}">the statement</a>`,
  `[the statement](javascript:${run})`,
  `<style>body{display:none}</style>`,
  `<base href="https://elsewhere.example/">`,
  `<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">`,
  `<details open ontoggle="${run}">`,
  `<form action="https://elsewhere.example/"><input autofocus onfocus="${run}"></form>`,
  `"><input autofocus onfocus="${run}">`,
  `\${${run}} {{${run}}} <%= ${run} %>`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
];

/** A name that turns the letters after it around where nothing keeps it apart, and one that hides what it is. */
export const TURNED = 'Anna Bro\u202Enid\u202C';
export const HIDDEN = '\u2067\u202Eexe.txt\u202C\u2069';

export const LONG_WORD = 'Donaudampfschifffahrt'.repeat(250);

const lead = `Kestria's envoy, ${TURNED}, met Ostra's foreign minister, Karel Voss, in Lorne on Monday, two officials said.`;

const text = [
  'The Halmstead <b onmouseover="alert(1)">Courier</b>',
  `Envoys of Kestria & Ostra talk <script>${run}</script> again`,
  'By <img src=x onerror=alert(1)> Mara Tolen',
  'May 5, 2031',
  '',
  lead,
  '',
  ...VECTORS.flatMap((vector, at) => [
    `"We agreed on point ${at + 1} in Lorne: ${vector}," Voss told The Halmstead Courier on May ${at + 1}.`,
    '',
  ]),
  `A file called ${HIDDEN} was handed over, a\u0000 person\u0007 said.\u001B[2J`,
  '',
  `The deal on the ${LONG_WORD} was signed by Voss in Lorne on Tuesday.`,
  '',
  'Norel Shipping, owned by Emil <i>Voss</i>, wants to buy the harbour of Lorne if sanctions on Ostra are lifted.',
].join('\n');

const page = `<!doctype html><html><head><title>Talks ${'</title>'}<script>${run}</script>
<meta property="og:site_name" content="&lt;img src=x onerror=${run}&gt; Dispatch"></head>
<body onload="${run}"><article><h1>Talks in Lorne &lt;script&gt;${run}&lt;/script&gt;</h1>
<p>${lead}</p><p>Karel Voss and ${TURNED} met again in Lorne on May 7, 2031, <a href="javascript:${run}">a statement</a> said. ${VECTORS.join(' ')}</p>
<p>&lt;img src=x onerror=${run}&gt; said Karel Voss on Friday. Nobody else was in the room when the two envoys met in Lorne.</p></article></body></html>`;

/** File names, as a folder of somebody else may have them. */
const FILES: Readonly<Record<string, string>> = {
  "talks '><img src=x onerror=alert(1)>.txt": text,
  'talks.html': page,
  'javascript:alert(1).txt': `${lead}\n\nVoss denied on Tuesday that he had met the envoy in Lorne. javascript:${run}`,
};

/** Makes a case of documents that mean harm, read by the shipped reader as any others. */
export const makeHostileCase = async (folder: string): Promise<string> => {
  const pile = join(folder, 'pile');
  mkdirSync(pile, { recursive: true });
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(pile, name), content);
  const place = join(folder, 'hostile.case');
  const store = await openCase(place, { create: true });
  try {
    const { added } = await readInto(store, [pile], { workers: availableParallelism() });
    if (added !== Object.keys(FILES).length) throw new Error(`Expected all hostile files in the case, found ${added}.`);
  } finally {
    await store.close();
  }
  return place;
};
