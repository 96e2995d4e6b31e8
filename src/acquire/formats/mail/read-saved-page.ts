import type { Found } from '../../../model/index.ts';
import { decodeDeclared } from '../../decode-declared.ts';
import { readPage } from '../../html.ts';
import type { Received } from '../../received.ts';
import { refuse } from '../../refusals.ts';
import type { FormatWork, Piece } from '../format.ts';
import { partBytes } from './mail-bodies.ts';
import { plainValue } from './mail-headers.ts';
import { type MailPart, splitMail } from './mail-parts.ts';

const isPage = ({ type }: MailPart): boolean => /^(?:text\/html|application\/xhtml\+xml)$/.test(type.value);

/** All parts that hold no parts, in their order; without recursion, since files may nest them deep. */
const leavesOf = (root: MailPart): readonly MailPart[] => {
  const leaves: MailPart[] = [];
  const pending = [root];
  for (let part = pending.pop(); part; part = pending.pop()) {
    if (part.children.length === 0) leaves.push(part);
    else pending.push(...[...part.children].reverse());
  }
  return leaves;
};

/** The page itself among its frames: the part that the file names as its start, else the first page. */
const pageIn = (root: MailPart): MailPart | null => {
  const leaves = leavesOf(root);
  const start = root.type.params.get('start');
  const named = start === undefined ? undefined : leaves.find(({ headers }) => headers.first('content-id') === start);
  return (named && isPage(named) ? named : leaves.find(isPage)) ?? null;
};

const ADDRESS = /^https?:\/\/[^\s<>"]+$/i;

/**
 * Reads a page that a browser has saved with all its parts (RFC 2557), as Chrome and Internet Explorer write it. Its address is a
 * fact; when it was saved is no date of the page, and is noticed only.
 */
export async function* readSavedPage(received: Received, _work: FormatWork): AsyncGenerator<Piece> {
  const { path, source } = received;
  const bytes = Buffer.from(await source.read(0, source.size));
  const { root } = splitMail(bytes, /^\s*/.exec(bytes.toString('latin1', 0, 200))?.[0].length ?? 0);
  const part = pageIn(root);
  if (part === null) {
    yield { kind: 'refused', refusal: refuse.noArticle(path) };
    return;
  }
  const { text, encoding } = decodeDeclared(partBytes(bytes, part), part.type.params.get('charset') ?? null);
  const addresses = [root.headers.first('snapshot-content-location'), part.headers.first('content-location')];
  const known = [...new Set(addresses.map((address) => plainValue(address ?? '')))].filter((one) => ADDRESS.test(one));
  const page = await readPage(text, known[0] ?? null);
  if (page === null) {
    yield { kind: 'refused', refusal: refuse.noArticle(path) };
    return;
  }
  const found: readonly Found[] = known.map((value) => ({ field: 'url', value, by: 'response', span: null }));
  const [by, date] = [plainValue(root.headers.first('from') ?? ''), plainValue(root.headers.first('date') ?? '')];
  const program = /^["<]*saved by ([^">]{1,80})/i.exec(by)?.[1];
  const saved = [program && `by ${program.trim()}`, date && `on ${date}`].filter((words) => words);
  yield {
    kind: 'text',
    parts: {
      mediaType: 'multipart/related',
      encoding,
      by: 'readability 0.6.0',
      ...page,
      found: [...page.found, ...found],
      anchors:
        page.text === '' ? [] : [{ start: 0, end: page.text.length, place: { kind: 'part', part: part.number } }],
      noticed: saved.length === 0 ? [] : [`the page had been saved ${saved.join(' ')}`],
    },
  };
}
