import { eq } from 'drizzle-orm';
import type { ReceivedFile } from '../../attachments/received.ts';
import type { HumanSign } from '../../challenge/human.ts';
import { isProvenBy } from '../../embed/signed-identity.ts';
import { earlierResult, type Once } from '../../db/idempotency.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { answersShown } from '../../tickets/category-answers.ts';
import type { OpenedTicket, OpenTicketInput } from '../../tickets/opening-contract.ts';
import { openConversation } from '../../tickets/open-conversation.ts';
import { requestUrl, requestUrlOf } from '../../tickets/private-links.ts';
import { conversations } from '../../tickets/tables.ts';
import { web } from './channel.ts';

/**
 * Opens a conversation through the contact form: the same as `receive`, without its reads. Asked again with the same key,
 * gives back the ticket of the first time. Throws `key-reused` when the key came with other content before, and
 * `sender-blocked`.
 */
export async function openTicket(
  services: Services,
  input: OpenTicketInput,
  once: Once,
  sign: HumanSign = 'none',
  files: readonly ReceivedFile[] = [],
): Promise<OpenedTicket> {
  const { subject, message, language, trail, identity } = input;
  const isProven = isProvenBy(identity, input.email, services.embed.secret, services.clock());
  const opened = await openConversation(
    services,
    {
      channel: web.id,
      // Anybody may write anybody's address into the form; a site that shows it may prove whose it is.
      sender: { kind: web.identity, value: input.email.toLowerCase(), name: input.name ?? null, isProven },
      subject,
      body: message,
      quoted: null,
      language,
      category: input.category ?? null,
      answers: answersShown(services.categories(), input, language),
      trail,
      files,
      isAcknowledged: true,
      opened: { sign },
    },
    once,
  );
  if (!opened) return earlierTicket(services, once);
  return {
    reference: opened.reference,
    requestUrl: requestUrl(services.secret, opened.linkId, language),
    promisedBy: opened.promisedBy,
    isAnsweredByMail: services.outbox.isSending,
  };
}

/** The ticket that the key led to before. */
async function earlierTicket({ db, secret, outbox }: Services, once: Once): Promise<OpenedTicket> {
  const id = await earlierResult(db, once);
  if (!id) throw new Problem('sender-blocked');
  const [conversation] = await db.read.select().from(conversations).where(eq(conversations.id, id));
  if (!conversation) throw new Problem('internal');
  return {
    reference: conversation.reference,
    requestUrl: await requestUrlOf(db, secret, conversation),
    promisedBy: conversation.promisedBy,
    isAnsweredByMail: outbox.isSending,
  };
}
