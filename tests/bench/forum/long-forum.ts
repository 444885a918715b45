import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pino from 'pino';
import { hashPassword } from '../../../api/accounts/passwords.ts';
import { openDatabase } from '../../../api/db/database.ts';
import { knownMigrations, migrate } from '../../../api/db/migrate.ts';
import { releaseClosedFiles } from '../../../api/db/release.ts';
import { indexSome, purgeSome } from '../../../api/desk/search/indexer.ts';
import { renderedAs, renderedPost } from '../../../api/forum/markdown.ts';
import { threadIndex } from '../../../api/forum/search/thread-index.ts';
import type { Services } from '../../../api/services.ts';
import { type Random, randomFrom } from '../desk/random.ts';
import { nameOf, questionOf, replyOf, subjectOf } from '../desk/words.ts';
import { fillQueue } from './long-queue.ts';

export interface Size {
  threads: number;
  posts: number;
}

/** Who reads: a member like any other, and a moderator. */
export const member = { email: 'member-0@example.jp', password: 'a long walk before breakfast' };
export const moderator = { email: 'moderator@aruku.example', password: member.password };

/** The thread in which everybody wrote, and how many replies it has at most. */
export const longThread = 7;
const longest = 2000;

const day = 86_400_000;
const boards = ['shoes', 'orders', 'delivery', 'returns', 'shop'];
const members = 5000;
/** Posts that wait for moderators. */
const queued = 20_000;

/**
 * A database with a long forum, indexed, in a folder of its own: made once for each size and schema, and kept. Gives the
 * file.
 */
export async function longForum(folder: string, size: Size): Promise<string> {
  const migrations = await knownMigrations();
  const schema = createHash('sha256')
    .update(migrations.map(({ hash }) => hash).join())
    .digest('hex')
    .slice(0, 8);
  const file = join(folder, `forum-${size.threads}-${size.posts}-${schema}.db`);
  if (await stat(file).catch(() => null)) return file;
  await mkdir(folder, { recursive: true });
  const half = `${file}.half`;
  await rm(half, { force: true });
  let db = await openDatabase(half);
  await migrate(db.raw);
  await db.close();
  await releaseClosedFiles();
  const began = performance.now();
  fill(half, size, await hashPassword(member.password));
  process.stdout.write(`${size.posts} posts written in ${seconds(began)}\n`);

  const indexing = performance.now();
  db = await openDatabase(half);
  const services = { db, clock: Date.now, log: pino({ level: 'silent' }) } as unknown as Services;
  while ((await indexSome(services, threadIndex, 200)) > 0);
  while (await purgeSome(services, threadIndex));
  await db.close();
  process.stdout.write(`${size.threads} threads indexed in ${seconds(indexing)}\n`);
  await rename(half, file);
  return file;
}

function fill(file: string, { threads, posts }: Size, passwordHash: string): void {
  const db = new DatabaseSync(file);
  db.exec(
    'pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off; pragma cache_size = -400000',
  );
  const random = randomFrom(11);
  const now = Date.now();
  const first = now - 700 * day;
  db.exec('begin');
  const authors = addMembers(db, first, random, passwordHash);
  const texts = { ja: textsIn('ja', random), en: textsIn('en', random) };
  const addThread =
    db.prepare(`insert into forum_threads (id, number, language, board, kind, title, author_id, opening_post_id,
    visibility, accepted_post_id, is_pinned, archived_at, replies, created_at, last_post_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addPost = db.prepare(`insert into forum_posts (id, thread_id, author_id, body, html, rendered_as, visibility,
    is_official, accepted_at, created_at) values (?, ?, ?, ?, ?, ${renderedAs}, ?, 0, ?, ?)`);
  const usual = (posts - Math.min(longest, posts / 10)) / threads;
  let written = 0;
  for (let number = 1; number <= threads; number += 1) {
    const createdAt = first + Math.floor((number / threads) * 690 * day);
    const language = random.below(10) < 6 ? 'ja' : 'en';
    const some = Math.max(1, Math.round(usual * (0.4 + random.below(120) / 100)));
    const count =
      number === longThread ? Math.min(longest, Math.floor(posts / 10)) : number === threads ? posts - written : some;
    const visibility = random.below(50) === 0 && number !== longThread ? 'hidden' : 'visible';
    const threadId = id(createdAt, random);
    const [postIds, times]: [string[], number[]] = [[], []];
    const isSolved = random.below(3) === 0;
    let [replies, lastAt, accepted]: [number, number, string | null] = [0, createdAt, null];
    for (let turn = 0; turn < Math.min(Math.max(count, 1), posts - written); turn += 1) {
      const at = Math.min(now, createdAt + turn * 3_600_000);
      const postId = id(at, random);
      const isHidden = turn > 0 && random.below(40) === 0;
      const shown = turn === 0 ? visibility : isHidden ? 'hidden' : 'visible';
      const { body, html } = random.pick(texts[language]);
      const isAccepted = turn === 1 && isSolved && shown === 'visible';
      addPost.run(postId, threadId, random.pick(authors), body, html, shown, isAccepted ? at : null, at);
      postIds.push(postId);
      times.push(at);
      if (turn > 0 && shown === 'visible') [replies, lastAt] = [replies + 1, at];
      if (isAccepted) accepted = postId;
    }
    written += times.length;
    addThread.run(
      threadId,
      number,
      language,
      random.pick(boards),
      random.below(10) < 8 ? 'question' : random.pick(['idea', 'talk'] as const),
      subjectOf(language, random),
      random.pick(authors),
      postIds[0] ?? '',
      visibility,
      accepted,
      number % 10_000 === 0 ? 1 : 0,
      number !== longThread && lastAt < now - 365 * day ? now : null,
      replies,
      createdAt,
      lastAt,
    );
  }
  // Everybody has heard of everything.
  db.exec('update forum_news set told_at = 0');
  fillQueue(db, posts, Math.min(queued, Math.floor(posts / 4)));
  db.exec('commit; pragma journal_mode = delete');
  db.close();
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(0)} s`;
}

function addMembers(db: DatabaseSync, first: number, random: Random, passwordHash: string): string[] {
  const addAccount = db.prepare(
    'insert into accounts (id, email, name, language, role, created_at, password_hash) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const addMember = db.prepare('insert into forum_members (account_id, level, posts, created_at) values (?, ?, ?, ?)');
  addAccount.run(id(first, random), moderator.email, 'Mo', 'ja', 'moderator', first, passwordHash);
  return Array.from({ length: members }, (_, index) => {
    const account = id(first + index, random);
    const language = random.below(10) < 6 ? 'ja' : 'en';
    const hash = index === 0 ? passwordHash : null;
    addAccount.run(account, `member-${index}@example.jp`, nameOf(language, random), language, 'member', first, hash);
    // Who writes in the bench may write a lot.
    addMember.run(account, index === 0 ? 3 : random.below(4), 100, first);
    return account;
  });
}

/** Posts as members write them, with some Markdown. */
function textsIn(language: 'ja' | 'en', random: Random): { body: string; html: string }[] {
  return Array.from({ length: 1000 }, (_, index) => {
    const parts = [questionOf(language, random, index), replyOf(language, random)];
    if (index % 5 === 0) parts.push('- **25 cm**\n- 25.5 cm\n\n> `A-100`');
    if (index % 9 === 0) parts.push('https://aruku.example/ja/guides/sizes/');
    const body = parts.join('\n\n');
    return { body, html: renderedPost(body) };
  });
}

/** An id as the portal makes them: what was made later sorts later. */
function id(at: number, random: Random): string {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.hex(3)}-8${random.hex(3)}-${random.hex(12)}`;
}
