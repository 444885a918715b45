import type { Bounce, MailKind, ParsedMail } from './parsed-mail.ts';
import type { Part } from './parts.ts';

/** What is known of a mail before it is known what it is. */
export type Said = Omit<ParsedMail, 'kind' | 'reason' | 'bounce' | 'problems' | 'fresh' | 'quoted'>;

export function kindOf(
  _root: Part,
  _said: Said,
  _ownHosts: readonly string[],
): { kind: MailKind; reason: string; bounce: Bounce | null } {
  return { kind: 'message', reason: '', bounce: null };
}
