import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { authorise } from '../../access/allow.ts';
import { withFiles } from '../../attachments/attach.ts';
import { countFiles } from '../../attachments/count-files.ts';
import { filesOf, receivesFiles } from '../../attachments/received.ts';
import type { Env } from '../../http/env.ts';
import { fromForm, input } from '../../http/input.ts';
import { countIdentity } from '../../limits/counted.ts';
import { flagPost } from '../../moderation/flags.ts';
import { appeal } from '../../moderation/appeal.ts';
import { appealInput, flagInput } from '../../moderation/contract.ts';
import { acceptAnswer, withdrawAcceptance } from '../accept.ts';
import { threadUrl } from '../addresses.ts';
import { editInput, meTooInput, postInput, threadInput } from '../contract.ts';
import { makeArticleDraft } from '../articles/make-draft.ts';
import { editPost } from '../edit.ts';
import { sayMeToo, takeBackMeToo } from '../me-too.ts';
import { picturesSentAlong } from '../pictures/sent-along.ts';
import { removeOwnPost } from '../remove-own.ts';
import { sendingOnce } from '../sending-once.ts';
import { submitReply, submitThread } from '../submit.ts';
import { answerPage, surroundingsOf } from './answer-page.ts';
import { askPage } from './ask-page.ts';
import { appealFormOf } from './own-appeal.ts';
import { ownPage } from './own-page.ts';
import { placeOfPost } from './place-of-post.ts';
import { editPage, flagPage } from './post-pages.ts';
import { threadHtml } from './read-routes.ts';

const replyForm = postInput.pick({ body: true, quotes: true, key: true });
const askForm = threadInput.omit({ pictures: true, secondsTyping: true });
const meTooForm = meTooInput.extend({ says: z.enum(['yes', 'no']) });
const acceptForm = z.strictObject({ post: z.string().max(40).optional() });
const flagForm = flagInput.extend({ post: z.string().max(40).optional() });
const editForm = editInput.omit({ pictures: true }).extend({ version: z.coerce.number().int().min(1) });
const appealForm = appealInput.pick({ body: true }).extend({ decision: z.string().max(40) });
const nothing = z.strictObject({});

/*
 * The forms of the forum's pages, sent without JavaScript. Nobody is asked who they are before what was typed is known:
 * whoever was signed out meanwhile finds it again on the page that says so.
 */
export const writeRoutes = new Hono<Env>()
  .post(
    '/:language{ja|en}/forum/new/',
    countFiles,
    receivesFiles,
    fromForm((c) => ({
      id: 'ask',
      page: async () => askPage(await surroundingsOf(c), { board: '', title: '' }, true),
    })),
    input(askForm),
    async (c) => {
      const { services } = await surroundingsOf(c);
      const account = await authorise(c, 'forum:post');
      const { key, ...thread } = c.req.valid('json');
      const once = await sendingOnce(c, account.id, 'threads', withFiles(thread, filesOf(c)), key);
      await countIdentity(c, 'forum-threads-by-account', account.id);
      const pictures = await picturesSentAlong(c, account.id);
      const sent = await submitThread(services, { ...thread, pictures }, account, once);
      return c.redirect(sent.url, 303);
    },
  )
  .post(
    '/:language{ja|en}/forum/:number{[0-9]{1,9}}/posts',
    countFiles,
    receivesFiles,
    fromForm((c) => ({ id: 'reply', page: () => threadOf(c) })),
    input(replyForm),
    async (c) => {
      const { services } = await surroundingsOf(c);
      const account = await authorise(c, 'forum:post');
      const { key, ...post } = c.req.valid('json');
      const once = await sendingOnce(c, account.id, `posts:${numberIn(c)}`, withFiles(post, filesOf(c)), key);
      const pictures = await picturesSentAlong(c, account.id);
      const sent = await submitReply(services, numberIn(c), { ...post, pictures }, account, once);
      return c.redirect(sent.url, 303);
    },
  )
  .post(
    '/:language{ja|en}/forum/:number{[0-9]{1,9}}/me-too',
    fromForm((c) => ({ id: 'me-too', page: () => threadOf(c) })),
    input(meTooForm),
    async (c) => {
      const { services, language } = await surroundingsOf(c);
      const account = await authorise(c, 'forum:post');
      await countIdentity(c, 'forum-changes-by-account', account.id);
      const { says, wording } = c.req.valid('json');
      if (says === 'yes') await sayMeToo(services, numberIn(c), wording, account);
      else await takeBackMeToo(services, numberIn(c), account);
      return c.redirect(threadUrl({ language, number: numberIn(c) }), 303);
    },
  )
  .post(
    '/:language{ja|en}/forum/:number{[0-9]{1,9}}/accepted',
    fromForm(() => ({ id: 'accepted', page: async () => null })),
    input(acceptForm),
    async (c) => {
      const { services } = await surroundingsOf(c);
      const account = await authorise(c, 'forum:post');
      const { post } = c.req.valid('json');
      const thread = await (post === undefined
        ? withdrawAcceptance(services, numberIn(c), account)
        : acceptAnswer(services, numberIn(c), post, account));
      return c.redirect(threadUrl(thread), 303);
    },
  )
  .post(
    '/:language{ja|en}/forum/:number{[0-9]{1,9}}/article-draft',
    fromForm(() => ({ id: 'article-draft', page: async () => null })),
    input(nothing),
    async (c) => {
      const { services, language } = await surroundingsOf(c);
      const { id: accountId, role } = await authorise(c, 'article-drafts:make');
      await makeArticleDraft(services, numberIn(c), { accountId, role, requestId: c.get('requestId') });
      return c.redirect(`${threadUrl({ language, number: numberIn(c) })}?drafted`, 303);
    },
  )
  .get('/:language{ja|en}/forum/posts/:id/flag', async (c) => {
    const around = await surroundingsOf(c);
    return answerPage(c, around.reader, await flagPage(around, c.req.param('id')));
  })
  .post(
    '/:language{ja|en}/forum/posts/:id/flag',
    fromForm((c) => ({
      id: 'flag',
      page: async () => flagPage(await surroundingsOf(c), c.req.param('id') ?? '', true),
    })),
    input(flagForm),
    async (c) => {
      const { services, reader } = await surroundingsOf(c);
      const account = await authorise(c, 'forum:post');
      await countIdentity(c, 'flags-by-account', account.id);
      const { reason, detail } = c.req.valid('json');
      const { thread } = await placeOfPost(services, c.req.param('id'), reader);
      await flagPost(services, c.req.param('id'), { reason, ...(detail === undefined ? {} : { detail }) }, account);
      return c.redirect(`${threadUrl(thread)}?flagged`, 303);
    },
  )
  .get('/:language{ja|en}/forum/posts/:id/edit', async (c) => {
    const around = await surroundingsOf(c);
    return answerPage(c, around.reader, await editPage(around, c.req.param('id')));
  })
  .post(
    '/:language{ja|en}/forum/posts/:id/edit',
    fromForm((c) => ({ id: 'edit', page: async () => editPage(await surroundingsOf(c), c.req.param('id') ?? '') })),
    input(editForm),
    async (c) => {
      const { services } = await surroundingsOf(c);
      const account = await authorise(c, 'forum:post');
      await countIdentity(c, 'forum-changes-by-account', account.id);
      const sent = await editPost(services, c.req.param('id'), c.req.valid('json'), account);
      return c.redirect(sent.url, 303);
    },
  )
  .post(
    '/:language{ja|en}/forum/posts/:id/appeal',
    fromForm((c) => {
      const post = c.req.param('id') ?? '';
      return { id: appealFormOf(post), page: async () => ownPage(await surroundingsOf(c), post) };
    }),
    input(appealForm),
    async (c) => {
      const { services, language } = await surroundingsOf(c);
      const account = await authorise(c, 'forum:post');
      const { decision, body } = c.req.valid('json');
      await appeal(services, decision, { body, post: c.req.param('id') }, account);
      return c.redirect(`/${language}/forum/own/`, 303);
    },
  )
  .post(
    '/:language{ja|en}/forum/posts/:id/remove',
    fromForm(() => ({ id: 'remove', page: async () => null })),
    input(nothing),
    async (c) => {
      const { services, language } = await surroundingsOf(c);
      const account = await authorise(c, 'forum:post');
      await removeOwnPost(services, c.req.param('id'), account);
      return c.redirect(`/${language}/forum/own/`, 303);
    },
  );

async function threadOf(c: Context<Env>): Promise<string | null> {
  return threadHtml(c, await surroundingsOf(c), numberIn(c));
}

function numberIn(c: Context<Env>): number {
  return Number(c.req.param('number'));
}
