import { once } from 'node:events';
import type { Server, ServerOptions } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { Problem } from '../problem.ts';
import { type ConnectionLimits, connectionLimits, limitConnections } from './connections.ts';
import type { Env } from './env.ts';
import { basicHeaders } from './security-headers.ts';

const sweepMs = 20;

type Fetch = Hono<Env>['fetch'];

/** A port that is ours. Until there is an app behind it, everybody is told that it is starting. */
export interface Listener {
  answerWith(fetch: Fetch): void;
  /**
   * Takes no new connections, and resolves when every request of those that are there is answered, or after `graceMs`
   * milliseconds. Each answer says that it is its connection's last. Gives back how many had to be cut off.
   */
  close(graceMs: number): Promise<number>;
}

/** The port is taken, or the address is not this machine's; the message says what to do. */
export class ListenError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ListenError';
  }
}

interface ListenOptions {
  /** Who may have any number of connections. */
  isTrustedProxy?: (address: string) => boolean;
  /** What a connection may take. */
  limits?: ConnectionLimits;
  /** What the names of the settings begin with that choose port and address. */
  setting?: '' | 'METRICS_';
}

/** Throws `ListenError`. */
export async function listen(
  { port, host }: { port: number; host: string },
  { isTrustedProxy = () => false, limits = connectionLimits, setting = '' }: ListenOptions = {},
): Promise<Listener> {
  let answer: Fetch = sayStarting;
  let underWay = 0;
  let isClosing = false;
  const server = createAdaptorServer({
    fetch: (request, bindings) => answer(request, bindings),
    serverOptions: limits.server satisfies ServerOptions,
  }) as Server;
  limitConnections(server, limits, isTrustedProxy);
  // Before the answer is made.
  server.prependListener('request', (_, response) => {
    underWay += 1;
    if (isClosing) response.setHeader('Connection', 'close');
    response.once('close', () => {
      underWay -= 1;
    });
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new ListenError(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken by another program. Stop it, or set ${setting}PORT to a free one, such as ${port + 1}.`
        : `Cannot listen on ${host}:${port} (${code}). Set ${setting}HOST and ${setting}PORT to an address of this machine.`,
    );
  }
  return {
    answerWith(fetch) {
      answer = fetch;
    },
    async close(graceMs) {
      isClosing = true;
      const closed = new Promise((resolve) => server.close(resolve));
      // A connection that browsers keep open for later holds up nobody.
      const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
      clearInterval(sweep);
      const cutOff = underWay;
      server.closeAllConnections();
      return cutOff;
    },
  };
}

/** An answer without an app. The process lives: only that can be said of it. */
function sayStarting(request: Request): Response {
  const headers = { ...basicHeaders, 'Cache-Control': 'no-store', 'Retry-After': '5' };
  const { pathname } = new URL(request.url);
  if (pathname === '/healthz') return Response.json({ status: 'ok' }, { headers });
  if (pathname === '/readyz') {
    return Response.json({ status: 'not ready', reasons: ['starting'] }, { status: 503, headers });
  }
  const problem = new Problem('starting');
  return new Response(JSON.stringify(problem.body('en')), {
    status: problem.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
  });
}
