import { Hono } from 'hono';
import { allow } from '../../access/allow.ts';
import { answerWithPreview } from '../../attachments/answer.ts';
import { filesOf, receivesFiles } from '../../attachments/received.ts';
import type { Env } from '../../http/env.ts';
import { input } from '../../http/input.ts';
import { countAddress, countIdentity } from '../../limits/counted.ts';
import { pictureInput } from '../contract.ts';
import { pictureAt } from './pictures-of.ts';
import { uploadPicture } from './upload.ts';

/** Pictures for posts: uploaded one by one while a post is written, and shown as what was drawn of them. */
export const pictureRoutes = new Hono<Env>()
  .post('/pictures', allow('forum:post'), receivesFiles, input(pictureInput), async (c) => {
    await countAddress(c, 'forms-with-files');
    await countIdentity(c, 'forum-pictures-by-account', c.get('account').id);
    return c.json(await uploadPicture(c.get('services'), filesOf(c), c.get('account').id, c.get('language')), 201);
  })
  .get('/pictures/:id', async (c) => {
    const services = c.get('services');
    const viewer = await services.sessions.current(c);
    return answerWithPreview(c, await pictureAt(services, c.req.param('id'), viewer));
  });
