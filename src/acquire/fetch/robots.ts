/** Rules for those who fetch by machine, as one robots.txt has them for one agent. */
export interface RobotsRules {
  readonly rules: readonly { readonly isAllowed: boolean; readonly pattern: string }[];
  /** Seconds between visits that the host asks for; null when it asks for none. No part of RFC 9309, but widely written. */
  readonly crawlDelaySeconds: number | null;
}

/** Of a longer file only this much is looked at: RFC 9309, 2.5 asks for at least 500 KiB. */
export const ROBOTS_BYTES = 500 * 1024;

interface Group {
  readonly agents: string[];
  readonly rules: { readonly isAllowed: boolean; readonly pattern: string }[];
  delay: number | null;
}

/**
 * Octets that stand for themselves are written out, all others as %XX in capitals, so that a rule and an address can be compared
 * (RFC 9309, 2.2.2).
 */
const normalise = (path: string): string => {
  const encoded = path.replace(/[^\u0021-\u007e]+/g, (letters) =>
    [...Buffer.from(letters)].map((octet) => `%${octet.toString(16).padStart(2, '0')}`).join(''),
  );
  return encoded.replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
    const letter = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(letter) ? letter : whole.toUpperCase();
  });
};

const groupsIn = (text: string): readonly Group[] => {
  const groups: Group[] = [];
  let group: Group | null = null;
  let isNaming = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const content = line.includes('#') ? line.slice(0, line.indexOf('#')) : line;
    const colon = content.indexOf(':');
    if (colon < 0) continue;
    const key = content.slice(0, colon).trim().toLowerCase();
    const value = content.slice(colon + 1).trim();
    if (key === 'user-agent') {
      if (!isNaming || group === null) {
        group = { agents: [], rules: [], delay: null };
        groups.push(group);
      }
      isNaming = true;
      group.agents.push(value.toLowerCase());
    } else if (key === 'allow' || key === 'disallow') {
      isNaming = false;
      // A rule without a path says nothing; one before any agent is nobody's.
      if (value !== '') group?.rules.push({ isAllowed: key === 'allow', pattern: normalise(value) });
    } else if (key === 'crawl-delay' && group !== null) {
      // Does not end the list of agents: only rules do.
      const seconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : null;
      if (seconds !== null) group.delay = Math.max(seconds, group.delay ?? 0);
    }
  }
  return groups;
};

/** The letters of a name of an agent: what comes before its version or a star. */
const tokenOf = (agent: string): string => /^[a-z_-]*/.exec(agent)?.[0] ?? '';

/**
 * What a robots.txt (RFC 9309) says to one agent: all groups that name it together, else all that name `*`, else nothing.
 *
 * @param agent Its product token, in any case: `Backchannel`.
 * @returns Never throws: lines that are none are passed over.
 */
export const robotsRulesFor = (text: string, agent: string): RobotsRules => {
  const wanted = agent.toLowerCase();
  const groups = groupsIn(text);
  const named = groups.filter(({ agents }) => agents.some((one) => tokenOf(one) === wanted));
  const chosen = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  const delays = chosen.flatMap(({ delay }) => delay ?? []);
  return {
    rules: chosen.flatMap(({ rules }) => rules),
    crawlDelaySeconds: delays.length === 0 ? null : Math.max(...delays),
  };
};

/** Whether a pattern with `*` (anything) and a last `$` (the end) fits the beginning of a path. Linear in both. */
const fits = (pattern: string, path: string): boolean => {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...rest] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop();
  if (last === undefined) return !isWhole || at === path.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return isWhole ? path.length - last.length >= at && path.endsWith(last) : path.indexOf(last, at) >= 0;
};

/**
 * Whether an address may be fetched: the rule with the longest pattern that fits decides; of two as long the one that allows; with
 * none it may. robots.txt itself always may.
 */
export const isAllowedByRobots = ({ rules }: RobotsRules, { pathname, search }: URL): boolean => {
  if (pathname === '/robots.txt') return true;
  const path = normalise(pathname + search);
  let longest = -1;
  let isAllowed = true;
  for (const rule of rules) {
    const { length } = rule.pattern;
    if (length < longest || (length === longest && isAllowed) || !fits(rule.pattern, path)) continue;
    longest = length;
    isAllowed = rule.isAllowed;
  }
  return isAllowed;
};
