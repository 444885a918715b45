import { z } from 'zod';
import { signedIdentity } from '../embed/contract.ts';
import { emailAddress } from '../http/email-address.ts';

/** One question of a category and what the customer answered; the question as they read it. */
export const answer = z.strictObject({
  id: z.string().min(1).max(40),
  question: z.string().min(1).max(200),
  answer: z.string().trim().min(1).max(500),
});
export type Answer = z.output<typeof answer>;

/** A path of this site, never another's. Browsers drop tabs and line ends from addresses: `/\t/` would be `//`. */
export const sitePath = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])\S*$/, 'a path of this site');

/** One question of a troubleshooting flow and its answer: the step's name in every language, and what was read. */
const flowAnswer = z.strictObject({
  step: z.string().min(1).max(80),
  question: z.string().max(200),
  answer: z.string().max(200),
});

/**
 * One thing a customer did before writing: a page read, a search made, or the way through a flow with the step it led
 * to. They see the list and may shorten it.
 */
export const trailItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('page'), url: sitePath, title: z.string().max(200), at: z.int().min(0) }),
  z.strictObject({ kind: z.literal('search'), query: z.string().min(1).max(200), at: z.int().min(0) }),
  z.strictObject({
    kind: z.literal('flow'),
    url: sitePath,
    title: z.string().max(200),
    answers: z.array(flowAnswer).min(1).max(20),
    step: z.string().min(1).max(80),
    reached: z.string().max(200),
    at: z.int().min(0),
  }),
]);
export type TrailItem = z.infer<typeof trailItem>;

/** Forms send line ends as two characters: one is what people typed and what counts. */
export const messageBody = z
  .string()
  .transform((text) => text.replaceAll(/\r\n?/g, '\n'))
  .pipe(z.string().trim().min(1).max(5000));

/** What a customer sends to open a ticket. */
export const openTicketInput = z.strictObject({
  name: z.string().trim().min(1).max(80).optional(),
  email: emailAddress,
  subject: z.string().trim().min(1).max(120),
  message: messageBody,
  language: z.enum(['ja', 'en']),
  trail: z.array(trailItem).max(40).default([]),
  category: z.string().min(1).max(60).optional().describe('What it is about: the slug of a category'),
  answers: z
    .record(z.string().max(40), z.string().trim().max(500))
    .optional()
    .describe('Answers to the questions of the category, by the questions’ ids; a choice by its id'),
  identity: signedIdentity.optional().describe('Who another site that shows the form says is writing, signed by it'),
});
export type OpenTicketInput = z.output<typeof openTicketInput>;

export const openedTicket = z
  .strictObject({
    reference: z.string().describe('What people say when they mean this ticket: M-2K7F'),
    requestUrl: z.string().describe('Site-absolute address of the private request page; who has it may read and write'),
    promisedBy: z.int().nullable().describe('By when the first reply is promised; null without any opening hours'),
    isAnsweredByMail: z
      .boolean()
      .describe('Whether replies are mailed, too; without a mail server the private page alone has them'),
  })
  .meta({ id: 'OpenedTicket', description: 'What a customer gets for a ticket.' });
export type OpenedTicket = z.output<typeof openedTicket>;
