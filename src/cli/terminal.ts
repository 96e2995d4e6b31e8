/** What a command needs of the terminal; handed in, so that tests can look at what was printed. */
export interface Terminal {
  /** Standard output: results. Waits while the reader of a pipe is slow. */
  out(text: string): Promise<void>;
  /** Standard error: one line, without line end. */
  err(line: string): void;
  /** Shows how far it is, in place, on a terminal only; null takes it away. */
  progress(line: string | null): void;
  /** Columns of standard output. */
  readonly width: number;
  readonly hasColour: boolean;
  readonly isInteractive: boolean;
}

/** Width of tables where there is no terminal to ask. */
const PIPE_WIDTH = 100;

/** The ends of a process as a {@link Terminal}. */
export const processTerminal = (
  stdout: NodeJS.WriteStream,
  stderr: NodeJS.WriteStream,
  env: NodeJS.ProcessEnv,
): Terminal => {
  // A reader such as `head` that has seen enough is no error: what it does not want is not written.
  let isClosed = false;
  let isProgressShown = false;
  // Failures are told to whoever writes; without a listener they would end the process as well.
  stdout.on('error', () => undefined);
  stderr.on('error', () => undefined);
  const clear = (): void => {
    if (isProgressShown) stderr.write('\r\u001b[K');
    isProgressShown = false;
  };
  return {
    out: async (text) => {
      clear();
      if (isClosed) return;
      const error = await new Promise<NodeJS.ErrnoException | null>((done) =>
        stdout.write(text, (failure) => done(failure ?? null)),
      );
      if (error === null) return;
      isClosed = true;
      if (error.code === 'EPIPE') return;
      const { BackchannelError } = await import('../model/index.ts');
      throw new BackchannelError('write/failed', `Expected room on standard output, found: ${error.message}.`, {
        next: 'Make room where it is written to, then run the same command again.',
        cause: error,
      });
    },
    err: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!stderr.isTTY) return;
      if (line === null) return clear();
      stderr.write(`\r${line.slice(0, Math.max(10, (stderr.columns ?? 80) - 1))}\u001b[K`);
      isProgressShown = true;
    },
    width: Math.max(40, stdout.columns ?? (Number(env.COLUMNS) || PIPE_WIDTH)),
    // no-color.org: any value that is not empty.
    hasColour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
    isInteractive: stdout.isTTY === true,
  };
};
