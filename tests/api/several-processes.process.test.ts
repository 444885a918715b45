import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../support/build-once.ts';
import { cast } from '../support/cast.ts';
import { failToStart, startPortal } from '../support/portal-process.ts';
import { type HranaProcess, startHranaServer } from '../support/shared-database.ts';

const secret = 'one key for all machines of these tests';
let server: HranaProcess;

beforeAll(async () => {
  await buildOnce();
  server = await startHranaServer();
});
afterAll(() => server.stop());

const settingsFor = (name: string) => ({
  DATABASE_URL: server.urlOf(name),
  DATABASE_AUTH_TOKEN: server.authToken,
  SECRET: secret,
});

async function send(url: string, path: string, value: unknown, headers: Record<string, string> = {}) {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(value),
  });
}

const ticket = { ...cast.tom, subject: 'Wrong size', message: 'Too small.', language: 'en' };

describe('two processes on one database server', () => {
  it('start at once on an empty database, and share sessions, tickets and private links', async () => {
    const env = settingsFor('shared');
    const [here, there] = await Promise.all([startPortal({ env }), startPortal({ env })]);
    const token = here.setupUrl?.split('#setup=')[1];
    const made = await send(here.url, '/api/setup', { ...cast.ichiro, token });
    expect(made.status).toBe(201);
    const cookie = made.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');

    const opened = await send(here.url, '/api/tickets', ticket);
    const { reference, requestUrl } = (await opened.json()) as { reference: string; requestUrl: string };
    const seen = await fetch(`${there.url}/api/tickets/${reference}`, { headers: { Cookie: cookie } });
    expect(await seen.json()).toMatchObject({ reference, subject: ticket.subject });
    expect(await (await fetch(`${there.url}${requestUrl}`)).text()).toContain(reference);

    expect((await send(there.url, `${requestUrl}messages`, { message: 'Half a size.' })).status).toBe(201);
    expect(await (await fetch(`${here.url}${requestUrl}`)).text()).toContain('Half a size.');
    await Promise.all([here.stop(), there.stop()]);
  });

  it('a ticket whose answer was cut off after the commit is opened once, whichever process the retry reaches', async () => {
    const env = settingsFor('cut');
    const [here, there] = await Promise.all([startPortal({ env }), startPortal({ env })]);
    // What processes do by the clock writes, too: the cut has to meet the ticket.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await server.cutAfterCommit(1);
    const headers = { 'Idempotency-Key': 'cut-after-commit' };
    const cut = await send(here.url, '/api/tickets', ticket, headers);
    expect(cut.status).toBe(503);
    expect(cut.headers.get('Retry-After')).toBe('2');
    const again = await send(there.url, '/api/tickets', ticket, headers);
    expect(again.status).toBe(201);
    const { reference } = (await again.json()) as { reference: string };
    await Promise.all([here.stop(), there.stop()]);

    const database = new DatabaseSync(server.fileOf('cut'), { readOnly: true });
    expect(database.prepare('select reference from conversations').all()).toEqual([{ reference }]);
    expect(database.prepare('select count(*) as count from messages').get()).toEqual({ count: 1 });
    database.close();
  });
});

describe('a start on a database server', () => {
  it('without the key that all machines share is refused', async () => {
    const refused = await failToStart({ env: { ...settingsFor('keyless'), SECRET: '' } });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('SECRET is missing');
  });

  it('that refuses the token says so, and what to look at', async () => {
    const refused = await failToStart({ env: { ...settingsFor('closed'), DATABASE_AUTH_TOKEN: 'hunter2' } });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('HTTP 401');
    expect(refused.output).toContain('DATABASE_AUTH_TOKEN');
    expect(refused.output).not.toContain('hunter2');
  });
});
