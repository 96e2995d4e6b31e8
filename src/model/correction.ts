/** What a decision to correct a claim says that it should be. */
export type Correction =
  /** Null: the claim tells no date. */
  | { readonly field: 'date'; readonly date: string | null }
  /** Empty: nobody fills the role. */
  | { readonly field: 'role'; readonly role: string; readonly fillers: readonly string[] };

/** After the sign: that there is none. */
const NONE = 'none';

const DATE = /^[\dX][\dX?~%/.-]{3,}$/;

/**
 * Reads the value of a decision to correct: `date=2031-05-14`, `participant=Anna Brodin; Karel Voss`, `place=none`.
 *
 * Names and words are separated by `;`. Null where it says neither what nor how; whether the claim can have such a role is not
 * looked at.
 */
export const parseCorrection = (value: string): Correction | null => {
  const found = /^\s*([A-Za-z][A-Za-z-]*)\s*=(.*)$/s.exec(value);
  const [field = '', is = ''] = [found?.[1], found?.[2]?.trim()];
  if (field === '' || is === '') return null;
  if (field === 'date') {
    if (is === NONE) return { field, date: null };
    return DATE.test(is) ? { field, date: is } : null;
  }
  const fillers = is === NONE ? [] : is.split(';').map((one) => one.replace(/\s+/g, ' ').trim());
  return fillers.includes('') ? null : { field: 'role', role: field, fillers };
};

/** The value that says it, each always in the same words: two who write it otherwise say the same. */
export const writeCorrection = (correction: Correction): string =>
  correction.field === 'date'
    ? `date=${correction.date ?? NONE}`
    : `${correction.role}=${correction.fillers.length === 0 ? NONE : correction.fillers.join('; ')}`;
