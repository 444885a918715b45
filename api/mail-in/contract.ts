import { z } from 'zod';

/** The desk's lists. */
export const mailInViews = ['quarantined', 'waiting', 'taken', 'not-answered', 'dismissed'] as const;
export type MailInView = (typeof mailInViews)[number];

export const mailInOutcomes = [
  'waiting',
  'message',
  'conversation',
  'bounce',
  'auto-reply',
  'blocked',
  'quarantined',
  'dismissed',
] as const;

/** What staff may make of a mail: have it tried again, put it away, or make a conversation of it all the same. */
export const mailInDecisions = ['try-again', 'dismiss', 'make-conversation'] as const;
export type MailInDecision = (typeof mailInDecisions)[number];
export const mailInDecisionInput = z.strictObject({ decision: z.enum(mailInDecisions) });

const instant = z.int().describe('Milliseconds since the epoch');

export const mailInAccepted = z
  .strictObject({
    id: z.string(),
    isNew: z.boolean().describe('false when the same mail was handed in before'),
  })
  .meta({ id: 'MailInAccepted', description: 'The mail is kept: whoever handed it in may forget it.' });

export const receivedMail = z
  .strictObject({
    id: z.string(),
    sender: z.string().nullable().describe('As the mail says, which proves nothing'),
    subject: z.string().nullable(),
    bytes: z.int(),
    outcome: z.enum(mailInOutcomes),
    reason: z.string().nullable().describe('Why, where the outcome does not say: too-large, own-mail …'),
    attempts: z.int(),
    receivedAt: instant,
    handledAt: instant.nullable(),
    reference: z.string().nullable().describe('The ticket that it went to'),
  })
  .meta({ id: 'ReceivedMail', description: 'A mail that came in, whatever became of it.' });
export type ReceivedMail = z.output<typeof receivedMail>;

export const receivedMailWithText = receivedMail
  .extend({
    headers: z.string().describe('As they came, at most 16 kB'),
    text: z.string().nullable().describe('What it says, as plain text; null when it could not be read'),
    files: z.array(z.strictObject({ name: z.string(), type: z.string(), bytes: z.int() })),
    decisions: z.array(z.enum(mailInDecisions)).describe('What whoever asks may make of it'),
  })
  .meta({ id: 'ReceivedMailWithText' });
export type ReceivedMailWithText = z.output<typeof receivedMailWithText>;

export const receivedMailPage = z
  .strictObject({
    mails: z.array(receivedMail),
    next: z.string().nullable().describe('Pass as `after` for the next page; null at the end'),
    isReceiving: z.boolean().describe('Whether mails come in at all'),
  })
  .meta({ id: 'ReceivedMailPage' });
export type ReceivedMailPage = z.output<typeof receivedMailPage>;
