import { type SQL, sql } from 'drizzle-orm';
import { deleteSome, type Held, type Subject } from '../privacy/held-data.ts';
import { isSeenByCustomer } from '../tickets/departures.ts';
import { messages } from '../tickets/tables.ts';
import { sweepUploads } from './sweep.ts';
import { attachments } from './tables.ts';

/** The files that came with messages. Their rows go first; what lies in the uploads folder without a row is swept. */
export const heldByAttachments: readonly Held[] = [
  {
    table: attachments,
    name: { ja: '添付ファイル', en: 'Attached files' },
    of: rowsOf,
    // What was taken back before it left, or still can be, was given to nobody.
    isTold: (now) =>
      sql`exists (select 1 from ${messages} where ${messages.id} = ${attachments.messageId} and ${isSeenByCustomer(now)})`,
    withheld: ['sha256', 'preview', 'position'],
    isMany: true,
    erase: (subject, most) => deleteSome(attachments, rowsOf(subject), most),
    async filesOf({ db }, subject) {
      const rows = await db.read.select({ id: attachments.id }).from(attachments).where(rowsOf(subject));
      return rows.map(({ id }) => id);
    },
    sweepFiles: sweepUploads,
  },
];

function rowsOf({ conversations }: Subject): SQL {
  return sql`${attachments.messageId} in (select ${messages.id} from ${messages} where ${messages.conversationId} in ${conversations})`;
}
