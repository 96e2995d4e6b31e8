/** Enough for the words of a large case; then it starts anew, so that a long-running process does not grow. */
const REMEMBERED = 50_000;

/** The same function with its results kept: names are compared over and over, word by word. Only for pure functions. */
export const remember = <T>(work: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const made = work(text);
    known.set(text, made);
    return made;
  };
};
