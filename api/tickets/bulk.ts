import { sql } from 'drizzle-orm';
import type { By } from '../accounts/who.ts';
import { newId } from '../db/id.ts';
import type { Services } from '../services.ts';
import { changeOf, tagsOf } from './change-ticket.ts';
import { moved } from './change-state.ts';
import { type Change, changing } from './changing.ts';
import { assertProperties } from './assert-properties.ts';
import type { BulkInput, BulkResult } from './changes-contract.ts';
import { isDone, mayMove } from './states.ts';
import { conversationEvents, conversations } from './tables.ts';
import { unansweredSince } from './unanswered.ts';
import { type Before, beforeOf, undoableBy } from './undoable.ts';

type Row = typeof conversations.$inferSelect;
type Refused = BulkResult['refused'][number];

/**
 * Changes many conversations at once; who was overtaken by somebody else is refused with its reason, and the others are
 * changed. One that is so already counts as changed, too. Throws `invalid-input` as `changeTicket` does.
 */
export async function changeTickets(services: Services, input: BulkInput, by: By): Promise<BulkResult> {
  const { db, clock, random } = services;
  await assertProperties(services, input);
  const references = input.tickets.map(({ reference }) => reference);
  const rows = await db.read
    .select()
    .from(conversations)
    .where(
      sql`${conversations.reference} in (select value from json_each(${JSON.stringify(references)})) and ${conversations.erasedAt} is null`,
    );
  const ids = rows.map(({ id }) => id);
  const [tags, since] = await Promise.all([tagsOf(services, ids), unansweredSince(services, ids)]);

  const changed: string[] = [];
  const refused: Refused[] = [];
  const planned: { reference: string; before: Before & { event: string }; statements: ReturnType<typeof changing> }[] =
    [];
  for (const { reference, version } of new Map(input.tickets.map((ticket) => [ticket.reference, ticket])).values()) {
    const row = rows.find((known) => known.reference === reference);
    const had = tags.get(row?.id ?? '') ?? [];
    const what = row ? planOf(services, row, had, { ...input, version }, since.get(row.id) ?? null) : 'not-found';
    if (typeof what === 'string') refused.push({ reference, problem: what });
    else if (!row || what.events.length === 0) changed.push(reference);
    else {
      const event = newId(clock(), random);
      const [first, ...others] = what.events;
      const events = first ? [{ ...first, id: event }, ...others] : [];
      const statements = changing(services, row, { ...what, events }, by);
      planned.push({ reference, before: { ...beforeOf(row, had), event }, statements });
    }
  }
  if (planned.length === 0) return { changed, refused, undo: null };

  // Only what this very write changed is there to be undone.
  const isWritten = sql`exists (select 1 from ${conversationEvents} where ${conversationEvents.id} = json_extract(item.value, '$.event'))`;
  const list = JSON.stringify(planned.map(({ before }) => before));
  const before = sql`(select json_group_array(json(item.value)) from json_each(${list}) as item where ${isWritten})`;
  const undoable = undoableBy(
    services,
    'bulk',
    before,
    by,
    sql`exists (select 1 from json_each(${list}) as item where ${isWritten})`,
  );
  const results = await db.write([...planned.flatMap(({ statements }) => statements), undoable.statement]);
  let place = 0;
  for (const { reference, statements } of planned) {
    if (results[place]?.changes) changed.push(reference);
    else refused.push({ reference, problem: 'state-changed' });
    place += statements.length;
  }
  return { changed, refused, undo: results.at(-1)?.changes ? undoable.id : null };
}

/** What becomes of one of them, or why it is refused. */
function planOf(
  services: Services,
  row: Row,
  tags: readonly string[],
  { version, state, addTags, removeTags, ...wish }: BulkInput & { version: number },
  since: number | null,
): Change | string {
  if (row.mergedIntoId !== null) return 'merged';
  if (row.version !== version) return 'state-changed';
  const wished = [...new Set([...tags, ...addTags])].filter((tag) => !removeTags.includes(tag));
  const { priority, team, assignee, category, snoozedUntil } = wish;
  if (snoozedUntil != null && isDone(state ?? row.state)) return 'state-refused';
  const properties = changeOf(services, { ...row, state: state ?? row.state }, tags, {
    priority,
    team,
    assignee,
    category,
    snoozedUntil,
    tags: wished,
  });
  const none: Change = { set: {}, events: [] };
  if (state === undefined || state === row.state) return properties ?? none;
  if (!mayMove(row.state, state, 'staff')) return 'state-refused';
  const move = moved(services, { ...row, priority: priority ?? row.priority }, state, row.waitingSince ?? since);
  const said = properties?.events ?? [];
  // Woken once, by the move or by their wish.
  const events = [...move.events.filter(({ kind }) => said.every((other) => other.kind !== kind)), ...said];
  return {
    ...(properties ?? none),
    set: { ...move.set, ...properties?.set, dueAt: move.set.dueAt ?? null },
    events,
    audit: { action: 'tickets:change', detail: { changed: events.map(({ kind }) => kind) } },
  };
}
