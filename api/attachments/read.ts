import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import { isSeenByCustomer } from '../tickets/departures.ts';
import { messages } from '../tickets/tables.ts';
import type { Attachment } from './contract.ts';
import { attachments } from './tables.ts';

export type AttachmentRow = typeof attachments.$inferSelect;

/** The attachments of a conversation, by the message they came with. */
export async function attachmentsOf(db: Database, conversationId: string): Promise<Map<string, Attachment[]>> {
  const rows = await db.read
    .select({ attachment: attachments })
    .from(messages)
    .innerJoin(attachments, eq(attachments.messageId, messages.id))
    .where(eq(messages.conversationId, conversationId))
    .orderBy(asc(attachments.messageId), asc(attachments.position));
  const found = new Map<string, Attachment[]>();
  for (const { attachment } of rows) {
    const others = found.get(attachment.messageId) ?? [];
    found.set(attachment.messageId, [...others, asAttachment(attachment)]);
  }
  return found;
}

/** One attachment, for staff. Throws `not-found`. */
export async function readAttachment(db: Database, id: string): Promise<AttachmentRow> {
  const [row] = await db.read.select().from(attachments).where(eq(attachments.id, id));
  if (!row) throw new Problem('not-found');
  return row;
}

/**
 * One attachment of a conversation, for its customer: that of another is answered like none at all, and so is that of a
 * reply which was taken back or still may be. Throws `not-found`.
 */
export async function readAttachmentOf(
  db: Database,
  conversationId: string,
  id: string,
  now: number,
): Promise<AttachmentRow> {
  const [row] = await db.read
    .select({ attachment: attachments })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .where(and(eq(attachments.id, id), eq(messages.conversationId, conversationId), isSeenByCustomer(now)));
  if (!row) throw new Problem('not-found');
  return row.attachment;
}

function asAttachment({ id, name, type, bytes, preview, width, height }: AttachmentRow): Attachment {
  const isShown = preview === 'ready' && width !== null && height !== null;
  return { id, name, type, bytes, preview: isShown ? { width, height } : null };
}
