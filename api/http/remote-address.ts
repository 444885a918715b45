import { isIPv4, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Context } from 'hono';
import type { Env } from './env.ts';

/** More proxies in a row than anybody has: whoever writes a longer list makes it up. */
const mostHops = 10;

/**
 * The network address a request came from. What a header says counts only as far as trusted proxies wrote it: the list
 * in X-Forwarded-For is read from its end, and the first address that is no trusted proxy's is the client's.
 */
export function remoteAddress<E extends Env>(c: Context<E>): string {
  const direct = plainAddress(c.env?.incoming?.socket?.remoteAddress ?? '');
  if (direct === null) return 'unknown';
  return clientBehind(direct, c.req.header('X-Forwarded-For'), c.get('services').isTrustedProxy);
}

/** The same for an address that connected and the header it sent along. */
export function clientBehind(
  direct: string,
  forwardedFor: string | undefined,
  isTrustedProxy: (address: string) => boolean,
): string {
  let client = direct;
  const hops = (forwardedFor ?? '').split(',').slice(-mostHops).map(withoutPort).toReversed();
  for (const hop of hops) {
    if (!isTrustedProxy(client)) break;
    const address = plainAddress(hop);
    // A proxy that writes something else does not know: it stands for its client.
    if (address === null) break;
    client = address;
  }
  return client;
}

/**
 * The network that limits count for one: an IPv4 address, or the /64 of an IPv6 address, which is what one customer of
 * a provider has at the least.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const parts = ipaddr.IPv6.parse(address).parts.slice(0, 4);
  return `${parts.map((part) => part.toString(16)).join(':')}::/64`;
}

/** One way of writing an address, IPv4 in IPv6 as IPv4; `null` for what is none. */
function plainAddress(text: string): string | null {
  const [address = ''] = text.split('%');
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return null;
  return ipaddr.process(address).toString();
}

/** Some proxies write the client's port, too: `192.0.2.1:50000`, `[2001:db8::1]:50000`. */
function withoutPort(hop: string): string {
  const text = hop.trim();
  return /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}
