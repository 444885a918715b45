import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../support/build-once.ts';
import { cast } from '../support/cast.ts';
import { type PortalProcess, startPortal } from '../support/portal-process.ts';

const running: PortalProcess[] = [];
const env = { LOG_LEVEL: 'info' };

beforeAll(buildOnce);
afterEach(async () => {
  for (const portal of running.splice(0)) await portal.stop('SIGKILL');
});

async function start(dataDir?: string) {
  const portal = await startPortal({ env, ...(dataDir ? { dataDir } : {}) });
  running.push(portal);
  return portal;
}

/** A request whose body comes when the test lets it come. */
async function slowRequest(port: number, subject: string) {
  const body = JSON.stringify({ ...cast.tom, subject, message: 'Hello', language: 'en' });
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  await once(socket, 'connect');
  let answer = '';
  socket.on('data', (text: string) => (answer += text));
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write(
    `POST /api/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 10)}`,
  );
  return {
    async finish() {
      socket.write(body.slice(10));
      await closed;
      return answer;
    },
    closed,
  };
}

/** Waits until the portal has said something. */
async function says(portal: PortalProcess, what: string) {
  await expect.poll(() => portal.output(), { timeout: 20_000 }).toContain(what);
}

describe('a portal that is told to stop', () => {
  it('is not ready any more, finishes slow requests, and keeps what it acknowledged', async () => {
    const portal = await start();
    expect((await fetch(`${portal.url}/readyz`)).status).toBe(200);
    const slow = await Promise.all(['one', 'two', 'three'].map((subject) => slowRequest(portal.port, subject)));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const stopped = portal.stop('SIGTERM');
    await says(portal, '"stopping"');
    await expect(fetch(`${portal.url}/readyz`)).rejects.toThrow('fetch failed');
    const answers = await Promise.all(slow.map((request) => request.finish()));
    expect(await stopped).toBe(0);
    expect(answers.map((answer) => answer.slice(0, 12))).toEqual(Array(3).fill('HTTP/1.1 201'));

    const again = await start(portal.dataDir);
    for (const answer of answers) {
      const [, requestUrl = ''] = /"requestUrl":"([^"]+)"/.exec(answer) ?? [];
      expect((await fetch(`${again.url}${requestUrl}`)).status).toBe(200);
    }
  });

  it('twice, stops at once', async () => {
    const portal = await start();
    const slow = await slowRequest(portal.port, 'never');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const first = portal.stop('SIGTERM');
    await says(portal, '"stopping"');
    // The same Ctrl+C may arrive twice; a second one comes later.
    process.kill(portal.pid, 'SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(portal.output()).not.toContain('stopped at once');
    process.kill(portal.pid, 'SIGTERM');
    expect(await first).toBe(1);
    await slow.closed;
    expect(portal.output()).toContain('stopped at once');
    expect((await fetch(`${(await start(portal.dataDir)).url}/readyz`)).status).toBe(200);
  });
});
