import type { Disagreement, FoundBy } from '../model/index.ts';
import { languageName } from '../text/index.ts';
import { sayDate } from './say-date.ts';
import { listed, oneLine, shorten } from './words.ts';

const FIELDS: Readonly<Partial<Record<Disagreement['field'], string>>> = {
  title: 'Titles',
  outlet: 'Outlets',
  byline: 'Authors',
  published: 'Dates of publication',
  modified: 'Dates of change',
  url: 'Addresses',
  language: 'Languages',
};

/** How a fact was found, as a reader who never saw a page's source knows it. */
const WAYS: Readonly<Record<FoundBy, string>> = {
  'json-ld': 'JSON-LD',
  'open-graph': 'Open Graph',
  meta: 'meta tags',
  'front-matter': 'front matter',
  'mail-header': 'mail header',
  feed: 'feed',
  response: 'where it was received from',
  markup: 'the page as shown',
  dateline: 'a dateline',
  byline: 'a byline',
  'file-properties': 'properties of the file',
  heading: 'a heading',
  text: 'the text',
  address: 'its address',
};

const WORDS = 80;

/**
 * What a document says of itself in more than one way: "Dates of publication disagree: 2 May 2031 (JSON-LD and Open Graph), 3 May 2031
 * (the page as shown). The first is taken."
 */
export const sayDisagreement = ({ field, values }: Disagreement): string => {
  const said = values.map(({ value, by }) => {
    const isDate = field === 'published' || field === 'modified';
    const words = isDate ? sayDate(value) : field === 'language' ? languageName(value) : shorten(oneLine(value), WORDS);
    return `${words} (${listed(by.map((way) => WAYS[way]))})`;
  });
  return `${FIELDS[field] ?? field} disagree: ${said.join(', ')}. The first is taken.`;
};
