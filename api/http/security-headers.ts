import { createMiddleware } from 'hono/factory';
import type { Env } from './env.ts';

/** Nothing from elsewhere; inline only the scripts that the build has named; wasm only for the full-text search. */
const contentSecurityPolicy = (scriptHashes: readonly string[]) => [
  "default-src 'none'",
  ["script-src 'self' 'wasm-unsafe-eval'", ...scriptHashes.map((hash) => `'${hash}'`)].join(' '),
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** Headers of every answer, whatever comes of it. */
export const securityHeaders = createMiddleware<Env>(async (c, next) => {
  await next();
  c.header('Content-Security-Policy', contentSecurityPolicy(c.get('services').scriptHashes()).join('; '));
  c.header('X-Content-Type-Options', 'nosniff');
  // Same-origin, not none: a form's Origin would become "null".
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  if (c.get('services').publicUrl.startsWith('https:')) {
    c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
});
