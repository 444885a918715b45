import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that an address lies in, for logs: `203.0.113.0/24`, `2001:db8:1::/48`. Enough to see where a flood comes
 * from, too little to know one person by.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  const withoutZone = mapped.split('%')[0] ?? '';
  if (!isIPv6(withoutZone)) return 'unknown';
  // The URL parser writes an address the canonical way, numbers in hexadecimal.
  const [head = '', tail = ''] = new URL(`http://[${withoutZone}]`).hostname.slice(1, -1).split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail.split(':').filter(Boolean);
  const isShort = first.length + last.length < 8;
  const groups = [...first, ...(isShort ? Array<string>(8 - first.length - last.length).fill('0') : []), ...last];
  return `${groups.slice(0, 3).join(':')}::/48`;
}
