/** Marks that embed, override or isolate the direction of what follows them: with one of them "fdp.exe" reads "exe.pdf". */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** What is shown in the place of such a mark: one code unit for one, so that places in a text stay where they are. */
export const TURNING_MARK = '\u25af';

/** An answer of the API in which no text turns the letters around it, wherever on a page it comes to stand. */
export const withoutTurning = (json: string): string => json.replace(TURNING, TURNING_MARK);
