import { once } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Env } from '../../../api/http/env.ts';
import { listen } from '../../../api/http/listen.ts';
import { freePort } from '../../support/portal-process.ts';

async function listening() {
  const port = await freePort();
  const listener = await listen({ port, host: '127.0.0.1' });
  onTestFinished(async () => void (await listener.close(0)));
  return { listener, url: `http://127.0.0.1:${port}`, port };
}

/** Something that the test ends when it likes. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

describe('a port', () => {
  it('says that the portal is starting until there is one', async () => {
    const { url } = await listening();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const readiness = await fetch(`${url}/readyz`);
    expect([readiness.status, await readiness.json()]).toEqual([503, { status: 'not ready', reasons: ['starting'] }]);
    expect(readiness.headers.get('X-Content-Type-Options')).toBe('nosniff');
    const page = await fetch(`${url}/ja/`);
    expect([page.status, page.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await page.json()).toMatchObject({ type: '/problems/starting' });
  });

  it('that closes lets slow requests end, takes no new ones, and ends streams by the signal that they listen to', async () => {
    const { listener, url, port } = await listening();
    const slow = gate();
    const stopping = new AbortController();
    const ended: string[] = [];
    const app = new Hono<Env>()
      .get('/slow', async (c) => {
        await slow.opened;
        return c.text('done');
      })
      .get('/stream', (c) =>
        streamSSE(c, async (stream) => {
          await stream.writeSSE({ data: 'hello' });
          await once(stopping.signal, 'abort');
          ended.push('stream');
        }),
      );
    listener.answerWith(app.fetch);

    const underWay = fetch(`${url}/slow`);
    const stream = await fetch(`${url}/stream`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('hello');

    stopping.abort();
    const closed = listener.close(30_000);
    expect((await reader?.read())?.done).toBe(true);
    await expect(fetch(`${url}/slow`)).rejects.toThrow('fetch failed');
    slow.open();
    expect(await (await underWay).text()).toBe('done');
    expect(await closed).toBe(0);
    expect(ended).toEqual(['stream']);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
  });

  it('that closes still answers who comes through a connection of before, and says that it was the last time', async () => {
    const { listener, port } = await listening();
    const slow = gate();
    const app = new Hono<Env>().get('/*', async (c) => {
      if (c.req.path === '/slow') await slow.opened;
      return c.text(`answer of ${c.req.path}`);
    });
    listener.answerWith(app.fetch);
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    await once(socket, 'connect');
    let received = '';
    socket.on('data', (text: string) => (received += text));
    socket.write('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = listener.close(30_000);
    socket.write('GET /later HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    slow.open();
    await once(socket, 'close');
    expect(await closed).toBe(0);
    const [, first, second] = received.split('HTTP/1.1 200 OK');
    expect(first).toContain('answer of /slow');
    expect(second).toContain('answer of /later');
    expect(second?.toLowerCase()).toContain('connection: close');
  });

  it('that closes cuts off what outlasts its patience, and counts it', async () => {
    const { listener, url } = await listening();
    const never = new Hono<Env>().get('/*', () => new Promise<Response>(() => undefined));
    listener.answerWith(never.fetch);
    const cut = fetch(`${url}/`).catch(() => 'cut off');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await listener.close(50)).toBe(1);
    expect(await cut).toBe('cut off');
  });
});
