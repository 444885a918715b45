import { sql } from 'drizzle-orm';
import { accounts, teams } from '../accounts/tables.ts';
import { mailAddress } from '../customers/mail-address.ts';
import { customers } from '../customers/tables.ts';
import type { TicketSummary } from './contract.ts';
import { conversations } from './tables.ts';

const tagsOf = sql<string>`(select json_group_array(tag) from conversation_tags
  where conversation_id = ${conversations.id})`;

/** What a summary is made of, for a query on conversations joined with customers, teams and accounts. */
export const summaryColumns = {
  conversation: conversations,
  name: customers.name,
  email: mailAddress,
  tags: tagsOf,
  team: { id: teams.id, name: teams.name },
  assignee: { id: accounts.id, name: accounts.name },
};

export interface SummaryRow {
  conversation: typeof conversations.$inferSelect;
  name: string | null;
  email: string | null;
  /** JSON. */
  tags: string;
  team: { id: string; name: string } | null;
  assignee: { id: string; name: string } | null;
}

export function summaryOf({ conversation, name, email, tags, team, assignee }: SummaryRow): TicketSummary {
  const { reference, subject, language, state, createdAt, lastMessageAt, promisedBy, firstReplyAt } = conversation;
  const { version, channel, category, priority, waitingSince, dueAt, snoozedUntil } = conversation;
  return {
    reference,
    subject,
    language,
    state,
    customer: name ?? email ?? '',
    createdAt,
    lastMessageAt,
    promisedBy: firstReplyAt === null ? promisedBy : null,
    version,
    channel,
    category,
    priority,
    team,
    assignee,
    tags: (JSON.parse(tags) as string[]).toSorted(),
    waitingSince,
    dueAt,
    snoozedUntil,
  };
}
