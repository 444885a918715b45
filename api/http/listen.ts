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
  /** Takes no new requests, and resolves when those under way are answered, or after `graceMs` milliseconds. */
  close(graceMs: number): Promise<void>;
}

/** The port is taken, or the address is not this machine's; the message says what to do. */
export class ListenError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ListenError';
  }
}

/** `limits` and `isTrustedProxy` are what a connection may take, and who may have any number of them. */
export async function listen(
  { port, host }: { port: number; host: string },
  isTrustedProxy: (address: string) => boolean = () => false,
  limits: ConnectionLimits = connectionLimits,
): Promise<Listener> {
  let answer: Fetch = sayStarting;
  const server = createAdaptorServer({
    fetch: (request, bindings) => answer(request, bindings),
    serverOptions: limits.server satisfies ServerOptions,
  }) as Server;
  limitConnections(server, limits, isTrustedProxy);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new ListenError(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken by another program. Stop it, or set PORT to a free one, such as ${port + 1}.`
        : `Cannot listen on ${host}:${port} (${code}). Set HOST and PORT to an address of this machine.`,
    );
  }
  return {
    answerWith(fetch) {
      answer = fetch;
    },
    async close(graceMs) {
      const closed = new Promise((resolve) => server.close(resolve));
      // A connection that browsers keep open for later holds up nobody.
      const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
      clearInterval(sweep);
      server.closeAllConnections();
    },
  };
}

function sayStarting(): Response {
  const problem = new Problem('starting');
  return new Response(JSON.stringify(problem.body('en')), {
    status: problem.status,
    headers: { ...basicHeaders, 'Content-Type': 'application/problem+json', 'Retry-After': '5' },
  });
}
