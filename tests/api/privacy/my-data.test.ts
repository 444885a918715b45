import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { giveTask, hasProof } from '../../../api/challenge/proof-of-work.ts';
import { dataErasureMail, dataExportMail } from '../../../api/privacy/confirmation-mail.ts';
import { noticeSubscribers } from '../../../api/notices/subscriptions/tables.ts';
import { outbox } from '../../../api/outbox/tables.ts';
import { problemOf, sendForm, sendJson } from '../support/ask.ts';
import { everyRow, holdFor, twoCustomers } from './crossing.ts';
import { linkInMail, pages } from './links-in-mail.ts';

async function asked(what: 'copy' | 'erasure') {
  const made = await twoCustomers({ pages });
  const fields = { email: made.hanako.email, what, language: 'en' };
  const answer = await sendForm(made.app.request, '/api/my-data', fields);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe('/en/my-data/sent/');
  return { ...made, link: (await linkInMail(made, what)) ?? '' };
}

describe('asking for one’s own data', () => {
  it('answers the same for an address that is known and one that is not, and does the same', async () => {
    const made = await twoCustomers({ pages });
    const { rows: before } = await made.services.db.raw.execute('select count(*) as n from outbox');
    const answers = [];
    for (const email of [made.hanako.email, 'nobody@example.com']) {
      const answer = await sendJson(made.app.request, '/api/my-data', { email, what: 'copy', language: 'ja' });
      answers.push({ status: answer.status, body: await answer.text() });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual({ status: 202, body: '{}' });
    const { rows: after } = await made.services.db.raw.execute('select count(*) as n from outbox');
    expect(Number(after[0]?.['n'])).toBe(Number(before[0]?.['n']) + 2);
    expect(await linkInMail(made, 'copy')).toBeNull();
  });

  it('tells somebody who only gets notices how to stop them', async () => {
    const { app, services } = await twoCustomers();
    const address = 'reader@example.com';
    await services.db.write([
      services.db.read
        .insert(noticeSubscribers)
        .values({ id: 'reader', address, language: 'en', createdAt: services.clock() }),
    ]);
    const context = { services, language: 'en' as const, to: { address: 'Reader@Example.com', name: null } };
    const mail = JSON.stringify(await dataErasureMail.write({ tokenId: 'example-nobody' }, context));
    const [, stop = ''] = /(\/en\/notices\/mail\/stop\/[^"]*)/.exec(mail) ?? [];
    expect((await app.request(stop, { method: 'POST' })).status).toBe(303);
    expect(await everyRow(services)).not.toContain('reader');
    const after = JSON.stringify(await dataErasureMail.write({ tokenId: 'example-nobody' }, context));
    expect(after).toContain('We hold none');
  });

  it('sends an address one mail in ten minutes', async () => {
    const { app, services, time } = await twoCustomers({ pages });
    const count = async () => (await services.db.raw.execute('select count(*) as n from outbox')).rows[0]?.['n'];
    const before = Number(await count());
    const ask = () => sendJson(app.request, '/api/my-data', { email: 'a@example.com', what: 'copy', language: 'ja' });
    for (let number = 0; number < 5; number += 1) expect((await ask()).status).toBe(202);
    expect(await count()).toBe(before + 1);
    time.now += 11 * 60_000;
    await ask();
    expect(await count()).toBe(before + 2);
  });

  it('shows the form again where something is wrong in it', async () => {
    const { app } = await twoCustomers({ pages });
    const answer = await sendForm(app.request, '/api/my-data', { email: 'hanako', what: 'copy', language: 'ja' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('aria-invalid="true"');
    await problemOf(
      sendJson(app.request, '/api/my-data', { email: 'a@example.com', what: 'all', language: 'ja' }),
      'invalid-input',
      422,
    );
  });

  it('takes a proof from a field of the form, and says what it refuses in the form, once a hidden field is filled', async () => {
    const { app, services, time } = await twoCustomers({ pages });
    const task = await giveTask(services, 'data-request');
    const solution = await solveChallenge({ challenge: task, deriveKey });
    const proof = Buffer.from(JSON.stringify({ challenge: task, solution })).toString('base64url');
    const fields = { email: 'a@example.com', what: 'copy', language: 'en' };
    time.now += 60_000;
    expect((await sendForm(app.request, '/api/my-data', { ...fields, proof, website: '' })).status).toBe(303);
    expect(await hasProof(services, 'data-request', proof, 'another request'), 'it was used').toBe(false);
    const trapped = await sendForm(app.request, '/api/my-data', { ...fields, website: 'https://spam.example' });
    expect(trapped.status).toBe(422);
    expect(await trapped.text()).toContain('Please send it once more');
  });

  it('stores no token, neither in the mail nor elsewhere', async () => {
    const { services, link } = await asked('copy');
    expect(await everyRow(services)).not.toContain(link.split('/')[3]);
  });
});

describe('the link in the mail', () => {
  it('does nothing when it is opened', async () => {
    const { app, services, link } = await asked('erasure');
    for (let number = 0; number < 3; number += 1) {
      const page = await app.request(link);
      expect(page.status).toBe(200);
      expect(page.headers.get('Cache-Control')).toBe('no-store');
      expect(await page.text()).toContain('Erase everything');
    }
    expect(await everyRow(services)).toContain('Hanako-body-1');
  });

  it('erases by its button, once', async () => {
    const { app, services, link } = await asked('erasure');
    const done = await sendForm(app.request, `${link}erasure`, {});
    expect(await done.text()).toContain('Your data has been erased');
    const rows = await everyRow(services);
    expect(rows).not.toContain('Hanako');
    expect(rows).toContain('Tomas-body-1');
    await problemOf(app.request(`${link}erasure`, { method: 'POST' }), 'link-expired', 410);
    expect(await services.erasureLog.read()).toMatchObject([{ way: 'customer' }]);
  });

  it('shows the copy by its button once, and gives the file once after that', async () => {
    const { app, link } = await asked('copy');
    const page = await sendForm(app.request, `${link}copy`, { format: 'html' });
    const text = await page.text();
    expect(text).toContain('Hanako-follow-up');
    expect(text).not.toContain('Tomas');
    expect((await sendForm(app.request, `${link}copy`, { format: 'html' })).status).toBe(410);
    const next = /action="([^"]+)"/.exec(text)?.[1] ?? '';
    const file = await sendForm(app.request, next, { format: 'json' });
    expect(await file.json()).toMatchObject({ format: 'madoguchi-personal-data/1', scope: 'person' });
    expect((await sendForm(app.request, next, { format: 'json' })).status).toBe(410);
  });

  it('makes no further link with the one for the file', async () => {
    const { app, link } = await asked('copy');
    const page = await (await sendForm(app.request, `${link}copy`, { format: 'html' })).text();
    const next = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const again = await sendForm(app.request, next, { format: 'html' });
    expect(again.status).toBe(200);
    expect(again.headers.get('Content-Type')).toBe('application/json');
  });

  it('is used by one of two who press it at the same moment', async () => {
    const { app, link } = await asked('copy');
    const press = () => sendForm(app.request, `${link}copy`, { format: 'json' });
    const answers = await Promise.all([press(), press()]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 410]);
  });

  it('is in no mail that leaves after its time', async () => {
    const made = await asked('copy');
    const [row] = await made.services.db.read
      .select()
      .from(outbox)
      .orderBy(sql`rowid desc`);
    const write = () =>
      dataExportMail.write(row?.payload as { tokenId: string }, {
        services: made.services,
        language: 'en',
        to: { address: row?.recipient ?? '', name: null },
      });
    expect(await write()).not.toBeNull();
    made.time.now += 25 * 3_600_000;
    expect(await write()).toBeNull();
  });

  it('opens nothing of another purpose', async () => {
    const { app, link, services } = await asked('copy');
    await problemOf(app.request(`${link}erasure`, { method: 'POST' }), 'link-expired', 410);
    expect(await everyRow(services)).toContain('Hanako-body-1');
  });

  it('is good for a day', async () => {
    const { app, link, time } = await asked('copy');
    time.now += 86_400_000;
    await problemOf(app.request(link), 'link-expired', 410);
  });

  it('says plainly until when something has to be kept, and why, and erases nothing', async () => {
    const { app, link, services, hanako } = await asked('erasure');
    await holdFor(services, hanako);
    const page = await (await app.request(link)).text();
    expect(page).toContain('It cannot be erased yet');
    expect(page).toContain('16 December 2026');
    expect(page).toContain('A dispute about a refund');
    expect(page).not.toContain('<button');
    const answer = await sendForm(app.request, `${link}erasure`, {});
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('It cannot be erased yet');
    expect(await everyRow(services)).toContain('Hanako-body-1');
  });
});

describe('the private page of a request', () => {
  it('sends the link to the address of the request, and shows that address to nobody', async () => {
    const made = await twoCustomers({ pages });
    const [link = ''] = made.hanako.links;
    const answer = await sendForm(made.app.request, `${link}data`, { what: 'erasure' });
    expect(answer.headers.get('Location')).toBe('/ja/my-data/sent/');
    const rows = await made.services.db.read
      .select()
      .from(outbox)
      .orderBy(sql`rowid`);
    expect(rows.at(-1)).toMatchObject({ recipient: made.hanako.email.toLowerCase(), kind: 'data-erasure' });
    expect(await linkInMail(made, 'erasure')).toMatch(/^\/en\/my-data\/[\w-]{32}\/$/);
  });
});
