import { describe, expect, it } from 'vitest';
import { mailNotices } from '../../../api/notices/subscriptions/mailings.ts';
import { newId } from '../../../api/db/id.ts';
import { noticeSubscribers } from '../../../api/notices/subscriptions/tables.ts';
import { problemOf } from '../support/ask.ts';
import { linkIn, makeMailedPortal } from './mailed.ts';
import { hourMs, lateParcels, maintenance } from './noticing.ts';

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
