/** The commonest function words of English; a third to a half of all words of ordinary prose. */
const FUNCTION_WORDS = new Set(
  `the of and to in a is that for it on was with as by at be he this are from have has not but an they his which she or were
  we their been had will who would more said when one if about her its also after out no up there all so can what than
  other some into him could only new them over two may do any first because before these did you i`.split(/\s+/),
);
/** Function words of other languages in Latin script that English has not; each counts against. */
export const FOREIGN_WORDS = new Set(
  `de que en da der die das und ist nicht ein eine mit den von zu auf le la les des et est une dans pour que qui sur pas du au el los las
  y del por con para una en il lo gli che di della per non sono um uma os das dos não com em het een van niet ve bir bu için
  och att det som på i med na z w nie się że jest og er til`.split(/\s+/),
);
/** Of the English ones those that other languages write too: Norwegian "for", "at", "over", Hungarian "a", "is", Dutch "was", "we". */
const SHARED_WORDS = new Set(
  `in a is for on was as at he be have not an his or we had will her no up so all can some into only me may do any over i`.split(
    /\s+/,
  ),
);
/** Enough words to tell; a longer text is judged by its beginning, middle and end. */
const SAMPLE = 4000;

/**
 * Whether a text is in English, told by its function words.
 *
 * @returns null when there are too few words to tell (under 12), or the words point both ways.
 */
export const isEnglish = (text: string): boolean | null => {
  const words =
    sample(text)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < 12) return null;
  const letters = words.join('');
  const latin = (letters.match(/\p{Script=Latin}/gu) ?? []).length;
  if (latin < letters.length / 2) return false;
  const share = (set: ReadonlySet<string>): number => words.filter((word) => set.has(word)).length / words.length;
  const english = share(FUNCTION_WORDS);
  const foreign = share(FOREIGN_WORDS);
  if (foreign > english && foreign > 0.08) return false;
  const sure = words.filter((word) => FUNCTION_WORDS.has(word) && !SHARED_WORDS.has(word)).length / words.length;
  return sure > 0.07 && english > 0.1 ? true : null;
};

const sample = (text: string): string => {
  if (text.length <= SAMPLE * 3) return text;
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, SAMPLE)} ${text.slice(middle, middle + SAMPLE)} ${text.slice(-SAMPLE)}`;
};
