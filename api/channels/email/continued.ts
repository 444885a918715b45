import { and, eq, inArray, isNull } from 'drizzle-orm';
import { customers, identities } from '../../customers/tables.ts';
import { rowOfMessageId } from '../../mail/message-ids.ts';
import { outbox } from '../../outbox/tables.ts';
import type { Services } from '../../services.ts';
import { conversations } from '../../tickets/tables.ts';
import { authenticationOf } from './parse/authentication.ts';
import type { ParsedMail } from './parse/parsed-mail.ts';
import { isProofOf, readReplyAddress } from './reply-address.ts';

const mostAddresses = 50;
/** Conversations that went into each other, one after the other. */
const mostMerges = 10;

/**
 * The conversation that a mail continues; `null` when it begins one. What says so has to be something that only the
 * portal can make, and that it made for this very sender: a reply address or the Message-ID of a mail of ours. Who got it
 * from somebody else has no place in the conversation, whatever the rest of the mail says (decisions/mail-in.md).
 */
export async function continuedConversation(services: Services, mail: ParsedMail): Promise<string | null> {
  const sender = mail.from?.address;
  if (sender === undefined || mail.problems.includes('several-from')) return null;
  if (authenticationOf(mail, services.mailIn.authServer ?? '') === 'fail') return null;
  for (const id of [...(await byAddress(services, mail, sender)), ...(await byMessageId(services, mail, sender))]) {
    const open = await openTo(services, id, sender);
    if (open !== null) return open;
  }
  return null;
}

async function byAddress({ db, secret, mailIn }: Services, mail: ParsedMail, sender: string): Promise<string[]> {
  const { replyTo } = mailIn;
  if (replyTo === null) return [];
  const addresses = [...mail.deliveredTo, ...[...mail.to, ...mail.cc].map(({ address }) => address)];
  const claims = addresses.slice(0, mostAddresses).flatMap((address) => readReplyAddress(replyTo, address) ?? []);
  if (claims.length === 0) return [];
  const references = claims.map(({ reference }) => reference);
  const rows = await db.read
    .select({ id: conversations.id, reference: conversations.reference })
    .from(conversations)
    .where(inArray(conversations.reference, references));
  return rows
    .filter(({ id, reference }) =>
      claims.some((claim) => claim.reference === reference && isProofOf(secret, claim.proof, id, sender)),
    )
    .map(({ id }) => id);
}

async function byMessageId(services: Services, mail: ParsedMail, sender: string): Promise<string[]> {
  const named = [...mail.inReplyTo, ...mail.references.toReversed()];
  const rows = [...new Set(named.flatMap((messageId) => rowOfMessageId(services, messageId) ?? []))];
  if (rows.length === 0) return [];
  const found = await services.db.read
    .select({ conversationId: outbox.conversationId, recipient: outbox.recipient })
    .from(outbox)
    .where(inArray(outbox.id, rows));
  return found
    .filter(({ recipient }) => recipient.toLowerCase() === sender)
    .flatMap(({ conversationId }) => conversationId ?? []);
}

/** Where the conversation is by now, if it is still that of who has the address. */
async function openTo({ db }: Services, conversationId: string, sender: string): Promise<string | null> {
  let id = conversationId;
  for (let step = 0; step < mostMerges; step += 1) {
    const [row] = await db.read
      .select({ mergedIntoId: conversations.mergedIntoId, identity: identities.id })
      .from(conversations)
      .innerJoin(customers, and(eq(customers.id, conversations.customerId), isNull(customers.erasedAt)))
      .leftJoin(
        identities,
        and(eq(identities.customerId, customers.id), eq(identities.kind, 'email'), eq(identities.value, sender)),
      )
      .where(and(eq(conversations.id, id), isNull(conversations.erasedAt)));
    if (!row) return null;
    if (row.mergedIntoId === null) return row.identity === null ? null : id;
    id = row.mergedIntoId;
  }
  return null;
}
