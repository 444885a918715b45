import type { SendMailOptions } from 'nodemailer';
import type { Language } from '../../content/schema/languages.ts';
import { emailAddress } from '../http/email-address.ts';
import type { Services } from '../services.ts';
import { nameOf } from './greeting.ts';
import type { MailKind, MailText } from './mail.ts';
import { messageIdOf } from './message-ids.ts';
import { oneLine, renderMail } from './render.ts';
import type { MailSender } from './smtp-settings.ts';

/** What is known of a mail beside what it says. */
export interface Addressed {
  /** The id of its row. */
  id: string;
  to: { address: string; name: string | null };
  language: Language;
  sender: MailSender;
  /** Message-IDs of earlier mails of the same conversation, the first one first, with angle brackets. */
  earlier: readonly string[];
  /** Where answers go; the sender's if left out. */
  replyTo?: string | undefined;
  autoSubmitted: MailKind<unknown>['autoSubmitted'];
}

/** The recipient is not one address: nobody may be mailed for that. */
export class NotOneAddressError extends Error {
  constructor() {
    super('the recipient is not one address');
    this.name = 'NotOneAddressError';
  }
}

const longestName = 60;

/**
 * A mail with its headers, for one recipient, who is also the only one of the envelope. Every text that somebody typed
 * is one line before it comes near a header. Throws `NotOneAddressError`.
 */
export async function addressedMail(
  mail: MailText,
  { id, to, language, sender, earlier, replyTo, autoSubmitted = 'auto-generated' }: Addressed,
  services: Services,
): Promise<SendMailOptions> {
  if (!emailAddress.safeParse(to.address).success) throw new NotOneAddressError();
  const { subject, text, html } = await renderMail(mail, services, language);
  const references = [...earlier];
  const last = references.at(-1);
  const from = oneLine(sender.name ?? services.portal().name[language], longestName);
  return {
    envelope: { from: sender.address, to: [to.address] },
    from: { name: from, address: sender.address },
    ...(replyTo ? { replyTo: { name: from, address: replyTo } } : {}),
    to: { name: oneLine((mail.isNameless ? null : nameOf(to.name)) ?? '', longestName), address: to.address },
    subject,
    text,
    html,
    messageId: messageIdOf(services, id),
    date: new Date(services.clock()),
    ...(last ? { inReplyTo: last, references } : {}),
    headers: {
      'Content-Language': language,
      // Out-of-office answers and the like would come back to a machine (RFC 3834; the other is Exchange's).
      ...(autoSubmitted === 'no' ? {} : { 'Auto-Submitted': autoSubmitted }),
      'X-Auto-Response-Suppress': 'All',
      ...(mail.unsubscribeUrl
        ? {
            'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${headerUrl(mail.unsubscribeUrl)}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** An address as it may stand in a header. */
function headerUrl(url: string): string {
  const { href } = new URL(url);
  if (!/^https?:\/\/[\x21-\x3b\x3d\x3f-\x7e]+$/.test(href)) throw new Error('that address cannot stand in a header');
  return href;
}
