import { describe, expect, it } from 'vitest';
import { cast } from '../support/cast.ts';
import { article } from '../support/services.ts';
import { fileOf, sendJsonWithFiles } from './support/files.ts';
import { makeMailingPortal } from './support/mailing.ts';
import { openTicket } from './support/portal.ts';
import { dayMs, lateParcel, wrongColour } from './support/samples.ts';

describe('the acknowledgement of a ticket', () => {
  it('addresses a customer who has proven their address, and says reference, promised time, their own words, where to look and what may help', async () => {
    const portal = await makeMailingPortal();
    const { reference, requestUrl } = await openTicket(portal, lateParcel);
    await provenAddresses(portal);
    await portal.sendDue();
    const [mail] = portal.smtp.mails;
    expect(mail?.headers['subject']).toEqual([`【アルク】お問い合わせを受け付けました（受付番号 ${reference}）`]);
    expect(mail?.text.startsWith('佐藤 花子様\n')).toBe(true);
    for (const said of [
      `受付番号：${reference}`,
      '11月16日（月）18:00までに',
      `http://localhost:4321${requestUrl}`,
      `> ${lateParcel.subject}`,
      `> ${lateParcel.message}`,
      article.title,
      `http://localhost:4321${article.url}`,
    ]) {
      expect(mail?.text).toContain(said);
    }
    expect(mail?.html).toContain('<html lang="ja">');
    expect(mail?.html).toContain('佐藤 花子様');
    expect(mail?.html).toContain(`href="http://localhost:4321${requestUrl}"`);
  });

  it('speaks English to who wrote in English, and names nobody who gave no name', async () => {
    const portal = await makeMailingPortal();
    const { name: _, ...nameless } = wrongColour;
    await openTicket(portal, nameless);
    const { name: __, ...alsoNameless } = lateParcel;
    await openTicket(portal, alsoNameless);
    await portal.sendDue();
    const texts = portal.smtp.mails.map(({ text }) => text.split('\n')[0] ?? '').sort();
    expect(texts).toEqual(['Hello,', 'お客様']);
    const english = portal.smtp.mails.find(({ to }) => to[0] === cast.tom.email);
    expect(english?.text.replaceAll('\n', ' ')).toContain('by Monday 16 November at 18:00 (Japan Standard Time).');
    expect(english?.html).toContain('<html lang="en">');
  });

  it('is queued with the ticket, once, however often the ticket is asked for', async () => {
    const portal = await makeMailingPortal();
    const headers = { 'Idempotency-Key': 'a-key-of-this-test' };
    await Promise.all(Array.from({ length: 5 }, () => portal.api.tickets.$post({ json: lateParcel }, { headers })));
    await portal.sendDue();
    expect(portal.smtp.mails).toHaveLength(1);
  });

  it('cannot be used to mail a stranger again and again: five a day, and the tickets are there all the same', async () => {
    const portal = await makeMailingPortal();
    for (let count = 0; count < 8; count += 1) {
      await openTicket(portal, { ...lateParcel, email: count % 2 ? 'Hanako@Example.jp' : 'hanako@example.jp' });
    }
    await openTicket(portal, wrongColour);
    await portal.sendDue();
    expect(portal.smtp.mails.filter(({ to }) => to[0] === 'hanako@example.jp')).toHaveLength(5);
    expect(portal.smtp.mails.filter(({ to }) => to[0] === cast.tom.email)).toHaveLength(1);
    const { rows } = await portal.services.db.raw.execute('select count(*) as count from conversations');
    expect(rows[0]?.['count']).toBe(9);
    portal.time.now += dayMs;
    await openTicket(portal, lateParcel);
    await portal.sendDue();
    expect(portal.smtp.mails).toHaveLength(7);
  });

  it('makes no link of what somebody else wrote to a stranger, neither in text nor in HTML', async () => {
    const portal = await makeMailingPortal();
    await openTicket(portal, {
      ...lateParcel,
      name: 'Win at spam.example',
      subject: 'https://spam.example/prize',
      message:
        'Visit www.spam.example or http://spam.example, write to me@spam.example\n<a href="https://spam.example">x</a>',
    });
    await provenAddresses(portal);
    await portal.sendDue();
    const [mail] = portal.smtp.mails;
    for (const text of [mail?.text, mail?.html]) {
      expect(text).not.toMatch(/spam\.example|:\/\/spam|www\.spam|me@spam/);
    }
    expect(mail?.headers['subject']?.[0]).not.toContain('spam');
    expect(mail?.headers['to']).toEqual(['hanako@example.jp']);
    expect(mail?.text.replaceAll('\u200b', '')).toContain('> https://spam.example/prize');
    const targets = [...(mail?.html ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(targets.every((href) => href?.startsWith('http://localhost:4321/'))).toBe(true);
  });

  it.each(['spam1.example', 'a1.b2.example', 'spam.co.jp', 'x.ab.cd', 'スパム.jp'])(
    'makes no link of %s either',
    async (domain) => {
      const portal = await makeMailingPortal();
      await openTicket(portal, { ...lateParcel, message: `See ${domain}, ${domain}/prize. Mine is 24.5 cm.` });
      await provenAddresses(portal);
      await portal.sendDue();
      for (const text of [portal.smtp.mails[0]?.text, portal.smtp.mails[0]?.html]) {
        expect(text?.replaceAll('\u200b', '')).toContain(`${domain}/prize`);
        const [, quoted = ''] = /See (.*?)\sMine/s.exec(text ?? '') ?? [];
        expect(quoted).not.toBe('');
        expect(quoted).not.toMatch(/[\p{L}\p{N}]\.\p{L}{2}/u);
        expect(text).toContain('24.5 cm');
      }
    },
  );

  it('shows the beginning of a long letter', async () => {
    const portal = await makeMailingPortal();
    await openTicket(portal, { ...lateParcel, message: '長い手紙。'.repeat(900) });
    await provenAddresses(portal);
    await portal.sendDue();
    expect(portal.smtp.mails[0]?.text.length).toBeLessThan(3000);
    expect(portal.smtp.mails[0]?.text).toContain('全文は上のページで');
  });
});

describe('an agent’s reply', () => {
  it('goes out ten seconds after it was written, with the private link', async () => {
    const portal = await makeMailingPortal();
    const { reference, requestUrl } = await openTicket(portal, lateParcel);
    await portal.sendDue();
    portal.time.now += 1000;
    await portal.staff.reply(reference, '本日お送りしました。\nhttps://www.aruku.example/track をご覧ください。');
    portal.time.now += 9999;
    await portal.sendDue();
    expect(portal.smtp.mails).toHaveLength(1);
    portal.time.now += 1;
    await portal.sendDue();
    const reply = portal.smtp.mails[1];
    expect(reply?.to).toEqual(['hanako@example.jp']);
    expect(reply?.headers['subject']).toEqual([`【アルク】お返事：荷物が届きません（受付番号 ${reference}）`]);
    // Said, not quoted: mail programs fold what is marked as quoted.
    expect(reply?.text).toMatch(/^本日お送りしました。$/m);
    expect(reply?.text).toContain('お客様窓口　Emma Clark');
    const { messages } = await portal.staff.read(reference);
    expect(reply?.text).toContain(`${requestUrl}#message-${messages[1]?.id}`);
    expect(reply?.headers['in-reply-to']).toEqual(portal.smtp.mails[0]?.headers['message-id']);
  });

  it('says that there are files, which stay on the page', async () => {
    const portal = await makeMailingPortal();
    const { reference, requestUrl } = await openTicket(portal, lateParcel);
    const path = `/api/tickets/${reference}/messages`;
    const files = [fileOf('返品票', '返品票.txt'), fileOf('地図', '地図.txt')];
    expect((await sendJsonWithFiles(portal.staff.ask, path, { message: 'お送りします。' }, files)).status).toBe(201);
    portal.time.now += 10_000;
    await portal.sendDue();
    const reply = portal.smtp.mails.find(({ text }) => /^お送りします。$/m.test(text));
    expect(reply?.text).toContain('添付ファイルが2件あります。');
    expect(reply?.text).toContain(requestUrl);
    expect(reply?.text).not.toContain('返品票');
  });

  it('goes out once for a reply that was sent twice', async () => {
    const portal = await makeMailingPortal();
    const { reference } = await openTicket(portal, lateParcel);
    const headers = { 'Idempotency-Key': 'a-reply-of-this-test' };
    await portal.staff.reply(reference, 'はい。', headers);
    await portal.staff.reply(reference, 'はい。', headers);
    expect((await portal.rows()).filter(({ kind }) => kind === 'ticket-replied')).toHaveLength(1);
  });
});

/** As if all of them had come by a link or an answer of their own. */
async function provenAddresses({ services }: Awaited<ReturnType<typeof makeMailingPortal>>): Promise<void> {
  await services.db.raw.execute('update identities set verified_at = 1');
}
