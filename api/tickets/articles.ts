import { eq, sql } from 'drizzle-orm';
import type { By } from '../accounts/who.ts';
import { insertWhere } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { wrong } from './change-ticket.ts';
import { conversationAt, eventOf } from './changing.ts';
import { conversationArticles, conversations } from './tables.ts';

/**
 * Notes that staff led the customer to an article; once is enough. It overwrites nothing: the conversation keeps its
 * version. Throws `invalid-input` for what is no article.
 */
export async function linkArticle(services: Services, id: string, url: string, by: By): Promise<void> {
  const { db, clock } = services;
  if (!services.articleAt(url)) throw wrong('url', 'the address of an article of this portal');
  await conversationAt(services, eq(conversations.id, id));
  const isNew = sql`not exists (select 1 from ${conversationArticles}
    where ${conversationArticles.conversationId} = ${id} and ${conversationArticles.url} = ${url})
    and exists (select 1 from ${conversations} where ${conversations.id} = ${id} and ${conversations.erasedAt} is null)`;
  await db.write([
    eventOf(services, id, { kind: 'article-linked', detail: { url } }, by.accountId, isNew),
    insertWhere(conversationArticles, { conversationId: id, url, accountId: by.accountId, createdAt: clock() }, isNew),
  ]);
}
