/**
 * The one error class: a stable searchable `code`, a sentence that says what was expected and what was found,
 * the `place` it concerns, and what to do `next`.
 */
export class BackchannelError extends Error {
  override readonly name = 'BackchannelError';
  readonly code: string;
  readonly place: string | null;
  readonly next: string | null;

  constructor(
    code: string,
    message: string,
    details: { readonly place?: string; readonly next?: string; readonly cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.place = details.place ?? null;
    this.next = details.next ?? null;
  }
}
