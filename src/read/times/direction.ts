/** Does a sentence speak of what was, or of what is to come? A cue by words, nearest to the time first. */
/** `later`: to come when seen from the past ("said he would", "agreed to meet"): it may be over by now. */
export type Direction = 'past' | 'future' | 'later' | null;

const FUTURE =
  /^(?:will|won't|won’t|shall|'ll|’ll|would|may|might|plans?|planned|planning|scheduled|slated|due|expected|expects?|upcoming|forthcoming|set|intends?|intended|hopes?|hoping|aims?|vow(?:s|ed)|pledge[sd]?|promise[sd]?|agreed|tomorrow|proposed|poised|awaits?|looms?|going|prepar(?:es?|ing)|invite[sd]?|deadline)$/u;
const LATER = /^(?:would|planned|intended|vowed|pledged|promised|agreed|proposed|invited|expected|scheduled|slated)$/u;
const PAST =
  /^(?:was|were|had|did|didn't|didn’t|wasn't|wasn’t|weren't|weren’t|said|told|met|held|came|went|took|made|gave|spoke|flew|left|saw|got|began|broke|brought|bought|built|chose|drew|drove|fell|felt|fought|found|grew|heard|hit|kept|knew|led|lost|meant|paid|put|ran|rose|sat|sent|set off|shook|shot|sold|spent|stood|struck|swore|taught|thought|threw|understood|withdrew|won|wore|wrote|became|been|ago|last|previous|earlier|late|former|has|have|cut|hosted|signed)$/u;
const NEEDS_TO =
  /^(?:set|agreed|going|invited|invites?|preparing|prepares?|prepare|proposed|promised?|promises|vowed|vows|pledged?|pledges)$/u;
const WORD = /['’]?\p{L}[\p{L}'’-]{0,30}/gu;

const readCue = (words: readonly string[], at: number): Direction => {
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  // "the planned meeting in August" says nothing of the sentence's own time.
  if (
    /^(?:planned|proposed|expected|scheduled|intended|promised|agreed|set)$/u.test(word) &&
    /^(?:the|a|an|its|his|her|their|this|that|long|previously|any)$/u.test(words[at - 1] ?? '')
  )
    return null;
  const now = /^(?:is|are|it's|he's|she's|now)$/u.test(words[at - 1] ?? '');
  if (LATER.test(word) && !now && (!NEEDS_TO.test(word) || next === 'to')) return 'later';
  if (FUTURE.test(word)) {
    if (NEEDS_TO.test(word) && next !== 'to' && word !== 'proposed' && word !== 'preparing')
      return PAST.test(word) || word.endsWith('ed') ? 'past' : null;
    if (word === 'due' && next === 'to')
      return /^(?:meet|hold|travel|arrive|visit|take|begin|start|sign|speak|fly|go|leave|expire|end|be|join|attend|host|vote|decide|discuss|resume|open|address|present|announce|publish|report)$/u.test(
        words[at + 2] ?? '',
      )
        ? 'future'
        : null;
    return 'future';
  }
  if (word.endsWith("'ll") || word.endsWith('’ll')) return 'future';
  // "will be held", "plans to put": the form looks past, the word before says otherwise.
  if (/^(?:be|to|will|would|shall|may|might|should|can)$/u.test(words[at - 1] ?? '')) return null;
  if (PAST.test(word)) return 'past';
  if (/^(?:is|are)$/u.test(word)) {
    if (/ing$/u.test(next)) return 'future';
    if (next === 'to' || next === 'about' || next === 'due') return 'future';
    return null;
  }
  if (
    word === 'to' &&
    at > 0 &&
    /^(?:wants?|ready|about|hope|wish|able|refuse|urged|asked|seeks?|likely)$/u.test(words[at - 1] ?? '')
  )
    return 'future';
  // A regular past form; the few adjectives and nouns in -ed do no harm, for they lean the same way.
  if (word.length > 4 && /[^e]ed$/u.test(word)) return 'past';
  return null;
};

/**
 * Direction of the sentence `text` at `[start, end)` in it: the nearest cue before, else the nearest after.
 *
 * "said on Friday that talks will resume" is past at "Friday"; "said talks will resume on Friday" is future. Null when no cue
 * speaks: a headline in the present tense.
 */
export const directionAt = (text: string, start: number, end: number): Direction => {
  const before: readonly string[] =
    text
      .slice(Math.max(0, start - 240), start)
      .toLowerCase()
      .match(WORD) ?? [];
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const cue = readCue(before, at);
    if (cue) return cue;
  }
  const after: readonly string[] =
    text
      .slice(end, end + 240)
      .toLowerCase()
      .match(WORD) ?? [];
  for (let at = 0; at < after.length; at += 1) {
    const cue = readCue(after, at);
    if (cue) return cue;
  }
  // A headline without any verb form: "Ostra and Velm to meet on Friday".
  const to = before.lastIndexOf('to');
  return to > 0 &&
    /^(?:meet|hold|visit|travel|sign|talk|host|resume|begin|start|announce|discuss|fly|vote|decide|open|launch|send|attend|join|present|address|speak|return|take)$/u.test(
      before[to + 1] ?? '',
    )
    ? 'future'
    : null;
};
