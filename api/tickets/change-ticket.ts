import { and, eq, sql } from 'drizzle-orm';
import type { By } from '../accounts/who.ts';
import type { Statement } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { assertProperties } from './assert-properties.ts';
import { areColleagues } from './colleagues.ts';
import { type Change, change, conversationAt, type NewEvent } from './changing.ts';
import type { TicketChange } from './changes-contract.ts';
import { dueBy } from './due.ts';
import { isDone } from './states.ts';
import { conversations, conversationTags } from './tables.ts';

type Row = typeof conversations.$inferSelect;

/** What may be changed of a conversation; what is left out stays. */
export type Wish = Omit<TicketChange, 'version'>;

/**
 * Changes who answers a conversation, its priority, category, subject, tags and rest: one line in the history for each.
 * Throws `state-changed`, `merged`, and `invalid-input` for who cannot answer, for no team or category, and for a rest that
 * is over already or of what is done.
 */
export async function changeTicket(
  services: Services,
  id: string,
  { version, ...wish }: TicketChange,
  by: By,
): Promise<void> {
  const seen = await conversationAt(services, eq(conversations.id, id));
  if (seen.version !== version) throw new Problem('state-changed');
  await assertProperties(services, wish);
  const tags = await tagsOf(services, [id]);
  const what = changeOf(services, seen, tags.get(id) ?? [], wish);
  if (what) await change(services, seen, what, by);
}

/** The tags of conversations. */
export async function tagsOf({ db }: Services, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.read
    .select()
    .from(conversationTags)
    .where(sql`${conversationTags.conversationId} in (select value from json_each(${JSON.stringify(ids)}))`);
  return new Map(
    Object.entries(Object.groupBy(rows, ({ conversationId }) => conversationId)).map(([id, list = []]) => [
      id,
      list.map(({ tag }) => tag),
    ]),
  );
}

/** What a wish changes of a conversation; `null` for nothing. Throws `invalid-input` for a rest that cannot be. */
export function changeOf(services: Services, seen: Row, tags: readonly string[], wish: Wish): Change | null {
  const { subject, category, priority, team, assignee, snoozedUntil } = wish;
  const set: Change['set'] = {};
  const events: NewEvent[] = [];
  const note = (kind: NewEvent['kind'], from: string | null, to: string | null) =>
    events.push({ kind, detail: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) } });

  if (subject !== undefined && subject !== seen.subject) {
    note('subject-changed', seen.subject, subject);
    set.subject = subject;
  }
  if (category !== undefined && category !== seen.category) {
    note('category-changed', seen.category, category);
    set.category = category;
  }
  if (priority !== undefined && priority !== seen.priority) {
    note('priority-changed', seen.priority, priority);
    set.priority = priority;
    if (seen.waitingSince !== null) set.dueAt = dueBy(services, priority, seen.waitingSince);
  }
  if (team !== undefined && team !== seen.teamId) {
    note('handed-over', seen.teamId, team);
    set.teamId = team;
  }
  if (assignee !== undefined && assignee !== seen.assigneeId) {
    note('assigned', seen.assigneeId, assignee);
    set.assigneeId = assignee;
  }
  if (snoozedUntil !== undefined && snoozedUntil !== seen.snoozedUntil) {
    if (snoozedUntil === null) events.push({ kind: 'woken' });
    else {
      if (snoozedUntil <= services.clock() || isDone(seen.state)) throw wrong('snoozedUntil', 'a time ahead');
      events.push({ kind: 'snoozed', detail: { until: new Date(snoozedUntil).toISOString() } });
    }
    set.snoozedUntil = snoozedUntil;
  }
  const wished = new Set(wish.tags ?? tags);
  const added = [...wished].filter((tag) => !tags.includes(tag));
  const removed = tags.filter((tag) => !wished.has(tag));
  events.push(
    ...added.map((tag) => ({ kind: 'tagged' as const, detail: { tag } })),
    ...removed.map((tag) => ({ kind: 'untagged' as const, detail: { tag } })),
  );
  if (events.length === 0) return null;
  const guard = areColleagues(services, wish);
  return {
    set,
    events,
    ...(guard ? { guard } : {}),
    audit: { action: 'tickets:change', detail: { changed: [...new Set(events.map(({ kind }) => kind))] } },
    also: (isSeen) => [
      ...added.map((tag) => insertTag(seen.id, tag, isSeen)),
      ...removed.map((tag): Statement =>
        services.db.read
          .delete(conversationTags)
          .where(and(eq(conversationTags.conversationId, seen.id), eq(conversationTags.tag, tag), isSeen)),
      ),
    ],
  };
}

/** Gives a conversation a tag, at its place in the list of the tag. */
export function insertTag(id: string, tag: string, guard: ReturnType<typeof sql>): Statement {
  return sql`insert or ignore into ${conversationTags} (conversation_id, tag, active_at)
    select ${id}, ${tag}, ${conversations.lastMessageAt} from ${conversations} where ${conversations.id} = ${id} and ${guard}`;
}

/** A field that cannot be so, and what would be right. */
export function wrong(field: string, detail: string): Problem {
  return new Problem('invalid-input', { errors: [{ pointer: `#/${field}`, detail }] });
}
