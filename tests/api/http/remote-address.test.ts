import { describe, expect, it } from 'vitest';
import { clientBehind, networkOf } from '../../../api/http/remote-address.ts';
import { areNetworks, proxiesIn } from '../../../api/http/trusted-proxies.ts';

const isTrusted = proxiesIn('127.0.0.1, 10.0.0.0/8 ::1 2001:db8:ffff::/48');

describe('the address of a client', () => {
  it.each([
    ['is who connects, without a header', '192.0.2.1', undefined, '192.0.2.1'],
    ['is who connects, whatever they say', '192.0.2.1', '203.0.113.9', '192.0.2.1'],
    ['is whom a trusted proxy names', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['is whom the nearest one names that is not trusted', '127.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.5', '203.0.113.9'],
    ['is no address that a client made up before its own', '10.1.2.3', '127.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['is the first, where all are trusted', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['is the proxy, where it names nobody', '10.0.0.1', 'unknown', '10.0.0.1'],
    ['is the proxy, where its header is empty', '10.0.0.1', '', '10.0.0.1'],
    ['is not read beyond what is no address', '10.0.0.1', '203.0.113.9, _hidden, 10.0.0.2', '10.0.0.2'],
    ['is no number that could be one', '10.0.0.1', '3405803785', '10.0.0.1'],
    ['is no octal or hexadecimal one', '10.0.0.1', '0xcb.0.113.9', '10.0.0.1'],
    ['comes without its port', '10.0.0.1', '203.0.113.9:50000', '203.0.113.9'],
    ['comes without brackets and port in IPv6', '10.0.0.1', '[2001:db8::1]:50000', '2001:db8::1'],
    ['is IPv4 where it is written in IPv6', '10.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
    ['is whom a proxy in IPv6 names', '2001:db8:ffff:1::5', '203.0.113.9', '203.0.113.9'],
  ])('%s', (_, direct, header, expected) => {
    expect(clientBehind(direct, header, isTrusted)).toBe(expected);
  });

  it('is sought through ten proxies at most', () => {
    const list = ['203.0.113.9', ...Array.from({ length: 5000 }, () => '10.0.0.1')].join(', ');
    expect(clientBehind('10.0.0.2', list, isTrusted)).toBe('10.0.0.1');
  });

  it('belongs to a network: the address in IPv4, the /64 in IPv6', () => {
    expect(networkOf('192.0.2.1')).toBe('192.0.2.1');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:0db8:0001:0002::1')).toBe('2001:db8:1:2::/64');
    expect(networkOf('unknown')).toBe('unknown');
  });
});

describe('a list of trusted proxies', () => {
  it.each([['10.0.0.0/8'], ['10.0.0.1'], ['::1'], ['10.0.0.1,::1'], ['10.0.0.1 ::1/128'], ['']])(
    'may be %j',
    (list) => {
      expect(areNetworks(list)).toBe(true);
    },
  );

  it.each([['proxy.example'], ['10.0.0.0/33'], ['10.0.0'], ['*'], ['1'], ['10.0.0.1, all'], ['/8'], ['0x0a.0.0.1']])(
    'is none: %j',
    (list) => {
      expect(areNetworks(list)).toBe(false);
    },
  );

  it('holds nobody when it is empty, and no IPv6 address in an IPv4 network', () => {
    expect(proxiesIn('')('127.0.0.1')).toBe(false);
    expect(proxiesIn('0.0.0.0/0')('2001:db8::1')).toBe(false);
    expect(proxiesIn('10.0.0.0/8')('11.0.0.1')).toBe(false);
    expect(proxiesIn('10.0.0.0/8')('nonsense')).toBe(false);
  });
});
