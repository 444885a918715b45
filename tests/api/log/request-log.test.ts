import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendForm, sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { smallPages } from '../support/shells.ts';
import { keptLog } from './kept-log.ts';

describe('the log of requests', () => {
  it('has one line for each, with the pattern of its route, and the id that its answer carries', async () => {
    const { log, entries } = keptLog();
    const portal = await makePortal({ log, pages: smallPages });
    const { requestUrl } = await openTicket(portal, lateParcel);
    const answer = await portal.app.request(requestUrl, {}, from('203.0.113.77'));
    const [, second, ...others] = entries();
    expect(others).toEqual([]);
    expect(second).toEqual({
      level: 30,
      time: expect.any(Number),
      msg: 'request',
      requestId: answer.headers.get('X-Request-Id'),
      method: 'GET',
      route: '/:language{ja|en}/requests/:token/',
      status: 200,
      ms: expect.any(Number),
      network: '203.0.113.0/24',
    });
  });

  it('gives a problem the id of its line, and believes no id that was sent', async () => {
    const { log, entries } = keptLog();
    const { app } = await makePortal({ log });
    const headers = { 'X-Request-Id': 'forged', Traceparent: '00-forged' };
    const answer = await sendJson(app.request, '/api/tickets', {}, { headers });
    const { requestId } = await problemOf(answer, 'invalid-input', 422);
    expect(answer.headers.get('X-Request-Id')).toBe(requestId);
    expect(entries()).toMatchObject([{ requestId, status: 422, route: '/api/tickets' }]);
    expect(JSON.stringify(entries())).not.toContain('forged');
  });

  it('names the role of staff, not who they are', async () => {
    const { log, lines, entries } = keptLog();
    const { staff } = await makeStaffedPortal({ log });
    await staff.ask('/api/tickets');
    expect(entries().at(-1)).toMatchObject({ route: '/api/tickets', role: 'owner' });
    expect(lines.join('')).not.toContain(cast.emma.email);
    expect(lines.join('')).not.toContain(cast.emma.name);
  });

  it('keeps probes out unless everything is asked for', async () => {
    const { log, lines } = keptLog({ level: 'info' });
    const { app } = await makePortal({ log });
    await app.request('/healthz');
    expect(lines).toEqual([]);
  });

  it('holds nothing of what people send, whatever they send it in and whatever comes of it', async () => {
    const { log, lines, entries } = keptLog();
    const secret = 'Hunter2-Geheimnis';
    const portal = await makeStaffedPortal({ log, pages: smallPages });
    const ask = portal.app.request;
    const { requestUrl } = await openTicket(portal, {
      ...lateParcel,
      subject: secret,
      message: `${secret}\n"level":60`,
    });
    const token = requestUrl.split('/').at(-2) ?? '';
    const session = [...portal.cookies.values()].join();

    await sendJson(ask, '/api/session', { email: `${secret}@aruku.example`, password: secret });
    await sendForm(ask, '/api/session', { password: secret });
    await ask(`/api/session?password=${secret}`);
    await ask(`/en/${secret}/../../requests/${token}/${secret}`);
    await ask(`/ja/requests/${token}%0a{"level":60,"msg":"${secret}"}/`);
    await ask('/', {
      headers: { 'User-Agent': secret, Referer: requestUrl, Authorization: secret, 'X-Forwarded-For': secret },
    });
    await ask('/api/tickets', {
      method: 'POST',
      body: `{"password":"${secret}`,
      headers: { 'Content-Type': 'application/json' },
    });
    await ask('/api/tickets', { method: 'POST', body: secret, headers: { 'Content-Type': secret } });
    await portal.staff.ask(`/api/tickets/${secret}`);
    // A failure in the midst of a write that carries all of it.
    await portal.services.db.raw.execute('drop table messages');
    const failed = await sendJson(ask, `${requestUrl}messages`, { message: secret });
    expect(failed.status).toBe(500);
    await ask(requestUrl);
    expect((await sendJson(ask, '/api/tickets', { ...lateParcel, subject: secret, message: secret })).status).toBe(500);

    expect(entries().length).toBeGreaterThan(14);
    for (const hidden of [secret, token, session, lateParcel.email, cast.emma.password]) {
      expect(lines.filter((line) => line.includes(hidden))).toEqual([]);
    }
    expect(entries().filter(({ level }) => Number(level) > 50)).toEqual([]);
    expect(lines.filter((line) => line.includes('no such table: messages')).length).toBeGreaterThan(0);
  });

  it('says of a failed query what it was, and of its values nothing', async () => {
    const { log, entries } = keptLog();
    const { services } = await makePortal({ log });
    const failure = await services.db.read
      .all(sql`select * from nowhere where mail = ${'tom@example.com'}`)
      .catch((error: unknown) => error);
    log.error({ err: failure }, 'failed');
    const [entry] = entries();
    expect(entry?.['err']).toMatchObject({
      message: expect.stringContaining('from nowhere where mail = ?') as string,
      stack: expect.stringContaining('request-log.test.ts') as string,
      cause: { message: expect.stringContaining('no such table: nowhere') as string },
    });
    expect(JSON.stringify(entry)).not.toContain('example.com');
  });

  it('says of a refused mail to which server, not to whom', async () => {
    const { log, lines } = keptLog();
    log.error(
      { err: new Error('550 <tom.brown@mail.example>: unknown; see https://a.example/ja/requests/abc/') },
      'failed',
    );
    expect(lines.join('')).toContain('550 <…@mail.example>: unknown; see https://a.example/ja/requests/…/');
  });
});

it('at a terminal a line is for people: time, status, method, route, and where a failure came from', async () => {
  const { log, lines } = keptLog({ format: 'text' });
  log.info({ requestId: 'a', method: 'GET', route: '/api/tickets', status: 200, ms: 3.2, network: 'n' }, 'request');
  log.warn({ job: 'sweep' }, 'a job was late');
  log.error({ err: new Error('broken') }, 'request failed');
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d 200 GET \/api\/tickets 3\.2 ms\n$/);
  expect(lines[1]).toMatch(/ warning a job was late job=sweep\n$/);
  expect(lines[2]).toMatch(/ error request failed\nError: broken\n\s+at /);
});

function from(remoteAddress: string) {
  return { incoming: { socket: { remoteAddress } } };
}
