import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { makeStaffedPortal } from '../support/portal.ts';
import { rowCounts } from '../support/stored.ts';

describe('an address that leads nowhere', () => {
  it.each([
    ['/nowhere'],
    ['/api'],
    ['/api/'],
    ['/api/nowhere'],
    ['/api/tickets/'],
    ['/API/session'],
    ['/%'],
    ['/api/%E3%'],
    ['/ja/requests/token/nowhere'],
  ])('is not found: %s', async (path) => {
    const { app } = await makePortal();
    expect(await problemOf(app.request(path), 'not-found', 404)).toMatchObject({
      title: 'お探しのページは見つかりませんでした',
    });
  });

  it('is described in the language of the address, else of the browser', async () => {
    const { app } = await makePortal();
    const titleOf = async (path: string, language: string) => {
      const answer = app.request(path, { headers: { 'Accept-Language': language } });
      return (await problemOf(answer, 'not-found', 404)).title;
    };
    expect(await titleOf('/en/nowhere/', 'ja')).toBe('We couldn’t find that page');
    expect(await titleOf('/ja/nowhere/', 'en')).toBe('お探しのページは見つかりませんでした');
    expect(await titleOf('/nowhere/', 'en')).toBe('We couldn’t find that page');
  });

  it.each([
    ['GET', '/api/tickets/M-2222', undefined],
    ['GET', '/api/tickets/%E3%', undefined],
    ['POST', '/api/tickets/M-2222/messages', { message: '調べます。' }],
    ['PUT', '/api/tickets/M-2222/state', { state: 'open', version: 1 }],
  ])('is not found for staff: %s %s of a ticket that is not there', async (method, path, value) => {
    const { staff, services } = await makeStaffedPortal();
    const before = await rowCounts(services.db);
    const answer = value === undefined ? staff.ask(path) : sendJson(staff.ask, path, value, { method });
    await problemOf(answer, 'not-found', 404);
    expect(await rowCounts(services.db)).toEqual(before);
  });

  it('is not found for a vote on an article that is not there, and nothing is stored', async () => {
    const { app, services } = await makePortal();
    const vote = { language: 'ja', kind: 'faq', slug: 'no-such-article', helpful: 'yes' };
    await problemOf(sendJson(app.request, '/api/feedback/votes', vote), 'not-found', 404);
    expect(await rowCounts(services.db)).toMatchObject({ votes: 0, idempotency_keys: 0 });
  });

  it('is not found for the reason of a vote that nobody cast', async () => {
    const { app } = await makePortal();
    const sent = { method: 'PUT' };
    const answer = sendJson(app.request, '/api/feedback/votes/nobodys/reason', { reason: 'unclear' }, sent);
    await problemOf(answer, 'not-found', 404);
  });
});

describe('a method that a route of the API does not know', () => {
  it.each([
    ['DELETE', '/api/tickets', 'GET, POST'],
    ['PUT', '/api/session', 'GET, POST, DELETE'],
    ['GET', '/api/setup', 'POST'],
    ['GET', '/api/tickets/M-2222/state', 'PUT'],
    ['PATCH', '/api/feedback/votes', 'POST'],
    ['OPTIONS', '/api/tickets', 'GET, POST'],
  ])('is refused, with those that it knows: %s %s', async (method, path, allowed) => {
    const { app } = await makePortal();
    const answer = await app.request(path, { method });
    expect(answer.headers.get('Allow')).toBe(allowed);
    await problemOf(answer, 'method-not-allowed', 405);
  });
});

describe('a cookie that is not ours to read', () => {
  it.each([['mado-session=%E3%; x=%'], ['mado-session'], ['=;;=;'], [`mado-session=${'a'.repeat(5000)}`]])(
    'is nobody’s: %s',
    async (cookie) => {
      const { app } = await makePortal();
      const answer = await app.request('/api/session', { headers: { Cookie: cookie } });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ account: null });
    },
  );
});
