import { createMiddleware } from 'hono/factory';
import { mayBeFramed } from '../embed/framed-pages.ts';
import type { Env } from './env.ts';

/** For pages and their scripts. Nothing from elsewhere; inline only the scripts that the build has named. */
const policyOfPages = (scriptHashes: readonly string[], frameAncestors: readonly string[]) =>
  [
    "default-src 'none'",
    // Wasm is what the full-text search is made of.
    ["script-src 'self' 'wasm-unsafe-eval'", ...scriptHashes.map((hash) => `'${hash}'`)].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ['frame-ancestors', ...(frameAncestors.length > 0 ? ["'self'", ...frameAncestors] : ["'none'"])].join(' '),
  ].join('; ');

/** For what is no page: opened by itself, it does nothing. */
const policyOfOthers = [
  "default-src 'none'",
  "img-src 'self'",
  "media-src 'self'",
  "style-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Answers that run under the policy of pages. Those without a type are among them: a 304 renews the headers of the page
 * that the browser has kept.
 */
const pageTypes = /^(text\/html|text\/javascript|$)/;

/** What pages of other sites may load: the script of the widget. */
const openToOtherSites: ReadonlySet<string> = new Set(['/embed.js']);

/** What no browser knows is left out: it would complain in its console on each page. */
const needed = ['fullscreen', 'picture-in-picture', 'clipboard-write'];
const unneeded = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'private-state-token-issuance',
  'private-state-token-redemption',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** Headers of every answer, even before there is an app. */
export const basicHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policyOfOthers,
  'X-Content-Type-Options': 'nosniff',
  // Same-origin, not none: a form's Origin would become "null".
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    ...needed.map((feature) => `${feature}=(self)`),
    ...unneeded.map((feature) => `${feature}=()`),
  ].join(', '),
};

const everyHeader = Object.entries(basicHeaders);

/** Headers of every answer, whatever comes of it. A route that has set a stricter policy of its own keeps it. */
export const securityHeaders = createMiddleware<Env>(async (c, next) => {
  await next();
  const { publicUrl, scriptHashes, embed } = c.get('services');
  const framing = mayBeFramed(c.req.path) ? embed.origins : [];
  // Not by `c.header()`: of an answer that is made, it makes another for each header.
  const { headers } = c.res;
  const own = headers.get('Content-Security-Policy');
  for (const [name, value] of everyHeader) headers.set(name, value);
  if (own !== null) headers.set('Content-Security-Policy', own);
  else if (pageTypes.test(headers.get('Content-Type') ?? '')) {
    headers.set('Content-Security-Policy', policyOfPages(scriptHashes(), framing));
  }
  // A page in a frame counts as loaded by the other site, where that site isolates itself.
  if (openToOtherSites.has(c.req.path) || framing.length > 0) {
    headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  }
  if (publicUrl.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
});
