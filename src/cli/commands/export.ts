import { exportCase } from '../../backchannel.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';
import { writeWhole } from '../write-file.ts';

/** `export FILE --format json`: to standard output, or to a file as a whole. */
export const exportCommand = (file: string, out: string | null, terminal: Terminal): Promise<number> =>
  withCase(file, terminal, async (view) => {
    const text = exportCase(view);
    if (out !== null) await writeWhole(out, text);
    else for await (const piece of text) await terminal.out(piece);
    return 0;
  });
