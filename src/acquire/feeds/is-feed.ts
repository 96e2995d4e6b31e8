/** Bytes as letters, as far as needed to see what they are: two bytes a letter where they begin so. */
const lettersOf = (head: Uint8Array): string => {
  const [a, b] = head;
  const isWide = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  const text = Buffer.from(head).toString('latin1');
  return (isWide ? text.slice(2).replaceAll('\0', '') : text).replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
};

/** What may stand before the first element: declarations, comments, style sheets. */
const BEFORE = /^<(?:\?[\s\S]*?\?>|!--[\s\S]*?-->|!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>)\s*/i;

const RDF_FEED = /purl\.org\/rss\/1\.0|my\.netscape\.com\/rdf|purl\.org\/net\/rss/i;
const ATOM = /w3\.org\/2005\/atom|purl\.org\/atom/i;

/** Whether bytes begin as a feed does: RSS, Atom, RDF or JSON Feed. */
export const isFeed = (head: Uint8Array): boolean => {
  let text = lettersOf(head);
  if (text.startsWith('{')) return /"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org\b/.test(text);
  for (let before = BEFORE.exec(text); before !== null; before = BEFORE.exec(text)) text = text.slice(before[0].length);
  const root = /^<(?:[\w-]{1,30}:)?(rss|feed|rdf)[\s>]/i.exec(text)?.[1]?.toLowerCase();
  if (root === undefined) return false;
  return root === 'rss' || (root === 'rdf' ? RDF_FEED : ATOM).test(text);
};
