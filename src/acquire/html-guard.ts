/** Pages nested deeper or holding more tags than this are flattened: no page of a newsroom comes near either. */
const MAX_DEPTH = 256;
const MAX_TAGS = 300_000;
/** A start tag with more than this many `=` holds no sensible list of attributes; linkedom looks each one up in turn. */
const MAX_EQUALS = 2000;

/** Elements without content, and those whose end tag may be left out, where a count of open ones means nothing. */
const NOT_NESTING: ReadonlySet<string> = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd option optgroup tr td th thead tbody tfoot rt rp'
  ).split(' '),
);

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/**
 * Whether a page may be given to the DOM: one pass over its characters, before anything is built. Depth beyond a few
 * thousand overflows Readability's stack, and building or scoring such a page takes time with the square of its depth.
 */
export const isBuildable = (html: string): boolean => {
  let depth = 0;
  let tags = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (++tags > MAX_TAGS) return false;
    const isEnd = html[at + 1] === '/';
    let end = isEnd ? at + 2 : at + 1;
    const from = end;
    if (!isLetter(html.charCodeAt(end))) continue;
    while (end - from < 40 && /[\w:-]/.test(html[end] ?? '')) end++;
    const name = html.slice(from, end).toLowerCase();
    if (NOT_NESTING.has(name)) continue;
    if (isEnd) depth = Math.max(0, depth - 1);
    else {
      const close = html.indexOf('>', end);
      if (close - end > MAX_EQUALS && html.slice(end, close).split('=').length > MAX_EQUALS) return false;
      if (html[close - 1] === '/') continue;
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
