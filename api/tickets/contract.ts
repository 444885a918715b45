import { z } from 'zod';
import { attachment } from '../attachments/contract.ts';
import { answer, trailItem } from './opening-contract.ts';

export const ticketStates = ['new', 'open', 'waiting', 'on-hold', 'solved', 'closed', 'spam'] as const;
export type TicketState = (typeof ticketStates)[number];

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** What the history of a conversation can say. Of an erased one, states and times stay. */
export const eventKinds = [
  'opened',
  'state-changed',
  'assigned',
  'handed-over',
  'priority-changed',
  'category-changed',
  'subject-changed',
  'tagged',
  'untagged',
  'snoozed',
  'woken',
  'merged',
  'split',
  'unmerged',
  'continued',
  'customer-changed',
  'article-linked',
  'reply-taken-back',
  'bounced',
  'rated',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** The desk's lists. */
export const ticketViews = [
  'to-answer',
  'mine',
  'team',
  'unassigned',
  'breaching',
  'waiting',
  'snoozed',
  'done',
  'spam',
  'all',
] as const;
export type TicketView = (typeof ticketViews)[number];

const instant = z.int().describe('Milliseconds since the epoch');

const language = z.enum(['ja', 'en']);

const state = z.enum(ticketStates);

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
    answers: z.array(answer).describe('What they answered to the questions of the category'),
    messages: z.array(message),
  })
  .meta({ id: 'CustomerRequest', description: 'A conversation as its customer sees it.' });
export type CustomerRequest = z.output<typeof customerRequest>;

/** Somebody or something with a name. */
const named = z.strictObject({ id: z.string(), name: z.string() });

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
    version: z.int().describe('Grows with every change; a change names the version that was seen'),
    channel: z.string().describe('Through which it was opened'),
    category: z.string().nullable(),
    priority: z.enum(priorities),
    team: named.nullable(),
    assignee: named.nullable(),
    tags: z.array(z.string()),
    waitingSince: instant.nullable().describe('Since when the customer has had no answer; null when it is their turn'),
    dueAt: instant.nullable().describe('By when the next answer is due, by its priority'),
    snoozedUntil: instant.nullable(),
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

/** A message as staff see it. */
export const staffMessage = message.extend({
  trail: z.array(trailItem),
  quoted: z.string().nullable().describe('What was cut off below: the quoted mail and the signature'),
  isSenderProven: z
    .boolean()
    .nullable()
    .describe('Whether the sender has proven who they are; null where nobody can tell'),
  sender: z.string().nullable().describe('The address or number that it came from'),
  delivery: z
    .enum(['waiting', 'sent', 'failed', 'cancelled', 'bounced'])
    .nullable()
    .describe('How far a reply has come on its way; null where nothing leaves, or nobody knows any more'),
  takeBackUntil: instant.nullable().describe('Until then its author may take it back'),
  isTakenBack: z.boolean(),
});
export type StaffMessage = z.output<typeof staffMessage>;

export const note = z
  .strictObject({ id: z.string(), author: named, body: z.string(), createdAt: instant })
  .meta({ id: 'Note', description: 'What staff say among themselves; no customer ever sees one.' });
export type Note = z.output<typeof note>;

export const conversationEvent = z
  .strictObject({
    id: z.string(),
    kind: z.enum(eventKinds),
    by: z.string().nullable().describe('Who of the staff; null for the customer or the portal'),
    detail: z.record(z.string(), z.string()),
    createdAt: instant,
  })
  .meta({ id: 'ConversationEvent' });
export type ConversationEvent = z.output<typeof conversationEvent>;

const linked = z.strictObject({ reference: z.string(), subject: z.string(), state });

export const ticket = ticketSummary
  .extend({
    customerId: z.string(),
    name: z.string().nullable(),
    email: z.string(),
    emailVerified: z.boolean().describe('Whether the customer has proven the address'),
    answers: z.array(answer).describe('What the customer answered to the questions of the category'),
    nextStates: z.array(state).describe('States it may move to from here'),
    messages: z.array(staffMessage),
    notes: z.array(note),
    events: z.array(conversationEvent),
    articles: z.array(z.strictObject({ url: z.string(), title: z.string() })),
    continues: linked.nullable().describe('The closed conversation that this one goes on from'),
    mergedInto: linked.nullable(),
    rating: z.strictObject({ score: z.enum(['good', 'bad']), comment: z.string().nullable(), at: instant }).nullable(),
    replyChannels: z.array(z.string()).describe('Channels that a reply can leave through; the first is taken'),
    otherTickets: z
      .array(z.strictObject({ reference: z.string(), subject: z.string(), state, createdAt: instant }))
      .describe('Other conversations of the same customer, newest first'),
  })
  .meta({ id: 'Ticket', description: 'A conversation as the desk sees it.' });
export type Ticket = z.output<typeof ticket>;
