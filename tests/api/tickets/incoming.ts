import type { Incoming } from '../../../api/tickets/incoming.ts';

/** What comes in through some channel, from somebody who is not known yet. */
export const fromGrace = {
  channel: 'pigeon',
  sender: { kind: 'post' as const, value: '1 Harbour Lane', name: 'Grace Hill', isProven: false },
  conversationId: null,
  subject: 'Left boot, please',
  body: 'Only the right one was in the box.',
  quoted: null,
  language: 'en' as const,
  category: null,
  answers: [],
  trail: [],
  files: [],
  isAcknowledged: true,
} satisfies Incoming;

/** What makes each sending a new one. */
export function onceOf(key: string) {
  return { scope: 'pigeon', key, fingerprint: key };
}
