import { failure } from './fetch-failure.ts';

/** Longer addresses are no addresses of pages: servers take 8,000 octets at least (RFC 9110, 4.1). */
const LONGEST = 8000;

/** Whether a path that was named to be read is a web address. */
export const isWebAddress = (path: string): boolean => /^https?:\/\//i.test(path);

/**
 * A web address as it is written everywhere: host in small letters and punycode, without fragment and default port.
 *
 * @throws FetchFailure `fetch/bad-url`.
 */
export const readWebAddress = (text: string): URL => {
  if (text.length > LONGEST) throw failure.url(`one of ${text.length} characters`, 'Name a shorter one.');
  if (!URL.canParse(text))
    throw failure.url(`"${withoutLogin(text).slice(0, 200)}"`, 'Check the spelling: https://host/path.');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw failure.url(`one that starts with ${url.protocol}`, 'Only http: and https: are fetched.');
  if (url.username !== '' || url.password !== '')
    throw failure.url('one with a name and password in it', 'Leave them out: nothing is fetched in anybody’s name.');
  url.hash = '';
  return url;
};

/** An address as it may be told and kept: a name and password in it are left out. */
export const withoutLogin = (text: string): string => text.replace(/^([a-z][a-z0-9+.-]*:\/*)[^/?#]*@/i, '$1');

/** The same address however it was written; one that is none as it is. */
export const tidyWebAddress = (text: string): string => {
  try {
    return readWebAddress(text).href;
  } catch {
    return text;
  }
};

const hasWebPort = ({ port }: URL): boolean => port === '' || port === '80' || port === '443';

/**
 * Where an answer leads to: http or https only, and to no other port but those of the web and that of the host that was named.
 *
 * @param location As the server gave it, one character an octet.
 * @throws FetchFailure `fetch/bad-redirect`, `fetch/redirect-elsewhere`, `fetch/port`, `fetch/bad-url`.
 */
export const followLocation = (location: string | null, from: URL, named: URL, status: number): URL => {
  const text = location === null ? null : Buffer.from(location, 'latin1').toString();
  if (text === null || text.length > LONGEST || !URL.canParse(text, from.href))
    throw failure.redirectBroken(status, text);
  const target = new URL(text, from.href);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') throw failure.scheme(target.protocol);
  if (!hasWebPort(target) && target.host !== named.host) throw failure.port(target.port);
  return readWebAddress(target.href);
};
