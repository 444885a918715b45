import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendForm } from '../support/ask.ts';
import { textAt, valueOf } from '../support/html.ts';
import { makeStaffedPortal } from '../support/portal.ts';
import { smallPages } from '../support/shells.ts';
import { rowCounts } from '../support/stored.ts';

/** The contact form as Hanako fills it in. */
const filledIn = {
  language: 'ja',
  subject: '返品したい',
  message: '大きすぎました。\r\n返品できますか。',
  email: cast.hanako.email,
  name: cast.hanako.name,
};

describe('the contact form without JavaScript', () => {
  it('leads to the private page of the new ticket', async () => {
    const { app, staff } = await makeStaffedPortal({ pages: smallPages });
    const answer = await sendForm(app.request, '/api/tickets', filledIn);
    expect(answer.status).toBe(303);
    const address = answer.headers.get('Location') ?? '';
    expect(address).toMatch(/^\/ja\/requests\/[\w-]{32}\/#sent$/);
    const page = await (await app.request(address)).text();
    expect(textAt(page, 'h1')).toBe(filledIn.subject);
    const reference = textAt(page, '.reference') ?? '';
    expect(await staff.read(reference)).toMatchObject({
      name: cast.hanako.name,
      email: cast.hanako.email,
      language: 'ja',
      messages: [{ body: '大きすぎました。\n返品できますか。', trail: [] }],
    });
  });

  it('may leave the name empty', async () => {
    const { app, services } = await makePortal({ pages: smallPages });
    expect((await sendForm(app.request, '/api/tickets', { ...filledIn, name: '' })).status).toBe(303);
    const { rows } = await services.db.raw.execute('select name from customers');
    expect(rows).toMatchObject([{ name: null }]);
  });

  it('sent twice within two minutes is one ticket, and leads to the same page', async () => {
    const { app, services, time } = await makePortal({ pages: smallPages });
    time.now += 60_000;
    const first = await sendForm(app.request, '/api/tickets', filledIn);
    time.now += 100_000;
    const second = await sendForm(app.request, '/api/tickets', filledIn);
    expect(second.status).toBe(303);
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'));
    expect(await rowCounts(services.db)).toMatchObject({ conversations: 1, messages: 1, private_links: 1 });
  });

  it('sent twice at the same moment is one ticket', async () => {
    const { app, services } = await makePortal({ pages: smallPages });
    const send = () => sendForm(app.request, '/api/tickets', filledIn);
    const [first, second] = await Promise.all([send(), send()]);
    expect(first.headers.get('Location')).toBe(second.headers.get('Location'));
    expect((await rowCounts(services.db)).conversations).toBe(1);
  });

  it('with the same words later, or with other words, is another ticket', async () => {
    const { app, services, time } = await makePortal({ pages: smallPages });
    await sendForm(app.request, '/api/tickets', filledIn);
    await sendForm(app.request, '/api/tickets', { ...filledIn, subject: '交換したい' });
    time.now += 5 * 60_000;
    await sendForm(app.request, '/api/tickets', filledIn);
    expect((await rowCounts(services.db)).conversations).toBe(3);
  });
});

describe('the contact form with something wrong in it', () => {
  it('comes back with what was typed, and each mistake is named at its field; nothing is stored', async () => {
    const { app, services } = await makePortal({ pages: smallPages });
    const wrong = { ...filledIn, subject: ' ', email: 'hanako@', message: '\r\n  大きすぎました。\r\n\r\nA & B' };
    const answer = await sendForm(app.request, '/api/tickets', wrong, { headers: { 'Accept-Language': 'en' } });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const page = await answer.text();
    for (const name of ['subject', 'message', 'email', 'name', 'language'] as const) {
      expect(valueOf(page, name), name).toBe(wrong[name]);
    }
    expect(textAt(page, '#contact-subject-error')).toBe('入力してください。');
    expect(textAt(page, '#contact-email-error')).toBe('メールアドレスの形をご確認ください（例：hanako@example.jp）。');
    expect(textAt(page, '#contact-message-error')).toBe('');
    expect(await rowCounts(services.db)).toMatchObject({ conversations: 0, idempotency_keys: 0 });
  });

  it('says so at its head, with a link to each field that is wrong', async () => {
    const { app } = await makePortal({ pages: smallPages });
    const page = await (await sendForm(app.request, '/api/tickets', { ...filledIn, subject: '', email: 'x' })).text();
    expect(textAt(page, '[data-slot="problem"] p')).toBe('入力内容をご確認ください');
    expect(textAt(page, '[data-slot="problem"] a[href="#contact-subject"]')).toBe('件名');
    expect(textAt(page, '[data-slot="problem"] a[href="#contact-email"]')).toBe('メールアドレス');
    expect(textAt(page, '[data-slot="problem"] a[href="#contact-message"]')).toBeNull();
    expect(textAt(page, '[data-slot="problem"][hidden]')).toBeNull();
    expect(textAt(page, '#contact-subject-error[hidden]')).toBeNull();
    expect(textAt(page, '#contact-message-error[hidden]')).toBe('');
    expect(textAt(page, '#contact-subject[aria-invalid="true"]')).toBe('');
    expect(textAt(page, '#contact-message[aria-invalid]')).toBeNull();
  });

  it.each([['x['], ['a"] b > c'], ['__proto__'], ['constructor'], ['a~/b'], ['']])(
    'comes back for a field that it does not have, too: %j',
    async (name) => {
      const { app, services } = await makePortal({ pages: smallPages });
      const answer = await sendForm(app.request, '/api/tickets', { ...filledIn, email: '', [name]: '1' });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(valueOf(page, 'subject')).toBe(filledIn.subject);
      expect(textAt(page, '[data-slot="problem"] ul')).toBe('メールアドレス：入力してください。');
      expect((await rowCounts(services.db)).conversations).toBe(0);
    },
  );

  it('is answered with the problem alone where the build has no such page', async () => {
    const { app } = await makePortal();
    await problemOf(sendForm(app.request, '/api/tickets', { ...filledIn, email: '' }), 'invalid-input', 422);
  });
});
