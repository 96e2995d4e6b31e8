import { FetchFailure, failure } from './fetch-failure.ts';

const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'it refused the connection',
  ECONNRESET: 'it broke the connection off',
  EPIPE: 'it broke the connection off',
  EHOSTUNREACH: 'no way leads to it',
  ENETUNREACH: 'no way leads to it',
  ENETDOWN: 'the network is down',
  ETIMEDOUT: 'it did not answer',
  UND_ERR_SOCKET: 'it closed the connection without an answer',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 200) ?? '';

/** One error of several attempts, where a name has several addresses. */
const inner = (error: unknown): unknown =>
  error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;

/** What an error of the network means, in our words. */
export const failureFrom = (error: unknown, host: string, limits: { readonly headerBytes: number }): FetchFailure => {
  if (error instanceof FetchFailure) return error;
  const cause = inner(error);
  const code = codeOf(cause);
  if (code === 'HPE_HEADER_OVERFLOW' || code === 'UND_ERR_HEADERS_OVERFLOW')
    return failure.headers(limits.headerBytes, error);
  // Of some answers its parser says no code.
  if (code.startsWith('HPE_') || (cause instanceof Error && cause.name === 'HTTPParserError'))
    return failure.notHttp(host, wordsOf(cause), error);
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return failure.slow(host, 'no connection came about');
  if (/^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|EPROTO)/.test(code))
    return failure.certificate(host, `${wordsOf(cause)} (${code})`, error);
  return failure.unreachable(host, UNREACHABLE[code] ?? (wordsOf(cause) || 'the connection failed'), error);
};
