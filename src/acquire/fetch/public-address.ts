import ipaddr from 'ipaddr.js';

/** All that is given out to be reached from everywhere lies in here (IANA, IPv6 address space). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');
/** The one prefix under which networks without IPv4 reach it, RFC 6052; the prefix of RFC 8215 is for local use. */
const WELL_KNOWN_NAT64 = ipaddr.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address is one that anybody on the internet may reach: none of this machine, of its network, of its provider, and
 * none that wraps another address, but for NAT64, which is judged by the address inside. Anything that is no address is not.
 */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.kind() === 'ipv4') return address.range() === 'unicast';
  if (address.match(WELL_KNOWN_NAT64)) {
    const inside = new ipaddr.IPv4([...address.toByteArray().slice(12)]);
    return inside.range() === 'unicast';
  }
  return address.match(GLOBAL_UNICAST) && address.range() === 'unicast';
};

/** The address that a host of a URL is, without brackets; null for a name. */
export const literalAddress = (hostname: string): string | null => {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return ipaddr.isValid(bare) ? bare : null;
};
