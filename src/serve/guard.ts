import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { errorBody } from './serve-error.ts';

/** Everything the page needs comes from the desk itself; nothing in it may be written in line. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
};

/** Hashed first, so that the comparison takes the same time whatever the lengths. */
const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

/** The feed of notices: what feed readers ask for, with a token of its own. */
export const FEED_PATH = '/api/v1/notices.atom';

/**
 * The token that opens the feed of notices and nothing else: it lies about in the settings of a feed reader, and whoever has it must
 * not be able to decide, nor to make the desk's token of it.
 */
export const feedTokenOf = (token: string): string =>
  createHmac('sha256', token).update('feed of notices').digest('base64url').slice(0, 32);

export interface GuardSettings {
  readonly token: string;
  /** The port that is served; known once it is listened on. */
  readonly port: () => number;
}

/**
 * Lets in whoever has the token, from this machine and from the desk's own page only.
 *
 * The token comes in the address (`?token=`), as `Authorization: Bearer` or, once a page was opened with it, as a cookie that
 * scripts cannot read and other sites cannot send. A name other than this machine's in `Host` (a name rebound to the loopback
 * address) and a foreign `Origin` get nothing, whatever else they have.
 */
export const guard = ({ token, port }: GuardSettings): MiddlewareHandler => {
  return async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    const own = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const host = context.req.header('host') ?? '';
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const isForeign =
      !own.includes(host) ||
      (origin !== undefined && !own.some((one) => origin === `http://${one}`)) ||
      // A link elsewhere may open the page (it needs the token all the same); nothing else may come from another site.
      (site !== undefined &&
        site !== 'same-origin' &&
        site !== 'none' &&
        context.req.header('sec-fetch-mode') !== 'navigate');
    if (isForeign)
      return context.json(
        errorBody('serve/forbidden', 'Expected a request from the desk itself, found one from elsewhere.'),
        403,
      );
    const cookie = `backchannel-${port()}`;
    const url = new URL(context.req.url);
    const given = url.searchParams.get('token');
    const bearer = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    const presented = given ?? bearer ?? getCookie(context, cookie) ?? '';
    const isFeedReader =
      url.pathname === FEED_PATH && context.req.method === 'GET' && isSame(presented, feedTokenOf(token));
    if (!isFeedReader && !isSame(presented, token)) {
      if (given !== null) deleteCookie(context, cookie);
      return context.json(
        errorBody(
          'serve/unauthorised',
          'Expected the token of this desk, found none or another.',
          'Open the address that `backchannel desk` printed.',
        ),
        401,
      );
    }
    if (given !== null && context.req.method === 'GET' && !url.pathname.startsWith('/api/')) {
      setCookie(context, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      url.searchParams.delete('token');
      // One slash: a path that begins with two would lead to another host.
      return context.redirect(`${url.pathname.replace(/^\/+/, '/')}${url.search}`, 303);
    }
    await next();
    return undefined;
  };
};
