import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { controlAddress } from './address.ts';

/** Nobody but the owner of the process reads or writes the socket. */
const ownerOnly = 0o177;

/**
 * Answers commands of this machine through a socket in the data folder, which only the user of the portal (and root) can
 * reach: that is all the permission that is asked. The database's lock has to be ours: a socket of a process that was
 * killed is taken away. Throws where there are no such sockets, as on Windows.
 */
export async function serveControl(dataDir: string, app: Hono): Promise<{ close(): Promise<void> }> {
  if (process.platform === 'win32') throw new Error('Windows has no such sockets');
  const { path, release } = controlAddress(dataDir);
  await rm(path, { force: true });
  const server = createAdaptorServer({ fetch: (request) => app.fetch(request) }) as Server;
  const before = process.umask(ownerOnly);
  try {
    // The socket is made within this call.
    server.listen(path);
  } finally {
    process.umask(before);
  }
  await once(server, 'listening');
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await closed;
      release();
    },
  };
}
