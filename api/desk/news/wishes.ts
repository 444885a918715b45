import { eq } from 'drizzle-orm';
import type { Services } from '../../services.ts';
import type { NotificationWish } from '../contract.ts';
import { newTicketMails } from './tables.ts';

/** Which new conversations somebody wants a mail for. */
export async function readWish({ db }: Services, accountId: string): Promise<NotificationWish> {
  const [row] = await db.read.select().from(newTicketMails).where(eq(newTicketMails.accountId, accountId));
  return { newTickets: row?.wanted ?? 'none' };
}

export async function setWish(
  { db }: Services,
  accountId: string,
  { newTickets }: NotificationWish,
): Promise<NotificationWish> {
  const isOne = eq(newTicketMails.accountId, accountId);
  await db.write([
    db.read.delete(newTicketMails).where(isOne),
    ...(newTickets === 'none' ? [] : [db.read.insert(newTicketMails).values({ accountId, wanted: newTickets })]),
  ]);
  return { newTickets };
}
