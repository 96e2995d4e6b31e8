const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** A language's name; of what no list knows that it could not be told. */
export const sayLanguage = (tag: string): string => {
  try {
    return (tag === 'und' ? undefined : names.of(tag)) ?? 'a language that could not be told';
  } catch {
    return 'a language that could not be told';
  }
};

/** What a browser is told of the language of words, so that it breaks and speaks them; nothing where it cannot be told. */
export const langOf = (tag: string | null): { readonly lang?: string } =>
  tag === null || tag === 'und' ? {} : { lang: tag };

/** "Russian, not read"; where it is no known language, that this could not be told. */
export const sayNotRead = (tag: string | null): string => {
  const name = sayLanguage(tag ?? 'und');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, not read`;
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** What of a document was not read for its language, in a few words; null when all was read. */
export const sayUnread = ({
  share,
  languages,
}: {
  readonly share: number;
  readonly languages: readonly string[];
}): string | null => {
  if (share === 0) return null;
  const said = languages.length === 0 ? sayLanguage('und') : listed(languages.map(sayLanguage));
  return share >= 0.95 ? `in ${said}: not read` : `partly in ${said}, which was not read`;
};
