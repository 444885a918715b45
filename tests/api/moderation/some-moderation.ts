import { sql } from 'drizzle-orm';
import type { Role } from '../../../api/access/rules.ts';
import { accounts } from '../../../api/accounts/tables.ts';
import { newId } from '../../../api/db/id.ts';
import { recounted } from '../../../api/forum/counters.ts';
import { forumMembers, forumPosts, forumThreads } from '../../../api/forum/tables.ts';
import type { DecisionAction, QueueReason } from '../../../api/moderation/contract.ts';
import { decide } from '../../../api/moderation/decide.ts';
import type { Moderator } from '../../../api/moderation/decisions.ts';
import { reviewing } from '../../../api/moderation/reviewing.ts';
import { makeServices } from '../../support/services.ts';

export type Moderation = Awaited<ReturnType<typeof makeModeration>>;

/** A forum with two moderators and three members, whose posts are put there as they are, whatever reviewers would say. */
export async function makeModeration() {
  const { services, time, folder } = await makeServices();
  const { db } = services;
  const id = () => newId(services.clock(), services.random);
  let threads = 0;

  async function account(name: string, role: Role = 'member') {
    const accountId = id();
    const row = {
      id: accountId,
      email: `${name}@example.com`,
      name,
      language: 'en',
      role,
      createdAt: time.now,
    } as const;
    await db.write([
      db.read.insert(accounts).values(row),
      db.read.insert(forumMembers).values({ accountId, createdAt: time.now }),
    ]);
    return { id: accountId, accountId, role, name, language: 'en' as const, requestId: 'request' };
  }

  const [mia, max] = [await account('mia', 'moderator'), await account('max', 'moderator')];
  const [rose, tom, ken] = [await account('rose'), await account('tom'), await account('ken')];

  /** A thread that everybody sees. */
  async function thread(author: { id: string } = rose, title = 'Can I wash the insoles?', board = 'returns') {
    threads += 1;
    const [threadId, postId] = [id(), id()];
    const place = { language: 'en', board, kind: 'question', title, number: threads } as const;
    await db.write([
      db.read.insert(forumThreads).values({
        id: threadId,
        ...place,
        authorId: author.id,
        openingPostId: postId,
        visibility: 'visible',
        createdAt: time.now,
        lastPostAt: time.now,
      }),
      ...posting(postId, threadId, author.id),
    ]);
    return { id: threadId, opening: postId, number: threads };
  }

  function posting(postId: string, threadId: string, authorId: string, body = 'Yes, by hand.', isPending = false) {
    const texts = { body, html: `<p>${body}</p>`, renderedAs: 1 };
    const visibility = isPending ? 'pending' : 'visible';
    return [
      db.read.insert(forumPosts).values({ id: postId, threadId, authorId, ...texts, visibility, createdAt: time.now }),
      sql`update forum_members set posts = posts + ${Number(!isPending)} where account_id = ${authorId}`,
      recounted(sql`${threadId}`),
    ];
  }

  /** An answer that everybody sees. */
  async function post(threadId: string, author: { id: string } = tom, body?: string): Promise<string> {
    const postId = id();
    await db.write(posting(postId, threadId, author.id, body));
    return postId;
  }

  /** An answer that waits for a moderator. */
  async function queued(
    threadId: string,
    author: { id: string } = tom,
    reason: QueueReason = 'first-post',
    body?: string,
  ) {
    const postId = id();
    const subject = {
      kind: 'post',
      id: postId,
      authorId: author.id,
      threadId,
      language: 'en',
      board: 'returns',
    } as const;
    const why = { kind: 'queue', reason, accountId: null, detail: null, weight: 1 } as const;
    await db.write([
      ...posting(postId, threadId, author.id, body, true),
      ...reviewing(services, subject, { to: 'pending', action: 'queued', by: null, reasons: [why] }, sql`true`),
    ]);
    return postId;
  }

  async function row(table: string, where: string, ...args: (string | number)[]): Promise<Record<string, unknown>> {
    const { rows } = await db.raw.execute({ sql: `select * from ${table} where ${where}`, args });
    return rows[0] ?? {};
  }

  async function rows(query: string, ...args: (string | number)[]): Promise<Record<string, unknown>[]> {
    return (await db.raw.execute({ sql: query, args })).rows;
  }

  /** The reviewable of a post. */
  async function of(postId: string) {
    const found = await row('reviewables', "kind = 'post' and subject_id = ?", postId);
    return { id: String(found['id']), version: Number(found['version']), state: String(found['state']), row: found };
  }

  async function visibility(postId: string) {
    return (await row('forum_posts', 'id = ?', postId))['visibility'];
  }

  /** Decides on posts at the versions that they are at. */
  async function verdict(
    action: DecisionAction,
    posts: string[],
    by: Moderator = mia,
    more: { rule?: string; note?: string } = {},
  ) {
    const items = await Promise.all(posts.map(of));
    return decide(
      services,
      { items: items.map((item) => ({ id: item.id, version: item.version })), action, ...more },
      by,
    );
  }

  /** What is in the outbox: kind and to whom. */
  async function mails() {
    return rows('select kind, recipient, payload, due_at from outbox order by rowid');
  }

  return {
    services,
    time,
    folder,
    mia,
    max,
    rose,
    tom,
    ken,
    account,
    thread,
    post,
    queued,
    row,
    rows,
    of,
    visibility,
    verdict,
    mails,
  };
}
