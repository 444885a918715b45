import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../../support/portal-process.ts';

/** A link between a browser and a server: what it takes for a request to arrive, and how much it carries back. */
export interface Link {
  latencyMs: number;
  bitsPerSecond: number;
}

/**
 * The server at `url` as it answers over a link, whoever asks: pages, workers, several at once share it. Gives back the
 * address to use instead.
 */
export async function behindLink(url: string, link: Link): Promise<{ url: string; stop(): Promise<void> }> {
  const target = Number(new URL(url).port);
  const sockets = new Set<Socket>();
  let freeAt = 0;
  const proxy = createServer((client) => {
    const server = connect(target, '127.0.0.1');
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (chunk) => setTimeout(() => server.writable && server.write(chunk), link.latencyMs));
    server.on('data', (chunk) => {
      for (let at = 0; at < chunk.length; at += packet) {
        const part = chunk.subarray(at, at + packet);
        freeAt = Math.max(freeAt, performance.now()) + (part.length * 8000) / link.bitsPerSecond;
        setTimeout(() => client.writable && client.write(part), Math.max(0, freeAt - performance.now()));
      }
    });
    client.on('close', () => server.destroy());
    server.on('close', () => setTimeout(() => client.destroy(), Math.max(0, freeAt - performance.now()) + 50));
  });
  const port = await freePort();
  proxy.listen(port, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://localhost:${port}`,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

const packet = 1400;
