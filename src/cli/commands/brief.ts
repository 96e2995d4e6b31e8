import { basename } from 'node:path';
import { type CaseStore, type CaseView, ledgersOf, wholeCase } from '../../backchannel.ts';
import { BackchannelError, type Document } from '../../model/index.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';
import { writeWhole } from '../write-file.ts';

/** Writes the brief of an open case; the ending of `out` says in which form. */
export const writeBrief = async (view: CaseView, store: CaseStore, out: string): Promise<void> => {
  const { briefHtml, briefMarkdown } = await import('../../publish/index.ts');
  const documents: Document[] = [];
  for await (const { document } of store.inputs()) documents.push(document);
  const brief = /\.html?$/i.test(out) ? briefHtml : briefMarkdown;
  await writeWhole(
    out,
    brief(await wholeCase(view), documents, {
      file: basename(store.place),
      ledgers: await ledgersOf(store),
    }),
  );
};

/** `brief FILE --out FILE.html` or `.md`. */
export const briefCommand = async (file: string, out: string, terminal: Terminal): Promise<number> => {
  if (!/\.(?:html?|md|markdown)$/i.test(out)) {
    throw new BackchannelError('cli/usage', `Expected a file that ends in .html or .md after --out, found ${out}.`, {
      next: `Try: backchannel brief ${file} --out brief.html`,
    });
  }
  return withCase(file, terminal, async (view, store) => {
    await writeBrief(view, store, out);
    if (terminal.isInteractive) await terminal.out(`Written: ${out}\n`);
    return 0;
  });
};
