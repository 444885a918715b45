import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check';
import { expect, inject, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { sendJson } from '../support/ask.ts';
import { answerIn, askIn, type Member, memberOf, trust } from './support.ts';

type Portal = Awaited<ReturnType<typeof makePortal>>;

const acts = [
  'ask',
  'answer',
  'edit',
  'remove',
  'accept',
  'withdraw',
  'me-too',
  'take-back',
  'silence',
  'let-speak',
] as const;

interface Act {
  what: (typeof acts)[number];
  who: number;
  thread: number;
  post: number;
}

const sequence = array(record({ what: constantFrom(...acts), who: nat(2), thread: nat(2), post: nat(7) }), {
  minLength: 5,
  maxLength: 25,
});

it('what is kept of a thread and of a member is always what counting it anew gives', async () => {
  const portal = await makePortal();
  const members = await Promise.all(['Rose', 'Tom', 'Sam'].map((name) => memberOf(portal, name)));
  await assert(
    asyncProperty(sequence, async (done) => {
      for (const table of [
        'review_events',
        'review_reasons',
        'reviewables',
        'forum_revisions',
        'forum_me_toos',
        'forum_reads',
      ]) {
        await portal.services.db.raw.execute(`delete from ${table}`);
      }
      for (const table of ['forum_posts', 'forum_threads', 'forum_members']) {
        await portal.services.db.raw.execute(`delete from ${table}`);
      }
      // Known to the reviewers, so that most of what they write is seen.
      await trust(portal, ...members);
      await portal.services.db.raw.execute('update forum_members set posts = 0');
      for (const act of done) {
        portal.time.now += 60_000;
        await perform(portal, members, act);
        expect(await kept(portal)).toEqual(await counted(portal));
      }
    }),
    { numRuns: inject('databaseServer') ? 5 : 25, endOnFailure: true },
  );
}, 120_000);

it('a post that its author takes away, or that an edit takes out of sight, counts for nobody', async () => {
  const portal = await makePortal();
  const rose = await memberOf(portal, 'Rose');
  await trust(portal, rose);
  const { thread } = await askIn(rose);
  const [one, other] = [await answerIn(rose, thread, 'Size 26.'), await answerIn(rose, thread, 'In blue, if I may.')];
  const posts = async () => (await rowsOf(portal, 'forum_members')).map((member) => member['posts']);
  expect(await posts()).toEqual([3]);
  await rose.ask(`/api/forum/posts/${one.id}`, { method: 'DELETE' });
  expect(await posts()).toEqual([2]);
  const edit = { version: 1, body: 'Write to rose@example.org, please.' };
  await sendJson(rose.ask, `/api/forum/posts/${other.id}`, edit, { method: 'PUT' });
  expect(await posts()).toEqual([1]);
});

async function perform(portal: Portal, members: readonly Member[], { what, who, thread, post }: Act): Promise<void> {
  const { raw } = portal.services.db;
  const member = members[who % members.length];
  if (!member) return;
  const { rows } = await raw.execute('select number, id from forum_threads order by number');
  const number = rows.length === 0 ? 0 : Number(rows[thread % rows.length]?.['number']);
  const posts = (await raw.execute('select id, version from forum_posts order by id')).rows as unknown as {
    id: string;
    version: number;
  }[];
  const chosen = posts[post % Math.max(posts.length, 1)];
  const path = `/api/forum/threads/${number}`;
  const put = (to: string, body: object) => sendJson(member.ask, to, body, { method: 'PUT' });
  if (what === 'ask') await askIn(member, { title: `Question ${portal.time.now}` });
  else if (what === 'silence' || what === 'let-speak') {
    const until = what === 'silence' ? portal.time.now + 3_600_000 : null;
    await raw.execute({
      sql: 'update forum_members set silenced_until = ? where account_id = ?',
      args: [until, member.id],
    });
  } else if (number === 0 || !chosen) return;
  // What is refused has to leave everything as it was.
  else if (what === 'answer') await answerIn(member, number, `Answer ${portal.time.now}`).catch(() => undefined);
  else if (what === 'edit')
    await put(`/api/forum/posts/${chosen.id}`, { version: chosen.version, body: `Edited ${portal.time.now}` });
  else if (what === 'remove') await member.ask(`/api/forum/posts/${chosen.id}`, { method: 'DELETE' });
  else if (what === 'accept') await put(`${path}/accepted`, { post: chosen.id });
  else if (what === 'withdraw') await member.ask(`${path}/accepted`, { method: 'DELETE' });
  else if (what === 'me-too') await put(`${path}/me-too`, {});
  else await member.ask(`${path}/me-too`, { method: 'DELETE' });
}

async function rowsOf({ services }: Portal, table: string): Promise<Record<string, unknown>[]> {
  return (await services.db.raw.execute(`select * from ${table} order by 1`)).rows.map((row) => ({ ...row }));
}

async function kept(portal: Portal) {
  const threads = await rowsOf(portal, 'forum_threads');
  const members = await rowsOf(portal, 'forum_members');
  return {
    threads: threads.map(({ number, replies, last_post_at, visibility, accepted_post_id, me_toos }) => ({
      number,
      replies,
      last_post_at,
      visibility,
      accepted_post_id,
      me_toos,
    })),
    members: members.map(({ account_id, posts, accepted }) => ({ account_id, posts, accepted })),
  };
}

const isAccepted = (post: Record<string, unknown>) => post['accepted_at'] !== null;

/** The same, from the posts alone. */
async function counted(portal: Portal) {
  const threads = await rowsOf(portal, 'forum_threads');
  const members = await rowsOf(portal, 'forum_members');
  const posts = await rowsOf(portal, 'forum_posts');
  const meToos = await rowsOf(portal, 'forum_me_toos');
  return {
    threads: threads.map((thread) => {
      const own = posts.filter((post) => post['thread_id'] === thread['id']);
      const visible = own.filter((post) => post['visibility'] === 'visible');
      const times = visible.map((post) => Number(post['created_at']));
      return {
        number: thread['number'],
        replies: visible.filter((post) => post['id'] !== thread['opening_post_id']).length,
        last_post_at: times.length > 0 ? Math.max(...times) : thread['created_at'],
        visibility: own.find((post) => post['id'] === thread['opening_post_id'])?.['visibility'],
        accepted_post_id: visible.find(isAccepted)?.['id'] ?? null,
        me_toos: meToos.filter((too) => too['thread_id'] === thread['id']).length,
      };
    }),
    members: members.map(({ account_id }) => ({
      account_id,
      posts: posts.filter((post) => post['author_id'] === account_id && post['visibility'] === 'visible').length,
      accepted: posts.filter((post) => {
        const thread = threads.find((one) => one['id'] === post['thread_id']);
        return (
          post['author_id'] === account_id &&
          isAccepted(post) &&
          post['visibility'] === 'visible' &&
          thread?.['author_id'] !== account_id
        );
      }).length,
    })),
  };
}
