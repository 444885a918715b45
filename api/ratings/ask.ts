import { and, eq, gt, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { mailAddress } from '../customers/mail-address.ts';
import { customers } from '../customers/tables.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { outbox } from '../outbox/tables.ts';
import type { Services } from '../services.ts';
import { conversations, privateLinks } from '../tickets/tables.ts';

/** Until then whoever solved it may think again, and the customer may write back. */
const afterMs = 30 * 60_000;
/** Who was not asked by then, while the portal was down, is not asked any more. */
const untilMs = 3 * 86_400_000;
const mostAtOnce = 100;

/** Asks customers how it was, once for each conversation that was solved, if somebody answered it. */
export async function askForRatings(services: Services): Promise<void> {
  const { db, clock } = services;
  const now = clock();
  const wasAsked = sql`exists (select 1 from ${outbox} where ${outbox.conversationId} = ${conversations.id} and ${outbox.kind} = 'rating')`;
  const link = sql<string | null>`(select ${privateLinks.id} from ${privateLinks}
    where ${privateLinks.conversationId} = ${conversations.id} order by ${privateLinks.createdAt} desc limit 1)`;
  const due = await db.read
    .select({
      conversationId: conversations.id,
      reference: conversations.reference,
      subject: conversations.subject,
      language: conversations.language,
      name: customers.name,
      address: mailAddress,
      linkId: link,
    })
    .from(conversations)
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .where(
      and(
        gt(conversations.solvedAt, now - untilMs),
        lte(conversations.solvedAt, now - afterMs),
        inArray(conversations.state, ['solved', 'closed']),
        isNotNull(conversations.firstReplyAt),
        isNull(conversations.erasedAt),
        isNull(conversations.mergedIntoId),
        sql`not ${wasAsked}`,
      ),
    )
    .limit(mostAtOnce);
  for (const { conversationId, reference, subject, language, name, address, linkId } of due) {
    if (!address || !linkId) continue;
    const payload = { conversationId, reference, subject, linkId };
    const notYet = sql`not exists (select 1 from ${outbox} where ${outbox.conversationId} = ${conversationId} and ${outbox.kind} = 'rating')`;
    await db.write([
      queueMail(services, { kind: 'rating', to: address, name, language, payload, conversationId }, notYet),
    ]);
  }
  if (due.length > 0) services.outbox.wake();
}
