import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHmac } from 'node:crypto';
import { text } from 'node:stream/consumers';
import pino from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigError, readConfig } from '../../../api/config.ts';
import { createOrderBook } from '../../../api/customers/orders/order-book.ts';
import { problemOf } from '../support/ask.ts';
import { makeStaffedPortal } from '../support/portal.ts';
import { makeCustomer } from './some-customers.ts';

const secret = 'a key that the shop and the portal share';
const hanako = { kind: 'email', value: 'hanako@example.jp', isVerified: true } as const;
const boots = { number: 'A-1048-2231', placedAt: '2026-11-09', status: '発送済み', items: ['ブーツ'] };

/** A shop that answers so, and an order book that asks it. */
async function makeShop(listener: (...asked: Parameters<RequestListener>) => unknown) {
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`;
  const time = { now: 1_763_000_000_000 };
  const book = createOrderBook({ url, secret, clock: () => time.now, log: pino({ level: 'silent' }) });
  return { book, time, url };
}

const answering = (value: unknown) => makeShop((_, response) => response.end(JSON.stringify(value)));

describe('the look-up of orders', () => {
  it('sends who it is about, signed with the time, and gives back what the shop says', async () => {
    const asked: { signature: string; body: string; method: string }[] = [];
    const { book, time } = await makeShop(async (request, response) => {
      const signature = String(request.headers['mado-signature']);
      asked.push({ signature, body: await text(request), method: request.method ?? '' });
      response.end(JSON.stringify({ orders: [{ ...boots, warehouse: 'unknown to us' }] }));
    });
    expect(await book.ordersOf([hanako])).toEqual({ state: 'found', orders: [boots] });
    const [{ signature, body, method } = { signature: '', body: '', method: '' }] = asked;
    expect(method).toBe('POST');
    expect(JSON.parse(body)).toEqual({ identities: [hanako] });
    const hash = createHmac('sha256', secret)
      .update(`${time.now / 1000}.${body}`)
      .digest('hex');
    expect(signature).toBe(`t=${time.now / 1000},v1=${hash}`);
  });

  it('asks once a minute about the same customer, also for two at once', async () => {
    let asked = 0;
    const { book, time } = await makeShop((_, response) => {
      asked += 1;
      response.end('{"orders":[]}');
    });
    await Promise.all([book.ordersOf([hanako]), book.ordersOf([hanako])]);
    time.now += 59_000;
    await book.ordersOf([hanako]);
    expect(asked).toBe(1);
    time.now += 1000;
    await book.ordersOf([hanako]);
    expect(asked).toBe(2);
    await book.ordersOf([{ ...hanako, isVerified: false }]);
    expect(asked).toBe(3);
    await book.ordersOf([]);
    expect(asked).toBe(3);
  });

  it.each([
    ['what is no JSON', 'Sorry!'],
    ['another form', '{"orders":{}}'],
    ['an address that is a script', JSON.stringify({ orders: [{ ...boots, url: 'javascript:alert(1)' }] })],
    ['more than it takes', JSON.stringify({ orders: [boots], more: 'x'.repeat(300_000) })],
  ])('says that the shop cannot be reached, for %s, and asks again', async (_, answer) => {
    let asked = 0;
    const { book } = await makeShop((__, response) => {
      asked += 1;
      response.end(answer);
    });
    for (const time of [1, 2]) {
      expect(await book.ordersOf([hanako])).toEqual({ state: 'unreachable', orders: [] });
      expect(asked).toBe(time);
    }
  });

  it('follows nobody elsewhere', async () => {
    let wasLedOn = false;
    const elsewhere = await makeShop((_, response) => {
      wasLedOn = true;
      response.end('{"orders":[]}');
    });
    const { book } = await makeShop((_, response) => response.writeHead(307, { Location: elsewhere.url }).end());
    expect(await book.ordersOf([hanako])).toMatchObject({ state: 'unreachable' });
    expect(wasLedOn).toBe(false);
  });

  it('waits three seconds for a shop that does not answer, or not to the end', async () => {
    const { book } = await makeShop((_, response) => response.write('{"orders":['));
    const started = Date.now();
    expect(await book.ordersOf([hanako])).toMatchObject({ state: 'unreachable' });
    expect(Date.now() - started).toBeGreaterThanOrEqual(2900);
  });

  it('is asked by staff about a customer with all they are known by, and stores nothing of the answer', async () => {
    const { book } = await answering({ orders: [boots] });
    const { services, staff } = await makeStaffedPortal({ orders: book });
    const id = await makeCustomer(services, ['email:hanako@example.jp', 'phone:+819012345678']);
    expect(await (await staff.ask(`/api/customers/${id}/orders`)).json()).toEqual({ state: 'found', orders: [boots] });
    const { rows } = await services.db.raw.execute(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
    );
    for (const { name } of rows) {
      const all = await services.db.raw.execute(`select * from "${name as string}"`);
      expect(JSON.stringify(all.rows)).not.toContain(boots.number);
    }
    await problemOf(staff.ask('/api/customers/nobody/orders'), 'not-found', 404);
  });

  it('is off where none is configured', async () => {
    const { services, staff } = await makeStaffedPortal();
    const id = await makeCustomer(services, ['email:hanako@example.jp']);
    expect(await (await staff.ask(`/api/customers/${id}/orders`)).json()).toEqual({ state: 'off', orders: [] });
  });
});

/** What is wrong with settings. */
const wrong = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.join();
  }
  return '';
};

describe('the settings of the look-up', () => {
  it('go together', () => {
    const both = { ORDERS_URL: 'https://shop.example.com/orders', ORDERS_SECRET: secret };
    expect(readConfig(both).orders).toEqual({ url: both.ORDERS_URL, secret });
    expect(readConfig({}).orders).toBeNull();
    expect(wrong({ ORDERS_URL: both.ORDERS_URL })).toMatch(
      /^ORDERS_SECRET is missing: with ORDERS_URL, expected at least 32/,
    );
    expect(wrong({ ORDERS_SECRET: secret })).toMatch(/^ORDERS_URL is missing/);
  });

  it.each(['http://shop.example.com/orders', 'https://me:word@shop.example.com', 'ftp://shop.example.com', 'orders'])(
    'take no address over which others could listen, or with a password in it: %s',
    (ORDERS_URL) => {
      const told = wrong({ ORDERS_URL, ORDERS_SECRET: secret });
      expect(told).toMatch(/^ORDERS_URL: expected where the shop answers/);
      expect(told).not.toContain('word');
    },
  );

  it('take this machine without TLS', () => {
    expect(readConfig({ ORDERS_URL: 'http://127.0.0.1:4999/', ORDERS_SECRET: secret }).orders).not.toBeNull();
  });
});
