import { describe, expect, it } from 'vitest';
import { problemOf, sendForm, sendJson } from '../support/ask.ts';
import { dayMs } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';
import { linkIn, makeMailedPortal } from './mailed.ts';

describe('who wants notices by mail', () => {
  it('is asked by mail first, and subscribed by the button behind its link, once', async () => {
    const { ask, send, subscribers } = await makeMailedPortal();
    const form = { email: 'Hanako@Example.jp', category: '', language: 'ja' };
    const answer = await sendForm(ask, '/ja/notices/mail', form);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/ja/notices/mail/sent/']);
    expect(await (await ask('/ja/notices/mail/sent/')).text()).toContain('確認のメールをお送りします');
    const mails = await send();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: ['hanako@example.jp'] });
    const link = linkIn(mails[0]?.text ?? '', 'confirm');
    // Programs that follow links subscribe nobody.
    for (let visit = 0; visit < 3; visit += 1) {
      const page = await ask(link);
      expect(await page.text()).toContain('<form method="post"');
      expect(page.headers.get('Cache-Control')).toBe('no-store');
    }
    expect(await subscribers()).toEqual([]);
    const done = await ask(link, { method: 'POST' });
    expect([done.status, done.headers.get('Location')]).toEqual([303, '/ja/notices/mail/confirmed/']);
    expect(await subscribers()).toMatchObject([{ address: 'hanako@example.jp', language: 'ja', category: null }]);
    await problemOf(ask(link, { method: 'POST' }), 'link-unknown', 404);
    await problemOf(ask(link), 'link-unknown', 404);
    expect(await subscribers()).toHaveLength(1);
  });

  it('gets the same answer and the same mail whether the address is known or not', async () => {
    const portal = await makeMailedPortal();
    await portal.subscribe('known@example.jp');
    const answers = [];
    for (const email of ['known@example.jp', 'unknown@example.jp']) {
      const answer = await sendJson(portal.ask, '/ja/notices/mail', { email });
      const [mail] = await portal.send();
      answers.push([
        answer.status,
        await answer.text(),
        mail?.headers['subject'],
        mail?.text.replaceAll(/confirm\/.*/g, ''),
      ]);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it('may change language and category the same way, and is one subscriber still', async () => {
    const portal = await makeMailedPortal();
    await portal.subscribe('hanako@example.jp');
    await portal.subscribe('hanako@example.jp', { language: 'en', category: 'delivery' });
    expect(await portal.subscribers()).toMatchObject([{ language: 'en', category: 'delivery' }]);
  });

  it('is not mailed by strangers more than three times a day', async () => {
    const { ask, rows, time } = await makeMailedPortal();
    for (let count = 0; count < 6; count += 1) {
      expect((await sendJson(ask, '/en/notices/mail', { email: 'tom@example.com' })).status).toBe(202);
    }
    expect(await rows()).toHaveLength(3);
    time.now += dayMs;
    await sendJson(ask, '/en/notices/mail', { email: 'tom@example.com' });
    expect(await rows()).toHaveLength(4);
  });

  it('is told what is wrong where it is wrong', async () => {
    const { ask, services } = await makeMailedPortal();
    const before = await rowCounts(services.db);
    const page = await (await sendForm(ask, '/ja/notices/mail', { email: 'nobody', language: 'ja' })).text();
    expect(page).toContain('メールアドレスの形をご確認ください');
    expect(page).toContain('value="nobody"');
    const body = await problemOf(
      sendJson(ask, '/en/notices/mail', { email: 'tom@example.com', category: 'boots' }),
      'invalid-input',
      422,
    );
    expect(body.errors).toMatchObject([{ pointer: '#/category' }]);
    expect(await rowCounts(services.db)).toEqual(before);
  });

  it('has two days to confirm', async () => {
    const { ask, send, time } = await makeMailedPortal();
    await sendJson(ask, '/ja/notices/mail', { email: 'hanako@example.jp' });
    const [mail] = await send();
    time.now += 2 * dayMs;
    await problemOf(ask(linkIn(mail?.text ?? '', 'confirm'), { method: 'POST' }), 'link-unknown', 404);
  });
});
