import iconv from 'iconv-lite';

/** Code pages of the character sets that fonts name (RTF 1.9.1, \fcharset). 2 is the set of signs: its letters are pictures. */
const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'cp932',
  129: 'cp949',
  134: 'cp936',
  136: 'cp950',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
  254: 'cp437',
  255: 'cp850',
};

/** The charset of signs: Symbol, Wingdings. */
export const SIGNS = 'signs';

export const codePageOfCharset = (charset: number): string | null =>
  charset === 2 ? SIGNS : (CHARSETS[charset] ?? null);

/** The code page of a number, as `\ansicpg` gives it; Windows' Western one for unknown ones. */
export const codePageOf = (page: number): string => {
  if (page === 65001) return 'utf-8';
  if (page === 10000) return 'macintosh';
  return iconv.encodingExists(`cp${page}`) ? `cp${page}` : 'windows-1252';
};

/** Bytes, given as Latin letters, in a code page. */
export const decodeBytes = (letters: string, page: string): string => {
  if (page === SIGNS) return '';
  for (let i = 0; i < letters.length; i++)
    if (letters.charCodeAt(i) > 0x7f) return iconv.decode(Buffer.from(letters, 'latin1'), page, { stripBOM: false });
  return letters;
};
