import { expect, it } from 'vitest';
import { editPost } from '../../../api/forum/edit.ts';
import { submitReply } from '../../../api/forum/submit.ts';
import { erasePerson } from '../../../api/privacy/erase.ts';
import type { Services } from '../../../api/services.ts';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { answerIn, askIn, memberOf, seenBy, trust } from './support.ts';

/** The same services, and what somebody else does just before they write for the first time. */
function overtaken({ db, ...services }: Services, by: () => Promise<unknown>): Services {
  let isOver = false;
  const write: typeof db.write = async (statements) => {
    if (!isOver) {
      isOver = true;
      await by();
    }
    return db.write(statements);
  };
  return { ...services, db: { ...db, write } };
}

it('editing an answer leaves the title alone that somebody changes at the same moment', async () => {
  const portal = await makePortal();
  const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
  const question = await askIn(rose);
  const answer = await answerIn(tom, question.thread, 'Within 30 days.');
  const retitled = overtaken(portal.services, () =>
    sendJson(
      rose.ask,
      `/api/forum/posts/${question.id}`,
      { version: 1, title: 'Insoles that I wore', body: 'Once, indoors.' },
      { method: 'PUT' },
    ),
  );
  await editPost(retitled, answer.id, { version: 1, body: 'Within 60 days.' }, tom);
  expect(await seenBy(portal.app, question.thread)).toMatchObject({
    title: 'Insoles that I wore',
    posts: [{ html: '<p>Within 60 days.</p>' }],
  });
});

it('an edit of a post that moved to another thread meanwhile has to be looked at again', async () => {
  const portal = await makePortal();
  const rose = await memberOf(portal, 'Rose');
  const [one, other] = [await askIn(rose), await askIn(rose, { title: 'And worn shoes?', body: 'Twice, outdoors.' })];
  const answer = await answerIn(rose, one.thread, 'I forgot to say: size 26.');
  const moved = overtaken(portal.services, () =>
    portal.services.db.raw.execute({
      sql: 'update forum_posts set thread_id = (select id from forum_threads where number = ?) where id = ?',
      args: [other.thread, answer.id],
    }),
  );
  await expect(editPost(moved, answer.id, { version: 1, body: 'Size 27.' }, rose)).rejects.toMatchObject({
    slug: 'state-changed',
  });
});

it('posts that are sent at once count together towards what a day allows', async () => {
  const portal = await makePortal();
  const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
  await trust(portal, tom);
  const { thread } = await askIn(rose);
  await portal.services.db.raw.execute({
    sql: 'update forum_members set level = 0, is_level_fixed = 1 where account_id = ?',
    args: [tom.id],
  });
  const answers = await Promise.all(
    Array.from({ length: 14 }, (_, index) =>
      sendJson(tom.ask, `/api/forum/threads/${thread}/posts`, { body: `Answer number ${index}, of its own.` }),
    ),
  );
  expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([
    ...Array(10).fill(201),
    ...Array(4).fill(429),
  ]);
});

it('what is sent while its author is erased is not written', async () => {
  const portal = await makePortal();
  const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
  const { thread } = await askIn(rose);
  const erased = overtaken(portal.services, () =>
    erasePerson(portal.services, { kind: 'member', id: tom.id }, { way: 'staff', accountId: null }),
  );
  const once = { scope: 'x', key: 'x', fingerprint: 'x' };
  await expect(
    submitReply(erased, thread, { body: 'I live in Hidcote.', pictures: [] }, tom, once),
  ).rejects.toMatchObject({
    slug: 'not-signed-in',
  });
  const { rows } = await portal.services.db.raw.execute('select * from forum_posts');
  expect(JSON.stringify(rows)).not.toContain('Hidcote');
});

it('whoever is suspended says no “me too”, with words that nobody looks at first', async () => {
  const portal = await makePortal();
  const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
  const { thread } = await askIn(rose);
  await trust(portal, tom);
  await portal.services.db.raw.execute({
    sql: 'update forum_members set suspended_until = ? where account_id = ?',
    args: [portal.time.now + 60_000, tom.id],
  });
  const path = `/api/forum/threads/${thread}/me-too`;
  await problemOf(sendJson(tom.ask, path, { wording: 'Buy here' }, { method: 'PUT' }), 'posting-suspended', 403);
  expect((await seenBy(portal.app, thread)).meToos).toBe(0);
});
