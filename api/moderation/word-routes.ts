import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { byAccount } from '../accounts/by-account.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { watchedWordInput } from './contract.ts';
import { addWatchedWord, changeWatchedWord, deleteWatchedWord, listWatchedWords } from './watched-words.ts';

/** What moderators watch for. */
export const wordRoutes = new Hono<Env>()
  .get('/watched-words', allow('moderation:use'), async (c) =>
    c.json({ words: await listWatchedWords(c.get('services')) }),
  )
  .post('/watched-words', allow('watched-words:change'), input(watchedWordInput), async (c) =>
    c.json(await addWatchedWord(c.get('services'), c.req.valid('json'), byAccount(c)), 201),
  )
  .put('/watched-words/:id', allow('watched-words:change'), input(watchedWordInput), async (c) =>
    c.json(await changeWatchedWord(c.get('services'), c.req.param('id'), c.req.valid('json'), byAccount(c))),
  )
  .delete('/watched-words/:id', allow('watched-words:change'), async (c) => {
    await deleteWatchedWord(c.get('services'), c.req.param('id'), byAccount(c));
    return c.body(null, 204);
  });
