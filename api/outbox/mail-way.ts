import { and, asc, eq, lt } from 'drizzle-orm';
import { addressedMail } from '../mail/envelope.ts';
import { mailKindOf } from '../mail/kinds.ts';
import type { MailSender } from '../mail/smtp-settings.ts';
import { type MailTransport, mostConnections } from '../mail/transport.ts';
import type { Services } from '../services.ts';
import type { OutboxWay } from './attempt.ts';
import type { OutboxRow } from './leases.ts';
import { outbox } from './tables.ts';

/** A conversation's older mails that a new one refers to. */
const mostReferences = 20;

/** The way out by mail. */
export function mailWay(
  services: Services,
  { transport, sender }: { transport: MailTransport; sender: MailSender },
): OutboxWay {
  return {
    channel: 'mail',
    mostAtOnce: mostConnections,
    async send(row) {
      const mail = await mailOf(row, services, sender);
      if (mail === null) return 'nothing';
      await transport.send(mail);
      return 'sent';
    },
    close: (isForced) => transport.close(isForced),
  };
}

/** `null` when there is nothing to say any more. */
async function mailOf(row: OutboxRow, services: Services, sender: MailSender) {
  const { id, language, payload } = row;
  const to = { address: row.recipient, name: row.recipientName };
  const kind = mailKindOf(row.kind);
  if (!kind) throw new Error(`there is no mail of the kind ${row.kind}`);
  const text = await kind.write(payload, { services, language, to });
  if (text === null) return null;
  const earlier = await earlierMails(row, services);
  return addressedMail(text, { id, to, language, sender, earlier, autoSubmitted: kind.autoSubmitted }, services);
}

async function earlierMails({ id, conversationId, recipient }: OutboxRow, { db }: Services): Promise<string[]> {
  if (conversationId === null) return [];
  const rows = await db.read
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.conversationId, conversationId),
        eq(outbox.state, 'sent'),
        eq(outbox.recipient, recipient),
        lt(outbox.id, id),
      ),
    )
    .orderBy(asc(outbox.id))
    .limit(mostReferences);
  return rows.map((row) => row.id);
}
