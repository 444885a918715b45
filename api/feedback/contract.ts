import { z } from 'zod';

export const voteReasons = ['inaccurate', 'unclear', 'incomplete', 'outdated', 'other'] as const;
export type VoteReason = (typeof voteReasons)[number];

/** A reader's verdict on an article; the reason may come with it or follow. */
export const voteInput = z.strictObject({
  language: z.enum(['ja', 'en']),
  kind: z.enum(['faq', 'guides', 'troubleshooting']),
  slug: z.string().min(1).max(100),
  helpful: z.enum(['yes', 'no']),
  reason: z.enum(voteReasons).optional(),
  comment: z.string().trim().max(1000).optional(),
});
export type VoteInput = z.output<typeof voteInput>;

export const reasonInput = z.strictObject({
  reason: z.enum(voteReasons),
  comment: z.string().trim().max(1000).optional(),
});
export type ReasonInput = z.output<typeof reasonInput>;

export const vote = z.strictObject({ id: z.string() }).meta({
  id: 'Vote',
  description: 'The id of a vote is known to its voter only, and is what allows them to add the reason.',
});
export type Vote = z.output<typeof vote>;
