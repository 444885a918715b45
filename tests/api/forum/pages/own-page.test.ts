import { parse } from 'node-html-parser';
import { expect, it } from 'vitest';
import { makePortal } from '../../../support/services.ts';
import { sendJson } from '../../support/ask.ts';
import { answerIn, askIn, type Member, memberOf, trust } from '../support.ts';
import { forumShells } from './shells.ts';

async function ownPageOf(who: Member) {
  const answer = await who.ask('/en/forum/own/', { headers: { Accept: 'text/html' } });
  return parse(await answer.text());
}

it('one’s own page says what came of what one reported, and where a post with personal data has gone', async () => {
  const portal = await makePortal({ pages: forumShells });
  const [rose, ben] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Ben')];
  const mia = await memberOf(portal, 'Mia', 'moderator');
  await trust(portal, rose, ben);
  const { thread } = await askIn(rose);
  const post = await answerIn(ben, thread, 'You know where I live: the house by the bridge.');
  await sendJson(rose.ask, `/api/moderation/posts/${post.id}/flags`, { reason: 'other' });
  const reported = async () => (await ownPageOf(rose)).querySelector('[aria-labelledby=own-flags]');
  expect((await reported())?.text).toContain('Our moderators will look at it');
  expect((await reported())?.querySelector('a')?.getAttribute('href')).toBe(`/en/forum/posts/${post.id}/`);
  expect((await ownPageOf(ben)).querySelector('[aria-labelledby=own-flags]')).toBeNull();

  const moved = await sendJson(mia.ask, `/api/moderation/posts/${post.id}/ticket`, { version: 1 });
  expect(moved.status).toBe(201);
  expect((await reported())?.text).toContain('You were right');
  expect((await reported())?.querySelector('a'), 'to what nobody sees').toBeNull();
  const own = (await ownPageOf(ben)).text;
  expect(own).toContain('a request that only you and we can see');
  expect(own).not.toContain('This post was removed');
});
