/** Second labels under which country domains register names, as IANA's and registries' lists have them. */
const SECOND_LABELS = /^(?:co|com|org|net|gov|gob|gouv|ac|edu|or|ne|go|mil|press|info)$/;

/**
 * The page behind an address that keeps or renders somebody else's: AMP caches and viewers, translated pages, web archives. How they
 * write addresses is in the documentation of the AMP Project, Google Translate and the Wayback Machine.
 */
const innerAddress = (address: URL): URL => {
  const { hostname, pathname } = address;
  const take = (inner: string | undefined): URL =>
    inner !== undefined && URL.canParse(inner) ? new URL(inner) : address;
  // Points of the host are written as hyphens there, and hyphens as two.
  const written = /^(?<host>[a-z0-9-]+)\.(?:cdn\.ampproject\.org|translate\.goog)$/.exec(hostname)?.groups?.host;
  if (written !== undefined)
    return take(
      `https://${written
        .split('--')
        .map((part) => part.replaceAll('-', '.'))
        .join('-')}/`,
    );
  if (/(?:^|\.)google\.[a-z.]+$/.test(hostname)) {
    const viewed = /^\/amp\/(?:s\/)?(?<rest>[^/]+\.[^/]+.*)$/.exec(pathname)?.groups?.rest;
    return take(viewed === undefined ? undefined : `https://${viewed}`);
  }
  if (hostname === 'web.archive.org')
    return take(/^\/web\/[^/]+\/(?<rest>https?:\/\/?.+)$/.exec(pathname)?.groups?.rest);
  return address;
};

/**
 * The site that an address is of, as the name that its owner registered: `m.kelmar-times.co.example/a` and its copy in an AMP cache
 * are of `kelmar-times.co.example`. Null where it is no web address.
 */
export const siteOf = (address: string): string | null => {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const { hostname } = innerAddress(new URL(address));
  if (/^[\d.]+$|:/.test(hostname)) return hostname;
  const labels = hostname.toLowerCase().replace(/\.$/, '').split('.');
  const [top = '', second = ''] = [labels.at(-1), labels.at(-2)];
  const isSecond = labels.length > 2 && SECOND_LABELS.test(second) && top.length === 2;
  return labels.slice(isSecond ? -3 : -2).join('.');
};
