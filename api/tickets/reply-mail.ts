import { desc, eq } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Departure, OutgoingReply } from '../channels/channel.ts';
import { mailAddress } from '../customers/mail-address.ts';
import { customers } from '../customers/tables.ts';
import { newId } from '../db/id.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import type { Services } from '../services.ts';
import { conversations, privateLinks } from './tables.ts';

/** So long a reply stays here: until then it can be taken back. */
const delayMs = 10_000;

/** The mail that takes an agent's reply to the customer. `null` where there is no address, or no page to write back on. */
export async function replyMail(
  services: Services,
  { conversationId, message, files, accountId }: OutgoingReply,
): Promise<Departure | null> {
  const { db, clock, random } = services;
  const [[found], [link], [agent]] = await Promise.all([
    db.read
      .select({ conversation: conversations, name: customers.name, email: mailAddress })
      .from(conversations)
      .innerJoin(customers, eq(customers.id, conversations.customerId))
      .where(eq(conversations.id, conversationId)),
    db.read
      .select({ id: privateLinks.id })
      .from(privateLinks)
      .where(eq(privateLinks.conversationId, conversationId))
      .orderBy(desc(privateLinks.createdAt))
      .limit(1),
    db.read.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, accountId)),
  ]);
  if (!found?.email || !link) return null;
  const { conversation, name, email } = found;
  const { reference, subject, language } = conversation;
  const outboxId = newId(clock(), random);
  return {
    outboxId,
    statements: (messageId, guard) => {
      const payload = { reference, subject, messageId, message, files, agent: agent?.name ?? null, linkId: link.id };
      const dueAt = clock() + delayMs;
      const mail = { kind: 'ticket-replied', to: email, name, language, payload, conversationId, dueAt } as const;
      return [queueMail(services, { ...mail, id: outboxId }, guard)];
    },
  };
}
