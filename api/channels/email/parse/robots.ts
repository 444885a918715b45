import type { ParsedMail } from './parsed-mail.ts';

const nobody =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|mailer-daemon|postmaster|mail-daemon|bounces?|auto[-_.]?(?:reply|confirm))(?:[-+_.].*)?@/;
const suppressed = new Set(['all', 'autoreply', 'oof']);

/**
 * Whether nothing may be answered by itself: no acknowledgement, no satisfaction question. Two machines would talk
 * until somebody ends it, and many of those addresses are forged.
 */
export function isRobot(
  mail: Pick<ParsedMail, 'kind' | 'returnPath' | 'autoResponseSuppress' | 'from' | 'precedence' | 'autoSubmitted'>,
): boolean {
  if (!['message', 'calendar', 'encrypted'].includes(mail.kind)) return true;
  // An empty sender asks for no answer (RFC 3834, 2; RFC 5321, 4.5.5).
  if (mail.returnPath === '' || mail.from === null) return true;
  return mail.autoResponseSuppress.some((what) => suppressed.has(what)) || nobody.test(mail.from.address);
}
