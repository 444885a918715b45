import { z } from 'zod';
import { priorities, ticketStates } from './contract.ts';
import { messageBody, sitePath } from './opening-contract.ts';

/** A tag as it is kept: in small letters, spaces as hyphens. */
export const tag = z
  .string()
  .transform((text) => text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, '-'))
  .pipe(
    z
      .string()
      .min(1)
      .max(40)
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}ー・_-]*$/u, 'letters, digits and hyphens'),
  );

/** What anybody sends to continue a conversation. `key` is the Idempotency-Key of a form sent without JavaScript. */
export const messageInput = z.strictObject({
  message: messageBody,
  key: z.string().min(8).max(100).optional(),
});
export type MessageInput = z.output<typeof messageInput>;

/** An agent's reply, with the version of the conversation that they were looking at. */
export const replyInput = z.strictObject({
  message: messageBody,
  version: z.int().min(1).optional(),
  channel: z.string().max(40).optional().describe('Through which it leaves; left out, the first of `replyChannels`'),
});

export const stateInput = z.strictObject({
  state: z.enum(ticketStates),
  /** The version the person was looking at. */
  version: z.int().min(1),
});
export type StateInput = z.output<typeof stateInput>;

const version = z.int().min(1).describe('The version that the person was looking at');

const accountId = z.string().max(40);

/** What staff may change of a conversation; what is left out stays. `null` takes away. */
export const ticketChange = z.strictObject({
  version,
  subject: z.string().trim().min(1).max(120).optional(),
  category: z.string().max(60).nullable().optional(),
  priority: z.enum(priorities).optional(),
  team: accountId.nullable().optional().describe('The id of a team'),
  assignee: accountId.nullable().optional().describe('The id of an account that answers tickets'),
  tags: z.array(tag).max(20).optional().describe('All of them, in place of those it had'),
  snoozedUntil: z.int().nullable().optional().describe('Milliseconds since the epoch, ahead; null wakes it'),
});
export type TicketChange = z.output<typeof ticketChange>;

/** One change of many conversations; each is changed only if it is still at its version. */
export const bulkInput = z.strictObject({
  tickets: z
    .array(z.strictObject({ reference: z.string().max(20), version }))
    .min(1)
    .max(200),
  state: z.enum(ticketStates).optional(),
  priority: z.enum(priorities).optional(),
  team: accountId.nullable().optional(),
  assignee: accountId.nullable().optional(),
  category: z.string().max(60).nullable().optional(),
  addTags: z.array(tag).max(20).default([]),
  removeTags: z.array(tag).max(20).default([]),
  snoozedUntil: z.int().nullable().optional(),
});
export type BulkInput = z.output<typeof bulkInput>;

export const noteInput = z.strictObject({ body: messageBody });

/** The other conversation, which goes into this one. */
export const mergeInput = z.strictObject({ version, other: z.string().max(20).describe('The reference of the other') });

/** From which message on a conversation becomes one of its own. */
export const splitInput = z.strictObject({
  version,
  messages: z.array(z.string().max(40)).min(1).max(200),
  subject: z.string().trim().min(1).max(120),
});

export const articleLinkInput = z.strictObject({ url: sitePath });

export const bulkResult = z
  .strictObject({
    changed: z.array(z.string()).describe('References'),
    refused: z.array(z.strictObject({ reference: z.string(), problem: z.string() })),
    undo: z.string().nullable().describe('The id to undo it by; null when nothing was changed'),
  })
  .meta({ id: 'BulkResult' });
export type BulkResult = z.output<typeof bulkResult>;
