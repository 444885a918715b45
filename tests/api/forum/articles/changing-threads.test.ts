import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { linkPublishedArticles } from '../../../../api/forum/articles/link-published.ts';
import { mergeThreads } from '../../../../api/moderation/thread-acts/merge-threads.ts';
import { erasePerson } from '../../../../api/privacy/erase.ts';
import { article } from '../../../support/services.ts';
import { makeModeration } from '../../moderation/some-moderation.ts';
import { draft, solved } from './drafting.ts';

it('what a draft was made of leads to the article from the thread that it went into since', async () => {
  const url = '/en/faq/can-i-return-worn-insoles/';
  const forum = await makeModeration();
  const [thread, other] = [await solved(forum, undefined, 'Can I return worn insoles?'), await forum.thread(forum.tom)];
  await draft(forum, thread.number);
  const { version } = await forum.row('forum_threads', 'id = ?', thread.id);
  await mergeThreads(forum.services, thread.number, { into: other.number, version: Number(version) }, forum.mia);
  await linkPublishedArticles({ ...forum.services, articleAt: () => ({ ...article, url, language: 'en' }) });
  expect(await forum.row('forum_threads', 'id = ?', other.id)).toMatchObject({ article_url: url });
});

it('a draft has a slug of its own, also when two are made at once', async () => {
  const forum = await makeModeration();
  const threads = [await solved(forum, undefined, 'Worn insoles?'), await solved(forum, undefined, 'Worn insoles!')];
  const made = await Promise.all(threads.map(({ number }) => draft(forum, number)));
  expect(new Set(made.flatMap(({ files }) => files)).size).toBe(4);
});

it('a draft says nothing of a thread that went into it and was hidden', async () => {
  const forum = await makeModeration();
  const [thread, other] = [await solved(forum), await forum.thread(forum.tom, 'Ken of Hidcote never pays')];
  const { version } = await forum.row('forum_threads', 'id = ?', other.id);
  await mergeThreads(forum.services, other.number, { into: thread.number, version: Number(version) }, forum.mia);
  await forum.services.db.raw.execute({
    sql: `update forum_threads set visibility = 'hidden' where id = ?`,
    args: [other.id],
  });
  const { texts } = await draft(forum, thread.number);
  expect(texts.join()).not.toContain('Hidcote');
});

it('a draft goes from the folder with whoever it is made of', async () => {
  const forum = await makeModeration();
  const thread = await solved(forum);
  const { files } = await draft(forum, thread.number);
  await erasePerson(forum.services, { kind: 'member', id: forum.tom.id }, { way: 'staff', accountId: null });
  for (const file of files) {
    await expect(readFile(join(forum.folder, 'drafts', file))).rejects.toThrow('ENOENT');
  }
  expect((await forum.services.db.raw.execute('select * from forum_article_drafts')).rows).toEqual([]);
});
