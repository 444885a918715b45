import { z } from 'zod';
import { languages } from '../../../content/schema/languages.ts';

export const subscriptionInput = z.strictObject({ every: z.enum(['post', 'day']) });
export type SubscriptionInput = z.output<typeof subscriptionInput>;
export const ownSubscription = z
  .strictObject({
    every: z.enum(['post', 'day']),
    language: z.enum(languages),
    board: z.string(),
    thread: z.strictObject({ number: z.int(), title: z.string() }).nullable().describe('Null for a whole board'),
    url: z.string().describe('Site-absolute'),
  })
  .meta({ id: 'OwnSubscription' });
export type OwnSubscription = z.output<typeof ownSubscription>;
