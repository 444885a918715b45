import { z } from 'zod';
import { priorities, ticketStates, ticketSummary, ticketViews } from '../tickets/contract.ts';

const instant = z.int().describe('Milliseconds since the epoch');

/** What narrows a list of the desk down further. */
export const ticketFilter = z.strictObject({
  view: z.enum(ticketViews),
  tag: z.string().max(40).optional(),
  category: z.string().max(60).optional(),
  priority: z.enum(priorities).optional(),
  language: z.enum(['ja', 'en']).optional(),
  channel: z.string().max(40).optional(),
  assignee: z.string().max(40).optional().describe('The id of an account, `me` or `none`'),
  team: z.string().max(40).optional().describe('The id of a team, or `none`'),
});
export type TicketFilter = z.output<typeof ticketFilter>;

/** The query of a list: an unknown view is the first one. */
export const ticketListQuery = ticketFilter.extend({
  view: z.enum(ticketViews).default('to-answer').catch('to-answer'),
  after: z.string().optional().describe('The `next` of the page before'),
});

export const savedViewInput = z.strictObject({
  name: z.string().trim().min(1).max(60),
  isShared: z.boolean().default(false),
  filter: ticketFilter,
});
export type SavedViewInput = z.output<typeof savedViewInput>;

export const savedView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    isShared: z.boolean(),
    isOwn: z.boolean(),
    filter: ticketFilter,
  })
  .meta({ id: 'SavedView', description: 'A list of the desk with its filters, kept under a name.' });
export type SavedView = z.output<typeof savedView>;

/** Numbers beside the names of the lists; counted up to 1,000. */
export const viewCounts = z.record(z.enum(ticketViews), z.int()).meta({ id: 'ViewCounts' });
export type ViewCounts = z.output<typeof viewCounts>;

export const searchResult = z
  .strictObject({ ticket: ticketSummary, excerpt: z.string().describe('Where it was found, as plain text') })
  .meta({ id: 'ConversationSearchResult' });
export const searchPage = z
  .strictObject({ results: z.array(searchResult), next: z.string().nullable() })
  .meta({ id: 'ConversationSearchPage' });
export type SearchPage = z.output<typeof searchPage>;

/** Who is at a conversation just now, oneself left out. */
export const presence = z
  .strictObject({ accountId: z.string(), name: z.string(), isWriting: z.boolean(), seenAt: instant })
  .meta({ id: 'Presence' });
export type Presence = z.output<typeof presence>;
export const presenceInput = z.strictObject({ isWriting: z.boolean() });

/** Who tickets can be given to, and what else they are told apart by. */
export const colleagues = z
  .strictObject({
    teams: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    agents: z.array(z.strictObject({ id: z.string(), name: z.string(), teams: z.array(z.string()) })),
    tags: z.array(z.string()).describe('Tags in use, the most used first'),
    channels: z
      .array(z.strictObject({ id: z.string(), name: z.strictObject({ ja: z.string(), en: z.string() }) }))
      .describe('Every way in and out of conversations'),
  })
  .meta({ id: 'Colleagues' });
export type Colleagues = z.output<typeof colleagues>;

/**
 * What the live stream says (server-sent events, `event: ticket` and `event: presence`; `id` is where to resume). It
 * names what changed; the desk fetches it.
 */
export const liveEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ticket'), reference: z.string(), version: z.int(), state: z.enum(ticketStates) }),
  z.strictObject({ kind: z.literal('presence'), reference: z.string(), present: z.array(presence) }),
]);
export type LiveEvent = z.output<typeof liveEvent>;

/** Which conversations somebody wants a mail for when they are opened. */
export const notificationWish = z
  .strictObject({ newTickets: z.enum(['none', 'team', 'all']).describe('For those of one’s teams, or for all') })
  .meta({ id: 'NotificationWish' });
export type NotificationWish = z.output<typeof notificationWish>;

/** Which conversations are exported: by when they were opened. */
export const exportQuery = z.strictObject({
  from: z.coerce.number().int().min(0).optional().describe('Milliseconds since the epoch'),
  to: z.coerce.number().int().min(0).optional().describe('Milliseconds since the epoch; itself not included'),
  language: z.enum(['ja', 'en']).optional().describe('Of the headings'),
});
export type ExportQuery = z.output<typeof exportQuery>;

export const searchQuery = z.strictObject({
  q: z.string().max(200),
  after: z.string().optional().describe('The `next` of the page before'),
});
