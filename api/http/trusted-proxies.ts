import ipaddr from 'ipaddr.js';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Whether every part of a list, separated by commas or spaces, is an address or a network: `10.0.0.0/8`, `::1`. */
export function areNetworks(list: string): boolean {
  return rangesIn(list).every((range) => range !== null);
}

/** Says of an address whether it lies in one of the networks. What is no network holds nothing. */
export function proxiesIn(list: string): (address: string) => boolean {
  const ranges = rangesIn(list).filter((range) => range !== null);
  return (address) => {
    if (ranges.length === 0 || !ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    return ranges.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
  };
}

function rangesIn(list: string): (Range | null)[] {
  return list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(asRange);
}

function asRange(text: string): Range | null {
  const [address = ''] = text.split('/');
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return null;
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (text !== address) return null;
  const parsed = ipaddr.process(address);
  return [parsed, parsed.kind() === 'ipv4' ? 32 : 128];
}
