import { z } from 'zod';
import { attachment } from '../attachments/contract.ts';
import { emailAddress } from '../http/email-address.ts';

export const ticketStates = ['new', 'open', 'waiting', 'on-hold', 'solved', 'closed', 'spam'] as const;
export type TicketState = (typeof ticketStates)[number];

/** A path of this site, never another's. Browsers drop tabs and line ends from addresses: `/\t/` would be `//`. */
const sitePath = z
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
const messageBody = z
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
});
export type OpenTicketInput = z.output<typeof openTicketInput>;

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
});

export const stateInput = z.strictObject({
  state: z.enum(ticketStates),
  /** The version the person was looking at. */
  version: z.int().min(1),
});
export type StateInput = z.output<typeof stateInput>;

/** The desk's lists. */
export const ticketViews = ['to-answer', 'waiting', 'done', 'all'] as const;
export type TicketView = (typeof ticketViews)[number];

const instant = z.int().describe('Milliseconds since the epoch');
const language = z.enum(['ja', 'en']);
const state = z.enum(ticketStates);

export const openedTicket = z
  .strictObject({
    reference: z.string().describe('What people say when they mean this ticket: M-2K7F'),
    requestUrl: z.string().describe('Site-absolute address of the private request page; who has it may read and write'),
    promisedBy: instant.nullable().describe('By when the first reply is promised; null without any opening hours'),
    isAnsweredByMail: z
      .boolean()
      .describe('Whether replies are mailed, too; without a mail server the private page alone has them'),
  })
  .meta({ id: 'OpenedTicket', description: 'What a customer gets for a ticket.' });
export type OpenedTicket = z.output<typeof openedTicket>;

export const message = z
  .strictObject({
    id: z.string(),
    channel: z.string(),
    direction: z.enum(['in', 'out']),
    author: z.string().nullable().describe('The agent’s name, what the customer called themselves, or null'),
    body: z.string(),
    createdAt: instant,
    attachments: z.array(attachment),
  })
  .meta({ id: 'Message' });
export type Message = z.output<typeof message>;

export const customerRequest = z
  .strictObject({
    reference: z.string(),
    subject: z.string(),
    language,
    state,
    createdAt: instant,
    promisedBy: instant.nullable(),
    messages: z.array(message),
  })
  .meta({ id: 'CustomerRequest', description: 'A conversation as its customer sees it.' });
export type CustomerRequest = z.output<typeof customerRequest>;

export const ticketSummary = z
  .strictObject({
    reference: z.string(),
    subject: z.string(),
    language,
    state,
    customer: z.string(),
    createdAt: instant,
    lastMessageAt: instant,
    promisedBy: instant.nullable().describe('By when the first reply is promised; null once there was one'),
  })
  .meta({ id: 'TicketSummary', description: 'A line of the desk’s list.' });
export type TicketSummary = z.output<typeof ticketSummary>;

export const ticketPage = z
  .strictObject({
    tickets: z.array(ticketSummary),
    next: z.string().nullable().describe('Pass as `after` for the next page; null at the end'),
  })
  .meta({ id: 'TicketPage' });
export type TicketPage = z.output<typeof ticketPage>;

export const ticket = ticketSummary
  .extend({
    version: z.int().describe('Grows with every change; a change names the version that was seen'),
    name: z.string().nullable(),
    email: z.string(),
    emailVerified: z.boolean().describe('Whether the customer has proven the address'),
    nextStates: z.array(state).describe('States it may move to from here'),
    messages: z.array(message.extend({ trail: z.array(trailItem) })),
    otherTickets: z
      .array(z.strictObject({ reference: z.string(), subject: z.string(), state, createdAt: instant }))
      .describe('Other conversations of the same customer, newest first'),
  })
  .meta({ id: 'Ticket', description: 'A conversation as the desk sees it.' });
export type Ticket = z.output<typeof ticket>;
