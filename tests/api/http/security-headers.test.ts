import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { sendJson } from '../support/ask.ts';
import { serveSmallSite } from '../support/small-site.ts';

function expectGuarded({ headers }: Response) {
  const policy = headers.get('Content-Security-Policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toContain('http');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Referrer-Policy')).toBe('same-origin');
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
}

async function scriptsAllowed(hashes: string[]): Promise<string | undefined> {
  const { app } = await makePortal({ scriptHashes: () => hashes });
  const policy = (await app.request('/healthz')).headers.get('Content-Security-Policy') ?? '';
  return /script-src ([^;]*)/.exec(policy)?.[1];
}

describe('every answer', () => {
  it('is guarded, whatever comes of the request', async () => {
    const { app } = await serveSmallSite();
    const answers = [
      [200, await app.request('/ja/')],
      [200, await app.request('/healthz')],
      [200, await app.request('/api/session')],
      [302, await app.request('/', { headers: { 'Accept-Language': 'ja' } })],
      [404, await app.request('/nowhere', { headers: { Accept: 'text/html' } })],
      [401, await app.request('/api/tickets')],
      [403, await app.request('/api/tickets', { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } })],
      [422, await sendJson(app.request, '/api/tickets', {})],
    ] as const;
    for (const [status, answer] of answers) {
      expect(answer.status).toBe(status);
      expectGuarded(answer);
    }
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
    expectGuarded(answer);
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
    expect((await plain.app.request('/healthz')).headers.get('Strict-Transport-Security')).toBeNull();
  });

  it('of the API is kept by nobody', async () => {
    const { app } = await makePortal();
    for (const path of ['/api/session', '/api/nowhere', '/api/tickets']) {
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
