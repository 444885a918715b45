import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askPortal } from '../../../api/control/ask.ts';

/** A data folder, with something behind its socket. */
async function dataDirWith(listener?: RequestListener) {
  const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-control-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  if (!listener) return dataDir;
  const server = createServer(listener).listen(join(dataDir, 'control.sock'));
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return dataDir;
}

const ask = (dataDir: string) => askPortal(dataDir, { method: 'GET', path: '/' }, 200);

describe('asking a portal', () => {
  it('gives back what it answers, and null where none runs', async () => {
    expect(await ask(await dataDirWith((_, response) => response.end('{"pid":1}')))).toEqual({ pid: 1 });
    expect(await ask(await dataDirWith())).toBeNull();
    expect(await ask('/nowhere')).toBeNull();
  });

  it.for<[string, RequestListener, string]>([
    ['says nothing', () => undefined, 'has not answered within 0 seconds'],
    [
      'stops in the middle',
      (_, response) => void response.write('{"pid"', () => response.destroy()),
      'has not answered (',
    ],
    ['hangs up', (request) => request.socket.destroy(), 'has not answered ('],
    ['is something else', (_, response) => response.end('<h1>Hello</h1>'), 'with what cannot be read'],
    ['refuses', (_, response) => response.writeHead(500).end('{"error":"no room"}'), 'no room'],
  ])('that %s ends with a sentence', async ([, listener, sentence]) => {
    const dataDir = await dataDirWith(listener);
    await expect(ask(dataDir)).rejects.toMatchObject({
      name: 'ControlError',
      message: expect.stringContaining(sentence) as string,
    });
  });
});
