import { and, desc, eq, gt, inArray, isNull, max, sql } from 'drizzle-orm';
import { customers, identities } from '../customers/tables.ts';
import { newId } from '../db/id.ts';
import { customerAt } from '../privacy/person.ts';
import type { Services } from '../services.ts';
import { insertLink, newLink, requestUrl } from '../tickets/private-links.ts';
import type { TicketState } from '../tickets/contract.ts';
import { conversations, privateLinks } from '../tickets/tables.ts';

/** Somebody with more has the newest here. */
const mostRequests = 100;

export interface OwnRequest {
  reference: string;
  subject: string;
  language: string;
  state: TicketState;
  lastMessageAt: number;
  /** Site-absolute address of its page. */
  url: string;
}

/**
 * What was asked by whoever has an address, which they have just proven: the address counts as verified from now on.
 * Newest first; a request whose link has ended gets another.
 */
export async function ownRequests(services: Services, address: string): Promise<OwnRequest[]> {
  const { db, clock, random, secret } = services;
  const now = clock();
  const customerId = await customerAt(db, address);
  if (customerId === null) return [];
  const found = await db.read
    .select()
    .from(conversations)
    .where(
      and(eq(conversations.customerId, customerId), isNull(conversations.erasedAt), isNull(conversations.mergedIntoId)),
    )
    .orderBy(desc(conversations.lastMessageAt))
    .limit(mostRequests);
  const ids = found.map(({ id }) => id);
  const links = await db.read
    .select({ conversationId: privateLinks.conversationId, id: max(privateLinks.id) })
    .from(privateLinks)
    .where(and(inArray(privateLinks.conversationId, ids), gt(privateLinks.expiresAt, now)))
    .groupBy(privateLinks.conversationId);
  const linkOf = new Map(links.map(({ conversationId, id }) => [conversationId, id ?? '']));
  const missing = found
    .filter(({ id }) => !linkOf.has(id))
    .map(({ id }) => ({ id, link: newLink(newId(now, random), secret, now) }));
  for (const { id, link } of missing) linkOf.set(id, link.linkId);
  const isTheirs = and(
    eq(identities.kind, 'email'),
    eq(identities.value, address.toLowerCase()),
    isNull(identities.verifiedAt),
  );
  await db.write([
    db.read.update(identities).set({ verifiedAt: now }).where(isTheirs),
    ...missing.map(({ id, link }) =>
      insertLink(
        { ...link, now },
        id,
        sql`exists (select 1 from ${customers} where ${customers.id} = ${customerId} and ${customers.erasedAt} is null)`,
      ),
    ),
  ]);
  return found.map(({ id, reference, subject, language, state, lastMessageAt }) => ({
    reference,
    subject,
    language,
    state,
    lastMessageAt,
    url: requestUrl(secret, linkOf.get(id) ?? '', language),
  }));
}
