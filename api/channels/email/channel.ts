import { replyMail } from '../../tickets/reply-mail.ts';
import type { Channel } from '../channel.ts';

/** Mails to the portal's mailbox. Replies leave as those of the web do, in the thread of the customer's own mails. */
export const email: Channel = {
  id: 'email',
  name: { ja: 'メール', en: 'E-mail' },
  identity: 'email',
  isThreaded: true,
  reaches: ({ kinds, hasPage }) => hasPage && kinds.has('email'),
  deliver: replyMail,
};
