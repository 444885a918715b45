import { expect, it } from 'vitest';
import { networkOf } from '../../../api/log/network.ts';

it.for([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8::6', '2001:db8:0::/48'],
  ['2001:0DB8:0001:0000::6', '2001:db8:1::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['2001::', '2001:0:0::/48'],
  ['unknown', 'unknown'],
  ['<script>', 'unknown'],
] as const)('the log knows %s as %s', ([address, network]) => {
  expect(networkOf(address)).toBe(network);
});
