import { eq, sql } from 'drizzle-orm';
import type { Bounce } from '../channels/email/parse/parsed-mail.ts';
import { newId } from '../db/id.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import { rowOfMessageId } from '../mail/message-ids.ts';
import { outbox } from '../outbox/tables.ts';
import type { Services } from '../services.ts';
import { conversationEvents, conversations, messages } from '../tickets/tables.ts';

export interface Bounced {
  conversationId: string;
  statements: Statement[];
}

/**
 * What is written down of a mail of ours that did not arrive: its message is marked, and the history says so, once. `null`
 * where the report names no mail of ours: anybody can send one.
 */
export async function bounced(services: Services, bounce: Bounce): Promise<Bounced | null> {
  const { db, clock, random } = services;
  const row = bounce.originalMessageId && rowOfMessageId(services, bounce.originalMessageId);
  if (!row) return null;
  const [mail] = await db.read
    .select({ conversationId: outbox.conversationId })
    .from(outbox)
    .innerJoin(conversations, eq(conversations.id, outbox.conversationId))
    .where(sql`${outbox.id} = ${row} and ${conversations.erasedAt} is null`);
  if (!mail?.conversationId) return null;
  const { conversationId } = mail;
  const now = clock();
  const id = newId(now, random);
  const { kind, detail } = conversationEvents;
  const isNew = sql`not exists (select 1 from ${conversationEvents} where ${conversationEvents.conversationId} = ${conversationId}
    and ${kind} = 'bounced' and json_extract(${detail}, '$.mail') = ${row})`;
  const isOurs = sql`exists (select 1 from ${conversationEvents} where ${conversationEvents.id} = ${id})`;
  const said = { mail: row, ...(bounce.status === null ? {} : { status: bounce.status }) };
  return {
    conversationId,
    statements: [
      insertWhere(
        conversationEvents,
        { id, conversationId, accountId: null, kind: 'bounced', detail: said, createdAt: now },
        isNew,
      ),
      db.read
        .update(messages)
        .set({ bouncedAt: now })
        .where(sql`${messages.outboxId} = ${row} and ${messages.bouncedAt} is null`),
      db.read
        .update(conversations)
        .set({ version: sql`${conversations.version} + 1` })
        .where(sql`${conversations.id} = ${conversationId} and ${isOurs}`),
    ],
  };
}
