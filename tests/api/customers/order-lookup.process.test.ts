import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pino from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createOrderBook } from '../../../api/customers/orders/order-book.ts';

const sample = join(import.meta.dirname, '../../../api/deploy/order-lookup.mjs');
const secret = 'a key that the shop and the portal share';

/** The sample, as a shop runs it. */
async function startSample(env: Record<string, string>) {
  const child = spawn(process.execPath, [sample], {
    env: { PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill());
  return child;
}

const bookAt = (url: string, key = secret, clock = Date.now) =>
  createOrderBook({ url, secret: key, clock, log: pino({ level: 'silent' }) });
const hanako = { kind: 'email', value: 'hanako@example.jp', isVerified: true } as const;

describe('the sample of a shop that answers with orders', () => {
  it('answers the portal about who has proven their address, and nobody else', async () => {
    const child = await startSample({ ORDERS_SECRET: secret });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const url = `http://127.0.0.1:${/port (\d+)/.exec(said.toString())?.[1]}/`;
    const answer = await bookAt(url).ordersOf([hanako]);
    expect(answer).toMatchObject({ state: 'found', orders: [{ number: 'A-1048-2231' }, {}] });
    const unproven = await bookAt(url).ordersOf([{ ...hanako, isVerified: false }]);
    expect(unproven).toEqual({ state: 'found', orders: [] });
    const stranger = await bookAt(url, 'another key that is as long as the other').ordersOf([hanako]);
    expect(stranger).toEqual({ state: 'unreachable', orders: [] });
    const late = await bookAt(url, secret, () => Date.now() - 600_000).ordersOf([hanako]);
    expect(late).toEqual({ state: 'unreachable', orders: [] });
    for (const headers of [{}, { 'Mado-Signature': 't=1,v1=short' }] as Record<string, string>[]) {
      expect((await fetch(url, { method: 'POST', body: '{}', headers })).status).toBe(401);
    }
  });

  it('does not start without a key', async () => {
    const child = await startSample({});
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).not.toBe(0);
  });
});
