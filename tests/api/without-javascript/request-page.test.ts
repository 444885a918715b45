import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { sendForm } from '../support/ask.ts';
import { textAt, valueOf } from '../support/html.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel, wrongColour } from '../support/samples.ts';
import { smallPages } from '../support/shells.ts';
import { rowCounts } from '../support/stored.ts';

async function makeRequest({ isSending = true } = {}) {
  const outbox = { isSending, wake: () => undefined };
  const portal = await makeStaffedPortal({ pages: smallPages, outbox });
  const opened = await openTicket(portal, lateParcel);
  portal.time.now += 60_000;
  return {
    ...portal,
    ...opened,
    read: async () => (await portal.app.request(opened.requestUrl)).text(),
    answer: (fields: Record<string, string>) => sendForm(portal.app.request, `${opened.requestUrl}messages`, fields),
  };
}

describe('the page of a request', () => {
  it('is kept by nobody: no cache, no search engine', async () => {
    const { app, requestUrl } = await makeRequest();
    const { status, headers } = await app.request(requestUrl);
    expect(status).toBe(200);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('X-Robots-Tag')).toBe('noindex');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
  });

  it('shows subject, reference, state, what was promised, and every message in order', async () => {
    const { read, staff, reference, answer, time } = await makeRequest();
    const page = await read();
    expect(textAt(page, 'h1')).toBe(lateParcel.subject);
    expect(textAt(page, '.reference')).toBe(reference);
    expect(textAt(page, '[data-slot="state"]')).toBe('受け付けました');
    expect(textAt(page, '[data-slot="promise"]')).toBe(
      '2026年11月16日 18:00までに、メールとこのページでお返事します。',
    );
    expect(textAt(page, '.message:first-child .message-body')).toBe(lateParcel.message);

    await staff.reply(reference, '一行目\n二行目\n\n次の段落');
    time.now += 60_000;
    await answer({ message: 'ありがとうございます。', key: 'a-key-of-this-page' });
    const after = await read();
    expect(textAt(after, '[data-slot="state"]')).toBe('担当者が確認しています');
    expect(textAt(after, '.message:nth-child(2) strong')).toBe(`お客様窓口　${cast.emma.name}`);
    expect(textAt(after, '.message:nth-child(2) p:last-child')).toBe('次の段落');
    expect(textAt(after, '.message:nth-child(3) .message-body')).toBe('ありがとうございます。');
  });

  it('promises no mail where no mail can be sent, and says what to keep', async () => {
    const { read, requestUrl, app } = await makeRequest({ isSending: false });
    expect(textAt(await read(), '[data-slot="promise"]')).toBe(
      '2026年11月16日 18:00までに、このページでお返事します。メールではお知らせしませんので、ページのアドレスを保存しておいてください。',
    );
    const english = await (await app.request(requestUrl.replace('/ja/', '/en/'))).text();
    expect(textAt(english, '[data-slot="promise"]')).toMatch(/, on this page. We don’t send answers by e-mail/);
  });

  it('says the address it is read at, whole, to be selected and kept', async () => {
    const { read, requestUrl, services } = await makeRequest();
    expect(textAt(await read(), '[data-address]')).toBe(`${services.publicUrl}${requestUrl}`);
  });

  it('no longer promises what has been kept, or what can no longer be kept', async () => {
    const { read, staff, reference, time } = await makeRequest();
    const promised = async () => textAt(await read(), '[data-slot="promise"]:not([hidden])');
    const { now } = time;
    time.now = Date.parse('2026-11-16T18:00:01+09:00');
    expect(await promised()).toBeNull();
    time.now = now;
    expect(await promised()).toContain('18:00まで');
    await staff.reply(reference, '本日お届けします。');
    expect(await promised()).toBeNull();
  });

  it('does not tell customers that they were taken for spam', async () => {
    const { read, staff, reference } = await makeRequest();
    await staff.move(reference, 'spam', 1);
    expect(textAt(await read(), '[data-slot="state"]')).toBe('受け付けました');
  });

  it('shows nothing of other conversations, and not what the customer did before', async () => {
    const portal = await makeRequest();
    await openTicket(portal, { ...lateParcel, subject: '別の用件', message: '秘密の話' });
    await openTicket(portal, wrongColour);
    const page = await portal.read();
    expect(page).toContain(lateParcel.message);
    for (const text of ['別の用件', '秘密の話', wrongColour.subject, wrongColour.message, cast.hanako.email]) {
      expect(page).not.toContain(text);
    }
    expect(page).not.toContain('/ja/faq/delivery-times/');
  });

  it('is read in the language of its address', async () => {
    const { app, requestUrl } = await makeRequest();
    const page = await (await app.request(requestUrl.replace('/ja/', '/en/'))).text();
    expect(textAt(page, '[data-slot="state"]')).toBe('Received');
    expect(textAt(page, 'h1')).toBe(lateParcel.subject);
  });
});

describe('the answer form of a request', () => {
  it('leads back to the page, which shows the message', async () => {
    const { answer, read, requestUrl } = await makeRequest();
    const sent = await answer({ message: '届きました。', key: valueOf(await read(), 'key') ?? '' });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('Location')).toBe(`${requestUrl}#answered`);
    expect(textAt(await read(), '.message:nth-child(2) .message-body')).toBe('届きました。');
  });

  it('sent twice with its hidden key is one message', async () => {
    const { answer, read, requestUrl, services } = await makeRequest();
    const key = valueOf(await read(), 'key') ?? '';
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    for (const time of ['first', 'second']) {
      const sent = await answer({ message: '届きました。', key });
      expect(sent.headers.get('Location'), time).toBe(`${requestUrl}#answered`);
    }
    expect((await rowCounts(services.db)).messages).toBe(2);
  });

  it('has a new key each time it is shown, so that the same words can be said again', async () => {
    const { answer, read, services } = await makeRequest();
    const keys = [valueOf(await read(), 'key') ?? '', valueOf(await read(), 'key') ?? ''];
    expect(keys[0]).not.toBe(keys[1]);
    for (const key of keys) await answer({ message: 'まだですか。', key });
    expect((await rowCounts(services.db)).messages).toBe(3);
  });

  it('sent twice without any key is one message as well', async () => {
    const { answer, services } = await makeRequest();
    await answer({ message: '届きました。' });
    await answer({ message: '届きました。' });
    expect((await rowCounts(services.db)).messages).toBe(2);
  });

  it('that is wrong comes back with the conversation, what was typed, and its key', async () => {
    const { answer, services } = await makeRequest();
    const typed = 'あ'.repeat(5001);
    const sent = await answer({ message: typed, key: 'a-key-of-this-page' });
    expect(sent.status).toBe(422);
    const page = await sent.text();
    expect(textAt(page, '.message .message-body')).toBe(lateParcel.message);
    expect(textAt(page, '#answer-message-error')).toBe('5000文字以内で入力してください。');
    expect(valueOf(page, 'message')).toBe(typed);
    expect(valueOf(page, 'key')).toBe('a-key-of-this-page');
    expect((await rowCounts(services.db)).messages).toBe(1);
  });

  it('whose key is used up comes back with a new one, with which it can be sent', async () => {
    const { answer, read, services } = await makeRequest();
    const used = valueOf(await read(), 'key') ?? '';
    await answer({ message: '届きました。', key: used });
    const refused = await answer({ message: '色も違いました。', key: used });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(valueOf(page, 'message')).toBe('色も違いました。');
    const key = valueOf(page, 'key') ?? '';
    expect(key).not.toBe(used);
    expect((await answer({ message: '色も違いました。', key })).status).toBe(303);
    expect((await rowCounts(services.db)).messages).toBe(3);
  });
});
