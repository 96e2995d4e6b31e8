import type { ApiError } from '../../src/serve/index.ts';
import { withoutTurning } from './harmless.ts';

/** An answer of the API that is an error, in its one shape. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly status: number;
  readonly code: string;
  readonly next: string | null;

  constructor(status: number, { code, message, next }: ApiError['error']) {
    super(message);
    this.status = status;
    this.code = code;
    this.next = next;
  }
}

/** What stands behind `?` in an address; empty and absent values are left out. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export const queryString = (query: Query): string => {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') parts.set(name, String(value));
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
};

const failureOf = async (response: Response): Promise<ApiFailure> => {
  const body = (await response.json().catch(() => null)) as ApiError | null;
  return new ApiFailure(
    response.status,
    body?.error ?? {
      code: 'desk/no-answer',
      message: `Expected an answer, found status ${response.status}.`,
      next: null,
    },
  );
};

const ask = async <Answer>(
  path: string,
  init: RequestInit,
  read = (json: string): Answer => JSON.parse(withoutTurning(json)) as Answer,
): Promise<Answer> => {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, init);
  } catch {
    throw new ApiFailure(0, {
      code: 'desk/gone',
      message: 'Expected the desk to answer, found nobody there.',
      next: 'It may have been ended. Start it again with `backchannel desk` and open the address it prints.',
    });
  }
  if (!response.ok) throw await failureOf(response);
  return read(await response.text());
};

/** Asks the API. Types are those that the API's own schemas give. @throws ApiFailure */
export const get = <Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> =>
  ask<Answer>(`${path}${queryString(query)}`, signal === undefined ? {} : { signal });

/** The answer as it was sent: whoever asks sees to it that nothing in it turns the letters around it. @throws ApiFailure */
export const getAsSent = (path: string, signal: AbortSignal): Promise<string> =>
  ask<string>(path, { signal }, (json) => json);

/** Sends JSON to the API. @throws ApiFailure */
export const post = <Answer>(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> =>
  ask<Answer>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });

/** Sends a form, files and all. @throws ApiFailure */
export const send = <Answer>(path: string, body: FormData): Promise<Answer> =>
  ask<Answer>(path, { method: 'POST', body });
