import { eq, sql } from 'drizzle-orm';
import type { By } from '../accounts/who.ts';
import { insertWhere } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { wrong } from './change-ticket.ts';
import { conversationAt, eventOf } from './changing.ts';
import { conversationArticles, conversations } from './tables.ts';

/**
 * Notes that staff led the customer to an article; once is enough. It overwrites nothing: the conversation keeps its
 * version. Throws `invalid-input` for what is no article, and `merged`.
 */
export async function linkArticle(services: Services, id: string, url: string, by: By): Promise<void> {
  const { db, clock } = services;
  if (!services.articleAt(url)) throw wrong('url', 'the address of an article of this portal');
  const isIt = eq(conversations.id, id);
  await conversationAt(services, isIt);
  const isNew = sql`not exists (select 1 from ${conversationArticles}
    where ${conversationArticles.conversationId} = ${id} and ${conversationArticles.url} = ${url})
    and exists (select 1 from ${conversations} where ${conversations.id} = ${id} and ${conversations.erasedAt} is null
    and ${conversations.mergedIntoId} is null)`;
  const [told] = await db.write([
    eventOf(services, id, { kind: 'article-linked', detail: { url } }, by.accountId, isNew),
    insertWhere(conversationArticles, { conversationId: id, url, accountId: by.accountId, createdAt: clock() }, isNew),
  ]);
  // It was there already, or the conversation went into another meanwhile.
  if (!told?.changes) await conversationAt(services, isIt);
}
