import { describe, expect, it, onTestFinished } from 'vitest';
import { mailNotices } from '../../../api/notices/subscriptions/mailings.ts';
import { newId } from '../../../api/db/id.ts';
import { noticeSubscribers } from '../../../api/notices/subscriptions/tables.ts';
import { startSmtp } from '../../support/smtp.ts';
import { problemOf, sendForm, sendJson } from '../support/ask.ts';
import { outboxOf } from '../support/mailing.ts';
import { dayMs } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';
import { hourMs, lateParcels, maintenance, makeNoticingPortal } from './noticing.ts';

async function makeMailedPortal() {
  const smtp = await startSmtp();
  onTestFinished(() => smtp.close());
  const portal = await makeNoticingPortal();
  const { services } = portal;
  const { sendDue, rows } = outboxOf(services, smtp);
  const ask = portal.app.request;
  const send = async () => {
    await mailNotices(services);
    await sendDue();
    return smtp.mails.splice(0);
  };
  return {
    ...portal,
    ask,
    rows,
    send,
    /** Follows the link of a confirmation to its end. */
    subscribe: async (email: string, { language = 'ja', category }: { language?: string; category?: string } = {}) => {
      const answer = await sendJson(ask, `/${language}/notices/mail`, { email, ...(category ? { category } : {}) });
      expect(answer.status).toBe(202);
      const [mail] = await send();
      const link = linkIn(mail?.text ?? '', 'confirm');
      expect((await ask(link)).status).toBe(200);
      expect((await ask(link, { method: 'POST' })).headers.get('Location')).toBe(
        `/${language}/notices/mail/confirmed/`,
      );
    },
    subscribers: () => services.db.read.select().from(noticeSubscribers),
  };
}

function linkIn(text: string, step: 'confirm' | 'stop'): string {
  return new RegExp(`http://localhost:4321(/\\w+/notices/mail/${step}/[^/]+/)`).exec(text)?.[1] ?? '';
}

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

describe('a notice', () => {
  it('goes to each subscriber once, in their language, with one click to stop', async () => {
    const portal = await makeMailedPortal();
    await portal.subscribe('hanako@example.jp');
    await portal.subscribe('tom@example.com', { language: 'en' });
    await portal.publish(lateParcels);
    const mails = (await portal.send()).sort((one, other) => (one.to[0] ?? '').localeCompare(other.to[0] ?? ''));
    expect(mails.map(({ to, headers }) => [to[0], headers['subject']?.[0]])).toEqual([
      ['hanako@example.jp', '【アルク】遅延：雪のため、お届けに遅れが出ています'],
      ['tom@example.com', 'Aruku: Delay: Snow is holding up deliveries'],
    ]);
    expect(await portal.send()).toEqual([]);
    const [hanako] = mails;
    const stop = linkIn(hanako?.text ?? '', 'stop');
    expect(hanako?.headers['list-unsubscribe']).toEqual([`<http://localhost:4321${stop}>`]);
    expect(hanako?.headers['list-unsubscribe-post']).toEqual(['List-Unsubscribe=One-Click']);
    // Looking at the link stops nothing; what a mail program sends does, without a cookie or an origin.
    expect((await portal.app.request(stop)).status).toBe(200);
    expect(await portal.subscribers()).toHaveLength(2);
    const clicked = await portal.app.request(stop, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(clicked.headers.get('Location')).toBe('/ja/notices/mail/stopped/');
    expect(await portal.subscribers()).toMatchObject([{ address: 'tom@example.com' }]);
    expect((await portal.app.request(stop, { method: 'POST' })).status).toBe(303);
  });

  it('is stopped by nobody else’s link', async () => {
    const portal = await makeMailedPortal();
    await portal.subscribe('hanako@example.jp');
    const [{ id } = { id: '' }] = await portal.subscribers();
    for (const link of [id, `${id}.`, `${id}.${'A'.repeat(32)}`, '.x', `${id}.x.y`]) {
      await problemOf(portal.app.request(`/ja/notices/mail/stop/${link}/`, { method: 'POST' }), 'link-unknown', 404);
    }
    expect(await portal.subscribers()).toHaveLength(1);
  });

  it('goes to those who care about its category', async () => {
    const portal = await makeMailedPortal();
    await portal.subscribe('all@example.jp');
    await portal.subscribe('delivery@example.jp', { category: 'delivery' });
    await portal.subscribe('returns@example.jp', { category: 'returns' });
    await portal.publish(lateParcels);
    expect((await portal.send()).map(({ to }) => to[0] ?? '').sort()).toEqual([
      'all@example.jp',
      'delivery@example.jp',
    ]);
    await portal.publish({ ...lateParcels, categories: [] });
    expect(await portal.send()).toHaveLength(3);
  });

  it('that only informs is not mailed, until it is more than that', async () => {
    const portal = await makeMailedPortal();
    await portal.subscribe('hanako@example.jp');
    const notice = await portal.publish({ ...lateParcels, severity: 'information' });
    expect(await portal.send()).toEqual([]);
    const { startsAt, version } = notice;
    await portal.put(notice.id, '', { ...lateParcels, severity: 'major', startsAt, version });
    expect(await portal.send()).toHaveLength(1);
    await portal.put(notice.id, '', { ...lateParcels, severity: 'minor', startsAt, version: version + 1 });
    expect(await portal.send()).toEqual([]);
  });

  it('of the future is mailed when it begins, and not before', async () => {
    const portal = await makeMailedPortal();
    await portal.subscribe('hanako@example.jp');
    await portal.publish(maintenance);
    portal.time.now += hourMs - 1;
    expect(await portal.send()).toEqual([]);
    portal.time.now += 1;
    expect((await portal.send())[0]?.headers['subject']).toEqual(['【アルク】障害：秘密の点検']);
  });

  it('that was taken back is mailed to nobody, even if it was queued', async () => {
    const portal = await makeMailedPortal();
    await portal.subscribe('hanako@example.jp');
    const first = await portal.publish(lateParcels);
    await portal.put(first.id, '/withdrawal', { isWithdrawn: true, version: first.version });
    expect(await portal.send()).toEqual([]);
    const second = await portal.publish(lateParcels);
    await mailNotices(portal.services);
    await portal.put(second.id, '/withdrawal', { isWithdrawn: true, version: second.version });
    expect(await portal.send()).toEqual([]);
    expect((await portal.rows()).at(-1)).toMatchObject({ kind: 'notice', state: 'cancelled' });
  });

  it('is not mailed to who has stopped meanwhile', async () => {
    const portal = await makeMailedPortal();
    await portal.subscribe('hanako@example.jp');
    await portal.publish(lateParcels);
    await mailNotices(portal.services);
    await portal.services.db.write([portal.services.db.read.delete(noticeSubscribers)]);
    expect(await portal.send()).toEqual([]);
  });

  it('is followed by its updates, each once', async () => {
    const portal = await makeMailedPortal();
    await portal.subscribe('hanako@example.jp');
    const { id, version } = await portal.publish(lateParcels);
    await portal.send();
    const text = { ja: '再開しました。', en: 'On the move again.' };
    const headers = { 'Idempotency-Key': 'an-update-of-this-test' };
    await portal.update(id, { text, isSolved: true, version }, headers);
    await portal.update(id, { text, isSolved: true, version }, headers);
    const mails = await portal.send();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.headers['subject']).toEqual(['【アルク】解消：雪のため、お届けに遅れが出ています']);
    expect(mails[0]?.text).toContain('再開しました。');
    expect(await portal.send()).toEqual([]);
  });

  it('reaches many in batches, each once, also when two processes are at it', async () => {
    const portal = await makeMailedPortal();
    const { services, time } = portal;
    const many = Array.from({ length: 450 }, (_, index) => ({
      id: newId(time.now, services.random),
      address: `reader-${index}@example.jp`,
      language: 'ja' as const,
      category: null,
      createdAt: time.now,
    }));
    await services.db.write(many.map((row) => services.db.read.insert(noticeSubscribers).values(row)));
    await portal.publish(lateParcels);
    await Promise.all([mailNotices(services), mailNotices(services), mailNotices(services)]);
    await mailNotices(services);
    const queued = (await portal.rows()).map(({ recipient }) => recipient);
    expect(queued).toHaveLength(450);
    expect(new Set(queued).size).toBe(450);
  });
});
