import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ConnectionLimits, connectionLimits } from '../../../api/http/connections.ts';
import { listen } from '../../../api/http/listen.ts';
import { freePort } from '../../support/portal-process.ts';

/** The same limits, only that nobody has to wait long for them. */
const quick: ConnectionLimits = {
  ...connectionLimits,
  server: {
    ...connectionLimits.server,
    headersTimeout: 300,
    requestTimeout: 600,
    keepAliveTimeout: 300,
    connectionsCheckingInterval: 50,
  },
  stalledMs: 500,
};

async function openPort(limits: ConnectionLimits, isTrustedProxy?: (address: string) => boolean) {
  return (await openListener(limits, isTrustedProxy)).port;
}

async function openListener(limits: ConnectionLimits, isTrustedProxy?: (address: string) => boolean) {
  const port = await freePort();
  const listener = await listen({ port, host: '127.0.0.1' }, { limits, ...(isTrustedProxy && { isTrustedProxy }) });
  onTestFinished(async () => {
    await listener.close(100);
  });
  const { promise: isGivenUp, resolve: giveUp } = Promise.withResolvers<void>();
  listener.answerWith(async (request) => {
    if (request.url.endsWith('/endless')) {
      const chunk = new Uint8Array(65_536);
      return new Response(new ReadableStream({ pull: (stream) => stream.enqueue(chunk), cancel: giveUp }));
    }
    return new Response(`read ${(await request.text()).length}`);
  });
  return { port, isGivenUp };
}

/** A connection, and all that comes back on it until the server ends it. */
async function connectTo(port: number) {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return { socket, rest: () => restOf(socket) };
}

async function restOf(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  if (!socket.closed) await once(socket, 'close');
  return text;
}

/** Writes a byte now and then, for as long as anybody listens. */
function trickle(socket: Socket, byte: string) {
  const timer = setInterval(() => socket.write(byte), 50);
  socket.once('close', () => clearInterval(timer));
}

describe('a connection', () => {
  it('is answered, and may be used again', async () => {
    const { socket, rest } = await connectTo(await openPort(quick));
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(await rest()).toContain('200 OK');
  });

  it('that never ends its headers is cut off', async () => {
    const { socket, rest } = await connectTo(await openPort(quick));
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    trickle(socket, 'a');
    expect(await rest()).toContain('408 Request Timeout');
  });

  it('that says nothing is cut off', async () => {
    const { rest } = await connectTo(await openPort(quick));
    await rest();
  });

  it('that never ends its body is cut off, even while it sends', async () => {
    const { socket, rest } = await connectTo(await openPort(quick));
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n');
    trickle(socket, 'a');
    expect(await rest()).not.toContain('200 OK');
  });

  it('that takes nothing of its answer is cut off', async () => {
    const { port, isGivenUp } = await openListener(quick);
    const { socket } = await connectTo(port);
    socket.pause();
    socket.write('GET /endless HTTP/1.1\r\nHost: x\r\n\r\n');
    await isGivenUp;
  });

  it('with headers of more than 16 KiB is refused', async () => {
    const { socket, rest } = await connectTo(await openPort(quick));
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'a'.repeat(17_000)}\r\n\r\n`);
    expect(await rest()).toContain('431');
  });

  it.each([
    ['two lengths', 'Content-Length: 4\r\nContent-Length: 5\r\n'],
    ['a length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n'],
    ['a length that is none', 'Content-Length: -4\r\n'],
    ['a header line that is folded', 'X-Folded: a\r\n b: c\r\nContent-Length : 4\r\n'],
  ])('that could be read in two ways is refused: %s', async (_, headers) => {
    const { socket, rest } = await connectTo(await openPort(quick));
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${headers}\r\nabcd`);
    expect(await rest()).toContain('400 Bad Request');
  });
});

describe('connections of one network', () => {
  const few = { ...quick, ofOneNetwork: 3 };

  it('are so many at once; another is closed, and taken when one of them ends', async () => {
    const port = await openPort(few);
    const open = await Promise.all([connectTo(port), connectTo(port), connectTo(port)]);
    const beyond = await connectTo(port);
    expect(await beyond.rest()).toBe('');
    const [first] = open;
    first?.socket.end('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(await first?.rest()).toContain('200 OK');
    await expect
      .poll(async () => {
        const next = await connectTo(port);
        next.socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
        return next.rest();
      })
      .toContain('200 OK');
  });

  it('are any number where it is a trusted proxy', async () => {
    const port = await openPort(few, (address) => address === '127.0.0.1');
    const open = await Promise.all(Array.from({ length: 10 }, () => connectTo(port)));
    for (const { socket } of open) socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    for (const { rest } of open) expect(await rest()).toContain('200 OK');
  });
});
