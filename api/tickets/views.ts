import { type SQL, sql } from 'drizzle-orm';
import type { TicketFilter } from '../desk/contract.ts';
import type { TicketView } from './contract.ts';
import { conversations } from './tables.ts';

/** How a list of the desk is read: in the order of an index that holds just its conversations. */
export interface ListedView {
  index: string;
  /** What the index is ordered by; the conversation's id settles what came in the same moment. */
  by: SQL;
  oldestFirst: boolean;
  /** Exactly what the index holds: SQLite refuses to read by it otherwise. */
  holds: SQL;
  /** What else a list is made of, for who asks at that time. */
  narrowed?: (account: string, now: number) => SQL;
}

/** So long before an answer is due, its conversation is on the list of those about to be late. */
export const breachingMs = 2 * 3_600_000;

const present = sql`${conversations.mergedIntoId} is null and ${conversations.erasedAt} is null`;
const awake = sql`${conversations.snoozedUntil} is null and ${present}`;
const toDo = sql`${conversations.state} in ('new', 'open') and ${awake}`;

const toAnswer = {
  index: 'desk_to_answer',
  /** Since when a customer has waited; for one who does not, the last message. */
  by: sql`coalesce(${conversations.waitingSince}, ${conversations.lastMessageAt})`,
  oldestFirst: true,
  holds: toDo,
};
const newestFirst = { by: sql`${conversations.lastMessageAt}`, oldestFirst: false };

/**
 * Every list. What waits for us, waits for them, sleeps, is done or is spam stands in one of those five lists; a
 * conversation that went into another, or was erased, in none.
 */
export const views: Record<TicketView, ListedView> = {
  'to-answer': toAnswer,
  mine: { ...toAnswer, narrowed: (account) => sql`${conversations.assigneeId} = ${account}` },
  team: {
    ...toAnswer,
    narrowed: (account) =>
      sql`${conversations.teamId} in (select team_id from team_members where account_id = ${account})`,
  },
  unassigned: { ...toAnswer, narrowed: () => sql`${conversations.assigneeId} is null` },
  breaching: {
    index: 'desk_breaching',
    by: sql`${conversations.dueAt}`,
    oldestFirst: true,
    holds: sql`${conversations.dueAt} is not null and ${toDo}`,
    narrowed: (_, now) => sql`${conversations.dueAt} < ${now + breachingMs}`,
  },
  waiting: {
    ...newestFirst,
    index: 'desk_waiting',
    holds: sql`${conversations.state} in ('waiting', 'on-hold') and ${awake}`,
  },
  snoozed: {
    index: 'desk_snoozed',
    by: sql`${conversations.snoozedUntil}`,
    oldestFirst: true,
    holds: sql`${conversations.snoozedUntil} is not null and ${conversations.state} in ('new', 'open', 'waiting', 'on-hold')
      and ${present}`,
  },
  done: {
    ...newestFirst,
    index: 'desk_done',
    holds: sql`${conversations.state} in ('solved', 'closed') and ${present}`,
  },
  spam: { ...newestFirst, index: 'desk_spam', holds: sql`${conversations.state} = 'spam' and ${present}` },
  all: { ...newestFirst, index: 'desk_all', holds: sql`${conversations.state} <> 'spam' and ${present}` },
};

/** Lists that most of the history is on. */
const long: ReadonlySet<TicketView> = new Set(['done', 'all']);

/** Where a list's conversations come from, in order, with what is to be asked of each. */
export interface ListSource {
  from: SQL;
  by: SQL;
  id: SQL;
  oldestFirst: boolean;
  conditions: SQL[];
}

/**
 * How a list is read with its filters. The index of a list has the columns of all filters but tags: those of one tag are
 * read from its own index where a list is long, and asked for one by one where it is short.
 */
export function sourceOf(filter: TicketFilter, account: string, now: number): ListSource {
  const { view, tag } = filter;
  const { index, by, oldestFirst, holds, narrowed } = views[view];
  const conditions = [holds, ...(narrowed ? [narrowed(account, now)] : []), ...filtered(filter, account)];
  if (tag !== undefined && long.has(view)) {
    return {
      from: sql`conversation_tags indexed by conversation_tags_by_tag
        cross join conversations on conversations.id = conversation_tags.conversation_id`,
      by: sql`conversation_tags.active_at`,
      id: sql`conversation_tags.conversation_id`,
      oldestFirst,
      conditions: [sql`conversation_tags.tag = ${tag}`, ...conditions],
    };
  }
  if (tag !== undefined) {
    conditions.push(sql`exists (select 1 from conversation_tags
      where conversation_tags.conversation_id = ${conversations.id} and conversation_tags.tag = ${tag})`);
  }
  const from = sql`conversations indexed by ${sql.identifier(index)}`;
  return { from, by, id: sql`${conversations.id}`, oldestFirst, conditions };
}

function filtered({ category, priority, language, channel, assignee, team }: TicketFilter, account: string): SQL[] {
  return [
    is(sql`${conversations.category}`, category),
    is(sql`${conversations.priority}`, priority),
    is(sql`${conversations.language}`, language),
    is(sql`${conversations.channel}`, channel),
    isOrNone(sql`${conversations.assigneeId}`, assignee === 'me' ? account : assignee),
    isOrNone(sql`${conversations.teamId}`, team),
  ].filter((condition) => condition !== null);
}

function is(column: SQL, value: string | undefined): SQL | null {
  return value === undefined ? null : sql`${column} = ${value}`;
}

function isOrNone(column: SQL, value: string | undefined): SQL | null {
  return value === 'none' ? sql`${column} is null` : is(column, value);
}
