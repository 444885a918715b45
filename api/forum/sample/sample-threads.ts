import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { languages } from '../../../content/schema/languages.ts';
import { accounts } from '../../accounts/tables.ts';
import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import type { Statement } from '../../db/statements.ts';
import { threadKinds } from '../contract.ts';
import { membersRecounted, recounted } from '../counters.ts';
import { renderedAs, renderedPost } from '../markdown.ts';
import { forumMembers, forumMeToos, forumPosts, forumThreads } from '../tables.ts';

const id = z.string().regex(/^[a-z]+$/);
const language = z.enum(languages);
const reply = z.strictObject({
  by: id,
  hoursLater: z.number().min(0),
  isAccepted: z.boolean().default(false),
  body: z.string().min(1),
});

/** `content/handbook/sample-forum.yaml`: who speaks, and what they say. */
export const sampleForum = z.strictObject({
  people: z.array(
    z.strictObject({
      id,
      name: z.string().min(1).max(80),
      language,
      level: z.int().min(0).max(3).default(0),
      team: z.boolean().default(false),
    }),
  ),
  threads: z.array(
    z.strictObject({
      language,
      board: z.string(),
      kind: z.enum(threadKinds),
      title: z.string().min(1).max(120),
      by: id,
      daysAgo: z.number().min(0),
      meToo: z.array(z.string()).default([]),
      body: z.string().min(1),
      replies: z.array(reply),
    }),
  ),
});
export type SampleForum = z.output<typeof sampleForum>;

type Needs = { db: Database; clock: () => number; random: (bytes: number) => Buffer };

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/**
 * Puts the sample’s people and threads into a forum without threads, in one write. Nobody can sign in as any of them, and
 * none of them is mailed. Gives how many threads there are. Throws an `Error` for a forum that has some.
 */
export async function addSampleThreads({ db, clock, random }: Needs, sample: SampleForum): Promise<number> {
  const [there] = await db.read.select({ id: forumThreads.id }).from(forumThreads).limit(1);
  if (there) throw new Error('The forum has threads already: the sample goes into an empty one only.');
  const now = clock();
  const make = () => newId(now, random);
  const ids = new Map(sample.people.map((person) => [person.id, make()]));
  const idOf = (person: string) => {
    const found = ids.get(person);
    if (found === undefined) throw new Error(`people has nobody named ${person}`);
    return found;
  };
  const staff = new Set(sample.people.filter(({ team }) => team).map((person) => person.id));
  const others = sample.people.filter(({ team }) => !team);
  await db.write([
    ...sample.people.flatMap((person): Statement[] => [
      db.read.insert(accounts).values({
        id: idOf(person.id),
        email: `${person.id}@sample.aruku.example`,
        name: person.name,
        language: person.language,
        role: person.team ? 'agent' : 'member',
        // Nobody signs in by it.
        state: 'suspended',
        createdAt: now - 60 * dayMs,
      }),
      db.read
        .insert(forumMembers)
        .values({ accountId: idOf(person.id), level: person.level, createdAt: now - 60 * dayMs }),
    ]),
    ...sample.threads.flatMap((thread, index): Statement[] => {
      const [threadId, openingPostId] = [make(), make()];
      const askedAt = now - thread.daysAgo * dayMs;
      const post = (postId: string, by: string, body: string, createdAt: number, acceptedAt: number | null = null) =>
        db.read.insert(forumPosts).values({
          id: postId,
          threadId,
          authorId: idOf(by),
          body: body.trim(),
          html: renderedPost(body),
          renderedAs,
          visibility: 'visible',
          isOfficial: staff.has(by),
          acceptedAt,
          createdAt,
        });
      const { kind, board, title } = thread;
      return [
        db.read.insert(forumThreads).values({
          id: threadId,
          number: index + 1,
          language: thread.language,
          board,
          kind,
          title,
          authorId: idOf(thread.by),
          openingPostId,
          visibility: 'visible',
          createdAt: askedAt,
          lastPostAt: askedAt,
        }),
        post(openingPostId, thread.by, thread.body, askedAt),
        ...thread.replies.map((each) => {
          const at = Math.min(now, askedAt + each.hoursLater * hourMs);
          return post(make(), each.by, each.body, at, each.isAccepted ? at : null);
        }),
        ...thread.meToo.map((wording, at) => {
          const free = others.filter((person) => person.id !== thread.by);
          const who = free[(index + at) % free.length];
          const accountId = idOf(who?.id ?? '');
          return db.read.insert(forumMeToos).values({ threadId, accountId, wording, createdAt: askedAt + hourMs });
        }),
      ];
    }),
    recounted(sql`select id from forum_threads`),
    membersRecounted(sql`select account_id from forum_members`),
    // What was said before anybody could follow it is no news.
    sql`update forum_news set told_at = ${now}`,
  ]);
  return sample.threads.length;
}
