/** Pages nested deeper or holding more tags than this are flattened: no page of a newsroom comes near either. */
const MAX_DEPTH = 256;
const MAX_TAGS = 150_000;
/** linkedom looks each attribute of an element up in turn: lists longer than this are none of a newsroom's. */
const MAX_ATTRIBUTES = 1000;

/** Elements without content, and those whose end tag may be left out, where a count of open ones means nothing. */
const NOT_NESTING: ReadonlySet<string> = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd option optgroup tr td th thead tbody tfoot rt rp'
  ).split(' '),
);

/** Where a start tag ends: the `>` that stands in no quoted value; the end of the page when there is none. */
const endOfTag = (html: string, from: number): number => {
  const marks = /=\s*(["'])|>/g;
  marks.lastIndex = from;
  for (let match = marks.exec(html); match; match = marks.exec(html)) {
    const quote = match[1];
    if (quote === undefined) return match.index;
    const close = html.indexOf(quote, marks.lastIndex);
    if (close === -1) break;
    marks.lastIndex = close + 1;
  }
  return html.length;
};

const hasTooManyAttributes = (tag: string): boolean =>
  tag.length > MAX_ATTRIBUTES * 2 &&
  tag.replace(/=\s*(?:"[^"]*"|'[^']*')/g, ' ').split(/[\s/]+/).length > MAX_ATTRIBUTES;

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/**
 * Whether a page may be given to the DOM: one pass over its characters, before anything is built. Depth beyond a few
 * thousand overflows Readability's stack, and building or scoring such a page takes time with the square of its depth.
 */
export const isBuildable = (html: string): boolean => {
  let depth = 0;
  let tags = 0;
  // Only in drawings and formulas does "/>" end an element; elsewhere `<div/>` opens one.
  let isForeign = false;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (++tags > MAX_TAGS) return false;
    const isEnd = html[at + 1] === '/';
    let end = isEnd ? at + 2 : at + 1;
    const from = end;
    if (!isLetter(html.charCodeAt(end))) continue;
    while (end - from < 40 && /[\w:-]/.test(html[end] ?? '')) end++;
    const name = html.slice(from, end).toLowerCase();
    const close = isEnd ? end : endOfTag(html, end);
    if (!isEnd && hasTooManyAttributes(html.slice(end, close))) return false;
    if (!isEnd) at = Math.max(at, close - 1);
    if (NOT_NESTING.has(name)) continue;
    if (isEnd) {
      depth = Math.max(0, depth - 1);
      if (name === 'svg' || name === 'math') isForeign = false;
    } else {
      if (isForeign && html[close - 1] === '/') continue;
      if (name === 'svg' || name === 'math') isForeign = true;
      if (name === 'foreignobject' || name === 'desc') isForeign = false;
      if (++depth > MAX_DEPTH) return false;
      if (name === 'script' || name === 'style') {
        // Their content is no markup, however many "<" it has.
        const ending = name === 'script' ? /<\/script/gi : /<\/style/gi;
        ending.lastIndex = end;
        const stop = ending.exec(html);
        if (!stop) return true;
        at = stop.index - 1;
      }
    }
  }
  return true;
};
