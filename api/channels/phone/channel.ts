import type { Channel } from '../channel.ts';

/** Calls, as agents log them while they talk. Nothing leaves that way by itself. */
export const phone: Channel = {
  id: 'phone',
  name: { ja: '電話', en: 'Phone' },
  identity: 'phone',
};
