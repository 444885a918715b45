import { sql } from 'drizzle-orm';
import { deleteSome, type Held } from '../privacy/held-data.ts';
import { messages } from '../tickets/tables.ts';
import { sweepUploads } from './sweep.ts';
import { attachments } from './tables.ts';

/** Longer than anything takes to arrive: a file without a row is nobody's by then. */
const arrivedMs = 15 * 60_000;

/** The files that came with messages. Their rows go first; what lies in the uploads folder without a row is swept. */
export const heldByAttachments: readonly Held[] = [
  {
    table: attachments,
    name: { ja: '添付ファイル', en: 'Attached files' },
    of: ({ conversations }) => sql`${attachments.messageId} in (select ${messages.id} from ${messages}
      where ${messages.conversationId} in ${conversations})`,
    withheld: ['sha256', 'preview', 'position'],
    isMany: true,
    erase: ({ conversations }, most) =>
      deleteSome(
        attachments,
        sql`${attachments.messageId} in (select ${messages.id} from ${messages} where ${messages.conversationId} in ${conversations})`,
        most,
      ),
    sweepFiles: (services) => sweepUploads(services, arrivedMs),
  },
];
