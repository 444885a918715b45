import { sql } from 'drizzle-orm';
import { newId } from '../../../../api/db/id.ts';
import type { Channel } from '../../../../api/channels/channel.ts';
import type { Once } from '../../../../api/db/idempotency.ts';
import { insertWhere } from '../../../../api/db/statements.ts';
import { outbox } from '../../../../api/outbox/tables.ts';
import type { Services } from '../../../../api/services.ts';
import { type Received, receive } from '../../../../api/tickets/receive.ts';

/** All that a new channel is: what it is called, whom it knows, how a reply leaves, and its door in. */
export const postcard: Channel = {
  id: 'postcard',
  name: { ja: 'はがき', en: 'Postcard' },
  identity: 'post',
  async deliver({ db, clock, random }, { conversationId, message }) {
    const { rows } = await db.raw.execute({
      sql: `select value, language from identities join conversations on conversations.customer_id = identities.customer_id
        where conversations.id = ? and kind = 'post'`,
      args: [conversationId],
    });
    const [to] = rows;
    if (!to) return null;
    const outboxId = newId(clock(), random);
    return {
      outboxId,
      statements: (messageId, guard) => [
        insertWhere(
          outbox,
          {
            id: outboxId,
            // A way out of its own; the portal's own ways are named in the outbox.
            channel: sql`'postcard'`,
            kind: 'postcard',
            recipient: to['value'] as string,
            language: to['language'] as 'ja' | 'en',
            payload: { messageId, message },
            conversationId,
            state: 'waiting',
            attempts: 0,
            dueAt: clock() + 10_000,
            unanswered: 0,
            createdAt: clock(),
          },
          guard,
        ),
      ],
    };
  },
};

/** A postcard that the postman brought. What it names on its front is believed only from the same address. */
export function takeIn(
  services: Services,
  card: { from: string; text: string; conversationId?: string },
  once: Once,
): Promise<Received> {
  return receive(
    services,
    {
      channel: postcard.id,
      sender: { kind: postcard.identity, value: card.from, name: null, isProven: null },
      conversationId: card.conversationId ?? null,
      subject: card.text.slice(0, 40),
      body: card.text,
      quoted: null,
      language: 'en',
      category: null,
      answers: [],
      trail: [],
      files: [],
      isAcknowledged: false,
    },
    once,
  );
}
