import type { Server, ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from './remote-address.ts';

/** What connections may take: time, size and number. */
export interface ConnectionLimits {
  server: Pick<
    ServerOptions,
    'headersTimeout' | 'requestTimeout' | 'keepAliveTimeout' | 'connectionsCheckingInterval' | 'maxHeaderSize'
  >;
  requestsOnOne: number;
  /** How long an answer may wait for a reader who takes nothing. */
  stalledMs: number;
  all: number;
  /** From one IPv4 address or one IPv6 network of /64. */
  ofOneNetwork: number;
}

export const connectionLimits: ConnectionLimits = {
  server: {
    headersTimeout: 10_000,
    // A whole request: long enough for pictures over a slow phone.
    requestTimeout: 120_000,
    // Longer than proxies keep a connection for the next request, so that none meets one that just closed.
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 2_000,
    maxHeaderSize: 16_384,
  },
  requestsOnOne: 10_000,
  stalledMs: 30_000,
  all: 8_192,
  ofOneNetwork: 256,
};

/**
 * Cuts off connections that stand still, and those beyond the number one network may have. A proxy that is trusted
 * brings everybody's connections, so it is not counted.
 */
export function limitConnections(
  server: Server,
  { requestsOnOne, stalledMs, all, ofOneNetwork }: ConnectionLimits,
  isTrustedProxy: (address: string) => boolean,
): void {
  server.maxRequestsPerSocket = requestsOnOne;
  server.maxConnections = all;
  // Without a listener of its own for it, the server closes such a connection.
  server.timeout = stalledMs;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
    if (isTrustedProxy(address)) return;
    const network = networkOf(address);
    const count = (open.get(network) ?? 0) + 1;
    if (count > ofOneNetwork) {
      socket.destroy();
      return;
    }
    open.set(network, count);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
  });
}
