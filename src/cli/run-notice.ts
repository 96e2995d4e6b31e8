import { spawn } from 'node:child_process';
import type { Notice } from '../model/index.ts';

/** A command that is run for each notice. */
export interface NoticeCommand {
  /** The program and its words; for a shell the one line that it is given. */
  readonly words: readonly string[];
  readonly isShell: boolean;
}

/** A command that takes longer is ended. */
export const COMMAND_LIMIT_MS = 60_000;

/**
 * Runs a command for a notice, which it is handed as JSON on standard input and in its environment. What it prints goes to standard error.
 *
 * @returns Null when it ended well, else why not. Never rejects.
 */
export const runNotice = (
  { words, isShell }: NoticeCommand,
  notice: Notice,
  limitMs: number = COMMAND_LIMIT_MS,
): Promise<string | null> =>
  new Promise((done) => {
    const [program = '', ...rest] = words;
    const child = spawn(program, rest, {
      shell: isShell,
      stdio: ['pipe', 2, 2],
      timeout: limitMs,
      killSignal: 'SIGKILL',
      env: {
        ...process.env,
        BACKCHANNEL_NOTICE_ID: notice.id,
        BACKCHANNEL_NOTICE_KIND: notice.kind,
        // What no environment takes.
        BACKCHANNEL_NOTICE_TEXT: notice.text.replaceAll('\0', ''),
        BACKCHANNEL_NOTICE_AT: notice.at,
        BACKCHANNEL_NOTICE_ITEM: notice.item ?? '',
        BACKCHANNEL_NOTICE_PLACE: (notice.place ?? '').replaceAll('\0', ''),
      },
    });
    child.once('error', (error) => done(error.message));
    child.once('close', (code, signal) => {
      if (code === 0) done(null);
      else if (signal === 'SIGKILL') done(`it was ended after ${Math.round(limitMs / 1000)} seconds`);
      else done(code === null ? `it was ended by ${signal}` : `it ended with exit code ${code}`);
    });
    // One that does not read its input may have closed it.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(`${JSON.stringify(notice)}\n`);
  });
