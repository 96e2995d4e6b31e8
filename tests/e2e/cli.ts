import { run } from '../../src/cli/main.ts';

/** What a command said, and how it ended. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, with a plain terminal of that many columns. */
export const cliOf =
  (width: number) =>
  async (...argv: readonly string[]): Promise<Said> => {
    let [out, err] = ['', ''];
    const terminal = {
      out: async (text: string) => {
        out += text;
      },
      err: (line: string) => {
        err += `${line}\n`;
      },
      progress: () => undefined,
      width,
      hasColour: false,
      isInteractive: false,
    };
    return { code: await run({ argv, terminal, signal: new AbortController().signal }), out, err };
  };
