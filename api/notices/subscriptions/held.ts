import { type SQL, sql } from 'drizzle-orm';
import { deleteSome, type Held, type Subject } from '../../privacy/held-data.ts';
import { noticeSubscribers } from './tables.ts';

/** Who gets notices by mail. */
export const heldByNoticeSubscriptions: readonly Held[] = [
  {
    table: noticeSubscribers,
    name: { ja: 'お知らせメールのご登録', en: 'Notices by e-mail' },
    of: rowsOf,
    erase: (subject, most) => deleteSome(noticeSubscribers, rowsOf(subject), most),
  },
];

function rowsOf({ addresses }: Subject): SQL {
  return sql`${noticeSubscribers.address} in ${addresses}`;
}
