import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { sendForm, sendJson } from '../support/ask.ts';
import { openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { smallPages } from '../support/shells.ts';
import { serveSmallSite } from '../support/small-site.ts';

type App = Awaited<ReturnType<typeof makePortal>>['app'];

interface Kind {
  kind: string;
  status: number;
  ask: (app: App) => Response | Promise<Response>;
  /** Which policy it runs under: that of pages and their scripts, or that of everything else. */
  policy: 'page' | 'other';
  cacheControl?: string;
}

/** Everything a browser can be answered with. */
const kinds: Kind[] = [
  { kind: 'a page', status: 200, ask: (app) => app.request('/ja/'), policy: 'page', cacheControl: 'no-cache' },
  { kind: 'a script', status: 200, ask: (app) => app.request('/_astro/start.a1b2c3.js'), policy: 'page' },
  { kind: 'a picture', status: 200, ask: (app) => app.request('/icon.svg'), policy: 'other' },
  { kind: 'a file of data', status: 200, ask: (app) => app.request('/search/en.json'), policy: 'other' },
  {
    kind: 'a part of a film',
    status: 206,
    ask: (app) => app.request('/_astro/film.mp4', { headers: { Range: 'bytes=0-9' } }),
    policy: 'other',
  },
  {
    kind: 'a part that is not there',
    status: 416,
    ask: (app) => app.request('/_astro/film.mp4', { headers: { Range: 'bytes=5000-' } }),
    policy: 'page',
    cacheControl: 'no-store',
  },
  {
    kind: 'a page that the browser has',
    status: 304,
    ask: async (app) => {
      const etag = (await app.request('/ja/')).headers.get('ETag') ?? '';
      return app.request('/ja/', { headers: { 'If-None-Match': etag } });
    },
    // A 304 renews the headers of the kept page: the other policy would take its scripts and styles away.
    policy: 'page',
    cacheControl: 'no-cache',
  },
  { kind: 'the head of a page', status: 200, ask: (app) => app.request('/ja/', { method: 'HEAD' }), policy: 'page' },
  {
    kind: 'a redirect to a language',
    status: 302,
    ask: (app) => app.request('/', { headers: { 'Accept-Language': 'ja' } }),
    policy: 'page',
  },
  { kind: 'a redirect to a new name', status: 308, ask: (app) => app.request('/ja/faq/old-name/'), policy: 'page' },
  { kind: 'a page that is gone', status: 410, ask: (app) => app.request('/ja/faq/spring-sale/'), policy: 'page' },
  {
    kind: 'a page that is not there',
    status: 404,
    ask: (app) => app.request('/ja/nowhere/', { headers: { Accept: 'text/html' } }),
    policy: 'page',
    cacheControl: 'no-store',
  },
  {
    kind: 'a problem',
    status: 404,
    ask: (app) => app.request('/ja/nowhere/'),
    policy: 'other',
    cacheControl: 'no-store',
  },
  { kind: 'a health check', status: 200, ask: (app) => app.request('/healthz'), policy: 'other' },
  {
    kind: 'an answer of the API',
    status: 200,
    ask: (app) => app.request('/api/session'),
    policy: 'other',
    cacheControl: 'no-store',
  },
  {
    kind: 'an answer without content',
    status: 204,
    ask: (app) => app.request('/api/session', { method: 'DELETE' }),
    policy: 'page',
    cacheControl: 'no-store',
  },
  {
    kind: 'who is not signed in',
    status: 401,
    ask: (app) => app.request('/api/tickets'),
    policy: 'other',
    cacheControl: 'no-store',
  },
  {
    kind: 'a request of another site',
    status: 403,
    ask: (app) => app.request('/api/tickets', { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } }),
    policy: 'other',
    cacheControl: 'no-store',
  },
  {
    kind: 'a method that is none',
    status: 405,
    ask: (app) => app.request('/api/tickets', { method: 'PATCH' }),
    policy: 'other',
    cacheControl: 'no-store',
  },
  {
    kind: 'an address that is too long',
    status: 414,
    ask: (app) => app.request(`/ja/?q=${'a'.repeat(13_000)}`),
    policy: 'other',
    cacheControl: 'no-store',
  },
  {
    kind: 'what is wrong in it',
    status: 422,
    ask: (app) => sendJson(app.request, '/api/tickets', {}),
    policy: 'other',
    cacheControl: 'no-store',
  },
];

function expectGuarded({ headers }: Response, policy: Kind['policy']) {
  const said = headers.get('Content-Security-Policy') ?? '';
  expect(said).toContain("default-src 'none'");
  expect(said).toContain("frame-ancestors 'none'");
  expect(said).toContain("base-uri 'none'");
  expect(said).not.toMatch(/unsafe-inline|'unsafe-eval'|http|\*/);
  expect(said.includes('script-src')).toBe(policy === 'page');
  expect(said.includes("'wasm-unsafe-eval'")).toBe(policy === 'page');
  if (policy === 'page') expect(said).toContain("object-src 'none'");
  else expect(said).toContain("form-action 'none'");
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringMatching(/camera=\(\).*microphone=\(\)/),
  });
  expect(headers.get('X-Powered-By')).toBeNull();
  expect(headers.get('Server')).toBeNull();
}

async function serveSite() {
  const { app, site } = await serveSmallSite();
  await writeFile(join(site.folder, 'site/_astro/film.mp4'), Buffer.alloc(100));
  site.files.set('_astro/film.mp4', { type: 'video/mp4', bytes: 100, etag: 'f'.repeat(20) });
  return app;
}

async function scriptsAllowed(hashes: string[]): Promise<string | undefined> {
  const { app } = await makePortal({ scriptHashes: () => hashes, pages: smallPages });
  const page = await app.request('/nowhere', { headers: { Accept: 'text/html', 'Accept-Language': 'ja' } });
  return /script-src ([^;]*)/.exec(page.headers.get('Content-Security-Policy') ?? '')?.[1];
}

describe('every answer', () => {
  it.each(kinds)('is guarded: $kind', async ({ status, ask, policy, cacheControl }) => {
    const answer = await ask(await serveSite());
    expect(answer.status).toBe(status);
    expectGuarded(answer, policy);
    if (cacheControl) expect(answer.headers.get('Cache-Control')).toBe(cacheControl);
  });

  it('is guarded when something breaks, too', async () => {
    const { app } = await makePortal({
      articleAt: () => {
        throw new Error('broken');
      },
    });
    const vote = { language: 'ja', kind: 'faq', slug: 'x', helpful: 'yes' };
    const answer = await sendJson(app.request, '/api/feedback/votes', vote);
    expect(answer.status).toBe(500);
    expectGuarded(answer, 'other');
  });

  it('that is somebody’s own is a guarded page that nobody keeps', async () => {
    const portal = await makePortal({ pages: smallPages });
    const { requestUrl } = await openTicket(portal, lateParcel);
    const page = await portal.app.request(requestUrl);
    expectGuarded(page, 'page');
    expect(page.headers.get('Cache-Control')).toBe('no-store');
    const formAgain = await sendForm(portal.app.request, `${requestUrl}messages`, { message: '' });
    expect(formAgain.status).toBe(422);
    expectGuarded(formAgain, 'page');
    expect(formAgain.headers.get('Cache-Control')).toBe('no-store');
  });

  it('allows the inline scripts that the build has named, and no others', async () => {
    const hash = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
    expect(await scriptsAllowed([hash])).toBe(`'self' 'wasm-unsafe-eval' '${hash}'`);
    expect(await scriptsAllowed([])).toBe("'self' 'wasm-unsafe-eval'");
  });

  it('tells browsers to stay with https, where the portal is on https', async () => {
    const secure = await makePortal({ publicUrl: 'https://help.aruku.example' });
    const hsts = (await secure.app.request('/healthz')).headers.get('Strict-Transport-Security');
    expect(hsts).toBe('max-age=31536000; includeSubDomains');
    const plain = await makePortal();
    const headers = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'evil.example' };
    expect((await plain.app.request('/healthz', { headers })).headers.get('Strict-Transport-Security')).toBeNull();
  });

  it('of the API is kept by nobody', async () => {
    const { app } = await makePortal();
    for (const path of ['/api/session', '/api/nowhere', '/api/tickets', '/api/challenges/ticket']) {
      expect((await app.request(path)).headers.get('Cache-Control'), path).toBe('no-store');
    }
  });

  it('has a request id of its own when it is a problem', async () => {
    const { app } = await makePortal();
    const idOf = async () => ((await (await app.request('/nowhere')).json()) as { requestId: string }).requestId;
    expect(await idOf()).not.toBe(await idOf());
  });
});

describe('a health check', () => {
  it('says that the portal answers', async () => {
    const { app } = await makePortal();
    const answer = await app.request('/healthz');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok' });
  });
});
