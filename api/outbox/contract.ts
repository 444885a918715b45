import { z } from 'zod';

/** The desk's lists. */
export const outboxViews = ['waiting', 'dead', 'sent', 'cancelled'] as const;
export type OutboxView = (typeof outboxViews)[number];

/** What staff may make of a mail: let it go out again, or not at all. */
export const outboxStateInput = z.strictObject({ state: z.enum(['waiting', 'cancelled']) });
export type OutboxStateInput = z.output<typeof outboxStateInput>;

const instant = z.int().describe('Milliseconds since the epoch');

export const outboxMail = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    to: z.string(),
    name: z.string().nullable(),
    language: z.enum(['ja', 'en']),
    state: z.enum(outboxViews),
    isUnderWay: z.boolean().describe('Whether it is on its way at this moment'),
    attempts: z.int(),
    unanswered: z.int().describe('Attempts of which nobody knows whether the mail arrived'),
    dueAt: instant,
    sentAt: instant.nullable(),
    lastError: z.string().nullable().describe('What the mail server said last'),
    createdAt: instant,
  })
  .meta({ id: 'OutboxMail', description: 'A line of the outbox.' });
export type OutboxMail = z.output<typeof outboxMail>;

export const outboxMailWithText = outboxMail
  .extend({
    subject: z.string().nullable().describe('null when there is nothing to say any more'),
    text: z.string().nullable(),
    nextStates: z.array(outboxStateInput.shape.state).describe('What whoever asks may make of it'),
  })
  .meta({
    id: 'OutboxMailWithText',
    description:
      'A mail with what it says. The links in it are stand-ins: what opens something is made when the mail is sent.',
  });
export type OutboxMailWithText = z.output<typeof outboxMailWithText>;

export const outboxPage = z
  .strictObject({
    mails: z.array(outboxMail),
    next: z.string().nullable().describe('Pass as `after` for the next page; null at the end'),
    isSending: z.boolean().describe('Whether there is a mail server; without one, what waits goes on waiting'),
  })
  .meta({ id: 'OutboxPage' });
export type OutboxPage = z.output<typeof outboxPage>;
