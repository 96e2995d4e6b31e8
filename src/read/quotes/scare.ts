/** Verbs with which speech is given: words quoted right beside one are speech, however few. */
const SAYS =
  /^(?:sa(?:y|ys|id|ying)|told|tells?|ask(?:s|ed)?|repl(?:y|ies|ied)|answer(?:s|ed)?|add(?:s|ed)?|shout(?:s|ed)?|whisper(?:s|ed)?|insist(?:s|ed)?|wr(?:ite|ites|ote)|tweet(?:s|ed)|post(?:s|ed)|respond(?:s|ed)?|declar(?:es|ed)|yell(?:s|ed)|quipp?(?:s|ed)|joked?|warn(?:s|ed)?|concede(?:s|d)|conclude(?:s|d)|snap(?:s|ped)|note(?:s|d)|state(?:s|d)|explain(?:s|ed)?|read(?:s)?|continue(?:s|d))$/iu;
const FINITE =
  /(?:^|[\s'’])(?:is|are|was|were|am|be|will|would|has|have|had|do|does|did|can|could|shall|should|must|may|might|won't|won’t|can't|can’t|don't|don’t|isn't|isn’t|didn't|didn’t|m|re|ll|ve)(?:$|[\s'’.,!?])/iu;
const SPEAKS = /^(?:i|we|you|he|she|they|it|let's|let’s|let us|yes|no|never|please)(?:$|[\s,.!?'’])/iu;

const lastWord = (text: string): string => /([\p{L}'’]{1,20})[\s,:—–-]{0,4}$/u.exec(text)?.[1] ?? '';
const nextWords = (text: string): string[] => text.match(/[\p{L}'’.]{1,24}/gu)?.slice(0, 3) ?? [];

/**
 * True for a few quoted words that tag a word or name something ("peace plan"), and are not speech.
 *
 * Fewer than four words, no finite verb, no pronoun that speaks, no exclamation or question; and no verb of saying
 * right beside them, nor a sentence of their own.
 *
 * @param from Start of the paragraph. @param to Its end.
 */
export const isScare = (
  text: string,
  start: number,
  end: number,
  inner: readonly [number, number],
  from: number,
  to: number,
): boolean => {
  if (inner[1] - inner[0] > 80) return false;
  const words = text.slice(inner[0], inner[1]).trim();
  if (words === '' || words.split(/\s+/u).length > 3) return false;
  if (/[!?]/u.test(words) || FINITE.test(words) || SPEAKS.test(words)) return false;
  const before = text.slice(Math.max(from, start - 40), start);
  const after = text.slice(end, Math.min(to, end + 60));
  if (SAYS.test(lastWord(before))) return false;
  const opensSentence = start === from || /[.!?…]["'”’»)]?\s+$/u.test(before);
  if (!opensSentence) return !/:\s*$/u.test(before);
  // At the head of a sentence: `"Nonsense," the minister said` speaks, `"Peace plans" abound` does not.
  if (/[,.…—-]$/u.test(words) || /^\s*[,—–-]/u.test(after)) return false;
  const [first = '', second = '', third = ''] = nextWords(after);
  return after.trim() !== '' && !SAYS.test(first) && !SAYS.test(second) && !SAYS.test(third);
};
