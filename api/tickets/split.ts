import { and, eq, sql } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import type { By } from '../accounts/who.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { tagsOf, wrong } from './change-ticket.ts';
import { conversationAt, eventOf } from './changing.ts';
import { dueBy } from './due.ts';
import { moveSome } from './moved-rows.ts';
import { insertLink, newLink } from './private-links.ts';
import { makeReference } from './reference.ts';
import { isCustomersTurn } from './states.ts';
import { conversations, messages } from './tables.ts';
import { beforeOf, isAt, undoableBy } from './undoable.ts';

const mostReferences = 12;

/**
 * Makes messages of a conversation one of their own, with their files, of the same customer. Gives its reference and the
 * id to undo it by. Throws `state-changed`, `merged`, and `invalid-input` for messages of another conversation, and for
 * all that there are.
 */
export async function splitTicket(
  services: Services,
  from: { id: string; version: number },
  { messages: chosen, subject }: { messages: string[]; subject: string },
  by: By,
): Promise<{ reference: string; undo: string }> {
  const { db, clock, random, secret } = services;
  const seen = await conversationAt(services, eq(conversations.id, from.id));
  if (seen.version !== from.version) throw new Problem('state-changed');
  const all = await db.read
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, from.id), sql`${messages.takenBackAt} is null`));
  const goes = all.filter(({ id }) => chosen.includes(id));
  const stays = all.filter(({ id }) => !chosen.includes(id));
  if (goes.length !== new Set(chosen).size) throw wrong('messages', 'messages of this conversation');
  if (!stays.some(({ direction }) => direction === 'in')) throw wrong('messages', 'not all that the customer wrote');
  const [first] = goes.toSorted((one, other) => one.createdAt - other.createdAt);
  if (!first) throw wrong('messages', 'messages of this conversation');

  const now = clock();
  const make = () => newId(now, random);
  const [id, linkId] = [make(), make()];
  const references = JSON.stringify(Array.from({ length: mostReferences }, (_, tried) => makeReference(random, tried)));
  const before = [beforeOf(seen, (await tagsOf(services, [seen.id])).get(seen.id) ?? [])];
  const known = sql`json_insert(${JSON.stringify(before)}, '$[#]', json_object('id', ${id}, 'version', 1))`;
  const split = undoableBy(services, 'split', known, by, isAt(seen));
  const ours = split.isMade;
  const left = spoken(stays);
  const taken = spoken(goes);
  const leftSince = isCustomersTurn(seen.state) ? null : left.waitingSince;
  const moved = { messages: goes.map((row) => row.id), outbox: goes.flatMap(({ outboxId }) => outboxId ?? []) };
  const opening = insertWhere(
    conversations,
    {
      id,
      reference: sql`(select value from json_each(${references}) where not exists (select 1 from ${conversations} where ${conversations.reference} = value) limit 1)`,
      customerId: seen.customerId,
      subject,
      language: seen.language,
      state: taken.waitingSince === null ? 'waiting' : 'open',
      version: 1,
      createdAt: first.createdAt,
      lastMessageAt: taken.lastMessageAt,
      promisedBy: seen.promisedBy,
      waitingSince: taken.waitingSince,
      firstReplyAt: taken.firstReplyAt,
      channel: first.channel,
      identityId: first.identityId ?? seen.identityId,
      category: seen.category,
      answers: [],
      priority: seen.priority,
      teamId: seen.teamId,
      assigneeId: seen.assigneeId,
      dueAt: taken.waitingSince === null ? null : dueBy(services, seen.priority, taken.waitingSince),
    },
    ours,
  );

  const [made, , opened] = await db.write([
    split.statement,
    audited(services, { ...by, action: 'tickets:split', target: { kind: 'ticket', id: seen.reference } }, ours),
    sql`${opening} returning ${sql.identifier(conversations.reference.name)}`,
    insertLink({ ...newLink(linkId, secret, now), now }, id, ours),
    ...moveSome(moved, { from: seen.id, to: id }, ours),
    sql`update received_mails set conversation_id = ${id} where conversation_id = ${seen.id}
      and entry_id in (select value from json_each(${JSON.stringify(moved.messages)})) and ${ours}`,
    eventOf(services, id, { kind: 'split', detail: { from: seen.reference } }, by.accountId, ours),
    insertSplitInto(services, seen.id, id, by.accountId, ours),
    db.read
      .update(conversations)
      .set({
        version: seen.version + 1,
        lastMessageAt: left.lastMessageAt,
        firstReplyAt: left.firstReplyAt,
        waitingSince: leftSince,
        dueAt: leftSince === null ? null : dueBy(services, seen.priority, leftSince),
      })
      .where(sql`${conversations.id} = ${seen.id} and ${ours}`),
  ]);
  if (!made?.changes) throw new Problem('state-changed');
  const reference = opened?.returned?.[0]?.[0];
  if (typeof reference !== 'string') throw new Problem('internal');
  return { reference, undo: split.id };
}

/** What some of the messages say of the conversation that they make. */
function spoken(list: readonly (typeof messages.$inferSelect)[]) {
  const replies = list.filter(({ direction }) => direction === 'out').map(({ createdAt }) => createdAt);
  const lastReplyAt = Math.max(0, ...replies);
  const waiting = list
    .filter(({ direction, createdAt }) => direction === 'in' && createdAt > lastReplyAt)
    .map(({ createdAt }) => createdAt);
  return {
    lastMessageAt: Math.max(...list.map(({ createdAt }) => createdAt)),
    firstReplyAt: replies.length === 0 ? null : Math.min(...replies),
    waitingSince: waiting.length === 0 ? null : Math.min(...waiting),
  };
}

function insertSplitInto(
  { clock, random }: Services,
  conversationId: string,
  newConversationId: string,
  accountId: string,
  guard: ReturnType<typeof sql>,
) {
  const now = clock();
  return sql`insert into conversation_events (id, conversation_id, account_id, kind, detail, created_at)
    select ${newId(now, random)}, ${conversationId}, ${accountId}, 'split', json_object('into', reference), ${now}
    from ${conversations} where ${conversations.id} = ${newConversationId} and ${guard}`;
}
