const PRONOUNS = new Set(
  (
    'i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which ' +
    'that this these those himself herself itself themselves ourselves one ones each other another both all some none ' +
    'someone somebody anyone anybody everyone everybody nobody there here'
  ).split(' '),
);

/** Whether words are a pronoun and nothing else: they name and describe nobody. */
export const isPronoun = (words: string): boolean =>
  words.trim() !== 'US' &&
  PRONOUNS.has(
    words
      .trim()
      .toLowerCase()
      .replace(/[’']s$/, ''),
  );
