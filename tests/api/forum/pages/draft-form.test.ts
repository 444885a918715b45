import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { expect, it } from 'vitest';
import { makePortal } from '../../../support/services.ts';
import { sendJson } from '../../support/ask.ts';
import { answerIn, askIn, type Member, memberOf } from '../support.ts';
import { forumShells } from './shells.ts';

const html = { Accept: 'text/html' };
const form = { ...html, 'Content-Type': 'application/x-www-form-urlencoded' };
const draft = (who: Member, thread: number) =>
  who.ask(`/en/forum/${thread}/article-draft`, { method: 'POST', headers: form, body: '' });
const shown = async (who: Member, address: string) => {
  const root = parse(await (await who.ask(address, { headers: html })).text());
  return { hasForm: root.querySelector('form[action=article-draft]') !== null, text: root.text };
};

it('a thread with an accepted answer becomes a draft on its page, for those who may, until its article is out', async () => {
  const portal = await makePortal({ pages: forumShells });
  const [editor, agent, rose] = await Promise.all([
    memberOf(portal, 'Eve', 'editor'),
    memberOf(portal, 'Ken', 'agent'),
    memberOf(portal, 'Rose'),
  ]);
  const { thread } = await askIn(agent);
  const address = `/en/forum/${thread}/`;
  const answer = await answerIn(agent, thread, 'Yes, within 30 days.');
  expect((await shown(editor, address)).hasForm).toBe(false);
  expect((await draft(editor, thread)).status).toBe(409);
  await sendJson(agent.ask, `/api/forum/threads/${thread}/accepted`, { post: answer.id }, { method: 'PUT' });

  for (const other of [agent, rose]) {
    expect((await shown(other, address)).hasForm).toBe(false);
    expect((await draft(other, thread)).status).toBe(403);
  }
  expect((await shown(editor, address)).hasForm).toBe(true);
  const made = await draft(editor, thread);
  expect([made.status, made.headers.get('Location')]).toEqual([303, `${address}?drafted`]);
  expect((await shown(editor, `${address}?drafted`)).text).toContain('An article is drafted');
  const file = join(portal.folder, 'drafts/faq/en/can-i-return-worn-insoles.mdx');
  expect(await readFile(file, 'utf8')).toContain('Yes, within 30 days.');
});
