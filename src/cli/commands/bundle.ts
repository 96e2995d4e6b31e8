import { writeBundle } from '../../backchannel.ts';
import { plain } from '../plain.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';
import { count } from './read.ts';

/** What `bundle` was asked for. */
export interface BundleFlags {
  readonly out: string;
  /** Whether the files as they came in are put in. */
  readonly originals: boolean;
}

/** `bundle FILE --out FILE.zip`: all that others need to check a case by themselves. */
export const bundleCommand = (file: string, { out, originals }: BundleFlags, terminal: Terminal): Promise<number> =>
  withCase(file, terminal, async (view, store) => {
    const bundled = await writeBundle(store, view, out, { originals });
    const missing = originals ? bundled.documents - bundled.originals : 0;
    if (missing > 0)
      terminal.err(
        `note: of ${count(missing, 'document')} no original is kept, so only ${missing === 1 ? 'its text is' : 'their texts are'} in the bundle.`,
      );
    const held = [
      count(bundled.documents, 'document'),
      originals ? count(bundled.originals, 'original') : 'no originals',
    ];
    const head = bundled.head === null ? '' : `The last entry of the custody log is ${bundled.head}\n`;
    await terminal.out(
      `${plain(out)}: ${held.join(', ')}.\n${head}Check it with: backchannel verify ${plain(out)}\nOr without us: unzip it and run node data/verify.mjs in its folder.\n`,
    );
    return 0;
  });
