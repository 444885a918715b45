import { createHmac } from 'node:crypto';
import { desc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { fixedDays } from '../../content/schema/retention.ts';
import type { Database } from '../db/database.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import { hashOf } from '../sessions/tokens.ts';
import { conversations, privateLinks } from './tables.ts';

/**
 * Where a conversation's messages are: in itself, or in the one that it went into. Where their customers were taken for one
 * and are two again, nobody is led on to what the other wrote.
 */
const into = alias(conversations, 'into_conversation');

const validMs = fixedDays.privateLinks * 86_400_000;

/**
 * The token of a link: 192 bits derived from the portal's secret and the link's id. So the database alone opens nothing,
 * and the same link can be written into a mail later or given again to a retried request.
 */
export function tokenOf(secret: string, linkId: string): string {
  return createHmac('sha256', secret).update(`private-link:${linkId}`).digest().subarray(0, 24).toString('base64url');
}

/** A link that is to be stored, with the hash of its token. */
export interface NewLink {
  linkId: string;
  tokenHash: string;
  expiresAt: number;
}

export function newLink(linkId: string, secret: string, now: number): NewLink {
  return { linkId, tokenHash: hashOf(tokenOf(secret, linkId)), expiresAt: now + validMs };
}

export function insertLink(
  { linkId, tokenHash, expiresAt, now }: NewLink & { now: number },
  conversationId: string,
  guard: SQL,
): Statement {
  return insertWhere(privateLinks, { id: linkId, conversationId, tokenHash, expiresAt, createdAt: now }, guard);
}

/** Every message makes the conversation's links good for another 90 days. */
export function prolongLinks(db: Database, conversationId: string, now: number, guard: SQL): Statement {
  return db.read
    .update(privateLinks)
    .set({ expiresAt: now + validMs })
    .where(
      sql`${privateLinks.conversationId} in (select id from conversations where id = ${conversationId}
        union all select id from conversations where merged_into_id = ${conversationId}) and ${guard}`,
    );
}

/** The conversation a token opens, or the one that it went into. Throws `link-unknown`, `link-expired` or `request-erased`. */
export async function conversationBehind(db: Database, token: string, now: number): Promise<string> {
  return (await readLink(db, token, now)).conversationId;
}

/** The same, with the conversation that the link was made for: that one stays the same, whatever is merged. */
export async function readLink(
  db: Database,
  token: string,
  now: number,
): Promise<{ conversationId: string; madeFor: string }> {
  const [link] = await db.read
    .select({
      conversationId: into.id,
      madeFor: privateLinks.conversationId,
      expiresAt: privateLinks.expiresAt,
      erasedAt: into.erasedAt,
    })
    .from(privateLinks)
    .innerJoin(conversations, eq(conversations.id, privateLinks.conversationId))
    .innerJoin(
      into,
      sql`${into.id} = coalesce((select id from conversations as same where same.id = ${conversations.mergedIntoId}
        and same.customer_id = ${conversations.customerId}), ${conversations.id})`,
    )
    .where(eq(privateLinks.tokenHash, hashOf(token)));
  if (!link) throw new Problem('link-unknown');
  if (link.erasedAt !== null) throw new Problem('request-erased');
  if (link.expiresAt <= now) throw new Problem('link-expired');
  return { conversationId: link.conversationId, madeFor: link.madeFor };
}

/** The newest link of a conversation, as a site-absolute address. */
export async function requestUrlOf(
  db: Database,
  secret: string,
  conversation: { id: string; language: string },
): Promise<string> {
  const [link] = await db.read
    .select({ id: privateLinks.id })
    .from(privateLinks)
    .where(eq(privateLinks.conversationId, conversation.id))
    .orderBy(desc(privateLinks.createdAt))
    .limit(1);
  if (!link) throw new Problem('link-unknown');
  return requestUrl(secret, link.id, conversation.language);
}

export function requestUrl(secret: string, linkId: string, language: string): string {
  return `/${language}/requests/${tokenOf(secret, linkId)}/`;
}
