import { describe, expect, it } from 'vitest';
import { askByMail } from '../../../api/tokens/ask-by-mail.ts';
import { accounts } from '../../../api/accounts/tables.ts';
import { audited } from '../../../api/audit/audited.ts';
import { noticeSubscribers } from '../../../api/notices/subscriptions/tables.ts';
import { dataErasureMail } from '../../../api/privacy/confirmation-mail.ts';
import { cast } from '../../support/cast.ts';
import { makePerson } from '../accounts/people-of-tests.ts';
import { problemOf, sendForm } from '../support/ask.ts';
import { openTicket } from '../support/portal.ts';
import { everyRow, twoCustomers } from './crossing.ts';
import { linkFor, linkInMail, pages } from './links-in-mail.ts';

const ken = 'ken@example.jp';

/** Ken, with an account, a device and a subscription, has asked by the form. */
async function askedByKen(what: 'copy' | 'erasure') {
  const made = await twoCustomers({ pages });
  const { db, clock } = made.services;
  const { browser } = await makePerson(made, ken, 'member');
  await db.write([
    db.read
      .insert(noticeSubscribers)
      .values({ id: 'ken-subscriber', address: ken, language: 'en', createdAt: clock() }),
  ]);
  return { ...made, browser, link: (await linkFor(made, what, 'Ken@Example.jp')) ?? '' };
}

describe('a member who never asked anything', () => {
  it.each(['copy', 'erasure'] as const)(
    'has what goes to an address they wanted to have instead go along: %s',
    async (what) => {
      const made = await twoCustomers({ pages });
      const member = {
        id: 'member',
        email: 'mina@example.com',
        name: 'Mina-public',
        language: 'en',
        role: 'member',
      } as const;
      await made.services.db.write([made.services.db.read.insert(accounts).values({ ...member, createdAt: 1 })]);
      await askByMail(made.services, {
        kind: 'address-confirmation',
        email: 'mina.elsewhere@example.com',
        language: 'en',
        accountId: 'member',
      });
      await sendForm(made.app.request, '/api/my-data', { email: 'Mina@example.com', what, language: 'en' });
      const link = (await linkInMail(made, what)) ?? '';
      expect(await (await made.app.request(link)).text()).toContain(`${link}${what}`);
      const done = await sendForm(made.app.request, `${link}${what}`, what === 'copy' ? { format: 'html' } : {});
      expect(done.status).toBe(200);
      const text = await done.text();
      if (what === 'copy') {
        expect(text).toContain('Mina-public');
        expect(text).not.toContain('Hanako');
      } else {
        expect(await everyRow(made.services)).not.toMatch(/mina/i);
        expect(await everyRow(made.services)).toContain('Hanako-body-1');
      }
    },
  );

  it('gets what is held of the account: address, name, devices, subscription', async () => {
    const { app, link } = await askedByKen('copy');
    const data = (await (await sendForm(app.request, `${link}copy`, { format: 'json' })).json()) as {
      data: Record<string, object[]>;
    };
    expect(Object.keys(data.data).sort()).toEqual([
      'accounts',
      'notice_subscribers',
      'one_time_tokens',
      'outbox',
      'sessions',
    ]);
    expect(data.data['accounts']).toEqual([expect.objectContaining({ email: ken, name: 'ken', role: 'member' })]);
    expect(data.data['sessions']).toHaveLength(1);
    expect(JSON.stringify(data)).not.toMatch(/[hH]ash"|Hanako|Tomas/);
  });

  it('has it erased by the button, once, and is signed out', async () => {
    const { app, services, browser, link } = await askedByKen('erasure');
    expect(await (await app.request(link)).text()).toContain('Erase everything');
    expect(await browser.who()).toBe(ken);
    const done = await sendForm(app.request, `${link}erasure`, {});
    expect(await done.text()).toContain('Your data has been erased');
    const rows = await everyRow(services);
    expect(rows.toLowerCase()).not.toContain('ken@');
    expect(rows).not.toContain('ken-subscriber');
    for (const word of ['Hanako-body-1', 'Tomas-body-1', cast.emma.email]) expect(rows).toContain(word);
    expect(await browser.who()).toBeNull();
    await problemOf(app.request(`${link}erasure`, { method: 'POST' }), 'link-expired', 410);
    expect(await services.erasureLog.read()).toMatchObject([{ way: 'customer' }]);
    const { rows: recorded } = await services.db.raw.execute(
      "select target_kind, request_id from audit_log where action = 'customers:erase'",
    );
    expect(recorded).toMatchObject([{ target_kind: 'account', request_id: expect.stringMatching(/^[0-9a-f]{16}$/) }]);
  });
});

describe('somebody who works here', () => {
  it('is told by mail, and by no page, that an owner ends their account', async () => {
    const made = await twoCustomers({ pages });
    const { services } = made;
    expect(await linkFor(made, 'erasure', cast.emma.email)).toBeNull();
    for (const [language, sentence] of [
      ['en', 'Only an owner of the portal can end it'],
      ['ja', '管理者（オーナー）にご依頼ください'],
    ] as const) {
      const context = { services, language, to: { address: cast.emma.email, name: null } };
      const mail = JSON.stringify(await dataErasureMail.write({ tokenId: 'example-nobody' }, context));
      expect(mail).toContain(sentence);
      expect(mail).not.toContain('We hold none');
    }
  });

  it('who asked as a customer has that erased, is told that the account stays, and keeps it and the log', async () => {
    const made = await twoCustomers({ pages });
    const { app, services } = made;
    await openTicket(made, { email: cast.emma.email, subject: 'Emma-asks', message: 'm', language: 'en', trail: [] });
    const target = { kind: 'address', id: cast.emma.email };
    await services.db.write([audited(services, { accountId: null, action: 'sign-in-failed', target })]);
    const link = await linkFor(made, 'erasure', cast.emma.email);
    expect(await (await app.request(link ?? '')).text()).toContain('only an owner of the portal can end it');
    await sendForm(app.request, `${link}erasure`, {});
    expect(await everyRow(services)).not.toContain('Emma-asks');
    const [account] = await services.db.read.select().from(accounts);
    expect(account).toMatchObject({ email: cast.emma.email, state: 'active' });
    const { rows } = await services.db.raw.execute("select target_id from audit_log where action = 'sign-in-failed'");
    expect(rows, 'nobody who works here takes entries out of the log').toMatchObject([{ target_id: cast.emma.email }]);
  });
});
