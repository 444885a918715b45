import { z } from 'zod';
import { emailAddress } from '../../http/email-address.ts';

/** What somebody sends who wants notices by mail. */
export const subscriptionInput = z.strictObject({
  email: emailAddress,
  /** The slug of a category; left out, all notices are wanted. */
  category: z.string().min(1).max(100).optional(),
  /** As forms of this site send it; the address says the same. */
  language: z.enum(['ja', 'en']).optional(),
});
export type SubscriptionInput = z.output<typeof subscriptionInput>;
