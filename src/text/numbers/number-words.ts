/** Number words from one to nineteen; the word at index i is i + 1. */
export const WORDS_TO_NINETEEN: readonly string[] =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );

/** Number words of the tens from twenty; the word at index i is (i + 2) * 10. */
export const WORDS_OF_TENS: readonly string[] = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
