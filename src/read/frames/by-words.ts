/** Told by the order of words alone. */
export const BY_WORDS = 0.9;
