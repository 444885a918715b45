import type { Channel } from './channel.ts';
import { email } from './email/channel.ts';
import { forum } from './forum/channel.ts';
import { phone } from './phone/channel.ts';
import { web } from './web/channel.ts';

/** Every way in and out of conversations. */
export const allChannels: readonly Channel[] = [web, email, phone, forum];
