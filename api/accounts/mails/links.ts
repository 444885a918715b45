import type { MailContext } from '../../mail/mail.ts';
import { tokenOf } from '../../tokens/one-time-tokens.ts';

export type LinkKind = 'invitation' | 'sign-in' | 'password-reset' | 'registration' | 'address';

/**
 * The address that a mail leads to. The token stands behind the #, so that it reaches no log, and the page asks for a
 * click: what scans mails opens links, but sends no form.
 */
export function linkTo({ services, language }: MailContext, kind: LinkKind, tokenId: string): string {
  return `${services.publicUrl}/desk/?language=${language}#${kind}=${tokenOf(services.secret, tokenId)}`;
}
