import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowedByRobots, robotsRulesFor } from './robots.ts';

const allows = (text: string, path: string, agent = 'Backchannel'): boolean =>
  isAllowedByRobots(robotsRulesFor(text, agent), new URL(`https://news.example${path}`));

describe('robots.txt', () => {
  // RFC 9309, 5.1.
  const simple = `User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot

EOF`;

  it.each([
    ['foobot', '/example/page.html', true],
    ['foobot', '/example/allowed.gif', true],
    ['foobot', '/', false],
    ['foobot', '/publications/', false],
    ['barbot', '/example/page.html', false],
    ['BarBot', '/example/page.html', false],
    ['bazbot', '/example/page.html', false],
    ['bazbot', '/example/', true],
    ['quxbot', '/example/page.html', true],
    ['Backchannel', '/example/page.html', false],
    ['Backchannel', '/publications/', true],
    ['Backchannel', '/a.gif', false],
    ['Backchannel', '/a.gif?size=1', true],
    ['Backchannel', '/robots.txt', true],
  ])('says to %s of %s: %s', (agent, path, expected) => expect(allows(simple, path, agent)).toBe(expected));

  it('lets the longest rule decide (RFC 9309, 5.2)', () => {
    const text = 'User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n';
    expect(allows(text, '/example/page/disallowed.gif', 'foobot')).toBe(false);
    expect(allows(text, '/example/page/', 'foobot')).toBe(true);
    expect(allows('user-agent: *\ndisallow: /a\nallow: /a', '/a')).toBe(true);
    expect(allows('user-agent: *\nallow: /a\ndisallow: /a', '/a')).toBe(true);
  });

  it('takes groups that name the same agent together (RFC 9309, 2.2.1)', () => {
    const text =
      'user-agent: Backchannel\ndisallow: /x\nuser-agent: b\ndisallow: /c\nuser-agent: backchannel\ndisallow: /y';
    expect(['/x', '/y', '/c'].map((path) => allows(text, path))).toEqual([false, false, true]);
  });

  it.each([
    // RFC 9309, 2.2.2: octets outside ASCII and %XX.
    ['/foo/bar?baz=quz', '/foo/bar?baz=quz'],
    ['/foo/bar?baz=https://foo.bar', '/foo/bar?baz=https://foo.bar'],
    ['/foo/bar/ツ', '/foo/bar/%E3%83%84'],
    ['/foo/bar/%E3%83%84', '/foo/bar/ツ'],
    ['/foo/bar/%62%61%7A', '/foo/bar/baz'],
    ['/foo/%c3%a9', '/foo/é'],
    // RFC 9309, 2.2.3: special characters.
    ['/*/private', '/a/b/private/c'],
    ['/*.pdf$', '/a/b.pdf'],
    ['/a*b*c', '/a/1/b/2/c'],
    ['/path/file-with-a-%2A.html', '/path/file-with-a-%2A.html'],
  ])('finds that %s fits %s', (pattern, path) => {
    expect(allows(`user-agent: *\ndisallow: ${pattern}`, path)).toBe(false);
  });

  it.each([
    ['/fish', '/Fish'],
    ['/*.pdf$', '/a.pdf?x'],
    ['/a$', '/ab'],
    ['/a*b', '/a'],
    ['/a*a$', '/a'],
    ['/$', '/a'],
    ['', '/a'],
  ])('finds that %s does not fit %s', (pattern, path) => {
    expect(allows(`user-agent: *\ndisallow: ${pattern}`, path)).toBe(true);
  });

  it('passes over what it does not know, and reads what is written carelessly', () => {
    const text =
      '\ufeffDisallow: /before\r\rSitemap: https://news.example/map.xml\r\nUSER-AGENT : * # all\r\nnonsense\r\n DISALLOW :/a # there\r\n';
    expect(['/before', '/a', '/b'].map((path) => allows(text, path))).toEqual([true, false, true]);
    expect(allows('<!doctype html><title>Not found</title>', '/a')).toBe(true);
  });

  it('reads how long to wait, which does not end the list of agents', () => {
    const text = 'user-agent: a\ncrawl-delay: 5\nuser-agent: backchannel\ncrawl-delay: 2.5\ndisallow: /x';
    expect(robotsRulesFor(text, 'Backchannel')).toEqual({
      rules: [{ isAllowed: false, pattern: '/x' }],
      crawlDelaySeconds: 5,
    });
    expect(robotsRulesFor('user-agent: *\ncrawl-delay: soon', 'x').crawlDelaySeconds).toBeNull();
  });

  it('agrees with a plain reading of what * means, whatever the pattern', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '/'), maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.boolean(), letters, (pattern, isWhole, rest) => {
        const path = `/${rest.replaceAll('*', 'c')}`;
        const rule = `/${pattern}${isWhole ? '$' : ''}`;
        const form = `^${`/${pattern}`
          .split('*')
          .map((part) => part.replace(/[^ab/]/g, '\\$&'))
          .join('.*')}${isWhole ? '$' : ''}`;
        expect(allows(`user-agent: *\ndisallow: ${rule}`, path)).toBe(
          !new RegExp(form).test(new URL(`https://news.example${path}`).pathname),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('takes a long pattern against a long path in its stride', () => {
    const pattern = `/${'*a'.repeat(50_000)}b`;
    const start = performance.now();
    expect(allows(`user-agent: *\ndisallow: ${pattern}`, `/${'a'.repeat(8000)}`)).toBe(true);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
