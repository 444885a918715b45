import { describe, expect, it } from 'vitest';
import { conversationEvents, messages } from '../../../api/tickets/tables.ts';
import { blockedSenders } from '../../../api/customers/tables.ts';
import { messageIdOf } from '../../../api/mail/message-ids.ts';
import { outbox } from '../../../api/outbox/tables.ts';
import { care, hanako, makeMailedPortal, raw, stranger } from './mailed.ts';

const robots: [string, Record<string, string>][] = [
  ['an out-of-office answer', { 'Auto-Submitted': 'auto-replied' }],
  ['an answer of Exchange', { 'X-Auto-Response-Suppress': 'All', 'Auto-Submitted': 'auto-generated' }],
  ['a mailing list', { 'List-Id': '<walkers.lists.example>', Precedence: 'list' }],
  ['bulk mail', { Precedence: 'bulk', 'List-Unsubscribe': '<https://lists.example/stop>' }],
];

describe('a robot', () => {
  it.each(robots)('such as %s gets no answer, changes nothing, and is seen by staff', async (_, headers) => {
    const portal = await makeMailedPortal();
    const ticket = await portal.hers();
    const row = await portal.mailed({ to: ticket.address, headers });
    expect(row.outcome).toBe('auto-reply');
    expect(await portal.messagesOf(ticket.id)).toHaveLength(1);
    expect((await portal.conversations())[0]?.version).toBe(ticket.version);
    expect(await portal.mailed({ from: stranger, headers })).toMatchObject({ outcome: 'auto-reply' });
    expect(await portal.conversations()).toHaveLength(1);
    expect(await portal.acknowledgements()).toHaveLength(1);
  });

  it('that does not say so is acknowledged twice a day, and then no more', async () => {
    const portal = await makeMailedPortal();
    for (let count = 0; count < 5; count += 1) await portal.mailed({ from: stranger });
    expect(await portal.conversations()).toHaveLength(5);
    expect(await portal.acknowledgements()).toHaveLength(2);
    portal.time.now += 25 * 3_600_000;
    await portal.mailed({ from: stranger });
    expect(await portal.acknowledgements()).toHaveLength(3);
  });

  it('that answers each acknowledgement comes to an end: the two share one conversation, without another word', async () => {
    const portal = await makeMailedPortal();
    await portal.mailed({ from: stranger });
    await portal.sendDue();
    const [first] = portal.smtp.mails;
    const answerTo = first?.headers['reply-to']?.[0]?.match(/<(.+)>/)?.[1] ?? '';
    for (let count = 0; count < 4; count += 1)
      await portal.mailed({ from: stranger, to: answerTo, subject: 'Re: yours' });
    await portal.sendDue();
    expect(await portal.conversations()).toHaveLength(1);
    expect(portal.smtp.mails).toHaveLength(1);
  });

  it('that sends without end is put aside after thirty in an hour, for a person to see', async () => {
    const portal = await makeMailedPortal();
    for (let count = 0; count < 32; count += 1) await portal.spool(raw({ from: stranger }));
    await portal.handle();
    const rows = await portal.rows();
    expect(rows.filter(({ outcome }) => outcome === 'conversation')).toHaveLength(30);
    expect(rows.filter(({ reason }) => reason === 'too-many')).toHaveLength(2);
  });

  it('with an empty envelope, or who asks for no answers, is not acknowledged', async () => {
    const portal = await makeMailedPortal();
    await portal.mailed({ from: stranger, headers: { 'Return-Path': '<>' } });
    await portal.mailed({ from: 'b@example.net', headers: { 'X-Auto-Response-Suppress': 'All' } });
    expect(await portal.acknowledgements()).toHaveLength(0);
  });
});

describe('our own mail that comes back', () => {
  it('by its Message-ID, or from our own mailbox, opens nothing', async () => {
    const portal = await makeMailedPortal();
    const ticket = await portal.hers();
    const again = await portal.mailed({ from: stranger, headers: { 'Message-ID': ticket.messageId } });
    const ours = await portal.mailed({ from: `Aruku <${care}>` });
    const plus = await portal.mailed({ from: ticket.address });
    expect([again, ours, plus].map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual(
      Array.from({ length: 3 }, () => 'auto-reply own-mail'),
    );
    expect(await portal.conversations()).toHaveLength(1);
  });
});

describe('a bounce', () => {
  it('marks the reply that did not arrive and stands in the history, once, and nobody is answered', async () => {
    const portal = await makeMailedPortal();
    const ticket = await portal.hers();
    const { db } = portal.services;
    await portal.staff.reply(ticket.reference, '交換いたします。');
    const reply = (await db.read.select().from(outbox)).find(({ kind }) => kind === 'ticket-replied');
    const [, message] = (await db.read.select().from(messages)).toSorted(
      (a, b) => Number(b.direction === 'in') - Number(a.direction === 'in'),
    );
    await db.raw.execute({
      sql: 'update messages set outbox_id = ? where id = ?',
      args: [reply?.id ?? '', message?.id ?? ''],
    });
    const original = messageIdOf(portal.services, reply?.id ?? '');
    const row = await portal.mailed(report(original));
    await portal.mailed(report(original, { status: '5.1.10' }));
    expect(row).toMatchObject({ outcome: 'bounce', reason: 'undelivered', conversationId: ticket.id });
    const marked = (await db.read.select().from(messages)).filter(({ bouncedAt }) => bouncedAt !== null);
    expect(marked.map(({ id }) => id)).toEqual([message?.id]);
    const events = (await db.read.select().from(conversationEvents)).filter(({ kind }) => kind === 'bounced');
    expect(events.map(({ detail }) => detail)).toEqual([{ mail: reply?.id, status: '5.1.1' }]);
    expect(await portal.acknowledgements()).toHaveLength(1);
  });

  it('of a mail that is only late, or of one that is not ours, changes nothing', async () => {
    const portal = await makeMailedPortal();
    const ticket = await portal.hers();
    const late = await portal.mailed(report(ticket.messageId, { action: 'delayed', status: '4.2.2' }));
    const forged = await portal.mailed(report(ticket.messageId.replace(/\.[0-9a-f]{4}/, '.0000')));
    expect([late.reason, forged.reason]).toEqual(['delayed', 'foreign-bounce']);
    expect((await portal.conversations())[0]?.version).toBe(ticket.version);
  });
});

describe('a blocked sender', () => {
  it.each([stranger, '@example.net'])(
    '(%s) gets into no conversation, and staff see that something came',
    async (value) => {
      const portal = await makeMailedPortal();
      const { db, clock } = portal.services;
      const block = { id: 'b', kind: 'email' as const, value, reason: 'abuse', accountId: null, createdAt: clock() };
      await db.write([db.read.insert(blockedSenders).values(block)]);
      expect(await portal.mailed({ from: stranger })).toMatchObject({ outcome: 'blocked', sender: stranger });
      expect(await portal.conversations()).toHaveLength(0);
      expect(await portal.acknowledgements()).toHaveLength(0);
    },
  );
});

describe('an acknowledgement', () => {
  it('to an address that nobody has proven has not one word of the sender in it', async () => {
    const portal = await makeMailedPortal();
    const words = { name: 'WIN A PRIZE', subject: 'call-0311112222', text: 'come to evil-shop now' };
    await portal.mailed({ from: `"${words.name}" <${stranger}>`, subject: words.subject, text: words.text });
    const ticket = await portal.hers();
    await portal.sendDue();
    expect(new Set(portal.smtp.mails.map(({ to }) => to[0]))).toEqual(new Set([hanako, stranger]));
    for (const mail of portal.smtp.mails) {
      const shown = `${mail.headers['subject']?.[0]} ${mail.headers['to']?.[0]} ${mail.text} ${mail.html}`;
      for (const word of [...Object.values(words), '花子', 'サイズ違い', '24.5cm']) expect(shown).not.toContain(word);
    }
    expect(ticket.reference).toMatch(/^M-/);
  });
});

describe('a mail without words that can be read', () => {
  it('becomes a conversation that says so', async () => {
    const portal = await makeMailedPortal();
    const encrypted = await portal.mailed({
      from: stranger,
      headers: { 'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m' },
      text: 'MIAGCSqGSIb3DQEHA6CAMIACAQAxggFm',
    });
    const [message] = await portal.messagesOf(encrypted.conversationId ?? '');
    expect(message?.body).toMatch(/encrypted|暗号化/);
    const empty = await portal.mailed({ from: hanako, subject: '', text: '' });
    const [nothing] = await portal.messagesOf(empty.conversationId ?? '');
    expect(nothing?.body).toMatch(/nothing written|本文なし/);
  });
});

function report(original: string, { action = 'failed', status = '5.1.1' } = {}): string {
  return [
    'From: MAILER-DAEMON@mx.example.jp',
    `To: ${care}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'Return-Path: <>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'No such user',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.jp',
    '',
    `Final-Recipient: rfc822; ${hanako}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 No such user',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${original}`,
    `To: ${hanako}`,
    'Subject: Re: x',
    '',
    '--b--',
    '',
  ].join('\r\n');
}
