import { isStaff, type Role } from '../../access/rules.ts';
import type { MailContext } from '../../mail/mail.ts';
import { tokenOf } from '../../tokens/one-time-tokens.ts';

export type LinkKind = 'invitation' | 'sign-in' | 'password-reset' | 'registration' | 'address';

/**
 * The address that a mail leads to: for staff the desk, for members a page of the help centre. The token stands behind the #, so that it reaches no log, and the page asks for a
 * click: what scans mails opens links, but sends no form.
 */
export function linkTo({ services, language }: MailContext, kind: LinkKind, tokenId: string, role: Role): string {
  const page = isStaff(role) ? `/desk/?language=${language}` : `/${language}/members/link/`;
  return `${services.publicUrl}${page}#${kind}=${tokenOf(services.secret, tokenId)}`;
}

/** Where somebody signs in. */
export function wayIn({ services, language }: MailContext, role: Role): string {
  return `${services.publicUrl}${isStaff(role) ? `/desk/?language=${language}` : `/${language}/members/sign-in/`}`;
}
