const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What a group holds, by the control word that it begins with. */
export type Destination =
  | 'text'
  | 'skipped'
  | 'fonts'
  | 'styles'
  | 'authors'
  | 'fact'
  | 'field-code'
  | 'list-sign'
  | 'note'
  | 'comment'
  | 'comment-author'
  | 'running-head';

/** Groups that a reader who does not know them leaves out begin with a star; of these the words are read all the same. */
export const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  revtbl: 'authors',
  fldinst: 'field-code',
  listtext: 'list-sign',
  pntext: 'list-sign',
  footnote: 'note',
  annotation: 'comment',
  atnauthor: 'comment-author',
  title: 'fact',
  author: 'fact',
  operator: 'fact',
  creatim: 'fact',
  revtim: 'fact',
  header: 'running-head',
  headerl: 'running-head',
  headerr: 'running-head',
  headerf: 'running-head',
  footer: 'running-head',
  footerl: 'running-head',
  footerr: 'running-head',
  footerf: 'running-head',
  shpinst: 'text',
  shptxt: 'text',
  ud: 'text',
  fldrslt: 'text',
  result: 'text',
};

/** Groups without a star that hold no words of the text. */
export const SKIPPED = set(
  'colortbl pict object shprslt upr filetbl themedata datastore nonshppict sp tc tcn xe rxe txe fldtype do dptxbxtext ' +
    'bkmkstart bkmkend pgdsctbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn keywords subject doccomm company category manager comment ' +
    'hlinkbase vern nofpages buptim printim atnid atnref atndate atntime atnicn formfield objdata objclass objname',
);

/** Control words and symbols that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  '~': ' ',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

export const PARAGRAPH_ENDS = set('par sect page column');
