import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendForm, sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket, signInAgain } from '../support/portal.ts';
import { dayMs, lateParcel } from '../support/samples.ts';
import { smallPages } from '../support/shells.ts';
import { rowCounts } from '../support/stored.ts';

const forged = `/ja/requests/${'A'.repeat(32)}/`;

describe('a private link that nobody was given', () => {
  it.each([[forged], ['/ja/requests/x/'], ['/ja/requests/%E3%/'], ['/ja/requests/shell/'], ['/ja/requests/%00/']])(
    'opens nothing: %s',
    async (address) => {
      const { app } = await makePortal({ pages: smallPages });
      expect(await problemOf(app.request(address), 'link-unknown', 404)).toMatchObject({
        title: 'このリンクは使えません',
      });
    },
  );

  it('takes no message, as JSON or as a form, and nothing is stored', async () => {
    const { app, services } = await makePortal({ pages: smallPages });
    await problemOf(sendJson(app.request, `${forged}messages`, { message: 'こんにちは' }), 'link-unknown', 404);
    const page = await sendForm(app.request, `${forged}messages`, { message: 'こんにちは' });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('このリンクは使えません');
    expect(await rowCounts(services.db)).toMatchObject({ messages: 0, idempotency_keys: 0 });
  });

  it('is not made good by changing one character of a real one', async () => {
    const portal = await makePortal({ pages: smallPages });
    const { requestUrl } = await openTicket(portal, lateParcel);
    expect((await portal.app.request(requestUrl)).status).toBe(200);
    const changed = requestUrl.replace(/.\/$/, (end) => (end === 'A/' ? 'B/' : 'A/'));
    expect(changed).not.toBe(requestUrl);
    await problemOf(portal.app.request(changed), 'link-unknown', 404);
  });

  it('is not to be had from the database: what is stored opens nothing', async () => {
    const portal = await makePortal({ pages: smallPages });
    const { requestUrl } = await openTicket(portal, lateParcel);
    const { rows } = await portal.services.db.raw.execute('select * from private_links');
    const stored = Object.values(rows[0] ?? {}).filter((value) => typeof value === 'string');
    expect(stored.length).toBeGreaterThan(2);
    for (const value of stored) {
      expect(requestUrl).not.toContain(value);
      await problemOf(portal.app.request(`/ja/requests/${value}/`), 'link-unknown', 404);
    }
  });

  it('is not a page in a language that is not spoken here', async () => {
    const portal = await makePortal({ pages: smallPages });
    const { requestUrl } = await openTicket(portal, lateParcel);
    const address = requestUrl.replace('/ja/', '/fr/');
    await problemOf(portal.app.request(address), 'not-found', 404);
  });
});

describe('a private link that was copied by hand', () => {
  it('arrives without its closing slash, and from where an answer was sent', async () => {
    const portal = await makePortal({ pages: smallPages });
    const { requestUrl } = await openTicket(portal, lateParcel);
    const withoutSlash = await portal.app.request(requestUrl.slice(0, -1));
    expect(withoutSlash.status).toBe(308);
    expect(withoutSlash.headers.get('Location')).toBe(requestUrl);
    const answered = await portal.app.request(`${requestUrl}messages`);
    expect(answered.status).toBe(303);
    const location = answered.headers.get('Location') ?? '';
    expect(new URL(location, `http://localhost${requestUrl}messages`).pathname).toBe(requestUrl);
  });
});

describe('a private link that has grown old', () => {
  it('has expired after 90 days, and not before', async () => {
    const portal = await makePortal({ pages: smallPages });
    const { requestUrl } = await openTicket(portal, lateParcel);
    portal.time.now += 90 * dayMs - 1;
    expect((await portal.app.request(requestUrl)).status).toBe(200);
    portal.time.now += 1;
    expect(await problemOf(portal.app.request(requestUrl), 'link-expired', 410)).toMatchObject({
      title: 'このリンクは期限切れです',
    });
  });

  it('takes no message, as JSON or as a form', async () => {
    const portal = await makePortal({ pages: smallPages });
    const { requestUrl } = await openTicket(portal, lateParcel);
    portal.time.now += 91 * dayMs;
    const before = await rowCounts(portal.services.db);
    await problemOf(sendJson(portal.app.request, `${requestUrl}messages`, { message: 'まだ？' }), 'link-expired', 410);
    const page = await sendForm(portal.app.request, `${requestUrl}messages`, { message: 'まだ？' });
    expect(page.status).toBe(410);
    expect(await page.text()).toContain('このリンクは期限切れです');
    expect(await rowCounts(portal.services.db)).toEqual(before);
  });

  it('is good for another 90 days from each message of the customer', async () => {
    const portal = await makePortal({ pages: smallPages });
    const { requestUrl } = await openTicket(portal, lateParcel);
    portal.time.now += 89 * dayMs;
    await sendJson(portal.app.request, `${requestUrl}messages`, { message: 'その後いかがでしょうか。' });
    portal.time.now += 89 * dayMs;
    expect((await portal.app.request(requestUrl)).status).toBe(200);
    portal.time.now += dayMs;
    await problemOf(portal.app.request(requestUrl), 'link-expired', 410);
  });

  it('is good for another 90 days from each reply, and no other conversation’s link is', async () => {
    const portal = await makeStaffedPortal({ pages: smallPages });
    const answered = await openTicket(portal, lateParcel);
    const forgotten = await openTicket(portal, { ...lateParcel, subject: 'もう一件' });
    portal.time.now += 13 * dayMs;
    await signInAgain(portal);
    expect((await portal.staff.reply(answered.reference, '確認します。')).status).toBe(201);
    portal.time.now += 89 * dayMs;
    expect((await portal.app.request(answered.requestUrl)).status).toBe(200);
    await problemOf(portal.app.request(forgotten.requestUrl), 'link-expired', 410);
  });
});
