import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CaseView, deriveCase, openCase, readInto } from '../../backchannel.ts';
import { BackchannelError, type Hand } from '../../model/index.ts';
import type { Terminal } from '../terminal.ts';
import { writeBrief } from './brief.ts';
import { count, printRefusal, showProgress } from './read.ts';

const EXAMPLE = fileURLToPath(new URL('../../../examples/sarrow-strait', import.meta.url));

const makeFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new BackchannelError('write/failed', `Expected room for a folder ${folder}, but none can be made there.`, {
      place: folder,
      next: 'Name another: backchannel demo --out FOLDER',
      cause,
    });
  }
};

const summarise = async (view: CaseView): Promise<readonly string[]> => {
  const counts = await view.counts();
  const findings = { corroborated: 0, 'single-origin': 0, disputed: 0 };
  for await (const { status } of view.items('findings'))
    if (status in findings) findings[status as keyof typeof findings]++;
  return [
    `${count(counts.documents, 'document')} from ${count(counts.origins, 'origin')}`,
    `${counts.entities} people, bodies, places and things, and ${count(counts.claims, 'claim')} about them`,
    `${count(findings.corroborated, 'finding')} corroborated by independent origins`,
    `${count(findings['single-origin'], 'finding')} on one origin alone`,
    `${count(findings.disputed, 'finding')} disputed, and ${count(counts.contradictions, 'contradiction')} on record`,
  ];
};

/** What `demo` was asked for. */
export interface DemoFlags {
  readonly out: string;
  readonly beat?: string;
  readonly how: Hand;
}

/** `demo`: what `npm start` runs. Reads the example into a case and writes its brief; a second run finds all as it is. */
export const demoCommand = async (
  { out: folder, beat, how }: DemoFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  await makeFolder(folder);
  const file = join(folder, 'sarrow-strait.case');
  const example = relative('.', EXAMPLE);
  const store = await openCase(file, { create: true });
  try {
    await terminal.out(`Reading ${example}, a fictional story in 15 documents …\n`);
    const { refusals, isComplete } = await readInto(store, [example], {
      workers: availableParallelism(),
      ...(beat === undefined ? {} : { beat }),
      how,
      signal,
      onProgress: showProgress(terminal),
    });
    terminal.progress(null);
    for (const refusal of refusals) printRefusal(refusal, terminal);
    if (!isComplete) return 130;
    const { view } = await deriveCase(store);
    const briefs = ['html', 'md'].map((ending) => join(folder, `sarrow-strait.${ending}`));
    for (const brief of briefs) await writeBrief(view, store, brief);
    const lines = (await summarise(view)).map((line) => `  ${line}\n`).join('');
    const written = [file, ...briefs].map((path) => `  ${path}\n`).join('');
    const command = 'node bin/backchannel.js';
    await terminal.out(
      `\n${lines}\nWritten:\n${written}\nTry next:\n  ${command} desk ${file}\n  open ${briefs[0]} in a browser\n  ${command} show ${file} findings\n  ${command} verify ${file}\n  ${command} read YOUR-FOLDER --case my.case\n`,
    );
    return refusals.length > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
};
