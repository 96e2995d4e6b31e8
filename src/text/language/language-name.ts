let names: Intl.DisplayNames | null = null;

/** A language's name in English: `ru` is "Russian". `und` and what no list knows: "a language that could not be told". */
export const languageName = (tag: string): string => {
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const primary = tag.split('-')[0]?.toLowerCase() ?? '';
  if (!/^[a-z]{2,3}$/.test(primary) || primary === 'und') return 'a language that could not be told';
  return names.of(primary) ?? 'a language that could not be told';
};
