import { type SQL, sql } from 'drizzle-orm';
import type { Statement } from '../../db/statements.ts';
import { queueMail } from '../../outbox/queue-mail.ts';
import type { Services } from '../../services.ts';
import type { DecisionAction } from '../contract.ts';
import { field, itemsOf } from '../decisions.ts';
import type { SeenItem } from '../seen-items.ts';
import type { moderationDecisions } from '../tables.ts';

/** A mistake that is undone within this time is never heard of. */
export const undoableQuietlyMs = 2 * 60_000;

/** What authors hear of by mail; that a post appears, they see. */
const told: readonly string[] = ['reject', 'return', 'hide', 'remove'] satisfies DecisionAction[];

/** The mails to those whose posts a decision takes out of sight: one for each author, however many of their posts. */
export function tellAuthors(
  services: Services,
  { id, action }: { id: string; action: string },
  seen: readonly SeenItem[],
): Statement[] {
  if (!told.includes(action)) return [];
  return authorsOf(seen).map((author) => {
    const isTheirs = sql`${field('author')} = ${author.id} and ${field('post')} is not null`;
    return queueMail(
      services,
      {
        kind: 'post-decided',
        ...addressOf(author),
        payload: { decision: id, titles: [] },
        laterKnown: { titles: titlesOf(id, isTheirs) },
        dueAt: services.clock() + undoableQuietlyMs,
      },
      sql`exists (select 1 from ${itemsOf(id, isTheirs)})`,
    );
  });
}

/** The mails to those who have heard of a decision that was undone. */
export function tellUndone(
  services: Services,
  { id, action, createdAt }: typeof moderationDecisions.$inferSelect,
  seen: readonly SeenItem[],
  ours: SQL,
): Statement[] {
  if (!told.includes(action) || services.clock() < createdAt + undoableQuietlyMs) return [];
  return authorsOf(seen).map((author) => {
    const isTheirs = sql`${ours} and ${field('author')} = ${author.id} and ${field('post')} is not null`;
    return shownAgain(services, id, author, isTheirs);
  });
}

/** The mails to those who have heard that a post of theirs is out of sight, and which is shown again by a later decision. */
export function tellRestored(
  services: Services,
  { id, action }: { id: string; action: string },
  seen: readonly SeenItem[],
): Statement[] {
  if (action !== ('restore' satisfies DecisionAction)) return [];
  const known = services.clock() - undoableQuietlyMs;
  const wasTold = sql`exists (select 1 from review_events as earlier where earlier.reviewable_id = ${field('id')}
    and earlier.action in (select value from json_each(${JSON.stringify(told)})) and earlier.created_at <= ${known}
    and not exists (select 1 from review_events as later where later.reviewable_id = earlier.reviewable_id
      and later.action in ('undone', 'approve', 'restore', 'reverse') and later.rowid > earlier.rowid and later.decision_id <> ${id}))`;
  return authorsOf(seen).map((author) => {
    const isTheirs = sql`${field('author')} = ${author.id} and ${field('post')} is not null and ${wasTold}`;
    return shownAgain(services, id, author, isTheirs);
  });
}

function shownAgain(services: Services, decision: string, author: SeenItem['author'], isTheirs: SQL): Statement {
  return queueMail(
    services,
    {
      kind: 'post-decision-undone',
      ...addressOf(author),
      payload: { titles: [] },
      laterKnown: { titles: titlesOf(decision, isTheirs) },
    },
    sql`exists (select 1 from ${itemsOf(decision, isTheirs)})`,
  );
}

/** Members only: staff see at the desk what becomes of their posts. */
function authorsOf(seen: readonly SeenItem[]): SeenItem['author'][] {
  const authors = new Map(seen.map(({ author }) => [author.id, author]));
  return [...authors.values()].filter(({ role, isActive }) => role === 'member' && isActive);
}

function addressOf({ email, name, language }: SeenItem['author']) {
  return { to: email, name, language };
}

/** The titles of the threads in which the posts stand, as JSON. */
function titlesOf(id: string, condition: SQL): SQL {
  return sql`json((select json_group_array(thread.title) from moderation_decisions as decision, json_each(decision.before, '$.items') as item
    inner join forum_posts as post on post.id = ${field('post')} inner join forum_threads as thread on thread.id = post.thread_id
    where decision.id = ${id} and ${condition}))`;
}
