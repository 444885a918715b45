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

it('one’s own page asks for a second look by a form, keeps what was typed, and says what came of it', async () => {
  const portal = await makePortal({ pages: forumShells });
  const [rose, ben] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Ben')];
  const [mia, max] = [await memberOf(portal, 'Mia', 'moderator'), await memberOf(portal, 'Max', 'moderator')];
  await trust(portal, rose, ben);
  const { thread } = await askIn(rose);
  const post = await answerIn(ben, thread, 'What a silly question.');
  await sendJson(rose.ask, `/api/moderation/posts/${post.id}/flags`, { reason: 'other' });
  const [item] = await waiting(mia);
  await sendJson(mia.ask, '/api/moderation/decisions', {
    items: [{ id: item?.id, version: item?.version }],
    action: 'hide',
  });

  const appealing = `/en/forum/posts/${post.id}/appeal`;
  const form = (await ownPageOf(ben)).querySelector(`form#appeal-${post.id}`);
  expect(form?.getAttribute('action')).toBe(appealing);
  const decision = form?.querySelector('[name=decision]')?.getAttribute('value') ?? '';
  const send = async (who: Member, fields: Record<string, string>) =>
    who.ask(appealing, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' },
      body: new URLSearchParams(fields).toString(),
    });
  const tooLong = await send(ben, { decision, body: 'a'.repeat(2001) });
  expect(tooLong.status).toBe(422);
  const again = parse(await tooLong.text());
  expect(again.querySelector('details.own-appeal[open] .field-error')?.text).toContain('at most 2000');
  expect(again.querySelector(`#appeal-${post.id}-body`)?.text.trim()).toHaveLength(2001);
  expect((await send(rose, { decision, body: 'Not mine.' })).status).toBe(404);

  expect((await send(ben, { decision, body: 'I meant the shoe.' })).status).toBe(303);
  const asked = await ownPageOf(ben);
  expect(asked.querySelector('details.own-appeal')).toBeNull();
  expect(asked.text).toContain('You asked for a second look');
  const [appealed] = await waiting(max);
  expect(appealed?.appeal?.body).toBe('I meant the shoe.');
  const answer = { verdict: 'reversed', answer: 'You are right.' };
  await sendJson(max.ask, `/api/moderation/appeals/${appealed?.appeal?.id}`, answer, { method: 'PUT' });
  expect((await ownPageOf(ben)).querySelector('.notice')?.text).toMatch(/was reversed.*You are right\./s);
});

async function waiting(moderator: Member) {
  const { reviewables } = (await (await moderator.ask('/api/moderation/reviewables')).json()) as {
    reviewables: { id: string; version: number; appeal: { id: string; body: string } | null }[];
  };
  return reviewables.map(({ id, version, appeal }) => ({ id, version, appeal }));
}
