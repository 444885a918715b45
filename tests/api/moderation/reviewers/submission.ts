import type { Submission } from '../../../../api/moderation/reviewer.ts';
import { makeServices } from '../../../support/services.ts';

export const newcomer: Submission['author'] = {
  accountId: 'rose',
  isStaff: false,
  level: 0,
  posts: 0,
  postsRefused: 0,
  ageMs: 600_000,
  silencedUntil: null,
};
export const member = { ...newcomer, level: 1, posts: 12 };

/** A post that nobody objects to, with changes. */
export function submission(changes: Partial<Submission> = {}): Submission {
  return {
    postId: 'post',
    language: 'en',
    board: 'returns',
    kind: 'reply',
    title: '',
    body: 'I wore them once, indoors.',
    secondsTyping: 40,
    isEdit: false,
    author: newcomer,
    ...changes,
  };
}

/** Services of a shop with an address, a telephone and a question about orders. */
export async function shopServices() {
  const made = await makeServices({ publicUrl: 'https://help.aruku.example' });
  const portal = made.services.portal();
  const question = {
    id: 'order-number',
    kind: 'text' as const,
    label: { ja: 'ご注文番号', en: 'Order number' },
    pattern: String.raw`A-\d{4}-\d{4}`,
    example: 'A-1048-2231',
    required: false,
    personal: true,
    longest: 500,
  };
  const [category] = made.services.categories();
  if (!category) throw new Error('There is no category');
  const name = { ja: '窓口', en: 'Us' };
  const hours = 'care';
  const services = {
    ...made.services,
    portal: () => ({
      ...portal,
      channels: [
        { id: 'mail', kind: 'email' as const, address: 'care@aruku.example', name, bestFor: name, hours, off: false },
        { id: 'phone', kind: 'phone' as const, number: '0120-000-417', name, bestFor: name, hours, off: false },
      ],
    }),
    categories: () => [{ ...category, questions: [question] }],
  };
  return { ...made, services };
}
