import { inArray, type SQL, sql } from 'drizzle-orm';
import { deleteSome, type Held, type Subject } from '../privacy/held-data.ts';
import type { Services } from '../services.ts';
import { receivedMails } from './tables.ts';

/** The raw mails of people. Rows go first; a file without a row is swept. */
export const heldByMailIn: readonly Held[] = [
  {
    table: receivedMails,
    name: { ja: '受信したメール', en: 'Mails received' },
    of: rowsOf,
    withheld: ['contentHash', 'lease', 'leasedUntil', 'dueAt', 'attempts'],
    withheldByLink: ['sender'],
    isMany: true,
    erase: (subject, most) => deleteSome(receivedMails, rowsOf(subject), most),
    async filesOf({ db }, subject) {
      const rows = await db.read.select({ id: receivedMails.id }).from(receivedMails).where(rowsOf(subject));
      return rows.map(({ id }) => id);
    },
    sweepFiles: sweepMailFiles,
  },
];

/** By the address that a mail says it is from, too: one that nobody has handled yet belongs to no conversation. */
function rowsOf({ conversations, addresses }: Subject): SQL {
  return sql`(${receivedMails.conversationId} in ${conversations} or ${receivedMails.sender} in ${addresses})`;
}

/** Longer than a mail takes from its file to its row. */
const arrivedMs = 15 * 60_000;
const chunk = 200;

/** Takes away files that no row names: those that were cut off before their source was told, and those of erased rows. */
export async function sweepMailFiles(
  { db, clock, mailIn }: Pick<Services, 'db' | 'clock' | 'mailIn'>,
  known: readonly string[] = [],
): Promise<void> {
  const old = await mailIn.files.olderThan(clock() - arrivedMs);
  const ids = [...new Set([...known, ...old])];
  for (let from = 0; from < ids.length; from += chunk) {
    const some = ids.slice(from, from + chunk);
    const rows = await db.read
      .select({ id: receivedMails.id })
      .from(receivedMails)
      .where(inArray(receivedMails.id, some));
    const named = new Set(rows.map(({ id }) => id));
    await mailIn.files.remove(some.filter((id) => !named.has(id)));
  }
}
