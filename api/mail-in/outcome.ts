import { and, eq } from 'drizzle-orm';
import type { Statement } from '../db/statements.ts';
import { oneLine } from '../mail/render.ts';
import type { Services } from '../services.ts';
import type { Handled } from './handle.ts';
import { type ReceivedMailRow, receivedMails } from './tables.ts';

const longestSubject = 200;
const longestId = 250;

/** The statements that write down what became of a mail, and what else belongs to that. */
export function written({ db, clock }: Services, row: ReceivedMailRow, handled: Handled): Statement[] {
  const { outcome, reason, conversationId = null, entryId = null, mail, also = [] } = handled;
  return [
    ...also,
    db.read
      .update(receivedMails)
      .set({
        outcome,
        reason,
        conversationId,
        entryId,
        handledAt: clock(),
        lease: null,
        leasedUntil: null,
        ...(mail
          ? {
              messageId: mail.messageId?.slice(0, longestId) ?? null,
              sender: mail.from?.address.toLowerCase().slice(0, 254) ?? null,
              subject: oneLine(mail.subject, longestSubject),
            }
          : {}),
      })
      .where(and(eq(receivedMails.id, row.id), eq(receivedMails.outcome, row.outcome))),
  ];
}
