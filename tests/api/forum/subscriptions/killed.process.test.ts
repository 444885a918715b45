import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, it } from 'vitest';
import { buildOnce } from '../../../support/build-once.ts';
import { type PortalProcess, startPortal } from '../../../support/portal-process.ts';
import { readDatabase } from '../../../support/read-database.ts';
import { startSmtp } from '../../../support/smtp.ts';

beforeAll(buildOnce);

const followers = 900;
const kills = 2;

it('kill -9 in the middle of a summary: everybody has theirs in the end, and nobody has two', async () => {
  const first = await startPortal();
  const { dataDir, port } = first;
  await first.stop();
  inFile(dataDir, followedForum);

  // Without a mail server until all is queued: what is sent twice would be two mails, not one that is tried again.
  let inTheMiddle = 0;
  for (let tried = 0; inTheMiddle < kills && tried < 2 * kills; tried += 1) {
    const portal = await startPortal({ dataDir, port });
    await muchIsWritten(dataDir);
    await portal.stop('SIGKILL');
    const { reached, done_at: doneAt } = await digestOf(dataDir);
    expect(doneAt, 'the kill came before the end').toBeNull();
    if (reached !== '') inTheMiddle += 1;
    inFile(dataDir, afterItsLease);
  }
  expect(inTheMiddle, 'kills while mails were queued').toBe(kills);

  inFile(dataDir, (database) => database.exec('drop trigger slow_disk'));
  const smtp = await startSmtp();
  let portal: PortalProcess = await startPortal({ dataDir, port, env: { SMTP_URL: smtp.url } });
  await smtp.received(followers / 4);
  await portal.stop('SIGKILL');
  portal = await startPortal({ dataDir, port, env: { SMTP_URL: smtp.url } });
  const everybody = Array.from({ length: followers }, (_, index) => addressOf(index)).sort();
  const reached = () => [...new Set(smtp.mails.map(({ to }) => to[0] ?? ''))].sort();
  for (let waited = 0; reached().length < followers && waited < 100_000; waited += 100) await pause(100);
  await portal.stop();
  await smtp.close();
  expect(reached()).toEqual(everybody);
  // What was on its way when the process ended is sent again under its own id; a second mail there is none.
  const ids = smtp.mails.map(({ to, headers }) => `${to[0]} ${headers['message-id']?.[0]}`);
  expect(new Set(ids).size).toBe(followers);
  expect(
    await readDatabase(join(dataDir, 'portal.db'), "select count(*) as queued from outbox where kind = 'forum-digest'"),
  ).toEqual([{ queued: followers }]);
  expect((await digestOf(dataDir)).done_at).not.toBeNull();
}, 300_000);

/** A thread with an answer that many follow, and a summary that has begun: it is not eight o’clock whenever tests run. */
function followedForum(database: DatabaseSync): void {
  const person = database.prepare(
    `insert into accounts (id, email, name, language, role, state, created_at) values (?, ?, 'Rose', 'en', 'member', 'active', 1)`,
  );
  const following = database.prepare(
    `insert into forum_subscriptions (id, account_id, thread_id, every, told_until, created_at) values (?, ?, 'thread', 'day', 0, 1)`,
  );
  database.exec('begin');
  person.run('author', 'author@example.com');
  database.exec(`
    insert into forum_threads (id, number, language, board, kind, title, author_id, opening_post_id, visibility, created_at, last_post_at)
      values ('thread', 1, 'en', 'returns', 'question', 'Worn insoles?', 'author', 'opening', 'visible', 1, 2);
    insert into forum_posts (id, thread_id, author_id, body, html, rendered_as, visibility, created_at)
      values ('opening', 'thread', 'author', 'Worn once.', '<p>Worn once.</p>', 1, 'visible', 1),
        ('answer', 'thread', 'author', 'Indoors.', '<p>Indoors.</p>', 1, 'visible', 2);
    insert into forum_digests (day, news_after, news_until, reached)
      values ('2020-01-01', 0, (select max(id) from forum_news), '');
    delete from jobs`);
  for (let index = 0; index < followers; index += 1) {
    person.run(`follower-${index}`, addressOf(index));
    following.run(`subscription-${index}`, `follower-${index}`);
  }
  // Every mail takes its time to be queued.
  database.exec(`create trigger slow_disk after insert on outbox when new.kind = 'forum-digest' begin
    update forum_digests set reached = reached where (with recursive steps (n) as
      (select 1 union all select n + 1 from steps where n < 20000) select max(n) from steps) < 0; end`);
  database.exec('commit');
}

/** Waits until a part of the mails has been queued: nobody else reads the file, but its journal grows. */
async function muchIsWritten(dataDir: string): Promise<void> {
  const size = () => statSync(join(dataDir, 'portal.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
  const before = size();
  for (let waited = 0; size() < before + 100_000 && waited < 20_000; waited += 5) await pause(5);
}

/** A killed process holds its jobs until their lease is over. */
function afterItsLease(database: DatabaseSync): void {
  database.exec('update jobs set leased_until = null, due_at = 0');
}

function inFile(dataDir: string, change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(join(dataDir, 'portal.db'));
  try {
    change(database);
  } finally {
    database.close();
  }
}

async function digestOf(dataDir: string) {
  const rows = await readDatabase<{ reached: string; done_at: number | null }>(
    join(dataDir, 'portal.db'),
    "select reached, done_at from forum_digests where day = '2020-01-01'",
  );
  return rows[0] ?? { reached: '', done_at: null };
}

function addressOf(index: number): string {
  return `follower-${index}@example.com`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
