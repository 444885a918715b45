import { replyMail } from '../../tickets/reply-mail.ts';
import type { Channel } from '../channel.ts';

/** The contact form and the private request page. Replies stand on the page, and a mail takes them there. */
export const web: Channel = {
  id: 'web',
  name: { ja: 'ウェブ', en: 'Web' },
  identity: 'email',
  reaches: ({ kinds, hasPage }) => hasPage && kinds.has('email'),
  deliver: replyMail,
};
