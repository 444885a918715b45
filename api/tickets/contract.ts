import { z } from 'zod';
import type { Attachment } from '../attachments/contract.ts';
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

/** What a customer gets for a ticket. Times are milliseconds since the epoch. */
export interface OpenedTicket {
  reference: string;
  /** Site-absolute address of the private request page. */
  requestUrl: string;
  /** By when the first reply is promised; `null` if the calendar holds no opening hours. */
  promisedBy: number | null;
}

export interface Message {
  id: string;
  channel: string;
  direction: 'in' | 'out';
  /** Who wrote: the agent's name, what the customer called themselves, or `null`. */
  author: string | null;
  body: string;
  createdAt: number;
  attachments: Attachment[];
}

/** A conversation as its customer sees it. */
export interface CustomerRequest {
  reference: string;
  subject: string;
  language: 'ja' | 'en';
  state: TicketState;
  createdAt: number;
  promisedBy: number | null;
  messages: Message[];
}

/** A line of the desk's list. */
export interface TicketSummary {
  reference: string;
  subject: string;
  language: 'ja' | 'en';
  state: TicketState;
  customer: string;
  createdAt: number;
  lastMessageAt: number;
  /** By when the first reply is promised; `null` once there was one. */
  promisedBy: number | null;
}

export interface TicketPage {
  tickets: TicketSummary[];
  /** Pass as `after` for the next page; `null` at the end. */
  next: string | null;
}

/** A conversation as the desk sees it. */
export interface Ticket extends TicketSummary {
  version: number;
  name: string | null;
  email: string;
  /** Whether the customer has proven the address. */
  emailVerified: boolean;
  /** States it may move to from here. */
  nextStates: TicketState[];
  messages: (Message & { trail: TrailItem[] })[];
  /** Other conversations of the same customer, newest first. */
  otherTickets: { reference: string; subject: string; state: TicketState; createdAt: number }[];
}
