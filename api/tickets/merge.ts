import { eq, sql } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import type { By } from '../accounts/who.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { tagsOf, wrong } from './change-ticket.ts';
import { conversationAt, eventOf } from './changing.ts';
import { dueBy } from './due.ts';
import { idsOfAll, moveAll } from './moved-rows.ts';
import { isCustomersTurn } from './states.ts';
import { conversationArticles, conversations } from './tables.ts';
import { beforeOf, isAt, undoableBy } from './undoable.ts';

type Row = typeof conversations.$inferSelect;

/**
 * Lets another conversation of the same customer go into this one: its messages with their files, notes, history, mails,
 * tags and articles. It is closed then, and its private link opens this one. Gives the id to undo it by. Throws
 * `state-changed`, `merged`, `not-found`, and `other-customer`: nobody is to read what somebody else wrote.
 */
export async function mergeTickets(
  services: Services,
  into: { id: string; version: number },
  otherReference: string,
  by: By,
): Promise<{ undo: string }> {
  const { db } = services;
  const stays = await conversationAt(services, eq(conversations.id, into.id));
  if (stays.version !== into.version) throw new Problem('state-changed');
  if (stays.reference === otherReference) throw wrong('other', 'the reference of another conversation');
  const goes = await conversationAt(services, eq(conversations.reference, otherReference));
  if (goes.customerId !== stays.customerId) throw new Problem('other-customer');

  const tags = await tagsOf(services, [stays.id, goes.id]);
  const before = [beforeOf(goes, tags.get(goes.id) ?? []), beforeOf(stays, tags.get(stays.id) ?? [])];
  const mergedBefore = sql`json((select json_group_array(id) from conversations where merged_into_id = ${goes.id}))`;
  const known = sql`json_set(${JSON.stringify(before)}, '$[0].moved', json(${idsOfAll(goes.id)}), '$[0].merged', ${mergedBefore},
    '$[0].articles', ${articlesOf(goes.id)}, '$[1].articles', ${articlesOf(stays.id)})`;
  const merge = undoableBy(services, 'merge', known, by, sql`${isAt(stays)} and ${isAt(goes)}`);
  const ours = merge.isMade;
  const joined = standingTogether(services, stays, goes);
  const event = (id: string, kind: 'merged' | 'state-changed', detail: Record<string, string>) =>
    eventOf(services, id, { kind, detail }, by.accountId, ours);

  const [made] = await db.write([
    merge.statement,
    audited(
      services,
      {
        ...by,
        action: 'tickets:merge',
        target: { kind: 'ticket', id: stays.reference },
        detail: { from: goes.reference },
      },
      ours,
    ),
    ...moveAll(goes.id, stays.id, ours),
    event(stays.id, 'merged', { from: goes.reference }),
    event(goes.id, 'merged', { into: stays.reference }),
    ...(joined.state === stays.state
      ? []
      : [event(stays.id, 'state-changed', { from: stays.state, to: joined.state })]),
    db.read
      .update(conversations)
      .set({ ...joined, version: stays.version + 1 })
      .where(sql`${conversations.id} = ${stays.id} and ${ours}`),
    db.read
      .update(conversations)
      .set({ ...gone, mergedIntoId: stays.id, version: goes.version + 1 })
      .where(sql`${conversations.id} = ${goes.id} and ${ours}`),
    sql`update ${conversations} set merged_into_id = ${stays.id} where merged_into_id = ${goes.id} and ${ours}`,
    sql`insert or ignore into conversation_tags (conversation_id, tag, active_at)
      select ${stays.id}, tag, ${joined.lastMessageAt} from conversation_tags where conversation_id = ${goes.id} and ${ours}`,
    sql`insert or ignore into ${conversationArticles} (conversation_id, url, account_id, created_at)
      select ${stays.id}, url, account_id, created_at from conversation_articles where conversation_id = ${goes.id} and ${ours}`,
  ]);
  if (!made?.changes) throw new Problem('state-changed');
  return { undo: merge.id };
}

function articlesOf(id: string) {
  return sql`json((select json_group_array(url) from conversation_articles where conversation_id = ${id}))`;
}

/** What is left of a conversation that went into another. */
export const gone = {
  state: 'closed',
  waitingSince: null,
  dueAt: null,
  snoozedUntil: null,
  solvedAt: null,
} as const satisfies Partial<Row>;

/** What two conversations are together: whoever waits in one of them waits. */
function standingTogether(services: Services, stays: Row, goes: Row) {
  const isOpened = isCustomersTurn(stays.state) && !isCustomersTurn(goes.state);
  const state = isOpened ? ('open' as const) : stays.state;
  const waits = [stays.waitingSince, goes.waitingSince].filter((since) => since !== null);
  const waitingSince = isCustomersTurn(state) || waits.length === 0 ? null : Math.min(...waits);
  const replies = [stays.firstReplyAt, goes.firstReplyAt].filter((at) => at !== null);
  return {
    state,
    waitingSince,
    dueAt: waitingSince === null ? null : dueBy(services, stays.priority, waitingSince),
    solvedAt: isOpened ? null : stays.solvedAt,
    lastMessageAt: Math.max(stays.lastMessageAt, goes.lastMessageAt),
    firstReplyAt: replies.length === 0 ? null : Math.min(...replies),
  };
}
