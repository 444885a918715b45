import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { answerWithAttachment, answerWithPreview } from '../attachments/answer.ts';
import { withFiles } from '../attachments/attach.ts';
import { countFiles } from '../attachments/count-files.ts';
import { readAttachmentOf } from '../attachments/read.ts';
import { filesOf, receivesFiles } from '../attachments/received.ts';
import type { Env } from '../http/env.ts';
import { isLanguage } from '../http/language.ts';
import { postCustomerMessage } from '../channels/web/post-message.ts';
import { fromForm, input, isForm } from '../http/input.ts';
import { mediaType } from '../http/media-type.ts';
import { onceFromForm } from '../http/once.ts';
import { seeOther } from '../http/see-other.ts';
import { countAddress, countIdentity } from '../limits/counted.ts';
import { Problem } from '../problem.ts';
import { scores } from '../ratings/contract.ts';
import { ratingOf } from '../ratings/rate.ts';
import { orAskAgain } from '../tokens/ask-again.ts';
import { messageInput } from './changes-contract.ts';
import { conversationBehind, readLink } from './private-links.ts';
import { readRequest } from './read.ts';
import { requestPage } from './request-page.ts';

/** Files are taken from nobody whose link does not work. */
const knownLinkOnly = createMiddleware<Env>(async (c, next) => {
  if (mediaType(c) === 'multipart/form-data') {
    const { db, clock } = c.get('services');
    await conversationBehind(db, c.req.param('token') ?? '', clock());
  }
  await next();
});

/** A customer's own request, behind its private link. Everything works without JavaScript. */
export const requestRoutes = new Hono<Env>()
  .get('/:language{ja|en}/requests/:token/', async (c) => {
    const page = await filledPage(c);
    if (page === null) throw new Problem('not-found');
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex');
    return c.html(page);
  })
  .get('/:language{ja|en}/requests/:token', (c) => {
    const { language, token } = c.req.param();
    return c.redirect(`/${language}/requests/${encodeURIComponent(token)}/`, 308);
  })
  // Where a reader stands after an answer that had to be sent again, and may reload or bookmark.
  .get('/:language{ja|en}/requests/:token/messages', (c) => c.redirect('./', 303))
  .post(
    '/:language{ja|en}/requests/:token/messages',
    knownLinkOnly,
    countFiles,
    receivesFiles,
    fromForm((c) => ({ id: 'answer', page: () => filledPage(c) })),
    input(messageInput),
    async (c) => {
      const services = c.get('services');
      const { conversationId: id, madeFor } = await readLink(services.db, c.req.param('token'), services.clock());
      await countAddress(c, 'messages');
      await countIdentity(c, 'messages-by-conversation', id);
      const { message, key } = c.req.valid('json');
      const files = filesOf(c);
      // A message is sent again by the same link, even where its conversation went into another meanwhile.
      const once = await onceFromForm(c, `messages:${madeFor}`, withFiles({ message }, files), key);
      const language = c.get('language');
      const posted = await postCustomerMessage(services, id, { message, language }, once, files);
      const address = posted.newRequestUrl ?? `/${language}/requests/${c.req.param('token')}/`;
      if (isForm(c)) return seeOther(c, `${address}#answered`);
      c.header('Content-Location', address);
      return c.json(await readRequest(services.db, posted.conversationId, services.clock()), 201);
    },
  )
  .get('/:language{ja|en}/requests/:token/attachments/:id', async (c) =>
    answerWithAttachment(c, await ownAttachment(c)),
  )
  .get('/:language{ja|en}/requests/:token/attachments/:id/preview', async (c) =>
    answerWithPreview(c, await ownAttachment(c)),
  );

/** An attachment of the conversation that the link opens. */
async function ownAttachment(c: Context<Env>) {
  const { db, clock } = c.get('services');
  const { token = '', id = '' } = c.req.param() as { token?: string; id?: string };
  return readAttachmentOf(db, await conversationBehind(db, token, clock()), id, clock());
}

async function filledPage(c: Context<Env>): Promise<string | null> {
  const services = c.get('services');
  const { language = '', token = '' } = c.req.param() as { language?: string; token?: string };
  if (!isLanguage(language)) throw new Problem('not-found');
  const id = await orAskAgain(c, 'my-requests', conversationBehind(services.db, token, services.clock()));
  const [request, rating] = await Promise.all([
    readRequest(services.db, id, services.clock()),
    ratingOf(services.db, id),
  ]);
  const wished = scores.find((score) => score === c.req.query('rate')) ?? null;
  return requestPage(services, language, request, token, { rating, wished });
}
