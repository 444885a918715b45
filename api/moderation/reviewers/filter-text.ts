import type { Services } from '../../services.ts';
import { addressesIn } from './addresses.ts';
import { mailAddress, telephonesIn } from './contact-patterns.ts';
import { folded } from './folded-text.ts';
import { isOwnHost } from './own-hosts.ts';

/** What stands for something of which only the kind matters. */
const signs = { own: '\u{e000}', link: '\u{e001}', mail: '\u{e002}', telephone: '\u{e003}' } as const;

/**
 * What the filter reads of a post: its text, folded, in which addresses, telephone numbers and figures are only that.
 * Which ones they are is other reviewers' business, and would teach the filter names instead of manners.
 */
export function filterText(services: Pick<Services, 'publicUrl' | 'portal'>, title: string, body: string): string {
  let text = folded(`${title}\n${body}`).replaceAll(mailAddress, signs.mail);
  text = replaced(text, addressesIn(text), ({ host }) => (isOwnHost(services, host) ? signs.own : signs.link));
  const telephones = telephonesIn(text).map(({ index, found }) => ({ index, length: found.length }));
  return replaced(text, telephones, () => signs.telephone)
    .replaceAll(/\d+/g, '0')
    .replaceAll(/[\p{Z}\p{Cc}]+/gu, ' ')
    .trim();
}

function replaced<T extends { index: number; length: number }>(
  text: string,
  found: readonly T[],
  by: (each: T) => string,
): string {
  const parts: string[] = [];
  let from = 0;
  for (const each of found) {
    parts.push(text.slice(from, each.index), by(each));
    from = each.index + each.length;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
