import { z } from 'zod';
import { ticketStates } from '../tickets/contract.ts';

/** What a customer can be known by: an address in one channel's world. */
export const identityKinds = ['email', 'phone', 'line', 'account', 'post'] as const;
export type IdentityKind = (typeof identityKinds)[number];

const instant = z.int().describe('Milliseconds since the epoch');

export const identity = z
  .strictObject({
    id: z.string(),
    kind: z.enum(identityKinds),
    value: z.string(),
    isVerified: z.boolean().describe('Whether the customer has proven that it is theirs'),
    isBlocked: z.boolean(),
  })
  .meta({ id: 'Identity' });
export type Identity = z.output<typeof identity>;

/** What happened with a customer, newest first. */
export const timelineEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('conversation'),
    at: instant,
    reference: z.string(),
    subject: z.string(),
    state: z.enum(ticketStates),
    channel: z.string(),
    excerpt: z.string(),
  }),
  z.strictObject({ kind: z.literal('page'), at: instant, url: z.string(), title: z.string() }),
  z.strictObject({ kind: z.literal('search'), at: instant, query: z.string() }),
  z.strictObject({
    kind: z.literal('rating'),
    at: instant,
    reference: z.string(),
    score: z.enum(['good', 'bad']),
    comment: z.string().nullable(),
  }),
]);
export type TimelineEntry = z.output<typeof timelineEntry>;

/** What the shop's own system said of a customer's orders. */
export const order = z
  .strictObject({
    number: z.string().max(60),
    placedAt: z.string().max(40).describe('ISO 8601'),
    status: z.string().max(60),
    total: z.string().max(40).optional(),
    items: z.array(z.string().max(200)).max(50).default([]),
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional()
      .describe('Where staff see it in the shop’s own system'),
  })
  .meta({ id: 'Order' });
export type Order = z.output<typeof order>;

/** Why two customers may be one: the same number or mailbox written otherwise, or the same full name at about the same time. */
export const likelyReasons = ['number', 'mailbox', 'name'] as const;
export type LikelyReason = (typeof likelyReasons)[number];

export const customerHistory = z
  .strictObject({
    id: z.string(),
    name: z.string().nullable(),
    language: z.enum(['ja', 'en']),
    createdAt: instant,
    identities: z.array(identity),
    timeline: z.array(timelineEntry),
    hasOlder: z.boolean().describe('Whether there are more conversations than the timeline holds'),
    merges: z
      .array(z.strictObject({ id: z.string(), name: z.string(), at: instant, by: z.string().nullable() }))
      .describe('Customers that this one turned out to be, which can be undone'),
    likely: z
      .array(
        z.strictObject({ id: z.string(), name: z.string().nullable(), value: z.string(), why: z.enum(likelyReasons) }),
      )
      .describe('Customers who may be the same person'),
  })
  .meta({ id: 'CustomerHistory', description: 'One person, one history: what the desk shows beside a conversation.' });
export type CustomerHistory = z.output<typeof customerHistory>;

export const customerOrders = z
  .strictObject({
    state: z.enum(['off', 'found', 'unreachable']).describe('`off`: no look-up is configured'),
    orders: z.array(order),
  })
  .meta({ id: 'CustomerOrders' });
export type CustomerOrders = z.output<typeof customerOrders>;

export const customerMergeInput = z.strictObject({
  other: z.string().max(40).describe('The id of the other customer'),
});
export const blockInput = z.strictObject({
  kind: z.enum(identityKinds),
  value: z.string().trim().min(1).max(254).describe('An address or number; `@example.com` for a whole domain'),
  reason: z.string().trim().min(1).max(300),
});
export type BlockInput = z.output<typeof blockInput>;
export const blockedSender = z
  .strictObject({
    id: z.string(),
    kind: z.enum(identityKinds),
    value: z.string(),
    reason: z.string(),
    by: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'BlockedSender' });
export type BlockedSender = z.output<typeof blockedSender>;
