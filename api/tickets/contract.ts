import { z } from 'zod';
import { attachment } from '../attachments/contract.ts';
import { signedIdentity } from '../embed/contract.ts';
import { emailAddress } from '../http/email-address.ts';

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

/** One question of a category and what the customer answered; the question as they read it. */
export const answer = z.strictObject({
  id: z.string().min(1).max(40),
  question: z.string().min(1).max(200),
  answer: z.string().trim().min(1).max(500),
});
export type Answer = z.output<typeof answer>;

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
  category: z.string().min(1).max(60).optional().describe('What it is about: the slug of a category'),
  answers: z
    .record(z.string().max(40), z.string().trim().max(500))
    .optional()
    .describe('Answers to the questions of the category, by the questions’ ids; a choice by its id'),
  identity: signedIdentity.optional().describe('Who another site that shows the form says is writing, signed by it'),
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

export const bulkResult = z
  .strictObject({
    changed: z.array(z.string()).describe('References'),
    refused: z.array(z.strictObject({ reference: z.string(), problem: z.string() })),
    undo: z.string().nullable().describe('The id to undo it by; null when nothing was changed'),
  })
  .meta({ id: 'BulkResult' });
export type BulkResult = z.output<typeof bulkResult>;
