import { web } from '../web/channel.ts';
import type { Channel } from '../channel.ts';

/** What somebody wrote in public and is better kept between them and staff. It goes on as a request of the contact form does. */
export const forum: Channel = {
  ...web,
  id: 'forum',
  name: { ja: 'フォーラム', en: 'Forum' },
};
