import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { describe, expect, it, vi } from 'vitest';
import type { ChallengePurpose } from '../../../api/challenge/contract.ts';
import { giveTask } from '../../../api/challenge/proof-of-work.ts';
import { createLimits } from '../../../api/limits/limits.ts';
import { proxiesIn } from '../../../api/http/trusted-proxies.ts';
import type { Services } from '../../../api/services.ts';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { textAt, valueOf } from '../support/html.ts';
import { makeStaffedPortal } from '../support/portal.ts';
import { lateParcel, wrongColour } from '../support/samples.ts';
import { smallPages } from '../support/shells.ts';
import { rowCounts } from '../support/stored.ts';

/** A portal that limits as it does for everybody, asked from network addresses. */
async function makeLimitedPortal(changes: Partial<Services> = {}) {
  const portal = await makePortal(changes);
  Object.assign(portal.services, { limits: createLimits(portal.services) });
  const askFrom = (remoteAddress: string, path: string, init?: RequestInit) =>
    portal.app.request(path, init, { incoming: { socket: { remoteAddress } } });
  const openFrom = (address: string, ticket: object, headers: Record<string, string> = {}) =>
    askFrom(address, '/api/tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(ticket),
    });
  return { ...portal, askFrom, openFrom };
}

/** How many tickets are taken, each of another customer, until one is refused. */
async function ticketsTaken(open: (index: number) => Response | Promise<Response>): Promise<number> {
  for (let index = 0; index < 100; index += 1) {
    const { status } = await open(index);
    if (status === 429) return index;
    expect(status).toBe(201);
  }
  return 100;
}
/** Headers in which a client says who it is. */
const lyingHeaders = (index: number) => ({
  'X-Forwarded-For': `203.0.113.${index}`,
  Forwarded: `for=203.0.113.${index}`,
  'X-Real-IP': `203.0.113.${index}`,
});

const through = (index: number) => ({ 'X-Forwarded-For': `203.0.113.${index}, 198.51.100.7` });

const ticketOf = (index: number) => ({ ...wrongColour, email: `tom-${index}@example.com` });

describe('tickets without a sign of a person', () => {
  it('are ten an hour from one address; nothing of the next is stored', async () => {
    const { openFrom, services, time } = await makeLimitedPortal();
    expect(await ticketsTaken((index) => openFrom('192.0.2.1', ticketOf(index)))).toBe(10);
    expect((await rowCounts(services.db)).conversations).toBe(10);
    const refused = await openFrom('192.0.2.1', lateParcel);
    expect(refused.headers.get('Retry-After')).toBe('3600');
    await problemOf(refused, 'too-many-tries', 429);
    expect((await openFrom('192.0.2.2', lateParcel)).status).toBe(201);
    time.now += 3_600_000;
    expect((await openFrom('192.0.2.1', lateParcel)).status).toBe(201);
  });

  it('are counted for the whole /64 of an IPv6 address, and for IPv4 in IPv6 as IPv4', async () => {
    const { openFrom } = await makeLimitedPortal();
    const taken = await ticketsTaken((index) => openFrom(`2001:db8:1:2:${index.toString(16)}::1`, ticketOf(index)));
    expect(taken).toBe(10);
    expect((await openFrom('2001:db8:1:3::1', lateParcel)).status).toBe(201);
    const { openFrom: openAgain } = await makeLimitedPortal();
    const mixed = ['192.0.2.1', '::ffff:192.0.2.1', '::ffff:c000:201'];
    expect(await ticketsTaken((index) => openAgain(mixed[index % 3] ?? '', ticketOf(index)))).toBe(10);
  });

  it('are counted for who connects, whatever a header says', async () => {
    const { openFrom } = await makeLimitedPortal();
    expect(await ticketsTaken((index) => openFrom('192.0.2.1', ticketOf(index), lyingHeaders(index)))).toBe(10);
  });

  it('are counted for whom a trusted proxy names, and not for whom its client names', async () => {
    const { openFrom } = await makeLimitedPortal({ isTrustedProxy: proxiesIn('10.0.0.0/8') });
    expect(await ticketsTaken((index) => openFrom('10.0.0.1', ticketOf(index), through(index)))).toBe(10);
    expect((await openFrom('10.0.0.1', lateParcel, { 'X-Forwarded-For': '198.51.100.8' })).status).toBe(201);
  });

  it('leave the form with what was typed, where it was sent without JavaScript', async () => {
    const { askFrom, openFrom } = await makeLimitedPortal({ pages: smallPages });
    await ticketsTaken((index) => openFrom('192.0.2.1', ticketOf(index)));
    const { email, subject, message, language } = lateParcel;
    const answer = await askFrom('192.0.2.1', '/api/tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' },
      body: new URLSearchParams({ email, subject, message, language }),
    });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('Retry-After')).toBe('3600');
    const page = await answer.text();
    expect(textAt(page, '[data-slot="problem"]')).toContain('回数が多すぎます');
    expect(textAt(page, '[data-slot="problem"]')).toContain('60分ほどたってから、もう一度お試しください');
    for (const [name, value] of Object.entries({ email, subject, message })) expect(valueOf(page, name)).toBe(value);
  });

  it('that are wrong are not counted: people make mistakes', async () => {
    const { openFrom } = await makeLimitedPortal();
    for (let tries = 0; tries < 20; tries += 1) {
      expect((await openFrom('192.0.2.1', { ...lateParcel, email: 'hanako@' })).status).toBe(422);
    }
    expect((await openFrom('192.0.2.1', lateParcel)).status).toBe(201);
  });
});

describe('what has a mail go out to whoever is named', () => {
  const asks: [string, string, (email: string) => object, string][] = [
    ['a registration', '/api/registrations', (email) => ({ email }), 'registration'],
    ['a subscription', '/ja/notices/mail', (email) => ({ email }), 'subscription'],
    ['a wish for data', '/api/my-data', (email) => ({ email, what: 'copy', language: 'ja' }), 'data-request'],
  ];

  it.each(asks)('%s: five an hour from one address without a sign of a person, then no mail', async (...ask) => {
    const [, path, bodyFor, purpose] = ask;
    const { askFrom, services, time } = await makeLimitedPortal();
    const send = (address: string, index: number, headers: Record<string, string> = {}) =>
      askFrom(address, path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(bodyFor(`tom-${index}@example.com`)),
      });
    for (let index = 0; index < 5; index += 1) expect((await send('192.0.2.1', index)).status).toBe(202);
    await problemOf(send('192.0.2.1', 5), 'too-many-tries', 429);
    expect((await rowCounts(services.db)).outbox).toBe(5);
    expect((await send('192.0.2.2', 6)).status).toBe(202);

    const task = await giveTask(services, purpose as ChallengePurpose);
    const proof = Buffer.from(
      JSON.stringify({ challenge: task, solution: await solveChallenge({ challenge: task, deriveKey }) }),
    ).toString('base64url');
    time.now += 60_000;
    expect((await send('192.0.2.1', 7, { 'Mado-Proof': proof })).status).toBe(202);
    await problemOf(send('192.0.2.1', 8, { 'Mado-Proof': proof }), 'too-many-tries', 429);
  });

  it.each(asks)('%s: twenty an hour from one address, whatever speaks for a person', async (_, path, bodyFor) => {
    const portal = await makeStaffedPortal();
    Object.assign(portal.services, { limits: createLimits(portal.services) });
    const send = (index: number) => sendJson(portal.staff.ask, path, bodyFor(`tom-${index}@example.com`));
    for (let index = 0; index < 20; index += 1) expect((await send(index)).status).toBe(202);
    await problemOf(send(20), 'too-many-tries', 429);
  });
});

describe('a limited answer', () => {
  it('says how the address stands with each limit, and nothing about e-mail addresses', async () => {
    const { openFrom } = await makeLimitedPortal();
    await openFrom('192.0.2.1', ticketOf(1));
    const { headers } = await openFrom('192.0.2.1', ticketOf(2));
    expect(headers.get('RateLimit-Policy')).toBe(
      '"api-requests";q=600;w=60, "tickets";q=30;w=3600, "unproven-tickets";q=10;w=3600',
    );
    expect(headers.get('RateLimit')).toMatch(
      /^"api-requests";r=598;t=(60|59), "tickets";r=28;t=3600, "unproven-tickets";r=8;t=3600$/,
    );
  });

  it('comes for one e-mail address from many network addresses', async () => {
    const { openFrom } = await makeLimitedPortal();
    const open = (index: number) => openFrom(`192.0.2.${index}`, { ...lateParcel, subject: `${index}` });
    expect(await ticketsTaken(open)).toBe(15);
    expect((await openFrom('192.0.2.200', { ...lateParcel, email: 'Hanako@Example.jp' })).status).toBe(429);
  });

  it.each([
    ['the API', '/api/session'],
    ['request pages, whose addresses somebody may guess', '/ja/requests/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/'],
  ])('comes for more than 600 requests a minute to %s', async (_, path) => {
    const { askFrom } = await makeLimitedPortal();
    const statuses = await Promise.all(
      Array.from({ length: 610 }, async () => (await askFrom('192.0.2.1', path)).status),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect((await askFrom('192.0.2.2', path)).status).not.toBe(429);
    expect((await askFrom('192.0.2.1', '/healthz')).status).toBe(200);
  });

  it('comes for votes and for messages of customers', async () => {
    const { askFrom, openFrom } = await makeLimitedPortal();
    const { requestUrl } = (await (await openFrom('192.0.2.1', lateParcel)).json()) as { requestUrl: string };
    const send = (path: string, value: object, index: number) =>
      askFrom(`192.0.2.${index % 200}`, path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(value),
      });
    expect(await ticketsTaken((index) => send(`${requestUrl}messages`, { message: `${index}` }, index))).toBe(30);
    const vote = { language: 'ja', kind: 'faq', slug: 'return-policy', helpful: 'yes' };
    expect(await ticketsTaken(() => send('/api/feedback/votes', vote, 7))).toBe(60);
  });
});

it('forms with files are counted before a file is read, wrong ones, too', async () => {
  const { askFrom, services, openFrom } = await makeLimitedPortal();
  const send = async (remoteAddress: string, path: string) => {
    const body = new FormData();
    body.set('email', 'hanako@');
    body.set('files', new File(['a letter'], 'letter.txt'));
    const { status } = await askFrom(remoteAddress, path, { method: 'POST', body });
    return status;
  };
  const opened = (await (await openFrom('192.0.2.9', lateParcel)).json()) as { requestUrl: string };
  for (let index = 0; index < 120; index += 1) expect(await send('192.0.2.1', '/api/tickets')).toBe(422);
  const store = vi.spyOn(services.uploads, 'store');
  expect(await send('192.0.2.1', '/api/tickets')).toBe(429);
  expect(await send('192.0.2.1', `${opened.requestUrl}messages`)).toBe(429);
  expect(store).not.toHaveBeenCalled();
  expect(await send('192.0.2.2', '/api/tickets')).toBe(422);
  expect((await openFrom('192.0.2.1', wrongColour)).status).toBe(201);
});

describe('mails to whoever has an address', () => {
  it.each([
    ['/ja/notices/mail', 5],
    ['/api/registrations', 5],
    ['/api/sign-in-links', 20],
    ['/api/my-data', 5],
  ])(
    'are asked for at %s so often an hour from one address, each for another, without a proof: %i',
    async (path, most) => {
      const { askFrom, services, time } = await makeLimitedPortal();
      const more = path === '/api/my-data' ? { what: 'copy', language: 'ja' } : {};
      const ask = (index: number, from = '192.0.2.1') =>
        askFrom(from, path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ email: `stranger-${index}@example.com`, ...more }),
        });
      for (let index = 0; index < most; index += 1) expect((await ask(index)).status).toBe(202);
      await problemOf(ask(most), 'too-many-tries', 429);
      expect((await rowCounts(services.db)).outbox).toBe(most);
      expect((await ask(most, '192.0.2.2')).status).toBe(202);
      time.now += 3_600_000;
      expect((await ask(most + 1)).status).toBe(202);
    },
  );

  it.each([
    ['/ja/notices/mail', 3],
    ['/api/registrations', 10],
    ['/api/sign-in-links', 10],
    ['/api/my-data', 10],
  ])('go to one address only so often a day, whoever asks at %s, and nobody is told: %i', async (path, most) => {
    const { askFrom, services, time } = await makeLimitedPortal();
    const more = path === '/api/my-data' ? { what: 'copy', language: 'ja' } : {};
    for (let index = 0; index < 15; index += 1) {
      const { status } = await askFrom(`192.0.2.${index}`, path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email: 'stranger@example.com', ...more }),
      });
      expect(status).toBe(202);
      time.now += 15 * 60_000;
    }
    expect((await rowCounts(services.db)).outbox).toBe(most);
  });
});
