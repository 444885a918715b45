import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import type { By } from '../accounts/who.ts';
import { newId } from '../db/id.ts';
import type { Statement } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { insertTag, tagsOf } from './change-ticket.ts';
import { eventOf, type NewEvent } from './changing.ts';
import type { BulkResult } from './changes-contract.ts';
import { gone } from './merge.ts';
import { moveAll, moveSome } from './moved-rows.ts';
import { conversationChanges, conversations } from './tables.ts';
import type { Before } from './undoable.ts';

type Row = typeof conversations.$inferSelect;
type KnownChange = typeof conversationChanges.$inferSelect;

/**
 * Undoes a change of several conversations, a merge or a split: of several, those that nobody has changed since; a merge
 * or a split only if nobody has changed either part. Throws `not-found`, and `state-changed` when nothing can be undone,
 * or it was already.
 */
export async function undoChange(services: Services, id: string, by: By): Promise<BulkResult> {
  const { db } = services;
  const [change] = await db.read.select().from(conversationChanges).where(eq(conversationChanges.id, id));
  if (!change) throw new Problem('not-found');
  if (change.undoneAt !== null) throw new Problem('state-changed');
  const before = change.before as unknown as Before[];
  const rows = await db.read
    .select()
    .from(conversations)
    .where(
      sql`${conversations.id} in (select value from json_each(${JSON.stringify(before.map((each) => each.id))})) and ${conversations.erasedAt} is null`,
    );
  const found = before.flatMap((was) => {
    const row = rows.find((known) => known.id === was.id);
    return row ? [{ row, was }] : [];
  });
  return change.kind === 'bulk' ? undoBulk(services, change, found, by) : undoJoin(services, change, before, found, by);
}

interface Found {
  row: Row;
  was: Before;
}

async function undoBulk(services: Services, change: KnownChange, found: Found[], by: By): Promise<BulkResult> {
  const { db, clock, random } = services;
  const tags = await tagsOf(
    services,
    found.map(({ row }) => row.id),
  );
  const lists = found.map(({ row, was }) => {
    const event = newId(clock(), random);
    const guard = sql`${isNotUndone(change)} and ${isAsLeft(was)}`;
    const ours = sql`exists (select 1 from conversation_events where id = ${event})`;
    const had = tags.get(row.id) ?? [];
    const [first = { kind: 'state-changed' }, ...others]: NewEvent[] = eventsBack(row, was, had);
    return {
      reference: row.reference,
      event,
      statements: [
        eventOf(services, row.id, { ...first, id: event }, by.accountId, guard),
        ...others.map((other) => eventOf(services, row.id, other, by.accountId, ours)),
        audited(
          services,
          {
            ...by,
            action: 'tickets:undo',
            target: { kind: 'ticket', id: row.reference },
            detail: { change: change.id },
          },
          ours,
        ),
        ...tagsBack(row.id, was, had, ours),
        setBack(services, row, was.was, ours),
      ],
    };
  });
  const isAnyBack = sql`exists (select 1 from conversation_events where id in ${list(lists.map(({ event }) => event))})`;
  const results = await db.write([
    ...lists.flatMap(({ statements }) => statements),
    undone(services, change, isAnyBack),
  ]);
  const result: BulkResult = { changed: [], refused: [], undo: null };
  let place = 0;
  for (const { reference, statements } of lists) {
    if (results[place]?.changes) result.changed.push(reference);
    else result.refused.push({ reference, problem: 'state-changed' });
    place += statements.length;
  }
  if (result.changed.length === 0) throw new Problem('state-changed');
  return result;
}

/** A merge comes apart again; what a split made goes back into where it came from. */
async function undoJoin(
  services: Services,
  change: KnownChange,
  before: Before[],
  found: Found[],
  by: By,
): Promise<BulkResult> {
  const { db, clock, random } = services;
  const [one, other] = found;
  if (!one || !other || found.length < before.length) throw new Problem('state-changed');
  const event = newId(clock(), random);
  const ours = sql`exists (select 1 from conversation_events where id = ${event})`;
  const guard = sql`${isNotUndone(change)} and ${isAsLeft(one.was)} and ${isAsLeft(other.was)}`;
  const back = change.kind === 'merge' ? mergeBack(services, one, other, ours) : splitBack(services, one, other, ours);
  const [first, ...others] = back.events;
  const [recorded] = await db.write([
    eventOf(services, first.row.id, { ...first.event, id: event }, by.accountId, guard),
    ...others.map(({ row, event: then }) => eventOf(services, row.id, then, by.accountId, ours)),
    audited(
      services,
      {
        ...by,
        action: 'tickets:undo',
        target: { kind: 'ticket', id: one.row.reference },
        detail: { change: change.id, other: other.row.reference },
      },
      ours,
    ),
    ...back.statements,
    undone(services, change, ours),
  ]);
  if (!recorded?.changes) throw new Problem('state-changed');
  return { changed: [one.row.reference, other.row.reference], refused: [], undo: null };
}

interface Back {
  events: [{ row: Row; event: NewEvent }, ...{ row: Row; event: NewEvent }[]];
  statements: Statement[];
}

/** `went` leaves `stayed` with what was its own. */
function mergeBack(services: Services, went: Found, stayed: Found, ours: SQL): Back {
  const { moved, merged = [], articles = [] } = went.was;
  const [gains, had] = [went.was.tags, stayed.was.tags];
  const from = stayed.row.id;
  return {
    events: [
      { row: went.row, event: { kind: 'unmerged', detail: { from: stayed.row.reference } } },
      { row: stayed.row, event: { kind: 'unmerged', detail: { into: went.row.reference } } },
    ],
    statements: [
      ...moveSome(moved ?? {}, { from, to: went.row.id }, ours),
      sql`delete from conversation_tags where conversation_id = ${from} and tag in ${list(gains)} and tag not in ${list(had)} and ${ours}`,
      sql`delete from conversation_articles where conversation_id = ${from} and url in ${list(articles)}
        and url not in ${list(stayed.was.articles ?? [])} and ${ours}`,
      sql`update ${conversations} set merged_into_id = ${went.row.id} where id in ${list(merged)} and merged_into_id = ${from} and ${ours}`,
      setBack(services, went.row, { ...went.was.was, mergedIntoId: null }, ours),
      setBack(services, stayed.row, stayed.was.was, ours),
    ],
  };
}

function list(values: readonly string[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(values)}))`;
}

/** Everything of `made` goes back into `origin`, and its private link opens that. */
function splitBack(services: Services, origin: Found, made: Found, ours: SQL): Back {
  return {
    events: [
      { row: made.row, event: { kind: 'merged', detail: { into: origin.row.reference } } },
      { row: origin.row, event: { kind: 'merged', detail: { from: made.row.reference } } },
    ],
    statements: [
      ...moveAll(made.row.id, origin.row.id, ours),
      sql`insert or ignore into conversation_articles (conversation_id, url, account_id, created_at)
        select ${origin.row.id}, url, account_id, created_at from conversation_articles where conversation_id = ${made.row.id} and ${ours}`,
      setBack(services, made.row, { ...gone, mergedIntoId: origin.row.id }, ours),
      setBack(services, origin.row, origin.was.was, ours),
    ],
  };
}

/** What the history says of going back: the changes from what is to what was. */
function eventsBack(row: Row, { was, tags }: Before, had: readonly string[]): NewEvent[] {
  const events: NewEvent[] = [];
  const note = (kind: NewEvent['kind'], from: string | null, to: string | null) => {
    if (from !== to) {
      events.push({ kind, detail: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) } });
    }
  };
  note('state-changed', row.state, was.state);
  note('category-changed', row.category, was.category);
  note('priority-changed', row.priority, was.priority);
  note('handed-over', row.teamId, was.teamId);
  note('assigned', row.assigneeId, was.assigneeId);
  if (row.snoozedUntil !== was.snoozedUntil) {
    const until = was.snoozedUntil;
    events.push(
      until === null ? { kind: 'woken' } : { kind: 'snoozed', detail: { until: new Date(until).toISOString() } },
    );
  }
  for (const tag of tags.filter((each) => !had.includes(each))) events.push({ kind: 'tagged', detail: { tag } });
  for (const tag of had.filter((each) => !tags.includes(each))) events.push({ kind: 'untagged', detail: { tag } });
  return events;
}

function tagsBack(id: string, { tags }: Before, had: readonly string[], guard: SQL): Statement[] {
  return [
    ...tags.filter((tag) => !had.includes(tag)).map((tag) => insertTag(id, tag, guard)),
    sql`delete from conversation_tags where conversation_id = ${id}
      and tag not in (select value from json_each(${JSON.stringify(tags)})) and ${guard}`,
  ];
}

function setBack({ db }: Services, row: Row, was: Partial<Row>, guard: SQL): Statement {
  return db.read
    .update(conversations)
    .set({ ...was, version: row.version + 1 })
    .where(and(eq(conversations.id, row.id), guard));
}

/** Nobody has changed the conversation since the change. */
function isAsLeft({ id, version }: Before): SQL {
  return sql`exists (select 1 from ${conversations} where ${conversations.id} = ${id} and ${conversations.version} = ${version}
    and ${conversations.erasedAt} is null)`;
}

function isNotUndone({ id }: KnownChange): SQL {
  return sql`exists (select 1 from ${conversationChanges} where ${conversationChanges.id} = ${id} and ${conversationChanges.undoneAt} is null)`;
}

function undone({ db, clock }: Services, { id }: KnownChange, guard?: SQL): Statement {
  return db.read
    .update(conversationChanges)
    .set({ undoneAt: clock() })
    .where(and(eq(conversationChanges.id, id), isNull(conversationChanges.undoneAt), guard));
}
