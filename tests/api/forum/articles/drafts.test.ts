import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkPublishedArticles } from '../../../../api/forum/articles/link-published.ts';
import { makeArticleDraft } from '../../../../api/forum/articles/make-draft.ts';
import { sayMeToo } from '../../../../api/forum/me-too.ts';
import type { Problem } from '../../../../api/problem.ts';
import { checkArticle, placeOf } from '../../../../site/content-check/article.ts';
import { checkBody } from '../../../../site/content-check/mdx.ts';
import { articleSchemas } from '../../../../content/schema/articles.ts';
import { frontMatterOf } from '../../../../site/article-text/read.ts';
import { parse } from 'yaml';
import { hostileTexts, payloads } from '../../../support/payloads.ts';
import { article, makePortal } from '../../../support/services.ts';
import { problemOf, sendJson } from '../../support/ask.ts';
import { outboxOf } from '../../support/mailing.ts';
import { startSmtp } from '../../../support/smtp.ts';
import { answerIn, askIn, memberOf } from '../support.ts';
import { makeModeration } from '../../moderation/some-moderation.ts';
import { draft, solved } from './drafting.ts';

type Forum = Awaited<ReturnType<typeof makeModeration>>;

/** What the check of the content says of a draft, as if it stood in the content. */
async function findingsOf(forum: Forum, file: string, text: string) {
  const path = join(forum.folder, 'content', file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  const place = placeOf(`content/${file}`);
  if (!place) throw new Error(`${file} is no article`);
  const { findings } = await checkArticle(forum.folder, place, null);
  return findings;
}

function fieldsOf(text = '') {
  return articleSchemas.faq.parse(parse(frontMatterOf(text).yaml));
}

describe('an accepted answer', () => {
  it('becomes an article in its language and a stub for the other, which the content check finds in order', async () => {
    const forum = await makeModeration();
    const thread = await solved(forum);
    await sayMeToo(forum.services, thread.number, 'how do I clean insoles', forum.ken);
    const { files, texts } = await draft(forum, thread.number);
    expect(files).toEqual(['faq/en/can-i-wash-the-insoles.mdx', 'faq/ja/can-i-wash-the-insoles.mdx']);
    for (const [index, file] of files.entries()) expect(await findingsOf(forum, file, texts[index] ?? '')).toEqual([]);
    const fields = fieldsOf(texts[0]);
    expect(fields).toMatchObject({
      title: 'Can I wash the insoles?',
      answer: 'Wash them by hand, in lukewarm water. Let them dry in the shade.',
      category: 'returns',
      source: 'en',
      owner: 'customer-care',
      reviewed: '2026-11-16',
    });
    expect(fields.asked.slice(0, 2)).toEqual(['Can I wash the insoles?', 'how do I clean insoles']);
    expect(texts[0]).toContain(`[in our forum](/en/forum/${thread.number}/). Thank you, tom.`);
    expect(texts[1]).toContain('まだ翻訳されていません');
  });

  it('is asked for again without another slug, and until its article is out', async () => {
    const forum = await makeModeration();
    const [one, other] = [await solved(forum), await solved(forum)];
    const first = await draft(forum, one.number);
    expect(await draft(forum, one.number)).toEqual(first);
    expect((await draft(forum, other.number)).files[0]).toBe(`faq/en/can-i-wash-the-insoles-${other.number}.mdx`);
    await forum.services.db.raw.execute('update forum_article_drafts set published_at = 1');
    const refused = await draft(forum, one.number).catch((error: Problem) => error.slug);
    expect(refused).toBe('state-refused');
    expect(await forum.rows(`select id from audit_log where action = 'forum:draft-article'`)).toHaveLength(2);
  });

  it('is needed: of a thread without one, or one that nobody sees, there is no article', async () => {
    const forum = await makeModeration();
    const open = await forum.thread();
    const hidden = await solved(forum);
    await forum.services.db.raw.execute({
      sql: `update forum_posts set visibility = 'hidden' where id = ?`,
      args: [hidden.opening],
    });
    await forum.services.db.raw.execute({
      sql: `update forum_threads set visibility = 'hidden' where id = ?`,
      args: [hidden.id],
    });
    for (const { number } of [open, hidden]) {
      await expect(makeArticleDraft(forum.services, number, forum.mia)).rejects.toMatchObject({
        slug: 'state-refused',
      });
    }
    await expect(makeArticleDraft(forum.services, 99, forum.mia)).rejects.toMatchObject({ slug: 'not-found' });
  });

  it('is a draft that builds, whatever stands in its title, its answer, its wordings and names', async () => {
    const forum = await makeModeration();
    const hostile = [
      ...hostileTexts,
      ...payloads.slice(0, 60),
      'A',
      '中敷き',
      'あ'.repeat(120),
      '😀'.repeat(60),
      '--- : # {x}',
    ];
    for (const text of hostile) {
      const line = text
        .replaceAll(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, 120);
      const thread = await solved(forum, text, line);
      await forum.services.db.raw.execute({
        sql: 'update accounts set name = ? where id = ?',
        args: [line, forum.tom.id],
      });
      await sayMeToo(forum.services, thread.number, line, forum.ken);
      const { files, texts } = await draft(forum, thread.number);
      for (const [index, file] of files.entries()) {
        expect(placeOf(`content/${file}`), file).not.toBeNull();
        const draftText = texts[index] ?? '';
        fieldsOf(draftText);
        expect(checkBody(file, draftText.slice(frontMatterOf(draftText).head.length), 0).findings, text).toEqual([]);
      }
    }
  }, 60_000);
});

it('editors and moderators make drafts, and nobody else', async () => {
  const portal = await makePortal();
  const [mia, rose, agent] = await Promise.all([
    memberOf(portal, 'Mia', 'moderator'),
    memberOf(portal, 'Rose'),
    memberOf(portal, 'Ken', 'agent'),
  ]);
  const { thread } = await askIn(mia);
  const answer = await answerIn(mia, thread, 'Yes, within 30 days.');
  await sendJson(mia.ask, `/api/forum/threads/${thread}/accepted`, { post: answer.id }, { method: 'PUT' });
  const path = `/api/moderation/threads/${thread}/article-draft`;
  for (const who of [rose, agent]) await problemOf(who.ask(path, { method: 'POST' }), 'not-allowed', 403);
  const made = await mia.ask(path, { method: 'POST' });
  expect([made.status, await made.json()]).toEqual([
    201,
    { files: ['faq/en/can-i-return-worn-insoles.mdx', 'faq/ja/can-i-return-worn-insoles.mdx'] },
  ]);
});

describe('an article that came of a thread', () => {
  it('is linked by it once it is in the built site, and whoever follows it or answered hears of it once', async () => {
    const forum = await makeModeration();
    const smtp = await startSmtp();
    const { services } = forum;
    const thread = await solved(forum);
    await draft(forum, thread.number);
    const { raw } = services.db;
    await raw.execute(`update outbox set state = 'cancelled'`);
    await raw.execute({
      sql: `insert into forum_subscriptions (id, account_id, thread_id, every, told_until, created_at) values ('s', ?, ?, 'day', 0, 0)`,
      args: [forum.rose.id, thread.id],
    });
    await linkPublishedArticles(services);
    expect(await forum.row('forum_threads', 'id = ?', thread.id)).toMatchObject({ article_url: null });
    const url = '/en/faq/can-i-wash-the-insoles/';
    const built = {
      ...services,
      articleAt: (path: string) =>
        path === url
          ? { ...article, language: 'en' as const, url, title: 'Washing insoles', answer: 'By hand.' }
          : undefined,
    };
    await linkPublishedArticles(built);
    await linkPublishedArticles(built);
    expect(await forum.row('forum_threads', 'id = ?', thread.id)).toMatchObject({ article_url: url });
    const queued = (await forum.mails()).filter(({ kind }) => kind === 'forum-article');
    expect(queued.map(({ recipient }) => String(recipient)).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'rose@example.com',
      'tom@example.com',
    ]);
    const worker = outboxOf(built, smtp);
    await worker.sendDue();
    const mails = smtp.mails.splice(0);
    await smtp.close();
    expect(mails.map(({ headers }) => headers['subject']?.[0])).toEqual(
      Array(2).fill('Aruku: the forum has made an article: Washing insoles'),
    );
    const [roses, toms] = ['rose', 'tom'].map((name) => mails.find(({ to }) => to[0] === `${name}@example.com`));
    expect(roses?.headers['list-unsubscribe']?.[0]).toContain('/en/forum/mail/stop/one/');
    expect(toms?.headers['list-unsubscribe']).toBeUndefined();
    expect(roses?.text).toContain(`http://localhost:4321${url}`);
  });
});
