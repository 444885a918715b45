import type { Language } from '../../../content/schema/languages.ts';
import type { ReceivedFile } from '../../attachments/received.ts';
import type { Once } from '../../db/idempotency.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { requestUrlOf } from '../../tickets/private-links.ts';
import { receive } from '../../tickets/receive.ts';
import { web } from './channel.ts';

/** Where a customer's message went. */
export interface Posted {
  conversationId: string;
  /** The page of the new conversation, when the old one was closed. */
  newRequestUrl: string | null;
}

/**
 * A customer's message on the page of their request. Throws `key-reused`, `request-erased`, and `sender-blocked`.
 */
export async function postCustomerMessage(
  services: Services,
  conversationId: string,
  { message, language }: { message: string; language: Language },
  once: Once,
  files: readonly ReceivedFile[] = [],
): Promise<Posted> {
  const received = await receive(
    services,
    {
      channel: web.id,
      // Whoever has the link: nobody can tell who that is.
      sender: null,
      conversationId,
      subject: '',
      body: message,
      quoted: null,
      language,
      category: null,
      answers: [],
      trail: [],
      files,
      isAcknowledged: true,
    },
    once,
  );
  if (received.isBlocked) throw new Problem('sender-blocked');
  const { conversationId: id, isNew } = received;
  const newRequestUrl = isNew ? await requestUrlOf(services.db, services.secret, { id, language }) : null;
  return { conversationId: id, newRequestUrl };
}
