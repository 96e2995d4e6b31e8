import { BackchannelError } from './model/index.ts';

/** An error on its way between threads, where it would lose its class and fields. `code` is null when it is none of ours. */
export interface SentError {
  readonly code: string | null;
  readonly message: string;
  readonly place: string | null;
  readonly next: string | null;
}

export const sendError = (error: unknown): SentError =>
  error instanceof BackchannelError
    ? { code: error.code, message: error.message, place: error.place, next: error.next }
    : {
        code: null,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
        place: null,
        next: null,
      };

export const receiveError = ({ code, message, place, next }: SentError): Error =>
  code === null
    ? new Error(message)
    : new BackchannelError(code, message, { ...(place !== null && { place }), ...(next !== null && { next }) });
