import { addressedMail } from '../mail/envelope.ts';
import { mailKindOf } from '../mail/kinds.ts';
import type { MailSender } from '../mail/smtp-settings.ts';
import { type MailTransport, mostConnections } from '../mail/transport.ts';
import type { Services } from '../services.ts';
import type { OutboxWay } from './attempt.ts';
import type { OutboxRow } from './leases.ts';
import { threadOf } from './thread.ts';

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
  const { earlier, replyTo } = await threadOf(row, services);
  const { autoSubmitted, takesReplies } = kind;
  const about = { id, to, language, sender, earlier, autoSubmitted, ...(takesReplies ? { replyTo } : {}) };
  return addressedMail(text, about, services);
}
