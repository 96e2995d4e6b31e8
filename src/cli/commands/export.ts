import { exportCase, exportPages, openCase } from '../../backchannel.ts';
import { BackchannelError } from '../../model/index.ts';
import { plain } from '../plain.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';
import { writeWhole } from '../write-file.ts';
import { count } from './read.ts';

/** `export FILE --format json`: to standard output, or to a file as a whole. */
export const exportCommand = (file: string, out: string | null, terminal: Terminal): Promise<number> =>
  withCase(file, terminal, async (view) => {
    const text = exportCase(view);
    if (out !== null) await writeWhole(out, text);
    else for await (const piece of text) await terminal.out(piece);
    return 0;
  });

/** `export FILE --format wacz --out PAGES.wacz`: the pages as captured. */
export const exportPagesCommand = async (file: string, out: string | null, terminal: Terminal): Promise<number> => {
  if (out === null)
    throw new BackchannelError('cli/usage', 'Expected --out FILE to write the pages to, found none.', {
      next: `Try: backchannel export ${file} --format wacz --out pages.wacz`,
    });
  const store = await openCase(file);
  try {
    const { captures, pages, left } = await exportPages(store, out);
    const rest = left === 0 ? '' : ` ${count(left, 'capture')} left out: the bodies were not kept.`;
    terminal.err(`${plain(out)}: ${count(pages, 'page')} in ${count(captures, 'capture')}.${rest}`);
    return left === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
};
