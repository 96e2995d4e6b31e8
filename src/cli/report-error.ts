import { plain } from './plain.ts';
import type { Terminal } from './terminal.ts';

/** Told by its shape, so that an error in usage need not load the model. */
interface Coded {
  readonly code: string;
  readonly message: string;
  readonly next: string | null;
}

const isCoded = (error: unknown): error is Coded =>
  error instanceof Error && error.name === 'BackchannelError' && 'code' in error && 'next' in error;

/** 2 for what the user wrote wrongly, 3 for all else. */
export const exitCodeOf = (error: unknown): number => (isCoded(error) && /^(?:cli|decide)\//.test(error.code) ? 2 : 3);

/** Says what was expected, what was found and what to do next; for a fault of ours also where it happened. */
export const printError = (error: unknown, terminal: Terminal): void => {
  if (isCoded(error)) {
    terminal.err(`backchannel: ${plain(error.message)} (${error.code})`);
    if (error.next !== null) terminal.err(`  ${plain(error.next)}`);
    return;
  }
  terminal.err(`backchannel: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  terminal.err(
    '  This is a fault in Backchannel. Please report it with these lines. What was committed to the case is kept.',
  );
};
