import { asc, eq, sql } from 'drizzle-orm';
import { customers, identities } from '../../customers/tables.ts';
import type { Database } from '../../db/database.ts';
import { conversations, conversationTags, messages, notes } from '../../tickets/tables.ts';
import { phoneNumberIn } from './terms.ts';

/** What one conversation is found by. */
export interface SearchedTexts {
  isGone: boolean;
  /** What an excerpt may be taken from, the latest first. */
  said: string[];
  /** The subject, who it is with, what it is called by. */
  about: string[];
}

/** Everything that conversations are found by, by their ids; one that was erased or went into another has nothing. */
export async function textsOf(db: Database, ids: readonly string[]): Promise<Map<string, SearchedTexts>> {
  const list = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const [rows, spoken, noted, addresses, tags] = await Promise.all([
    db.read
      .select({ conversation: conversations, name: customers.name })
      .from(conversations)
      .leftJoin(customers, eq(customers.id, conversations.customerId))
      .where(sql`${conversations.id} in ${list}`),
    db.read
      .select({ id: messages.conversationId, body: messages.body, author: messages.authorName })
      .from(messages)
      .where(sql`${messages.conversationId} in ${list}`)
      .orderBy(asc(messages.conversationId), asc(messages.createdAt)),
    db.read
      .select({ id: notes.conversationId, body: notes.body })
      .from(notes)
      .where(sql`${notes.conversationId} in ${list}`),
    db.read
      .select({ customer: identities.customerId, kind: identities.kind, value: identities.value })
      .from(identities)
      .where(
        sql`${identities.customerId} in (select ${conversations.customerId} from ${conversations} where ${conversations.id} in ${list})`,
      ),
    db.read
      .select({ id: conversationTags.conversationId, tag: conversationTags.tag })
      .from(conversationTags)
      .where(sql`${conversationTags.conversationId} in ${list}`),
  ]);

  const texts = new Map<string, SearchedTexts>();
  const byCustomer = Map.groupBy(addresses, ({ customer }) => customer);
  for (const { conversation, name } of rows) {
    const { id, erasedAt, mergedIntoId, subject, reference, answers, customerId } = conversation;
    const isGone = erasedAt !== null || mergedIntoId !== null;
    const theirs = (byCustomer.get(customerId) ?? []).flatMap(({ kind, value }) =>
      kind === 'phone' ? [value, phoneNumberIn(value) ?? ''] : [value],
    );
    const about = [subject, reference, name ?? '', ...theirs, ...answers.map(({ answer }) => answer)];
    texts.set(id, isGone ? { isGone, said: [], about: [] } : { isGone, said: [], about });
  }
  const add = (id: string, kind: 'said' | 'about', text: string | null) => {
    const found = texts.get(id);
    if (text && found && !found.isGone && !found[kind].includes(text)) found[kind].unshift(text);
  };
  for (const { id, tag } of tags) add(id, 'about', tag);
  for (const { id, body } of noted) add(id, 'said', body);
  for (const { id, body, author } of spoken) {
    add(id, 'said', body);
    add(id, 'about', author);
  }
  // The subject says most of what a conversation is about.
  for (const { conversation } of rows) {
    const found = texts.get(conversation.id);
    if (found && !found.isGone) found.about = [conversation.subject, ...found.about.filter((text) => text !== '')];
  }
  return texts;
}
