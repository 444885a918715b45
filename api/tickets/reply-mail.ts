import { and, desc, eq, type SQL } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Statement } from '../db/statements.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import type { Services } from '../services.ts';
import { customers, identities } from '../customers/tables.ts';
import { conversations, privateLinks } from './tables.ts';

/** So long a reply stays here: until then it could still be taken back. */
const delayMs = 10_000;

/** The mail that takes an agent's reply to the customer, for the write of the reply. */
export async function replyMail(
  services: Services,
  conversationId: string,
  { message, files }: { message: string; files: number },
  accountId: string,
) {
  const { db, clock } = services;
  const [[found], [link], [agent]] = await Promise.all([
    db.read
      .select({ conversation: conversations, name: customers.name, email: identities.value })
      .from(conversations)
      .innerJoin(customers, eq(customers.id, conversations.customerId))
      .innerJoin(identities, and(eq(identities.customerId, customers.id), eq(identities.kind, 'email')))
      .where(eq(conversations.id, conversationId)),
    db.read
      .select({ id: privateLinks.id })
      .from(privateLinks)
      .where(eq(privateLinks.conversationId, conversationId))
      .orderBy(desc(privateLinks.createdAt))
      .limit(1),
    db.read.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, accountId)),
  ]);
  return (messageId: string, guard: SQL): Statement[] => {
    // Whoever has no address or no link is not reached by mail.
    if (!found || !link) return [];
    const { conversation, name, email } = found;
    const { reference, subject, language } = conversation;
    const payload = { reference, subject, messageId, message, files, agent: agent?.name ?? null, linkId: link.id };
    const dueAt = clock() + delayMs;
    const mail = { kind: 'ticket-replied', to: email, name, language, payload, conversationId, dueAt } as const;
    return [queueMail(services, mail, guard)];
  };
}
